"""Maps and lists in one line."""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from checker.workshop.formatting.page import Lines
from checker.workshop.formatting.shape import Shape
from checker.workshop.formatting.texts import written


class Inline:
    """Writes values of one file in one line each."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __call__(self, node: Node, shape: Shape, *, flow: bool, quoted: bool) -> str:
        """Return any value; `flow`: it stands in a map or list in one line; `quoted`: see `written`."""
        if isinstance(node, ScalarNode):
            return written(node, self._lines.source(node), flow=flow, quoted=quoted)
        return self.collection(node, shape, quoted=quoted)

    def collection(self, node: Node, shape: Shape, *, quoted: bool = False) -> str:
        """Return a map or list."""
        if isinstance(node, SequenceNode):
            items = (self(item, shape.item().of(item), flow=True, quoted=quoted) for item in node.value)
            return f"[{', '.join(items)}]"
        assert isinstance(node, MappingNode)
        siblings = {key.value: value for key, value in node.value}
        pairs = [pair for pair in node.value if not shape.is_default(pair[0].value, siblings)]
        pairs.sort(key=lambda pair: shape.rank(pair[0].value))
        return "{" + ", ".join(self._pair(key, value, shape) for key, value in pairs) + "}"

    def _pair(self, key: ScalarNode, value: Node, shape: Shape) -> str:
        quoted = shape.is_quoted(key.value)
        said = self(value, shape.member(key.value).of(value), flow=True, quoted=quoted)
        return f"{self(key, shape, flow=True, quoted=False)}: {said}"
