"""Bytes of a file -> its documents."""

from typing import Literal

from checker.documents.decoding import decode
from checker.documents.document import Document, Source
from checker.documents.limits import Budget
from checker.errors import Invalid, Problem
from checker.text import Text

_EMPTY = Text("the file holds nothing", "文件为空")
_STATE = Text("describe the vehicle or the rule in it", "请写入车辆或规则的内容")
_MAP = Text(
    "begin the document with keys, each with a ':' and a space behind it",
    "文档应由键开始，键后跟“:”和一个空格",
)


def read_documents(
    data: bytes,
    file: str,
    *,
    name_hint: Literal["yaml", "json"] = "yaml",
    root: Literal["map", "any"] = "map",
) -> tuple[Document, ...]:
    """Return every document of a file; raises Invalid with all that is wrong with it.

    With `root` "map" each document is a map at its root; else it may be any value.
    """
    source = Source(file, decode(data, file, json=name_hint == "json"))
    if name_hint == "json":
        from checker.documents.from_json import read_json  # noqa: PLC0415 - one of the two is needed

        documents: tuple[Document, ...] = (read_json(source),)
    else:
        from checker.documents.from_yaml import read_yaml  # noqa: PLC0415

        documents = read_yaml(source)
    if not documents:
        raise Invalid([Problem(source.place(0), _EMPTY, _STATE)])
    if root == "map":
        _refuse_other_roots(source, documents)
    return documents


def _refuse_other_roots(source: Source, documents: tuple[Document, ...]) -> None:
    budget = Budget(source)
    for document in documents:
        if not isinstance(document.data, dict):
            from checker.documents import complaints  # noqa: PLC0415 - only for what is wrong

            budget.report(document.marks[0], *complaints.root_not_a_map(document.data))
    budget.finish()
