"""A rule file in its form: `formatted`."""

import yaml
from yaml.nodes import MappingNode

from checker.documents import Document
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.packs.shapes import mapping
from checker.text import Text
from checker.workshop.formatting.collisions import read_mended
from checker.workshop.formatting.layout import Layout
from checker.workshop.formatting.meaning import meaning_of
from checker.workshop.formatting.page import Lines
from checker.workshop.formatting.shape import shape_of_rule_files

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SEVERAL = Text("there are several documents in this file", "文件中有多个文档")
_ONE = Text("one file holds one edition of a standard", "一个文件只写一个标准版本")
_NO_RULES = Text("this is no rule file", "这不是规则文件")
_NAME_RULES = Text("name a file with `requirements:`", "请指定含 requirements 的文件")
_OF_RULE_FILES = frozenset(("requirements", "number", "legal_force"))  # one of them is enough
_UNKNOWN = Text(
    "this file is written in a way that fmt does not take apart, and stays as it is",
    "该文件的写法无法自动整理，保持原样",
)
_PLAINLY = Text(
    "write keys on lines of their own, without anchors (&), aliases (*) and question marks",
    "请将各键分行书写，不使用锚点（&）、别名（*）和问号键",
)


def formatted(data: bytes, file: str) -> bytes:
    """Return a rule file in its form, which says the same; raises Invalid where that cannot be done.

    It need not be a sound rule file: it may be half written, and its expressions may still need quotes.
    """
    document = _read(data, file)
    if not _OF_RULE_FILES & document.data.keys():
        raise Invalid([Problem(Place(file, 1, 1), _NO_RULES, _NAME_RULES)])
    text = document.source.text.replace("\r\n", "\n").rstrip() + "\n"
    sources = mapping(document.data, "sources")
    shape = shape_of_rule_files(next(iter(sources)) if len(sources) == 1 else None)
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_LOADER)):
        raise _left_alone(file)
    root = yaml.compose(text, Loader=_LOADER)
    assert isinstance(root, MappingNode), "a document is a map at its root"
    if root.flow_style:
        raise _left_alone(file)
    made = ("\n".join(Layout(Lines(text)).file(root, shape)).rstrip() + "\n").encode()
    try:
        again = _read(made, file)
    except Invalid:
        raise _left_alone(file) from None
    if meaning_of(again) != meaning_of(document):
        raise _left_alone(file)
    return made


def _read(data: bytes, file: str) -> Document:
    documents = read_mended(data, file)
    if len(documents) != 1:
        raise Invalid([Problem(documents[1].value_place(()), _SEVERAL, _ONE)])
    return documents[0]


def _left_alone(file: str) -> Invalid:
    return Invalid([Problem(Place(file, 1, 1), _UNKNOWN, _PLAINLY)])
