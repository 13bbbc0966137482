"""What a rule file says of itself must fit: ids, sources, names, and which keys go together."""

from collections.abc import Iterator
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.expression.functions import FUNCTIONS
from checker.expression.parser import MACROS
from checker.packs.shapes import bilingual_or_none, mapping, rows, texts
from checker.packs.unknown import unknown
from checker.text import Text

#: What no list, table, `let` or member may be called: the language or a section of the spec has the word.
RESERVED = frozenset(
    (
        *FUNCTIONS,
        *MACROS,
        *("as_of", "key", "true", "false", "null", "has", "type", "list", "bool"),
        *("as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let"),
        *("loop", "package", "namespace", "return", "var", "void", "while"),
    )
)

_LIST, _TABLE, _LET = Text("list", "清单"), Text("table", "表格"), Text("let", "let 名称")
_NAMED = {"lists": _LIST, "tables": _TABLE, "let": _LET}


def reference_problems(document: Document, sections: frozenset[str]) -> Iterator[Problem]:
    """Yield what does not fit within a rule file; `sections` are the top-level keys of a vehicle spec."""
    yield from _name_problems(document, sections)
    yield from _same_twice(document)
    yield from _source_problems(document)
    yield from _outline_problems(document)
    if document.data.get("id") in texts_of(document, "replaces"):
        what = Text("a standard does not replace itself", "标准不能代替自身")
        yield Problem(document.place(("replaces",)), what, Text("name the earlier edition", "请填写早期版本"))


def texts_of(document: Document, key: str) -> list[str]:
    """Return the texts of a list at the root of a document."""
    return [text for _, text in texts(document.data.get(key), (key,))]


def requirements(document: Document) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Yield each requirement of a rule file with its path."""
    value = document.data.get("requirements")
    yield from rows(value, ("requirements",)) if isinstance(value, list) else ()


def _name_problems(document: Document, sections: frozenset[str]) -> Iterator[Problem]:
    taken: dict[str, Text] = {}
    for key, noun in _NAMED.items():
        for name in mapping(document.data, key):
            first = taken.setdefault(name, noun)
            if first is not noun:
                what = Text(f"'{name}' is the name of a {first.en} too", f"“{name}”已用作{first.zh}名称")
                yield Problem(document.place((key, name)), what, _RENAME)
            yield from _word_problem(document, (key, name), name, sections)
    for path, requirement in requirements(document):
        for at, word in texts(requirement.get("as"), (*path, "as")):
            if word in taken:
                what = Text(
                    f"'{word}' is the name of a {taken[word].en}", f"“{word}”已用作{taken[word].zh}名称"
                )
                yield Problem(document.value_place(at), what, _RENAME)
            yield from _word_problem(document, at, word, sections)


_RENAME = Text("give it another name", "请改用其他名称")


def _word_problem(document: Document, path: Path_, name: str, sections: frozenset[str]) -> Iterator[Problem]:
    place = document.value_place(path) if path[-1] == "as" else document.place(path)
    if name in RESERVED:
        yield Problem(
            place, Text(f"'{name}' is a word of the rule language", f"“{name}”是规则语言的保留字"), _RENAME
        )
    elif name in sections:
        yield Problem(
            place,
            Text(f"'{name}' is a section of the vehicle spec", f"“{name}”是车辆规格文件的章节"),
            _RENAME,
        )


def _same_twice(document: Document) -> Iterator[Problem]:
    """Yield ids, titles and texts that stand twice: one was copied and not changed."""
    seen: dict[tuple[str, str], Path_] = {}
    for path, requirement in requirements(document):
        for key in ("id", "title", "text"):
            value = requirement.get(key)
            text = bilingual_or_none(value)
            words = [value] if isinstance(value, str) else list(text) if text else []
            for word in words:
                first = seen.setdefault((key, word), path)
                if first != path:
                    yield _twice(document, (*path, key), word, first)
                    break


def _twice(document: Document, path: Path_, word: str, first: Path_) -> Problem:
    line = document.place((*first, path[-1])).line
    shown = word if len(word) <= 60 else f"{word[:57]}..."
    return Problem(
        document.value_place(path),
        Text(f"the {path[-1]} '{shown}' stands in line {line} too", f"{path[-1]}“{shown}”与第 {line} 行重复"),
        Text("no two requirements say the same; change or delete one", "各条要求不得重复，请修改或删除其一"),
    )


def _outline_problems(document: Document) -> Iterator[Problem]:
    """Yield the clauses that stand twice in the outline: each would be counted twice."""
    outline = document.data.get("outline")
    seen: set[str] = set()
    for index, item in enumerate(outline if isinstance(outline, list) else ()):
        clause = item.get("clause") if isinstance(item, dict) else item
        if isinstance(clause, str) and clause in seen:
            what = Text(
                f"the clause '{clause}' stands twice in the outline", f"条款“{clause}”在 outline 中重复"
            )
            yield Problem(document.place(("outline", index)), what, Text("delete one", "请删去其一"))
        elif isinstance(clause, str):
            seen.add(clause)


def _source_problems(document: Document) -> Iterator[Problem]:
    sources = mapping(document.data, "sources")
    noun = Text("source", "来源")
    for path, key in _sources_named(document):
        if key not in sources:
            yield Problem(document.value_place(path), *unknown(key, sources, noun))
    if len(sources) < 2:
        return
    for path, requirement in requirements(document):
        if "source" not in requirement:
            what = Text(
                "the file has several sources and this does not say which",
                "文件有多个来源，此处未注明所用来源",
            )
            mend = Text(
                f"say source: one of {', '.join(sources)}", f"请填写 source，可用：{'、'.join(sources)}"
            )
            yield Problem(document.place(path), what, mend)


def _sources_named(document: Document) -> Iterator[tuple[Path_, str]]:
    yield from _sources_of_dates(document.data, ())
    for path, requirement in requirements(document):
        yield from texts(requirement.get("source"), (*path, "source"))
        yield from _sources_of_dates(requirement, path)


def _sources_of_dates(data: dict[str, Any], path: Path_) -> Iterator[tuple[Path_, str]]:
    for at, row in rows(data.get("dates"), (*path, "dates")):
        yield from texts(row.get("source"), (*at, "source"))
