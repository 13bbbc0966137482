"""A requirement that is begun at the end of those of a rule file; all else stays as it is written."""

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.packs.references import requirements
from checker.packs.shapes import mapping
from checker.text import Text
from checker.workshop.beginning.skeletons import requirement_skeleton
from checker.workshop.formatting.page import Lines
from checker.workshop.formatting.shape import shape_of_rule_files

_NONE = Text("there are no `requirements:` in this file", "该文件没有 requirements")
_BEGIN = Text("write `requirements: []` at its end", "请在文件末尾写 requirements: []")
_IN_ONE_LINE = Text("these requirements are written in one line", "这些要求写在同一行内")
_LINES = Text("write each below a dash, or delete them all: []", "请将各要求分行写在“-”下，或改为 []")
_TAKEN = Text("this file has a requirement of this id", "该文件已有此标识的要求")
_OTHER = Text("choose another id", "请使用其他标识")


def with_requirement(data: bytes, file: str, name: str, *, comments: bool) -> bytes:
    """Return a rule file with one requirement more; raises Invalid where it cannot be put in."""
    (document,) = read_documents(data, file, name_hint="yaml")
    for path, requirement in requirements(document):
        if requirement.get("id") == name:
            raise Invalid([Problem(document.value_place((*path, "id")), _TAKEN, _OTHER)])
    text = document.source.text.replace("\r\n", "\n").rstrip("\n") + "\n"
    node, key = _list_of(text, document)
    sources = mapping(document.data, "sources")
    shape = shape_of_rule_files(next(iter(sources)) if len(sources) == 1 else None)
    column = node.start_mark.column if node.value else 2
    block = requirement_skeleton(name, shape, column, comments=comments)
    lines = text.split("\n")
    if not node.value:
        head = lines[key.start_mark.line][: key.end_mark.column] + ":"
        lines[key.start_mark.line : node.end_mark.line + 1] = [head, *block]
    else:
        last = Lines(text).last_of(node, key.start_mark.line)
        lines[last + 1 : last + 1] = ["", *block]
    return "\n".join(lines).encode()


def _list_of(text: str, document: Document) -> tuple[SequenceNode, Node]:
    """Return the list of requirements and its key; raises Invalid where nothing can be put behind it."""
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(root, MappingNode), "a document is a map at its root"
    for key, value in root.value:
        if key.value == "requirements" and isinstance(value, SequenceNode) and not root.flow_style:
            if value.flow_style and value.value:
                raise Invalid([Problem(document.place(("requirements",)), _IN_ONE_LINE, _LINES)])
            return value, key
    raise Invalid([Problem(document.place(("requirements",)), _NONE, _BEGIN)])
