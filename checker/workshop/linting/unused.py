"""Names of a rule file that nothing uses."""

from collections.abc import Iterable, Iterator
from re import compile as regex
from typing import Any

from checker.documents import Document
from checker.errors import Problem
from checker.packs.references import requirements
from checker.packs.shapes import listed, mapping, rows, texts
from checker.text import Text

_WORDS = regex(r"[A-Za-z_][A-Za-z0-9_]*").findall
_NAMED = {
    "let": Text("named expression", "命名表达式"),
    "lists": Text("list", "清单"),
    "tables": Text("table", "表格"),
}


def unused_problems(document: Document) -> Iterator[Problem]:
    """Yield each named expression, list, table and source that no requirement uses, by way of others too."""
    used = _used(document)
    for key, noun in _NAMED.items():
        for name in mapping(document.data, key):
            if name not in used:
                what = Text(f"the {noun.en} '{name}' is used nowhere", f"{noun.zh}“{name}”未被使用")
                yield Problem(document.place((key, name)), what, _DELETE)
    sources = mapping(document.data, "sources")
    named = set(_sources(document))
    for name in sources if len(sources) > 1 else ():
        if name not in named:
            what = Text(f"no requirement names the source '{name}'", f"没有要求引用来源“{name}”")
            mend = Text(
                "say `source:` where it was read, or delete it", "请在相应要求中填写 source，或删去该来源"
            )
            yield Problem(document.place(("sources", name)), what, mend)


_DELETE = Text("use it, or delete it", "请引用或删去")


def _used(document: Document) -> set[str]:
    lets: dict[str, str] = mapping(document.data, "let")
    waiting, used = list(_expressions(document)), set[str]()
    while waiting:
        new = set(_WORDS(waiting.pop())) - used
        used |= new
        waiting.extend(lets[name] for name in new if name in lets)
    return used


def _expressions(document: Document) -> Iterator[str]:
    yield from listed(document.data.get("applies_when"))
    yield from _conditions(document.data)
    for _, requirement in requirements(document):
        yield from _conditions(requirement)
        for key in ("for_each", "where", "when", "require"):
            yield from (text for _, text in texts(requirement.get(key), ()))


def _conditions(data: dict[str, Any]) -> Iterable[str]:
    """Return the conditions of dates."""
    return (row["when"] for _, row in rows(data.get("dates"), ()) if "when" in row)


def _sources(document: Document) -> Iterator[str]:
    for data in (document.data, *(requirement for _, requirement in requirements(document))):
        yield from listed(data.get("source"))
        for _, row in rows(data.get("dates"), ()):
            yield from listed(row.get("source"))
