"""A rule file and a requirement as they are begun: they load, pass their examples, and bind nobody."""

from collections.abc import Iterator, Sequence

from checker.record import Record
from checker.text import Text
from checker.workshop.beginning.explaining import Explained, inline
from checker.workshop.beginning.guessing import guess
from checker.workshop.beginning.marks import marked
from checker.workshop.formatting.shape import Shape, shape_of_rule_files

_FIRST = "has-a-seat"
_ABOUT = (
    "A rule file that is begun. It is a draft: it binds nobody before `status` says otherwise.",
    "`icv-checker lint` lists what is to be filled in (TODO), `icv-checker test` runs the examples.",
    "Each key is explained; delete the comments that you do not need.",
    "规则文件骨架。状态为 draft（草案），在修改 status 之前对任何车型均无约束力。",
    "icv-checker lint 列出待填写处，icv-checker test 运行示例；不需要的注释可删除。",
)
_OTHERS = (
    "aliases", "dates", "applies_when", "outline", "lists", "tables", "let", "example_base",
)  # fmt: skip
_OTHERS_OF_ONE = (
    "clause", "title", "obligation", "weight", "source", "confidence", "for_each", "as", "where", "if_none",
    "when", "evidence", "review", "proof", "dates",
)  # fmt: skip


class Beginning(Record):
    """What is known of a standard whose rule file is begun; None is to be filled in."""

    id: str
    number: str | None = None
    title: Text = Text("", "")
    kind: str | None = None
    legal_force: str | None = None
    market: str | None = None
    domain: str | None = None
    status: str | None = None
    replaces: tuple[str, ...] = ()  # ids of earlier editions


def standard_skeleton(begun: Beginning, schema: str) -> str:
    """Return a rule file; ``schema`` is how its editor finds the JSON Schema from there."""
    shape = shape_of_rule_files("s1")
    lines = [f"# yaml-language-server: $schema={schema}", *(f"# {line}" for line in _ABOUT)]
    filled = dict(_filled(begun))
    others = [*_OTHERS, *(() if "replaces" in filled else ("replaces",))]
    lines += Explained(shape, 0, comments=True).lines(filled, others=others)
    lines += requirement_skeleton(_FIRST, shape, 2, comments=True)
    lines += Explained(shape, 0, comments=True).lines({}, others=["note"])
    return "\n".join(lines) + "\n"


def _filled(begun: Beginning) -> Iterator[tuple[str, Sequence[str]]]:
    known = guess(begun.id)
    number = begun.number or known.number
    asked = marked("the number as printed on the cover", "封面所示的标准编号")
    yield "id", [begun.id]
    yield "number", [inline(number or f"{asked.en} / {asked.zh}")]
    title = marked("the title in English", "标准的中文名称")
    yield "title", [inline({"en": begun.title.en or title.en, "zh": begun.title.zh or title.zh})]
    yield "kind", _chosen(begun.kind or known.kind, "standard")
    yield "legal_force", _chosen(begun.legal_force or known.legal_force, "voluntary")
    yield "market", _chosen(begun.market or known.market, "CN")
    yield "domain", _chosen(begun.domain, "driving_automation")
    yield "status", [begun.status or "draft"]
    if known.series:
        yield "series", [f'"{known.series}"']
    if begun.replaces:
        yield "replaces", [inline(list(begun.replaces))]
    source = marked("what was read: title, edition, publisher", "所依据的资料：名称、版本、出版方")
    yield "sources", ["", "  s1:", f'    title: "{source.en} / {source.zh}"', "    seen: recall"]
    yield "requirements", [""]


def _chosen(word: str | None, otherwise: str) -> list[str]:
    """Return a word, and where nobody has chosen it that it is to be chosen."""
    said = marked("choose", "请选择")
    return [word] if word else [f"{otherwise}  # {said.en} / {said.zh}"]


def requirement_skeleton(name: str, shape: Shape, column: int, *, comments: bool) -> list[str]:
    """Return the lines of a requirement, whose dash stands at a column; ``shape`` is that of the file."""
    inside = shape.member("requirements").item()
    one = Shape(inside.definitions["requirement"], inside.definitions, shape.only_source)
    lines = list(Explained(one, column + 2, comments=comments).lines(_asked(name), others=_OTHERS_OF_ONE))
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("id: "))
    above = [line[2:] for line in lines[:at]]  # what explains the id stands above the dash
    return [*above, " " * column + f"- id: {name}", *lines[at + 1 :]]


def _asked(name: str) -> dict[str, Sequence[str]]:
    text = marked(f"what '{name}' asks, in a sentence of your own", f"“{name}”要求的内容（自行表述）")
    remedy = marked("what to do where it fails", "不符合时的整改建议")
    rule = marked("an expression", "表达式")
    examples = marked("examples that fit it, best at its limit", "与表达式相符的示例，最好取临界值")
    return {
        "id": [name],
        "text": [inline(text._asdict())],
        "require": [f"vehicle.seats >= 1  # {rule.en} / {rule.zh}"],
        "remedy": [inline(remedy._asdict())],
        "examples": [
            f" # {examples.en} / {examples.zh}",
            "  pass: [{vehicle: {seats: 1}}]",
            "  fail: [{vehicle: {seats: 0}}]",
            "  unknown: [{}]",
        ],
    }


def earlier_editions(
    number: str | None, editions: Sequence[tuple[str, str, Sequence[str]]]
) -> tuple[str, ...]:
    """Return the newest of the editions of one number, which a new one replaces.

    ``editions`` are (id, number, ids that it replaces) of what there is.
    """
    from checker.packs.numbers import without_year  # noqa: PLC0415 - only where a standard is begun

    if number is None:
        return ()
    same = [one for one in editions if without_year(one[1]) == without_year(number)]
    replaced = {old for _, _, replaces in same for old in replaces}
    return tuple(one[0] for one in same if one[0] not in replaced)[-1:]
