"""A syntax error of YAML, in words that say what to do.

The C parser and the Python one word their errors differently; what is matched here both say.
"""

from collections.abc import Callable

from yaml.error import MarkedYAMLError

from checker.documents.complaints import DIRECTIVE
from checker.documents.hints import expression_hint
from checker.documents.look_alikes import look_alike_near
from checker.documents.text_checks import shown
from checker.text import Text

Explanation = tuple[int, Text, Text]  # offset, what is wrong, how to mend it

_QUOTE = Text("put the whole value in quotes", "请给整个值加引号")


def explain(text: str, error: MarkedYAMLError) -> Explanation:
    """Return where a syntax error is, what is wrong, and how to mend it."""
    at = _offset(text, error.problem_mark or error.context_mark)
    begun = _offset(text, error.context_mark or error.problem_mark)
    if found := look_alike_near(text, at):
        return found
    said = f"{error.context or ''}: {error.problem or ''}"
    offset, what, mend = next(
        (explainer(text, at, begun) for words, explainer in _EXPLAINERS if words in said),
        (at, *_unknown(said)),
    )
    return offset, what, expression_hint(text, offset) or mend


def _offset(text: str, mark: object) -> int:
    return min(getattr(mark, "index", 0), len(text))


def _unknown(said: str) -> tuple[Text, Text]:
    return (
        Text(f"YAML cannot be read here ({said.strip(': ')})", f"此处的 YAML 无法读取（{said.strip(': ')}）"),
        Text("check the indentation, quotes and colons near here", "请检查附近的缩进、引号和冒号"),
    )


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_number(text: str, at: int) -> int:
    before = text[:at]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


def _colon(text: str, at: int, _begun: int) -> Explanation:
    before = text[_line_start(text, at) : at]
    if ": " in before:
        what = Text("a second ': ' in one value", "同一个值中出现第二个“: ”")
        return at, what, Text("put text that holds ': ' in quotes", "含有“: ”的文本请加引号")
    start = _line_start(text, at) + len(before) - len(before.lstrip(" "))
    return (
        start,
        Text("this key does not fit to the line above it", "该键与上一行不衔接"),
        Text(
            "indent it like its neighbours; the line above needs ': ' after its key, or quotes",
            "请与同级键对齐；上一行的键后应有“: ”，或给文本加引号",
        ),
    )


def _no_colon(_text: str, _at: int, begun: int) -> Explanation:
    return (
        begun,
        Text("this line has no ': ' behind a key", "该行的键后缺少“: ”"),
        Text("write 'key: value'; the rest of a long text is indented", "请写成“键: 值”；长文本的续行须缩进"),
    )


def _open_quote(_text: str, _at: int, begun: int) -> Explanation:
    return (
        begun,
        Text("the quote that begins here is not closed", "此处开始的引号没有闭合"),
        Text("close it", "请补上结束引号"),
    )


def _open_bracket(text: str, at: int, begun: int) -> Explanation:
    bracket = text[begun : begun + 1] or "["
    close = "}" if bracket == "{" else "]"
    line = _line_number(text, begun)
    return (
        at,
        Text(
            f"a ',' or the '{close}' of the '{bracket}' in line {line} is missing before this",
            f"此前缺少“,”，或缺少第 {line} 行“{bracket}”对应的“{close}”",
        ),
        Text(
            "add it; text that holds brackets, commas or colons goes in quotes",
            "请补上；含括号、逗号或冒号的文本请加引号",
        ),
    )


def _block(text: str, at: int, _begun: int) -> Explanation:
    if text[_line_start(text, at) : at].strip(" -"):
        what = Text("something follows after the end of the value", "值结束之后还有其他内容")
        return at, what, _QUOTE
    if text.startswith(":", at):
        what = Text("a key is missing before the ':'", "冒号前缺少键")
        return at, what, Text("write the key", "请补上键名")
    if text.startswith(("- ", "-\n"), at):
        what = Text("a list item '-' stands where a key is wanted", "此处需要键，却出现列表项“-”")
        return at, what, Text("indent it below the key that it belongs to", "请缩进到所属的键之下")
    return (
        at,
        Text("this line is indented like none of the lines above", "该行的缩进与上文各级均不一致"),
        Text("indent it by as many spaces as its neighbours", "请与同级各行使用相同数量的空格缩进"),
    )


def _no_item(_text: str, at: int, _begun: int) -> Explanation:
    return (
        at,
        Text("a key stands where a list item '- ' is wanted", "此处需要列表项“- ”，却出现键"),
        Text("indent it below its item, or begin the line with '- '", "请缩进到所属列表项之下，或以“- ”开头"),
    )


def _list_on_line(_text: str, at: int, _begun: int) -> Explanation:
    return (
        at,
        Text("a list begins on a line of its own", "列表须另起一行"),
        Text("begin a new line before the '-', or write [a, b]", "请在“-”前换行，或写成 [a, b]"),
    )


def _start(text: str, at: int, _begun: int) -> Explanation:
    found = shown(text[at : at + 1])
    if text.startswith("\t", at):
        return _tab(text, at, at)
    what = Text(f"a value cannot begin with '{found}'", f"值不能以“{found}”开头")
    return at, what, _QUOTE


def _tab(_text: str, at: int, _begun: int) -> Explanation:
    return (
        at,
        Text("a tab indents this line", "该行使用了制表符缩进"),
        Text("indent with spaces", "请使用空格缩进"),
    )


def _escape(_text: str, at: int, _begun: int) -> Explanation:
    return (
        at,
        Text("this is no escape that YAML knows in double quotes", "双引号内的该转义序列无效"),
        Text("write \\\\ for a backslash, or use single quotes", "反斜杠请写作 \\\\，或改用单引号"),
    )


def _name(text: str, _at: int, begun: int) -> Explanation:
    found = shown(text[begun : begun + 1])
    what = Text(f"YAML reads '{found}' as the start of an anchor or alias", f"YAML 把“{found}”读作锚点或别名")
    return begun, what, _QUOTE


def _block_text(text: str, _at: int, begun: int) -> Explanation:
    found = shown(text[begun : begun + 1])
    what = Text(f"after '{found}' the text begins on the next line", f"“{found}”之后的文本须从下一行开始")
    return begun, what, Text("begin a new line, or put the value in quotes", "请换行，或给值加引号")


def _content(text: str, at: int, _begun: int) -> Explanation:
    found = shown(text[at : at + 1])
    if not found:
        what = Text("the file ends where a value is wanted", "需要值之处文件已结束")
        return at, what, Text("write the value", "请写入值")
    what = Text(f"'{found}' stands where a value is wanted", f"此处需要值，却出现“{found}”")
    return at, what, Text("remove it, or put the value in quotes", "请删除，或给值加引号")


def _tag(_text: str, _at: int, begun: int) -> Explanation:
    return (
        begun,
        Text("YAML reads what begins with '!' as a tag", "YAML 把以“!”开头的内容读作标签"),
        Text("put it in quotes; tags are not used", "请加引号；不使用标签"),
    )


def _document(_text: str, at: int, _begun: int) -> Explanation:
    return (
        at,
        Text("another document begins here without '---'", "新文档之前缺少“---”"),
        Text("write '---' on a line before it", "请在其前单独一行写“---”"),
    )


def _directive(_text: str, _at: int, begun: int) -> Explanation:
    return begun, *DIRECTIVE


#: Words of an error, in "context: problem"; the first that fit explain it.
_EXPLAINERS: tuple[tuple[str, Callable[[str, int, int], Explanation]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("quoted scalar: found unexpected", _open_quote),
    ("node content", _content),
    ("parsing a flow", _open_bracket),
    ("entries are not allowed", _list_on_line),
    ("tab character", _tab),
    ("cannot start any token", _start),
    ("escape", _escape),
    ("block collection", _no_item),
    ("block sequence", _no_item),
    ("block mapping", _block),
    ("scanning an anchor", _name),
    ("scanning an alias", _name),
    ("block scalar", _block_text),
    ("document start", _document),
    (" tag", _tag),
    ("irective", _directive),
    ("incompatible YAML", _directive),
)
