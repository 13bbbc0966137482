"""What the rows of a checklist say to people, in both languages."""

from collections.abc import Iterator
from shlex import quote

from checker.exchange.answers import COVERS, VERDICTS
from checker.exchange.checklist import Asking, Checklist, Exhibit, Gap
from checker.exchange.fields import fits_a_cell
from checker.model.spec import BASES
from checker.rendering.wording import Words
from checker.schemas.fields import STATUSES, Field
from checker.text import Text, joined

#: How a range is typed: into a text file, and into a cell.
RANGE_AS_MAP, RANGE_IN_A_CELL = "{min: 10, max: 20}", "10..20"


class Said:
    """Says what a checklist asks for; ``range_form`` is how a range is typed there."""

    def __init__(self, words: Words, range_form: str = RANGE_AS_MAP) -> None:
        self.words, self._range_form = words, range_form
        self._typed = "_as_yaml" if range_form == RANGE_AS_MAP else ""

    def allowed(self, field: Field) -> Text:
        """Return what can be filled in at a field."""
        words = self.words
        if field.type == "list" and field.of is not None and fits_a_cell(field):
            return words(f"checklist.type.list{self._typed}", of=self.allowed(field.of))
        if not fits_a_cell(field):
            kind = f"map{self._typed}" if field.type == "map" else "record"
            return words(f"checklist.type.{kind}")
        if field.type == "term":
            return words("checklist.type.term", terms=Text(", ".join(field.terms), "、".join(field.terms)))
        said = words(f"checklist.type.{field.type}") if field.form is None else field.form
        if field.unit:
            key = f"unit.{field.unit}"
            unit = words(key) if key in words else Text(field.unit, field.unit)
            said = words("checklist.unit", said=said, unit=unit)
        for key, limit in (("least", field.min), ("most", field.max)):
            if limit is not None:
                said = words(f"checklist.{key}", said=said, low=f"{limit:g}", high=f"{limit:g}")
        return words("checklist.range", said=said, form=self._range_form) if field.range else said

    def proof(self, gap: Gap) -> Text | None:
        """Return what proof a value needs; None where any will do."""
        return self._joined(self._proof(gap.basis, gap.max_age_months))

    def evidence(self, exhibit: Exhibit) -> Text:
        """Return what is asked for, how old it may be, and why what is there does not count."""
        kinds = [self.words(f"evidence.{kind}") for kind in exhibit.kinds]
        told = [Text(" or ".join(kind.en for kind in kinds), "或".join(kind.zh for kind in kinds))]
        told += self._proof(None, exhibit.max_age_months)
        return self._joined([*told, *exhibit.because]) or told[0]

    def applies(self, gap: Gap) -> Text | None:
        """Return of which standards a field says whether they apply; None where of none."""
        if not gap.applicability:
            return None
        ids = Text(", ".join(gap.applicability), "、".join(gap.applicability))
        return self.words("checklist.applies", standards=ids)

    def notes(self, checklist: Checklist) -> Iterator[Text]:
        """Yield what is open and stands on no row."""
        for key, ids in (("later", checklist.later), ("elsewhere", checklist.elsewhere)):
            if ids:
                yield self.words.count(f"checklist.{key}", len(ids), ids=Text(", ".join(ids), "、".join(ids)))

    def title(self, checklist: Checklist) -> Text:
        """Return what the list is of."""
        key = "checklist.title" if checklist.origin.file else "checklist.blank"
        return self.words(key, name=checklist.origin.name)

    def made_from(self, checklist: Checklist) -> Text:
        """Return from which spec and for which day the list was made."""
        key = "checklist.from" if checklist.origin.file else "checklist.from_rules"
        return self.words(key, file=checklist.origin.file, day=checklist.origin.as_of)

    def how(self, checklist: Checklist, file: str) -> Text:
        """Return what to do with a list that is written to a file."""
        if checklist.origin.file:
            spec = checklist.origin.file
            named = "SPEC" if spec.startswith("<") else quote(spec)  # standard input has no name to write to
            command = f"icv-checker answer {named} {quote(file)} --in-place"
            return self.words("checklist.how", command=command)
        return self.words("checklist.how_blank", command="icv-checker checklist SPEC")

    def choices(self, column: str) -> dict[str, Text]:
        """Return the words that can be chosen in a column, with what each means; empty for free text."""
        words = self.words
        match column:
            case "verdict":
                return {one: words(f"state.{one}") for one in VERDICTS}
            case "basis":
                return {one: words(f"basis.{one}") for one in BASES}
            case "status":
                return {one: words(f"checklist.status.{one}") for one in STATUSES}
            case "covers":
                return {one: words(f"checklist.covers.{one}") for one in COVERS}
            case _:
                return {}

    def _proof(self, basis: str | None, months: int | None) -> list[Text]:
        told = []
        if basis is not None:
            told.append(self.words("proof.basis", basis=self.words(f"basis.{basis}")))
        if months is not None:
            told.append(self.words.count("proof.age", months))
        return told

    @staticmethod
    def _joined(told: list[Text]) -> Text | None:
        return joined(told) if told else None


def clause_of(asking: Asking | None) -> str:
    """Return the clauses of a requirement as printed, with the number of its standard."""
    if asking is None:
        return ""
    return " ".join((asking.number, ", ".join(asking.clause))).strip()
