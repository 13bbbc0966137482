"""The lines of a file, and where on them each node of YAML ends."""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


class Lines:
    """The lines of a text, from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = text.split("\n")

    def __getitem__(self, number: int) -> str:
        return self._lines[number]

    def __len__(self) -> int:
        return len(self._lines)

    def last_of(self, node: Node, at_least: int) -> int:
        """Return the last line that a node stands on; `at_least` is that of its key or dash."""
        if is_literal(node):
            return self._last_of_literal(node)
        if is_block(node) and node.value:
            last = node.value[-1]
            key, value = last if isinstance(node, MappingNode) else (last, last)
            return self.last_of(value, max(at_least, key.start_mark.line))
        return max(at_least, node.end_mark.line if not _is_empty(node) else at_least)

    def _last_of_literal(self, node: Node) -> int:
        last: int = node.end_mark.line - (node.end_mark.column == 0)
        while not self._lines[last].strip():
            last -= 1
        return last

    def after(self, node: Node) -> str:
        """Return the comment behind a value that ends on one line, or nothing."""
        rest = self._lines[node.end_mark.line][node.end_mark.column :].strip()
        return f"  {rest}" if rest.startswith("#") else ""

    def source(self, node: Node) -> str:
        """Return a node as it is written."""
        return self.text[node.start_mark.index : node.end_mark.index]


def is_block(node: Node) -> bool:
    """Return whether a map or list is written with a line for each entry."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def is_literal(node: Node) -> bool:
    """Return whether a text is written as a block of lines."""
    return isinstance(node, ScalarNode) and node.style in ("|", ">")


def indent_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def moved(line: str, by: int) -> str:
    """Return a line that is indented more, or less, as far as its spaces go."""
    if not line.strip():
        return ""
    return " " * max(0, indent_of(line) + by) + line.lstrip(" ")


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and not node.value
