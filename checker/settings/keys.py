"""What a project file may say: the options of the command line by their names."""

from collections.abc import Callable, Iterable
from typing import Any

from checker.record import Record
from checker.text import Text

_PERCENT = (0, 100)


class Key(Record):
    """One key: whether a value fits it, and what is wanted."""

    fits: Callable[[Any], bool]
    wanted: Text
    path: bool = False  # names files, seen from the folder of the project file
    none: bool = False  # `none` on the command line takes it back


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_percent(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    low, high = _PERCENT
    return low <= value <= high


def _is_minima(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_is_percent, value.values()))


def _one_of(choices: Iterable[str]) -> Key:
    known = tuple(choices)
    quoted = [f'"{choice}"' for choice in known]
    return Key(lambda value: value in known, Text(f"one of {', '.join(quoted)}", f"{'、'.join(quoted)} 之一"))


_FLAG = Key(lambda value: isinstance(value, bool), Text("true or false", "true 或 false"))
_LIST = Key(_is_list, Text('a list of texts, such as ["CN"]', '文本列表，如 ["CN"]'), none=True)
_TEXT = Key(_is_text, Text("a text", "文本"), none=True)
_PATH = Key(_is_text, Text("the name of a file", "文件名"), path=True, none=True)
_PROFILE = Key(
    _is_text, Text("the id or the file of a profile", "评价方案的标识或文件名"), path=True, none=True
)
_PATHS = Key(
    _is_list,
    Text('a list of files or folders, such as ["rules"]', '文件或文件夹列表，如 ["rules"]'),
    path=True,
    none=True,
)
_SHARE = Key(_is_percent, Text("a number from 0 to 100", "0 到 100 之间的数"))
_MINIMA = Key(
    _is_minima,
    Text(
        "a table of domains, each with a number from 0 to 100: {cybersecurity = 80}",
        "各领域的最低分（0 到 100）：{cybersecurity = 80}",
    ),
)

KEYS: dict[str, Key] = {
    "rules": _PATHS,
    "standard": _LIST,
    "profile": _PROFILE,
    "market": _LIST,
    "approval": _one_of(("new-type", "existing-type")),
    "waivers": _PATHS,
    "issued-by": _TEXT,
    "fail-on": _one_of(("undetermined", "fail")),
    "min-score": _SHARE,
    "min-decided": _SHARE,
    "min-domain": _MINIMA,
    "baseline": _PATH,
    "strict": _FLAG,
    "allow-empty": _FLAG,
}
#: Keys that decide an exit code; only `check` reads them.
GATE = frozenset(("fail-on", "min-score", "min-decided", "min-domain", "baseline", "strict", "allow-empty"))
