"""`icv-checker schema`: the JSON Schemas, for editors and for programs that read results."""

import json
from typing import Any

from checker.bundled import bundled
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder

EXAMPLES = ("icv-checker schema vehicle > vehicle.schema.json",)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "schema",
        choices=(
            "vehicle",
            "standard",
            "profile",
            "waivers",
            "catalogue",
            "correspondence",
            "result",
            "timeline",
            "listing",
        ),
        en="which JSON Schema to print",
        zh="要输出的 JSON Schema",
    )
    add.common()


def schema(asked: Any, console: Console) -> int:
    """Print one schema."""
    data = (bundled("standards") / "schema" / f"{asked.schema}.schema.json").read_bytes()
    console.write(json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n")
    return exits.HOLDS
