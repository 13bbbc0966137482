"""The pages of commands that judge vehicles."""

from checker.cli.manual.prose import Prose
from checker.text import Text

_WORSE = Text("something got worse", "有变差的结论")

PAGES = {
    "check": Prose(
        (
            Text(
                "Reads vehicle specs, finds out which standards apply to each on the assessment date, and "
                "gives every requirement a verdict: pass, fail, unknown, review (for a person), or not "
                "applicable. What the spec does not say is unknown; it never counts as met.",
                "读取车辆规格文件，确定评价基准日适用的标准，逐条给出结论：符合、不符合、信息不足、待人工确认或不"
                "适用。规格文件未写明的内容一律按信息不足处理，不会视为符合。",
            ),
            Text(
                "The text says first what is not met, then what is open, then which few fields would decide "
                "most. Several specs may be named, also with patterns; one bad file does not stop the "
                "others.",
                "文本输出依次列出不符合项、待定项，以及最能消除待定项的少数字段。可同时指定多个文件或通配符，"
                "个别文件有误不影响其余文件。",
            ),
        ),
        Text(
            "the gate does not hold: something fails, is open or does not apply at all, or an option of the "
            "gate is not met",
            "未通过：存在不符合项或待定项、没有适用要求，或未达到通过条件选项的规定",
        ),
        ("explain", "checklist", "report", "diff"),
    ),
    "report": Prose(
        (
            Text(
                "Judges specs as check does and writes the compliance report, as one HTML file or as PDF: "
                "statement, every requirement with its clause and evidence, scores, timeline, and how far "
                "to trust it. Nothing in it is fetched from a network.",
                "按与 check 相同的方式评价，并生成单个 HTML 文件或 PDF 标准符合性报告：总体结论、逐条要求及其"
                "条款和证明材料、得分、时间线和可信程度。报告不引用任何网络资源。",
            ),
            Text(
                "The name of the output says its form; -o may be repeated. Several specs make one report "
                "that begins with what they share and in what they differ.",
                "输出格式由文件名后缀决定；-o 可重复。指定多个规格文件时生成一份报告，先列共同点与差异。",
            ),
        ),
        Text(
            "an option of the gate is given and not met; the files are written",
            "指定了通过条件且未达到；文件仍会写出",
        ),
        ("check", "timeline", "checklist"),
    ),
    "verify": Prose(
        (
            Text(
                "Reads what a report says it was made from, judges the specs again, writes the report "
                "again, and says item by item whether they still agree: specs, rules, day, verdicts, and "
                "the pages byte by byte.",
                "读取报告中记录的输入，重新评价规格文件并重新生成报告，逐项说明规格文件、规则、日期、结论是"
                "否一致，并逐字节比较页面。",
            ),
        ),
        Text("something does not agree, or could not be compared", "有不一致或无法比较的项目"),
        ("report", "check"),
    ),
    "timeline": Prose(
        (
            Text(
                "Says on which day the answer changes for a spec that stays as it is: standards that begin "
                "to bind or are replaced, certificates and measurements that run out, and what then fails.",
                "列出规格文件不变时结论变化的日期：标准开始实施或被代替、证书和测量结果到期，以及届时不再符"
                "合的要求。",
            ),
        ),
        None,
        ("check", "report"),
    ),
    "diff": Prose(
        (
            Text(
                "Compares two states requirement by requirement: what fails now and did not before comes "
                "first, then what is open, then what got better, each with the value that made it so. OLD "
                "and NEW are results of check --format json or specs, which are judged now.",
                "逐条比较前后两种状态：先列新增的不符合项，再列待定项和改善项，并指出引起变化的取值。OLD 和 "
                "NEW 可以是 check --format json 的结果，也可以是规格文件（按当前规则评价）。",
            ),
        ),
        _WORSE,
        ("check", "impact"),
    ),
    "impact": Prose(
        (
            Text(
                "Judges the same specs by the rules of this installation and by others, and lists every "
                "verdict that flips. It is made for the pull request in which a rule is changed.",
                "用本机规则和另一套规则评价同一批规格文件，列出所有改变的结论。适用于修改规则的合并请求。",
            ),
            Text(
                "A folder of --rules that holds a markets.yaml takes the place of the rules of this "
                "installation, as standards/ of another branch does; any other folder is added to them.",
                "--rules 文件夹中含有 markets.yaml 时（如另一分支的 standards/），将取代本机规则；否则作为补"
                "充。",
            ),
        ),
        _WORSE,
        ("diff", "test", "lint"),
    ),
    "explain": Prose(
        (
            Text(
                "Prints what a requirement asks, in which clause of which standard, from when, how it is "
                "decided and how sure its rule is. With a spec: every value that was read for it, with file "
                "and line, and why the verdict is what it is.",
                "显示某条要求的内容、所属标准和条款、实施日期、判定方法及规则的可信程度。同时指定规格文件时，"
                "还列出为此读取的每个取值（含文件和行号）以及得出结论的理由。",
            ),
        ),
        None,
        ("standards", "check"),
    ),
}
