"""`icv-checker schema`: the JSON Schemas, for editors and for programs that read results."""

import json
from typing import Any

from checker.bundled import bundled
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder
from checker.cli.workplace import open_workplace
from checker.text import Text

EXAMPLES = (
    "icv-checker schema vehicle > vehicle.schema.json",
    "icv-checker schema standard --fields > standard.schema.json",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "schema",
        choices=(
            "vehicle",
            "standard",
            "profile",
            "waivers",
            "checklist",
            "catalogue",
            "correspondence",
            "result",
            "timeline",
            "listing",
            "report-record",
            "verification",
        ),
        en="which JSON Schema to print",
        zh="要输出的 JSON Schema",
    )
    add.option(
        "--fields",
        action="store_true",
        en="with standard: the fields of a vehicle spec too, so that editors complete paths in expressions "
        "and examples",
        zh="与 standard 同用：同时包含车辆规格的字段，供编辑器补全表达式和示例中的路径",
    )
    add.common()


def schema(asked: Any, console: Console) -> int:
    """Print one schema."""
    if asked.fields and asked.schema != "standard":
        console.complain(Text("--fields goes with standard", "--fields 须与 standard 同用"))
        return exits.USAGE
    made = json.loads((bundled("standards") / "schema" / f"{asked.schema}.schema.json").read_bytes())
    if asked.fields:
        from checker.schemas.for_rules import with_fields  # noqa: PLC0415 - only where it is asked for

        made = with_fields(made, open_workplace(asked.rules).schema)
    console.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    return exits.HOLDS
