"""`icv-checker verify`: whether a report, the specs that it was made from, and the rules still agree."""

from typing import Any

from checker import __version__
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder
from checker.errors import Invalid

EXAMPLES = (
    "icv-checker verify report.pdf",
    "icv-checker verify report.html --spec archive/car.yaml",
    "icv-checker verify report.pdf --no-pages --format json",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "report",
        metavar="REPORT",
        en="a report that icv-checker wrote: FILE.pdf or FILE.html",
        zh="icv-checker 生成的报告：FILE.pdf 或 FILE.html",
    )
    add.option(
        "--spec",
        action="append",
        default=[],
        metavar="FILE",
        en="where the spec lies now (may be repeated, in the order of the report); "
        "default: where the report says, else beside the report",
        zh="规格文件的现位置（可重复，顺序与报告一致）；默认按报告所记路径查找，其次在报告所在文件夹查找",
    )
    add.option(
        "--no-pages",
        action="store_true",
        en="do not write the report again to compare it byte by byte",
        zh="不重新生成报告作逐字节比较",
    )
    add.form()
    add.common()


def verify(asked: Any, console: Console) -> int:
    """Return 0 where all that is compared agrees, 1 where anything does not or could not be compared."""
    from checker.cli.verifying import Verification  # noqa: PLC0415 - slow, and not for help
    from checker.rendering.agreement import render_agreement, render_agreement_json  # noqa: PLC0415
    from checker.rendering.wording import load_words  # noqa: PLC0415

    made = Verification(asked)
    invalid: Invalid | None = None
    try:
        made.compare()
    except Invalid as error:  # what was compared before is told
        invalid = error
    agrees = invalid is None and made.agrees
    if asked.format == "json":
        console.write_bytes(
            render_agreement_json(
                made.items, asked.report, made.number, tool_version=__version__, agrees=agrees
            )
        )
    else:
        console.write(render_agreement(made.items, asked.report, made.number, load_words(), console.lang))
    if invalid:
        console.problems(invalid)
        return exits.INVALID
    return exits.HOLDS if agrees else exits.GATE
