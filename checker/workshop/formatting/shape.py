"""What the schema of rule files says of one part of a file: the order of its keys, and their defaults."""

from collections.abc import Mapping
from json import loads
from typing import Any, cast

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from checker.bundled import bundled
from checker.record import Record

_NODES = {"object": MappingNode, "array": SequenceNode, "string": ScalarNode}
_QUOTED = ("clause", "series")
_NOTHING: Mapping[str, Any] = {}


class Shape(Record):
    """One part of the schema; nothing is known of what it leaves open, such as the specs of examples."""

    part: Mapping[str, Any]
    definitions: Mapping[str, Any]
    only_source: str | None = None  # the key of the file's source, where it has one alone

    def of(self, node: Node) -> "Shape":
        """Return what is said of a value of this kind, where the schema says it for each kind apart."""
        part: Mapping[str, Any] = self.part
        while "$ref" in part or "if" in part:
            if "$ref" in part:
                part = self.definitions[part["$ref"].rpartition("/")[2]]
                continue
            kind = part["if"].get("type")
            if kind is None:  # it compares contents, not kinds
                break
            part = part["then"] if isinstance(node, _NODES[kind]) else part["else"]
        return self._with(part)

    def member(self, key: str) -> "Shape":
        """Return what is said of the value of a key."""
        known = self.part.get("properties", _NOTHING)
        rest = self.part.get("additionalProperties")
        return self._with(known[key] if key in known else rest if isinstance(rest, dict) else _NOTHING)

    def item(self) -> "Shape":
        """Return what is said of each item."""
        return self._with(self.part.get("items", _NOTHING))

    def rank(self, key: str) -> int:
        """Return where a key comes in the order of the schema; what it does not name stays in its place."""
        names = list(self.part.get("properties", _NOTHING))
        return names.index(key) if key in names else len(names)

    def is_default(self, key: str, siblings: Mapping[str, Node]) -> bool:
        """Return whether leaving out a key of a map says the same."""
        value = siblings[key]
        if not isinstance(value, ScalarNode):
            return False
        part = self.member(key).of(value).part
        if "default" in part:
            return cast("bool", value.value == str(part["default"]))
        return self.is_requirement() and key == "source" and value.value == self.only_source

    def is_quoted(self, key: str) -> bool:
        """Return whether the text of a key is always in quotes, as it may look like a number."""
        return key in _QUOTED and "properties" in self.part and self.rank(key) < len(self.part["properties"])

    def is_expression(self) -> bool:
        """Return whether a text here is an expression."""
        return self.part is self.definitions.get("expression")

    def is_requirement(self) -> bool:
        """Return whether this is a requirement."""
        return self.part is self.definitions.get("requirement")

    def _with(self, part: Mapping[str, Any]) -> "Shape":
        return Shape(part, self.definitions, self.only_source)


def shape_of_rule_files(only_source: str | None) -> Shape:
    """Return the shape of a whole rule file."""
    path = bundled("standards") / "schema" / "standard.schema.json"
    schema = loads(path.read_text("utf-8"))
    return Shape(schema, schema["$defs"], only_source)
