"""Makes catalogue.json: the Chinese documents of the facts, with what a list can be held against.

Run it where the facts are, beside this repository::

    python tests/data/freeze_catalogue.py

It reads `../shared/facts/cn-catalogue.yaml`. Titles and notes are not frozen.
"""

import json
from pathlib import Path

import yaml

HERE = Path(__file__).parent
FACTS = HERE.parents[1].parent / "shared" / "facts"
KEYS = ("number", "kind", "status", "issue_date", "implementation_date", "group", "confidence")


def main() -> None:
    """Write catalogue.json, a document to a line."""
    rows = yaml.load((FACTS / "cn-catalogue.yaml").read_bytes(), yaml.CSafeLoader)
    lines = [json.dumps([row[key] and str(row[key]) for key in KEYS]) for row in rows]
    (HERE / "catalogue.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


if __name__ == "__main__":
    main()
