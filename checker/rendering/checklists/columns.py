"""The sheets of a workbook: their columns, how wide each is, and what stands in each row."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from checker.exchange.answers import EVIDENCE, QUESTIONS, TYPES, VALUES, Sheet
from checker.exchange.cells import BESIDE
from checker.exchange.checklist import Checklist, Exhibit, Gap, Question
from checker.exchange.fields import fits_a_cell
from checker.record import Record, fresh
from checker.rendering.checklists.saying import Said, clause_of
from checker.schemas.fields import Field
from checker.text import Text

#: How wide a column is, in characters of which a Chinese one takes two.
_WIDTHS: Mapping[str, int] = {
    "requirement": 36, "clause": 22, "obligation": 12, "text_en": 46, "text_zh": 46, "question_en": 46,
    "question_zh": 46, "configurations": 16, "path": 48, "means_en": 34, "means_zh": 34, "allowed_en": 34,
    "allowed_zh": 34, "stated": 20, "needs_en": 30, "needs_zh": 30, "decides": 40, "verdict": 24, "by": 18,
    "date": 13, "ref": 22, "note": 36, "value": 24, "unit": 10, "status": 24, "basis": 22, "key": 20,
    "type": 24, "title": 30, "number": 20, "issuer": 24, "issued": 13, "valid_until": 13, "covers": 26,
    "digest": 14,
}  # fmt: skip
_DAYS = ("date", "issued", "valid_until")
#: Types whose cell takes what is typed for what it is; of the others "1.10" stays as it is typed.
_NUMBERS = ("number", "integer", "boolean")

Form = Literal["text", "day", "any"]


class Column(Record):
    """One column of a sheet."""

    key: str
    heading: Text
    width: int
    filled: bool  # by a person


class Line(Record):
    """One row: what is given in it, and what may be chosen in the cells that a person fills in."""

    cells: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]] = fresh(factory=dict)
    closed: tuple[str, ...] = ()  # cells that nobody can fill in
    forms: Mapping[str, Form] = fresh(factory=dict)


class Page(Record):
    """One sheet."""

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


_GIVEN = {
    QUESTIONS.name: ("requirement", "clause", "text_en", "text_zh", "question_en", "question_zh", "stated"),
    VALUES.name: (
        "path", "means_en", "means_zh", "allowed_en", "allowed_zh", "stated", "needs_en", "needs_zh",
        "decides",
    ),
    EVIDENCE.name: ("requirement", "clause", "text_en", "text_zh", "needs_en", "needs_zh"),
}  # fmt: skip
_REQUIREMENTS = ("requirement", "clause", "obligation", "text_en", "text_zh")


class Pages:
    """Makes the sheets of a checklist."""

    def __init__(self, checklist: Checklist, said: Said) -> None:
        self._list, self._said = checklist, said

    def __iter__(self) -> Iterator[Page]:
        """Yield the sheets that are filled in, then the requirements that they are about."""
        made = self._list
        yield self._page(QUESTIONS, tuple(self._question(one) for one in made.questions))
        yield self._page(VALUES, tuple(self._gap(one) for one in made.gaps))
        yield self._page(EVIDENCE, tuple(self._exhibit(one) for one in made.exhibits))
        columns = tuple(self._column(key, filled=False) for key in _REQUIREMENTS)
        yield Page("requirements", columns, tuple(Line(self._asking(id_)) for id_ in made.asking))

    def _page(self, sheet: Sheet, lines: tuple[Line, ...]) -> Page:
        given = _GIVEN[sheet.name]
        if any("configurations" in line.cells for line in lines):
            given = (*given, "configurations")
        columns = [self._column(key, filled=False) for key in given]
        columns += [self._column(key, filled=True) for key in sheet.filled]
        return Page(sheet.name, (*columns, self._column("digest", filled=False)), lines)

    def _column(self, key: str, *, filled: bool) -> Column:
        base, _, lang = key.rpartition("_")
        if lang in ("en", "zh"):
            one = self._said.words(f"checklist.column.{base}").in_(lang)
            return Column(key, Text(one, one), _WIDTHS[key], filled)
        return Column(key, self._said.words(f"checklist.column.{key}"), _WIDTHS[key], filled)

    def _question(self, one: Question) -> Line:
        cells = {
            **self._asking(one.requirement),
            "requirement": one.requirement,
            **_both("question", one.asks),
            "stated": one.earlier,
            **_tied(one.configurations, one.digests),
        }
        return Line(cells, {"verdict": self._choices("verdict")}, forms=_forms(QUESTIONS))

    def _gap(self, one: Gap) -> Line:
        applies = self._said.applies(one)
        waits = [*one.decides, *([applies.in_("both")] if applies else [])]
        needs = self._said.proof(one) or Text("", "")
        cells = {
            "path": one.path,
            **_both("means", one.field.text),
            **_both("allowed", self._said.allowed(one.field)),
            "stated": "; ".join(one.stated),
            **_both("needs", needs),
            "decides": "\n".join(waits),
            **_tied(one.configurations, (one.digest,)),
        }
        closed = [] if fits_a_cell(one.field) or one.field.type == "map" else ["value"]
        if one.field.plain:
            closed += [name for name in VALUES.filled if name != "value"]
        elif not one.units:
            closed.append("unit")
        choices = {name: self._choices(name) for name in ("status", "basis")}
        choices |= {"value": self._of(one.field), "unit": one.units}
        numeric = one.field.type in _NUMBERS
        forms = {**_forms(VALUES), "value": _form(one.field, numeric=numeric)}
        return Line(cells, choices, tuple(closed), forms)

    def _of(self, field: Field) -> tuple[str, ...]:
        if field.type == "boolean":
            return tuple(
                f"{one}{BESIDE}{self._said.words(f'checklist.{one}').zh}" for one in ("true", "false")
            )
        return field.terms if field.type == "term" else ()

    def _exhibit(self, one: Exhibit) -> Line:
        cells = {
            **self._asking(one.requirement),
            "requirement": one.requirement,
            **_both("needs", self._said.evidence(one)),
            **_tied(one.configurations, (one.digest,)),
        }
        types = [kind for name in one.kinds for kind in TYPES[name]]
        labels = tuple(f"{kind}{BESIDE}{self._said.words(f'evidence.{kind}').zh}" for kind in types)
        choices = {"type": labels, "covers": self._choices("covers")}
        return Line(cells, choices, forms=_forms(EVIDENCE))

    def _choices(self, column: str) -> tuple[str, ...]:
        return tuple(f"{word}{BESIDE}{means.zh}" for word, means in self._said.choices(column).items())

    def _asking(self, id_: str) -> dict[str, str]:
        asking = self._list.asking.get(id_)
        if asking is None:
            return {}
        return {
            "requirement": id_,
            "clause": clause_of(asking),
            "obligation": self._said.words(f"obligation.{asking.obligation}").in_("both"),
            **_both("text", asking.text),
        }


def _both(key: str, text: Text) -> dict[str, str]:
    return {f"{key}_en": text.en, f"{key}_zh": text.zh}


def _tied(configurations: tuple[str, ...], digests: tuple[str, ...]) -> dict[str, str]:
    tied = {"digest": "\n".join(digests)}
    return {**tied, "configurations": ", ".join(configurations)} if configurations else tied


def _forms(sheet: Sheet) -> dict[str, Any]:
    return {name: "day" if name in _DAYS else "text" for name in sheet.filled}


def _form(field: Field, *, numeric: bool) -> Form:
    return "any" if numeric else "day" if field.type == "date" else "text"
