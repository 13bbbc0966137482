"""Whether a report, its specs and the rules still agree: for people, and as JSON."""

import json
from collections.abc import Sequence

from checker.carried.agreement import Item, State
from checker.carried.summary import LETTERS
from checker.rendering.jsonable import text_data
from checker.rendering.terminal.page import plain
from checker.rendering.wording import Words
from checker.text import Text

SCHEMA = "icv-verification/1"

_ITEMS = {
    "result": Text("result that the report carries, by its digest", "报告所附评价结果与其摘要值"),
    "tool": Text("version of icv-checker", "icv-checker 版本"),
    "specs": Text("documents that were judged", "所评价的文档"),
    "gate": Text("gate", "通过条件"),
    "spec": Text("spec", "规格文件"),
    "rules": Text("rules", "规则"),
    "profile": Text("profile", "评价方案"),
    "waivers": Text("waivers", "豁免文件"),
    "approval": Text("kind of approval", "批准类型"),
    "statement": Text("statement of conformity", "总体结论"),
    "scores": Text("scores", "得分"),
    "verdicts": Text("verdicts", "判定结果"),
    "judgement": Text("result, judged again, byte by byte", "重新评价的结果（逐字节）"),
    "pages": Text("report, written again, byte by byte", "重新生成的报告（逐字节）"),
}
_STATES: dict[State, Text] = {
    "agrees": Text("● agrees", "● 一致"),
    "disagrees": Text("■ disagrees", "■ 不一致"),
    "not_compared": Text("○ not compared", "○ 未比较"),
}
_SIDES = (Text("report", "报告"), Text("now", "现在"))
_GATE = {"holds": Text("holds", "通过"), "does not hold": Text("does not hold", "未通过")}


def render_agreement(items: Sequence[Item], file: str, number: str, words: Words, lang: str) -> str:
    """Return every comparison, a line each, and what they come to."""
    lines = [f"{plain(file)}  {plain(number)}", ""]
    for one in items:
        lines += [plain(text.in_(lang)) for text in _lines(one, words)]
    return "\n".join([*lines, "", _sum(items).in_(lang), ""])


def render_agreement_json(
    items: Sequence[Item], file: str, number: str, *, tool_version: str, agrees: bool
) -> bytes:
    """Return every comparison as JSON that fits ``verification.schema.json``."""
    document = {
        "schema": SCHEMA,
        "tool": {"name": "icv-checker", "version": tool_version},
        "file": file,
        "report": number,
        "agrees": agrees,
        "items": [
            {
                "item": one.item,
                "about": one.about,
                "state": one.state,
                "report": one.report,
                "now": one.now,
                "why": text_data(one.why),
            }
            for one in items
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _lines(one: Item, words: Words) -> list[Text]:
    label = _ITEMS[one.item]
    if one.about:
        label = _with(label, Text(one.about, one.about))
    state = _STATES[one.state]
    lines = [Text(f"{state.en}  {label.en}", f"{state.zh}  {label.zh}")]
    if one.state == "disagrees" and one.report != one.now:
        said = (_value(one.item, value, words) for value in (one.report, one.now))
        lines += [_indented(_with(side, value)) for side, value in zip(_SIDES, said, strict=True)]
    return [*lines, _indented(one.why)] if one.why else lines


def _value(item: str, value: str | None, words: Words) -> Text:
    """Return a value in words, where it is not one for programs alone."""
    if value is None:
        return Text("-", "-")
    kind, provisional, _ = value.partition(", provisional")
    if item == "gate" and value in _GATE:
        return _GATE[value]
    if item == "approval" and f"approval.{value}" in words:
        return words(f"approval.{value}")
    if item == "statement" and f"statement.{kind}" in words:
        said = words(f"statement.{kind}")
        return words("statement.provisional", word=said) if provisional else said
    if item == "verdicts":
        verdicts = {letter: words(f"verdict.{name}") for name, letter in LETTERS.items()}
        counted = [part.partition(":") for part in value.split()]
        return words.join([Text(*(f"{word} {n}" for word in verdicts[letter])) for letter, _, n in counted])
    return Text(value, value)


def _with(label: Text, said: Text) -> Text:
    return Text(f"{label.en}: {said.en}", f"{label.zh}：{said.zh}")


def _indented(text: Text) -> Text:
    return Text(f"    {text.en}", f"    {text.zh}")


def _sum(items: Sequence[Item]) -> Text:
    bad = sum(one.state == "disagrees" for one in items)
    open_ = sum(one.state == "not_compared" for one in items)
    if bad:
        return Text(f"{bad} of {len(items)} disagree", f"{len(items)} 项中有 {bad} 项不一致")
    if open_:
        return Text(
            f"what was compared agrees; {open_} of {len(items)} were not compared",
            f"已比较的各项一致；{len(items)} 项中有 {open_} 项未比较",
        )
    return Text(
        "report, specs and rules agree in all that was compared", "报告、规格文件与规则在全部核验项上一致"
    )
