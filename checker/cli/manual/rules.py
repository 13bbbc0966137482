"""The pages of commands for people who read and write rules."""

from checker.cli.manual.prose import Prose
from checker.text import Text

PAGES = {
    "standards": Prose(
        (
            Text(
                "Lists the standards that there are rules for, with status, dates and how much of each is "
                "transcribed; or shows one with all its requirements. Other lists: profiles, the catalogue "
                "of documents of the field, and what corresponds between regimes.",
                "列出已有规则的标准及其状态、日期和转化程度，或显示某一标准的全部要求。还可列出评价方案、本"
                "领域文件目录以及各法规体系之间的对应关系。",
            ),
        ),
        None,
        ("explain", "docs", "verify-rules"),
    ),
    "new": Prose(
        (
            Text(
                "Begins a rule file, or a requirement at the end of one: a commented skeleton that loads "
                "and passes its example, is a draft, and binds nobody. lint lists what is to be filled in.",
                "新建规则文件，或在规则文件末尾新建一条要求：骨架带说明注释、可直接加载并通过示例，状态为草"
                "案，没有约束力。待填写处可用 lint 列出。",
            ),
        ),
        None,
        ("lint", "test", "fmt", "schema"),
    ),
    "test": Prose(
        (
            Text(
                "Runs the examples inside rule files: each says what a spec with these values comes to. "
                "With --watch they are run again after each save.",
                "运行规则文件中的示例，核对每个示例的取值是否得出所写的结论。使用 --watch 时，保存后自动重新"
                "运行。",
            ),
        ),
        Text(
            "an example has another outcome than it says, or is missing",
            "有示例的结论与所写不一致，或缺少示例",
        ),
        ("lint", "new", "impact"),
    ),
    "lint": Prose(
        (
            Text(
                "Looks through rule files as a careful reader does: missing translations, sources, "
                "examples, limits that no example reaches, form. With --mutants it puts one small mistake "
                "at a time into each rule and lists those that no example notices.",
                "像细心的读者一样检查规则文件：缺少的译文、来源和示例，示例未触及的限值，以及格式。使用 "
                "--mutants 时，在规则中逐一植入小错误，列出示例未能发现的错误。",
            ),
        ),
        Text(
            "there is something to mend, or too few mutants were caught", "有待修改之处，或发现的植入错误过少"
        ),
        ("test", "fmt", "new"),
    ),
    "fmt": Prose(
        (
            Text(
                "Writes rule files in one form: order of keys, quotes, indentation, width. What they say "
                "and their comments stay. Names the files that it changes.",
                "统一规则文件的键顺序、引号、缩进和行宽，不改变内容和注释，并列出已修改的文件。",
            ),
        ),
        Text("with --check: a file would change", "使用 --check 且有文件需要整理"),
        ("lint", "new"),
    ),
    "verify-rules": Prose(
        (
            Text(
                "Writes the list by which a person compares each rule of a standard with the official text; "
                "or, with --record, notes in a profile who compared which edition when. Verdicts that rest "
                "on rules nobody compared are provisional.",
                "输出供人工逐条核对规则与官方文本的清单；使用 --record 时，在评价方案中记录核对人、日期和版"
                "本。依据未核对规则得出的结论为暂定结论。",
            ),
        ),
        Text(
            "with --record: the profile could not be edited; what to put in is printed",
            "使用 --record 但无法修改评价方案；将输出应写入的内容",
        ),
        ("standards", "docs"),
    ),
    "docs": Prose(
        (
            Text(
                "Writes a page for each standard and one for the fields of a vehicle spec, as Markdown, in "
                "both languages.",
                "以 Markdown 生成各标准的页面和车辆规格字段的页面，中英文各一份。",
            ),
        ),
        None,
        ("standards", "explain"),
    ),
}
