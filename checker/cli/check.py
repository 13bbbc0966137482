"""`icv-checker check`: judge specs, say what to do first, and let the exit code tell."""

from typing import Any

from checker.cli.console import Console
from checker.cli.places import today
from checker.cli.repeated import Printed
from checker.cli.shared_options import Adder
from checker.text import Text

EXAMPLES = (
    "icv-checker check car.yaml",
    "icv-checker check specs/*.yaml --as-of 2027-01-01 --fail-on fail",
    "icv-checker check car.yaml --standard gb-44497-2024 --min-score 80",
    "cat car.json | icv-checker check - --format json",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "specs",
        nargs="+",
        metavar="SPEC",
        en="vehicle specs (YAML, JSON); - is standard input",
        zh="车辆规格文件（YAML、JSON）；- 表示标准输入",
    )
    add.formats()
    add.option(
        "--scenarios",
        action="store_true",
        en="list every scenario of the sets that apply, with what is missing for its verdict",
        zh="逐项列出适用场景集的各个场景，并给出判定所缺的信息",
    )
    add.watch()
    add.common()
    add.selection()
    add.gate()


def check(asked: Any, console: Console) -> int:
    """Return the exit code of the worst document."""
    asked.as_of = asked.as_of or today()
    before = Printed(asked, console)
    repeated = before.recall()
    if repeated is None:
        from checker.cli.checking import checked  # noqa: PLC0415 - not where the same was checked before

        return checked(asked, console, before)
    code, printed = repeated
    if asked.notes:
        asked.notes.say(
            Text("the same was checked before: printed from the cache", "与以往检查相同：取自缓存")
        )
    console.write_printed(printed)
    return code
