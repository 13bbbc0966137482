"""The pages of commands that ask people, and bring back what they answer."""

from checker.cli.manual.prose import Prose
from checker.text import Text

PAGES = {
    "checklist": Prose(
        (
            Text(
                "Writes all that is open for a spec as a file to be filled in: questions for a person, "
                "fields that are not stated or not proven, documents and tests that are missing. XLSX has "
                "drop-downs, both languages and locked ids; YAML suits a repository; Markdown is for "
                "reading and printing.",
                "将规格文件的全部待办内容输出为可填写的文件：需人工确认的问题、未填写或缺少证明的字段、缺少"
                "的文件和试验。XLSX 含下拉选项、中英文对照并锁定编号；YAML 适合随代码库保存；Markdown 供阅读"
                "和打印。",
            ),
            Text(
                "Without a spec, --standard gives the empty form of a standard. Each vehicle gets a list of "
                "its own: with several specs, write {id} in the name of the file; it stands for the id of "
                "the vehicle.",
                "省略规格文件时，--standard 输出该标准的空白检查表。每个车型各有一份检查表：指定多个规格"
                "文件时，请在输出文件名中写 {id}，代表车型标识。",
            ),
        ),
        None,
        ("answer", "schema", "check"),
    ),
    "answer": Prose(
        (
            Text(
                "Brings the rows that were filled in back into the spec, with who said so and when; "
                "comments, order and quoting of the spec stay. Rows that were left empty stay open. If any "
                "row cannot be taken, because its requirement or field changed since, or its value does not "
                "fit, nothing is written and every such row is named.",
                "将已填写的各行写回规格文件，并记录确认人和日期；规格文件的注释、顺序和引号保持不变。空行仍"
                "为待办。只要有一行无法采用（如对应要求或字段已变更、取值不合规定），就不写入任何内容，并逐"
                "行列出原因。",
            ),
        ),
        None,
        ("checklist", "check"),
    ),
}
