"""What is said about a document that can be parsed and still cannot be used: (what, how to mend)."""

from typing import Any

from checker.documents import look_alikes
from checker.documents.hints import expression_hint
from checker.documents.text_checks import character_name, shown
from checker.location import Place
from checker.text import Text

Complaint = tuple[Text, Text]

COMPLEX_KEY: Complaint = (
    Text("a key must be plain text, not a list, a map or an alias", "键必须是文本，不能是列表、映射或别名"),
    Text("write the key as a word", "请用单词作键"),
)
MERGE_KEY: Complaint = (
    Text("'<<' merges nothing: YAML 1.2 has no merge keys", "YAML 1.2 没有合并键“<<”"),
    Text(
        "write the keys out, use an alias for a whole value, or 'extends' another file",
        "请直接写出各键，或对整个值使用别名，或用 extends 引用另一文件",
    ),
)
DIRECTIVE: Complaint = (
    Text(
        "YAML reads a line that begins with '%' as an instruction to itself", "YAML 把以“%”开头的行读作指令"
    ),
    Text("remove the line; text that begins with '%' goes in quotes", "请删除该行；以“%”开头的文本请加引号"),
)


def duplicate(key: str, first: Place) -> Complaint:
    """Say that a key stands twice in one map."""
    key = shown(key)
    return (
        Text(
            f"the key '{key}' stands here again; first at line {first.line}, column {first.column}",
            f"键“{key}”重复；首次出现在第 {first.line} 行第 {first.column} 列",
        ),
        Text("remove one of the two, or rename it", "请删除其一或改名"),
    )


def key_not_text(typed: str, value: object) -> Complaint:
    """Say that a key was read as a number, as true or false, or as nothing."""
    if typed == "":
        return (
            Text("a key is missing before the ':'", "冒号前缺少键"),
            Text("write the key", "请补上键名"),
        )
    typed = shown(typed)
    kind = Text("nothing (null)", "空值（null）") if value is None else Text("a number", "数值")
    if isinstance(value, bool):
        kind = Text("true or false", "布尔值")
    return (
        Text(f"the key {typed} is read as {kind.en}, not as text", f"键 {typed} 被读作{kind.zh}，而不是文本"),
        Text(f'put it in quotes: "{typed}":', f'请加引号："{typed}":'),
    )


def tag(text: str, event: Any) -> Complaint:
    """Say that a tag is refused; knows the expression that begins with '!'."""
    hint = expression_hint(text, event.start_mark.index)
    start = event.start_mark.index
    written = shown(text[start : start + 100].split(None, 1)[0])
    if hint:
        return Text(f"YAML reads '{written}' as a tag", f"YAML 把“{written}”读作标签"), hint
    return (
        Text(f"the tag '{written}' is not allowed", f"不允许使用标签“{written}”"),
        Text(
            "remove the tag; text that begins with '!' goes in quotes", "请删除标签；以“!”开头的文本请加引号"
        ),
    )


def unknown_alias(text: str, offset: int, name: str) -> Complaint:
    """Say that an alias names no anchor; knows the expression that begins with '*'."""
    name = shown(name)
    what = Text(f"the alias *{name} has no anchor &{name} before it", f"别名 *{name} 之前没有锚点 &{name}")
    hint = expression_hint(text, offset)
    return what, hint or Text(
        "write the value out; text that begins with '*' goes in quotes",
        "请直接写出值；以“*”开头的文本请加引号",
    )


def recursive_alias(name: str) -> Complaint:
    """Say that an alias stands inside of what it stands for."""
    name = shown(name)
    return (
        Text(f"the alias *{name} stands inside its own value", f"别名 *{name} 位于其自身的值之内"),
        Text("write the value out", "请直接写出值"),
    )


def escaped(character: str) -> Complaint:
    """Say that an escape in a quoted text makes a character that no report could print."""
    name = character_name(character)
    return (
        Text(f"this text holds {name.en}", f"该文本含有{name.zh}"),
        Text("remove the escape", "请删除该转义序列"),
    )


def root_not_a_map(data: Any) -> Complaint:
    """Say that a document holds something else than keys at its root."""
    if data is None:
        return (
            Text("the document holds nothing", "文档为空"),
            Text("write its keys, or remove the '---' line before it", "请写入各键，或删除其前的“---”行"),
        )
    if isinstance(data, list):
        return (
            Text("the document is a list, where keys are wanted", "文档是列表，而此处需要键"),
            Text(
                "remove the '- ' at the root; several documents stand in one file with '---' between them",
                "请删除顶层的“- ”；同一文件中的多个文档以“---”分隔",
            ),
        )
    if isinstance(data, str) and "：" in data:
        return look_alikes.COLON
    return (
        Text("the document is a single value, where keys are wanted", "文档只有一个值，而此处需要键"),
        Text("write 'key: value', with a space behind the ':'", "请写成“键: 值”，冒号后有空格"),
    )
