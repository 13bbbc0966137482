"""What the people who issue a report say of it on the command line."""

from typing import Any

from checker.cli.selection import Refused
from checker.cli.shared_options import Adder
from checker.rendering.issue import Issue
from checker.text import Text

#: Options with one value each: name, what stands for the value, help in both languages.
_SAID = (
    (
        "number",
        "NUMBER",
        "your number of the report; default: one that the inputs give",
        "报告编号；默认由输入生成",
    ),
    ("revision", "REVISION", "its revision: B, 2", "版次：B、2"),
    ("supersedes", "REPORT", "the report that it takes the place of", "被代替的报告"),
    ("issued-by", "WHO", "name and address of the body that issues it", "出具单位的名称和地址"),
    ("customer", "WHO", "for whom it is made", "委托方"),
    ("prepared-by", "NAME", "who prepared it", "编制人"),
    ("reviewed-by", "NAME", "who reviewed it", "审核人"),
    ("approved-by", "NAME", "who approved it", "批准人"),
)


def add_issue(add: Adder) -> None:
    """Add what nobody but the issuer knows; what is not given stays a blank in the report."""
    for name, metavar, en, zh in _SAID:
        add.option(f"--{name}", metavar=metavar, en=en, zh=zh)
    add.option("--issued", type=add.day, metavar="DATE", en="the date of issue", zh="签发日期")
    add.option(
        "--change",
        action="append",
        default=[],
        metavar="TEXT",
        en="what changed against the report that --supersedes names (may be repeated)",
        zh="相对 --supersedes 所指报告的修改内容（可重复）",
    )


def issue_of(asked: Any) -> Issue:
    """Return what was said of the report; raises Refused for changes against no report."""
    if asked.change and not asked.supersedes:
        raise Refused(
            Text(
                "--change says what changed against an earlier report: name it with --supersedes",
                "--change 说明相对以往报告的修改：请用 --supersedes 指明该报告",
            )
        )
    named = {name.replace("-", "_"): getattr(asked, name.replace("-", "_")) or "" for name, *_ in _SAID}
    return Issue(**named, issued=asked.issued or "", changes=tuple(asked.change))


def issue_said(asked: Any) -> str | None:
    """Return the first of these options that was given, None where none was.

    Who issues reports is left out: a project file may say it for all of them.
    """
    names = (*(name for name, *_ in _SAID if name != "issued-by"), "issued", "change")
    return next((f"--{name}" for name in names if getattr(asked, name.replace("-", "_"))), None)
