"""Edits in a JSON file; its layout stays as its author wrote it."""

import json
import re
from collections.abc import Iterable

from checker.exchange.edits import Edit, edited
from checker.exchange.merging import carried_over


def json_with(text: str, edits: Iterable[Edit]) -> tuple[str, str]:
    """Return a JSON document with edits: in the layout of its author, and in one of our own."""
    data = json.loads(text)
    indent = re.search(r"\{\n([ \t]+)", text)
    between = (", ", ": ") if indent or '": ' in text else (",", ":")
    end = "\n" if text.endswith("\n") else ""

    def dumped(value: object) -> str:
        width = indent[1] if indent else None
        separators = (",", ": ") if indent else between
        return json.dumps(value, ensure_ascii=False, indent=width, separators=separators) + end

    before, after = dumped(data), dumped(edited(data, edits))
    return carried_over(text, before, after), after
