"""Pieces of Markdown: text in which nothing is markup by accident, rows of tables, anchors and links."""

from collections.abc import Iterable


def plain(text: str) -> str:
    """Return a text on one line as Markdown shows it."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_<>[]|#" else char for char in line)


def code(text: str) -> str:
    """Return a text on one line as code, also within a table."""
    line = " ".join(text.split()).replace("|", "\\|")
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def row(cells: Iterable[str]) -> str:
    """Return one row of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table_head(cells: Iterable[str]) -> list[str]:
    """Return the head of a table."""
    names = list(cells)
    return [row(names), row("---" for _ in names)]


def anchor(name: str) -> str:
    """Return a place that links lead to."""
    return f'<a id="{name}"></a>'


def anchor_name(path: str) -> str:
    """Return the anchor of a field's path: ``tests.*.runs[0].id`` is ``tests.-.runs-.id``."""
    return path.replace("*", "-").replace("[0]", "-")


def link(text: str, target: str) -> str:
    """Return a link; the text is Markdown already."""
    return f"[{text}]({target})"
