"""The options that commands share, with their help in the reader's language."""

from functools import partial

from checker.cli.options import Options
from checker.cli.typed import day, domain_minimum, percent
from checker.text import Text

_WHICH = Text("OPTIONS: WHICH RULES, VEHICLE, DAY", "选项：规则、车辆与日期")
_GATE = Text("OPTIONS: WHAT EXIT CODE 0 TAKES", "选项：通过条件（退出码为 0）")
#: The title of the options that every command has; they stand last.
EVERY = Text("OPTIONS OF EVERY COMMAND", "通用选项")

#: For people first, then for programs.
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv")


class Adder(Options):
    """Adds to one command the options that others have too."""

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
        """Add what every command takes; what is added next stands with the command's own again."""
        own, self._to = self._to, self._command.add_argument_group(EVERY.in_(self._lang))
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
            en="the project file; default: the icv-checker.toml, or pyproject.toml with [tool.icv-checker], "
            "that is nearest to the current folder, else to the specs; none reads none",
            zh="项目设置文件；默认取离当前文件夹最近的 icv-checker.toml 或含 [tool.icv-checker] 的 "
            "pyproject.toml，没有时取离规格文件最近的；none 表示不读取",
        )
        self.option(
            "-q",
            "--quiet",
            action="store_true",
            en="print only problems, and what was asked for",
            zh="仅输出问题和所要求的内容",
        )
        self.option(
            "-v",
            "--verbose",
            action="store_true",
            en="tell on standard error where rules, cache and settings come from, what is looked at, and "
            "how long it takes",
            zh="在标准错误输出中说明规则、缓存和设置的来源、所读内容及用时",
        )
        self.option(
            "--debug",
            action="store_true",
            en="show the trace of an internal error",
            zh="显示内部错误的调用栈",
        )
        self._to = own

    def selection(self, *, standards: bool = True) -> None:
        """Add what decides which rules look at which configuration on which day."""
        self.group(_WHICH)
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
            zh="评价方案；默认按车型目标市场选取标准",
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
            type=partial(day, self._lang),
            metavar="DATE",
            en="the assessment date (2027-01-01); default: today",
            zh="评价基准日（2027-01-01）；默认为当天",
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
        self.group(_GATE)
        self.option(
            "--fail-on",
            choices=("undetermined", "fail"),
            en="what fails the gate: anything undetermined (default), or only what does not conform",
            zh="不予通过的情形：存在尚不能判定项（默认），或仅在不符合时",
        )
        self.option(
            "--min-score",
            type=partial(percent, self._lang),
            metavar="0-100",
            en="the low end of the score must reach this",
            zh="得分下限须达到该值",
        )
        self.option(
            "--min-decided",
            type=partial(percent, self._lang),
            metavar="0-100",
            en="the decided share of the score must reach this",
            zh="已判定比例须达到该值",
        )
        self.option(
            "--min-domain",
            action="append",
            default=[],
            type=partial(domain_minimum, self._lang),
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
        self._flag(
            "strict",
            en="provisional conformity (rules not compared with the official text) is not enough; "
            "--no-strict takes it back from the project file",
            zh="暂定符合（规则未与官方文本核对）不予通过；--no-strict 取消项目设置文件中的该项",
        )
        self._flag(
            "allow-empty",
            en="let a vehicle through to which nothing applies; --no-allow-empty takes it back from the "
            "project file",
            zh="没有适用要求时也予通过；--no-allow-empty 取消项目设置文件中的该项",
        )

    def _flag(self, name: str, *, en: str, zh: str) -> None:
        """Add a flag that a project file may set, and what takes it back; None where neither is said."""
        dest = name.replace("-", "_")
        self.option(f"--{name}", action="store_true", default=None, en=en, zh=zh)
        self.option(f"--no-{name}", action="store_false", dest=dest, en=en, zh=zh)
