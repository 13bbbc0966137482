"""What is said about a text that is not JSON: (what, how to mend)."""

from re import compile as regex

from checker.documents.text_checks import shown
from checker.text import Text

_word = regex(r"-?[\w.+-]{1,100}").match

_WANTED = {
    "key": (
        Text("a key in double quotes is wanted", "此处需要双引号括起的键"),
        Text("write \"key\": ...; no comma before '}'", '请写成 "key": ...；“}”之前不能有逗号'),
    ),
    ":": (
        Text("a ':' is wanted after the key", "键后需要“:”"),
        Text('write "key": value', '请写成 "key": 值'),
    ),
    ",]": (
        Text("a ',' or ']' is wanted", "此处需要“,”或“]”"),
        Text("put a comma between items", "各项之间请加逗号"),
    ),
    ",}": (
        Text("a ',' or '}' is wanted", "此处需要“,”或“}”"),
        Text("put a comma between keys", "各键之间请加逗号"),
    ),
}

_STRINGS = {
    "Unterminated": (
        Text("the quote that begins here is not closed", "此处开始的引号没有闭合"),
        Text("close it; a '\"' inside is written \\\"", '请补上结束引号；文本中的“"”写作 \\"'),
    ),
    "Invalid control": (
        Text("a line break or tab stands inside the quotes", "引号内出现换行或制表符"),
        Text("write \\n or \\t", "请写作 \\n 或 \\t"),
    ),
    "": (
        Text("this is no escape that JSON knows", "该转义序列无效"),
        Text("write \\\\ for a backslash", "反斜杠请写作 \\\\"),
    ),
}


def bad_string(said: str) -> tuple[Text, Text]:
    """Say why a text in quotes cannot be read, from what Python's decoder said."""
    return next(complaint for words, complaint in _STRINGS.items() if said.startswith(words))


def wanted(what: str, found: str) -> tuple[Text, Text]:
    """Say what JSON wants at a place, and what stands there."""
    text, mend = _WANTED[what]
    if found == "":
        return Text(f"{text.en}, and the file ends", f"{text.zh}，但文件已结束"), mend
    found = shown(found)
    return Text(f"{text.en}, not '{found}'", f"{text.zh}，而不是“{found}”"), mend


def not_a_value(text: str, offset: int) -> tuple[Text, Text]:
    """Say that no JSON value begins here; knows what people write instead."""
    found = text[offset : offset + 1]
    match = _word(text, offset)
    word = match[0] if match else found
    if not found:
        return Text("the file ends where a value is wanted", "需要值之处文件已结束"), Text(
            "write the value", "请写入值"
        )
    if word in ("NaN", "Infinity", "-Infinity"):
        mend = Text(
            'state the number, or {"status": "unknown", "reason": "..."}',
            '请填写数值，或写 {"status": "unknown", "reason": "..."}',
        )
        return Text(f"{word} is not a number that can be judged", f"{word} 不是可供判定的数值"), mend
    word = shown(word)
    what = Text(f"'{word}' is not a JSON value", f"“{word}”不是 JSON 值")
    if found in "]}":
        return what, Text("remove the comma before it", "请删除其前的逗号")
    if found in "/#":
        return what, Text("JSON has no comments; YAML has", "JSON 不支持注释；YAML 支持")
    return what, Text(
        "text goes in double quotes; numbers as in 40 or 0.5; true, false",
        "文本用双引号；数值如 40 或 0.5；布尔值为 true、false",
    )
