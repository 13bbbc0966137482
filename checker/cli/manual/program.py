"""The pages of commands about the program itself."""

from checker.cli.manual.prose import Prose
from checker.text import Text

PAGES = {
    "schema": Prose(
        (
            Text(
                "Prints a JSON Schema (2020-12): of vehicle specs, rule files, profiles, waivers, "
                "checklists that are filled in, and of what is printed for programs. Editors with "
                "yaml-language-server complete and explain fields by it; a first line names it in a file:",
                "输出 JSON Schema（2020-12）：车辆规格、规则文件、评价方案、豁免、检查表，以及供程序读取的各"
                "种输出。支持 yaml-language-server 的编辑器可据此补全并解释字段；在文件首行注明即可：",
            ),
            Text(
                "# yaml-language-server: $schema=vehicle.schema.json",
                "# yaml-language-server: $schema=vehicle.schema.json",
            ),
        ),
        None,
        ("new", "checklist", "completion"),
    ),
    "completion": Prose(
        (
            Text(
                "Prints a script with which your shell completes commands, options, ids of standards and "
                "profiles, and names of files. Print it again after an update.",
                "输出命令行补全脚本，可补全命令、选项、标准和评价方案的标识以及文件名。更新 icv-checker 后请"
                "重新生成。",
            ),
        ),
        None,
        ("help", "schema"),
    ),
    "doctor": Prose(
        (
            Text(
                "Says where the program, its rules, fonts and cache are, which libraries it has, and "
                "whether PDF can be written. It changes nothing.",
                "检查程序、规则、字体、缓存的位置和程序库，以及能否生成 PDF；不作任何修改。",
            ),
        ),
        Text("something is missing or not as it should be", "有缺失或异常"),
        ("help",),
    ),
    "help": Prose(
        (
            Text(
                "Shows the manual of a command, the same that COMMAND --help shows; without one, that of "
                "the program.",
                "显示某个命令的手册，与 COMMAND --help 相同；省略命令时显示本程序的手册。",
            ),
        ),
        None,
        ("doctor", "completion"),
    ),
}
