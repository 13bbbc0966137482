"""The options that commands share, with their help in the reader's language."""

import argparse
from functools import partial
from typing import Any

from checker.text import Text
from checker.values.dates import NotADate, parse_day

_WHICH = Text("which rules, which vehicle, which day", "规则、车辆与日期的选择")
_GATE = Text("what has to be so for exit code 0", "退出码为 0 的条件")

#: For people first, then for programs.
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv")


class Adder:
    """Adds options to one command."""

    def __init__(self, command: argparse.ArgumentParser, lang: str) -> None:
        self._command = command
        self._to: Any = command
        self._lang = lang

    def option(self, *flags: str, en: str, zh: str, **settings: Any) -> None:
        """Add one option or argument."""
        self._to.add_argument(*flags, help=Text(en, zh).in_(self._lang).replace("%", "%%"), **settings)

    def day(self, text: str) -> str:
        """Return an ISO day as it was written."""
        return _day(self._lang, text)

    def percent(self, text: str) -> float:
        """Return a share from 0 to 1 that was written in percent."""
        return _percent(self._lang, text)

    def _group(self, title: Text) -> None:
        self._to = self._command.add_argument_group(title.in_(self._lang))

    def language(self) -> None:
        """Add the language, which may stand before a command too."""
        self.option("--lang", choices=("en", "zh", "both"), en="language of the output", zh="输出语言")

    def one_spec(self) -> None:
        """Add the one spec that a command is about."""
        self.option(
            "spec",
            metavar="SPEC",
            en="a vehicle spec; - is standard input",
            zh="车辆规格文件；- 表示标准输入",
        )

    def formats(self) -> None:
        """Add the formats of a result, and the files that it is written to beside."""
        self.option(
            "--format",
            choices=FORMATS,
            default="text",
            metavar="FORMAT",
            en=f"what is printed: text for people (default), or for programs {', '.join(FORMATS[1:])}",
            zh=f"输出格式：text 供人阅读（默认）；供程序读取的有 {'、'.join(FORMATS[1:])}",
        )
        self.option(
            "--write",
            action="append",
            default=[],
            metavar="FORMAT=FILE",
            en="write the result to a file too (may be repeated): sarif=result.sarif, markdown=summary.md",
            zh="同时将结果写入文件（可重复）：sarif=result.sarif、markdown=summary.md",
        )
        self.option(
            "--sarif-profile",
            choices=("github", "full"),
            default="github",
            en="what SARIF holds: the problems, for code scanning (default), or everything with its kind",
            zh="SARIF 的内容：仅问题项，供代码扫描使用（默认）；或全部要求及其类别",
        )

    def form(self) -> None:
        """Add the form of the output."""
        self.option(
            "--format",
            choices=("text", "json"),
            default="text",
            en="the form of the output: text for people (default), json for programs",
            zh="输出格式：text 供人阅读（默认），json 供程序读取",
        )

    def watch(self) -> None:
        """Add that the command is run again after each save."""
        self.option(
            "--watch",
            action="store_true",
            en="run again whenever a rule or spec file is saved",
            zh="规则或规格文件保存后自动重新运行",
        )

    def common(self) -> None:
        """Add what every command takes."""
        self.language()
        self.option(
            "--rules",
            action="append",
            default=[],
            metavar="FOLDER",
            en="a folder with rule files of your own, beside those that come with the tool (may be repeated)",
            zh="自有规则文件所在文件夹，与内置规则一并使用（可重复）",
        )
        self.option(
            "--config",
            metavar="FILE",
            en="the project file; default: the nearest icv-checker.toml, or pyproject.toml with "
            "[tool.icv-checker]; none reads none",
            zh="项目设置文件；默认取最近的 icv-checker.toml 或含 [tool.icv-checker] 的 pyproject.toml；"
            "none 表示不读取",
        )
        self.option(
            "--debug",
            action="store_true",
            en="show the trace of an internal error",
            zh="显示内部错误的调用栈",
        )

    def selection(self, *, standards: bool = True) -> None:
        """Add what decides which rules look at which configuration on which day."""
        self._group(_WHICH)
        if standards:
            self.option(
                "--standard",
                action="append",
                default=[],
                metavar="ID",
                en="judge by this standard only, and count it as binding (may be repeated): gb-44497-2024",
                zh="仅按该标准评价，并视为强制（可重复）：gb-44497-2024",
            )
        self.option(
            "--profile",
            metavar="ID|FILE",
            en="the profile that chooses standards; default: those of the vehicle's markets",
            zh="评价方案；默认按车辆目标市场选择标准",
        )
        self.option(
            "--market",
            action="append",
            default=[],
            metavar="CODE",
            en="judge for this market instead of those in the spec (may be repeated): CN, EU, DE",
            zh="按该市场评价，替代规格文件中的市场（可重复）：CN、EU、DE",
        )
        self.option(
            "--as-of",
            type=partial(_day, self._lang),
            metavar="DATE",
            en="the assessment date (2027-01-01); default: today",
            zh="评价日期（2027-01-01）；默认为当天",
        )
        self.option(
            "--approval",
            choices=("new-type", "existing-type"),
            en="judge as a new or an existing type; default: by the spec's type-approval date, else new",
            zh="按新申请车型或已获批车型评价；默认依据规格文件中的型式批准日期，未填写时按新申请车型",
        )
        self.option(
            "--variant",
            metavar="KEY",
            en="judge this configuration only; default: all of them",
            zh="仅评价该配置；默认评价全部配置",
        )

        self.option(
            "--waivers",
            action="append",
            default=[],
            metavar="FILE",
            en="a file of waivers, shown beside what is not met (may be repeated)",
            zh="豁免文件，与不符合项并列显示（可重复）",
        )
        self.option(
            "--ignore-waivers",
            action="store_true",
            en="judge as if no waivers were given; the files are still read",
            zh="评价时不计豁免（仍读取文件）",
        )

    def gate(self) -> None:
        """Add what decides the exit code."""
        self._group(_GATE)
        self.option(
            "--fail-on",
            choices=("undetermined", "fail"),
            en="what fails the gate: anything undetermined (default), or only what does not conform",
            zh="不予通过的情形：存在尚不能判定项（默认），或仅在不符合时",
        )
        self.option(
            "--min-score",
            type=partial(_percent, self._lang),
            metavar="0-100",
            en="the low end of the score must reach this",
            zh="得分下限须达到该值",
        )
        self.option(
            "--min-decided",
            type=partial(_percent, self._lang),
            metavar="0-100",
            en="the decided share of the score must reach this",
            zh="已判定比例须达到该值",
        )
        self.option(
            "--min-domain",
            action="append",
            default=[],
            type=partial(_domain, self._lang),
            metavar="DOMAIN=0-100",
            en="the low end of a domain's score must reach this (may be repeated): cybersecurity=80",
            zh="某领域得分下限须达到该值（可重复）：cybersecurity=80",
        )
        self.option(
            "--baseline",
            metavar="RESULT.json",
            en="an earlier result (--format json): only what got worse since then fails the gate",
            zh="以往评价结果（--format json）：仅在此后变差时不予通过",
        )
        self.option(
            "--strict",
            action="store_true",
            en="provisional conformity (rules not compared with the official text) is not enough",
            zh="暂定符合（规则未与官方文本核对）不予通过",
        )
        self.option(
            "--allow-empty",
            action="store_true",
            en="let a vehicle through to which nothing applies",
            zh="没有适用要求时也予通过",
        )


def _day(lang: str, text: str) -> str:
    try:
        parse_day(text)
    except NotADate as error:
        raise argparse.ArgumentTypeError(error.what.in_(lang)) from None
    if len(text) != len("2026-11-20"):
        says = Text(
            f"'{text}' is a month; a day is needed, such as {text}-01",
            f"“{text}”是月份；请写到日，如 {text}-01",
        )
        raise argparse.ArgumentTypeError(says.in_(lang))
    return text


def _domain(lang: str, text: str) -> tuple[str, float]:
    domain, equals, share = text.partition("=")
    if not domain or not equals:
        says = Text(
            f"'{text}': write DOMAIN=NUMBER, such as cybersecurity=80",
            f"“{text}”：请写成 领域=数值，如 cybersecurity=80",
        )
        raise argparse.ArgumentTypeError(says.in_(lang))
    return domain, _percent(lang, share)


def _percent(lang: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        says = Text(f"'{text}' is not a number from 0 to 100", f"“{text}”不是 0 到 100 之间的数")
        raise argparse.ArgumentTypeError(says.in_(lang))
    return value / 100
