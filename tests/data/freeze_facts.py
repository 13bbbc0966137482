"""Makes facts.json: which facts there are, with their clauses and numbers, without their words.

Run it where the facts are, beside this repository::

    python tests/data/freeze_facts.py

It reads `../shared/facts/cn.yaml` and `un-eu-us.yaml`. What is frozen is enough to account for every fact in
the rule files, and for every number in them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FACTS = HERE.parents[1].parent / "shared" / "facts"
#: What of a fact says where it was read, not what it is about.
ABOUT_THE_FACT = frozenset(
    ("id", "key", "clause", "paragraph", "source", "basis", "confidence", "verified", "verify_from")
)
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?!\.?\d)")


def documents() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each document of both files with its facts."""
    for file, key in (("cn.yaml", None), ("un-eu-us.yaml", "regulations")):
        data = yaml.load((FACTS / file).read_bytes(), yaml.CSafeLoader)
        for document in data if key is None else data[key]:
            yield document["id"], document["requirements"]


def frozen(fact: dict[str, Any]) -> tuple[str, list[Any]]:
    """Return the id of a fact, and its clause (None where it was not seen) with its numbers."""
    clause = fact.get("clause", fact.get("paragraph"))
    about = {key: value for key, value in fact.items() if key not in ABOUT_THE_FACT}
    numbers = sorted(set(_numbers(about)))
    return fact.get("id") or fact["key"], [None if clause is None else str(clause), numbers]


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, bool):
        return
    if isinstance(value, int | float):
        yield float(value)
    elif isinstance(value, str):
        yield from map(float, _NUMBER.findall(value.replace("，", ",").replace(",", " ")))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers(item)


def main() -> None:
    """Write facts.json, a fact to a line."""
    parts = []
    for document, facts in documents():
        rows = [f"  {json.dumps(key)}: {json.dumps(row)}" for key, row in map(frozen, facts)]
        parts.append(f"{json.dumps(document)}: {{\n" + ",\n".join(rows) + "\n}")
    (HERE / "facts.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
