"""`extends`: the files that a spec is laid over, and the digest of them all."""

import os
from collections.abc import Callable, Iterable

from checker.documents import Document, Path_, read_documents
from checker.errors import Invalid, Problem
from checker.record import Record, fresh, replace
from checker.schemas.fields import Field
from checker.sha256 import sha256
from checker.specs.files import beside, folder_of, refusal
from checker.specs.laying import lay_over
from checker.text import Text

#: Bytes of a file; raises OSError, or ValueError for a name that no file can have.
ReadFile = Callable[[str], bytes]

MAX_DEPTH = 8
MAX_FILES = 32
_LEAVE_OUT = Text("leave `extends` out", "请删除 extends")


class Extended(Record):
    """One document with all that it extends laid under it."""

    document: Document
    digest: str  # "sha256:..."
    files: tuple[str, ...]  # what it extends, in the order they were laid down, each once


class _Search(Record, frozen=False):
    """What has been found so far on the way through the files."""

    root: str  # the folder that no file may lie outside of
    schema: Field
    read_file: ReadFile
    digests: dict[str, str] = fresh(factory=dict)  # of each file, in the order they were laid down
    problems: list[Problem] = fresh(factory=list)
    read: int = 0


def extend(document: Document, data: bytes, schema: Field, read_file: ReadFile) -> Extended:
    """Return a document laid over all that its `extends` names; raise Invalid with every problem.

    `data` are the bytes of the document's own file. The digest of a file that extends nothing is that of its
    bytes; else it is that of the hexadecimal SHA-256 of each file, a line each, the document's own file last
    (``sha256sum BASE... SPEC | cut -c-64 | sha256sum``).
    """
    if "extends" not in document.data:
        return Extended(document, _digest((), data), ())
    search = _Search(folder_of(document.file), schema, read_file)
    whole = _resolve(document, search, (os.path.realpath(document.file),))
    if search.problems:
        raise Invalid(dict.fromkeys(search.problems))
    return Extended(whole, _digest(search.digests.values(), data), tuple(search.digests))


def _digest(bases: Iterable[str], data: bytes) -> str:
    own = sha256(data).hexdigest()
    lines = [*bases, own]
    if len(lines) == 1:
        return f"sha256:{own}"
    return "sha256:" + sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()


def _resolve(document: Document, search: _Search, chain: tuple[str, ...]) -> Document:
    if "extends" not in document.data:
        return document
    own = _without(document, "extends")
    names = document.data["extends"]
    whole: Document | None = None
    if names == []:
        _complain(search, document, ("extends",), Text("no file is named", "未写文件名"), _LEAVE_OUT)
    for index, name in enumerate(names if isinstance(names, list) else [names]):
        path: Path_ = ("extends", index) if isinstance(names, list) else ("extends",)
        if not isinstance(name, str) or not name:
            _complain(search, document, path, Text("not the name of a file", "不是文件名"))
            continue
        base = _base(document, name, path, search, chain)
        if base is not None:
            whole = base if whole is None else lay_over(whole, base, search.schema)
    return own if whole is None else lay_over(whole, own, search.schema)


def _base(
    document: Document, name: str, path: Path_, search: _Search, chain: tuple[str, ...]
) -> Document | None:
    """Return what one name of `extends` stands for, without its variants; None where it cannot be had."""
    file = beside(document.file, name)
    wrong = refusal(name, file, search.root) or _too_far(name, file, search, chain)
    if wrong:
        _complain(search, document, path, *wrong)
        return None
    search.read += 1
    try:
        data = search.read_file(file)
    except (OSError, ValueError) as error:
        _complain(search, document, path, *_unreadable(name, error))
        return None
    try:
        documents = read_documents(data, file, name_hint="json" if file.lower().endswith(".json") else "yaml")
    except Invalid as invalid:
        search.problems.extend(invalid.problems)
        return None
    if len(documents) != 1:
        _complain(search, document, path, *_not_one(name, len(documents)))
        return None
    whole = _resolve(documents[0], search, (*chain, os.path.realpath(file)))
    search.digests.setdefault(file, sha256(data).hexdigest())
    return _without(whole, "variants")


def _too_far(name: str, file: str, search: _Search, chain: tuple[str, ...]) -> tuple[Text, Text] | None:
    real = os.path.realpath(file)
    if real in chain:
        return (
            Text(
                f"'{name}' extends itself, directly or by way of other files", f"“{name}”直接或间接引用了自身"
            ),
            Text("take the circle apart", "请消除循环引用"),
        )
    if len(chain) > MAX_DEPTH or search.read >= MAX_FILES:
        return (
            Text(
                f"more than {MAX_DEPTH} files deep, or more than {MAX_FILES} in all",
                f"引用层数超过 {MAX_DEPTH}，或文件总数超过 {MAX_FILES}",
            ),
            Text("lay the files together", "请合并文件"),
        )
    return None


def _unreadable(name: str, error: OSError | ValueError) -> tuple[Text, Text]:
    if isinstance(error, FileNotFoundError):
        return (
            Text(f"there is no file '{name}'", f"没有文件“{name}”"),
            Text("the path is read as seen from this file", "路径相对于本文件"),
        )
    why = getattr(error, "strerror", None) or str(error)
    return (
        Text(f"'{name}' cannot be read: {why}", f"无法读取“{name}”：{why}"),
        Text("name a readable file", "请写可读取的文件"),
    )


def _not_one(name: str, count: int) -> tuple[Text, Text]:
    return (
        Text(f"'{name}' holds {count} documents", f"“{name}”含有 {count} 个文档"),
        Text("extend a file with one document", "请引用只含一个文档的文件"),
    )


def _complain(search: _Search, document: Document, path: Path_, what: Text, mend: Text | None = None) -> None:
    place = document.value_place(path)
    search.problems.append(Problem(place, Text(f"extends: {what.en}", f"extends：{what.zh}"), mend))


def _without(document: Document, key: str) -> Document:
    """Return a document without one key of its root."""
    if key not in document.data:
        return document
    return replace(document, data={name: value for name, value in document.data.items() if name != key})
