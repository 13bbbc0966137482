"""`icv-checker standards`: which standards there are, and what one of them asks."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, standard_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.text import Text

EXAMPLES = (
    "icv-checker standards",
    "icv-checker standards gb-44497-2024",
    "icv-checker standards --profiles",
    "icv-checker standards --map gb-44495-2024",
    "icv-checker standards --catalogue --as-of 2028-01-01",
)
_LISTINGS = ("profiles", "map", "catalogue")


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standard",
        nargs="?",
        metavar="ID",
        en="show this standard and its requirements; with an option below, what is listed about it",
        zh="显示该标准及其要求；与下列选项同用时，仅列出与其有关的内容",
    )
    add.option(
        "--profiles",
        action="store_true",
        en="list the profiles, or show the one named",
        zh="列出评价方案，或显示指定的方案",
    )
    add.option(
        "--map",
        action="store_true",
        en="list which standards of different regimes correspond, and in what they differ",
        zh="列出不同法规体系标准的对应关系及差异",
    )
    add.option(
        "--catalogue",
        action="store_true",
        en="list the documents of the field with their status, and whether there are rules for them",
        zh="列出本领域的标准和文件、其状态以及是否已有规则",
    )
    add.option(
        "--as-of",
        type=add.day,
        metavar="DATE",
        en="with --catalogue: the status on this day (2027-01-01); default: today",
        zh="与 --catalogue 同用：按该日期列出状态（2027-01-01）；默认为当天",
    )
    add.form()
    add.common()


def standards(asked: Any, console: Console) -> int:
    """Print the list of standards, one standard with its requirements, or another listing."""
    try:
        chosen = _listing(asked)
        workplace = open_workplace(asked.rules)
        if chosen is None:
            _standards(asked, console, workplace)
        else:
            from checker.cli.listings import LISTINGS  # noqa: PLC0415 - not where standards are listed

            LISTINGS[chosen](asked, console, workplace)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    return exits.HOLDS


def _listing(asked: Any) -> str | None:
    """Return which listing is asked for, None: the standards; raises Refused for what goes not together."""
    chosen = [name for name in _LISTINGS if getattr(asked, name)]
    if len(chosen) > 1:
        en, zh = " and ".join(f"--{name}" for name in chosen), "、".join(f"--{name}" for name in chosen)
        raise Refused(Text(f"{en} do not go together: choose one", f"{zh} 不能同时使用：请选择其一"))
    if asked.as_of and chosen != ["catalogue"]:
        raise Refused(Text("--as-of goes with --catalogue", "--as-of 须与 --catalogue 同用"))
    return chosen[0] if chosen else None


def _standards(asked: Any, console: Console, workplace: Workplace) -> None:
    known = workplace.library.standards
    one = known[standard_named(asked.standard, workplace)] if asked.standard is not None else None
    if asked.format == "json":
        from checker.rendering.listing import render_standards_json  # noqa: PLC0415 - only where asked for

        rows = [one] if one else known.values()
        console.write_bytes(render_standards_json(rows, requirements=one is not None))
        return
    from checker.rendering.terminal.listed import list_standards, show_standard  # noqa: PLC0415

    page = console.page()
    lines = show_standard(one, page) if one else list_standards(known.values(), page)
    console.write("\n".join(lines) + "\n")
