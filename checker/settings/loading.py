"""icv-checker.toml, or the table [tool.icv-checker] of a pyproject.toml, with every problem at its line."""

import os
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.record import Record
from checker.schemas.did_you_mean import did_you_mean
from checker.settings.keys import KEYS
from checker.text import Text

TABLE = ("tool", "icv-checker")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


class Settings(Record):
    """What a project file says."""

    file: str
    values: Mapping[str, Any]  # by key of `KEYS`; files as seen from the current folder


def load_settings(data: bytes, file: str) -> Settings | None:
    """Return the settings of a project file; None where a pyproject.toml has no such table.

    Raises Invalid with every problem: no TOML, an unknown key, a value that does not fit.
    """
    text, table = _parsed(data, file)
    whole = os.path.basename(file) != "pyproject.toml"
    if not whole:
        table = _ours(table)
        if table is None:
            return None
        if not isinstance(table, dict):
            raise Invalid([_no_table(text, file)])
    problems = [
        problem for key, value in table.items() for problem in _problems(key, value, text, file, whole=whole)
    ]
    if problems:
        raise Invalid(problems)
    folder = os.path.dirname(file)
    return Settings(
        file,
        {key: _seen_from(folder, value) if _is_path(key, value) else value for key, value in table.items()},
    )


def has_table(data: bytes, file: str) -> bool:
    """Return whether a pyproject.toml says anything about this tool; raises Invalid where it is no TOML."""
    return _ours(_parsed(data, file)[1]) is not None


def _ours(table: Any) -> Any:
    """Return what a pyproject.toml has in the place of our table; None where it has nothing."""
    for name in TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table


def _no_table(text: str, file: str) -> Problem:
    name = ".".join(TABLE)
    what = Text(f"'{name}' is no table", f"“{name}”不是表")
    return Problem(_place(TABLE[-1], text, file, whole=True), what, Text(f"write [{name}]", f"应为 [{name}]"))


def _parsed(data: bytes, file: str) -> tuple[str, Any]:
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // (1024 * 1024)
        what = Text(f"the file is larger than {size} MiB", f"文件大于 {size} MiB")
        raise Invalid([Problem(Place(file, 1, 1), what)])
    try:
        text = data.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError:
        what = Text("the file is not UTF-8", "文件不是 UTF-8 编码")
        raise Invalid(
            [Problem(Place(file, 1, 1), what, Text("save it as UTF-8", "请以 UTF-8 编码保存"))]
        ) from None
    except RecursionError:
        what = Text("tables and lists are nested too deep", "表与数组嵌套过深")
        raise Invalid([Problem(Place(file, 1, 1), what)]) from None
    except ValueError as error:  # no TOML, or a number of thousands of digits
        found = _AT.search(str(error))
        place = Place(file, int(found[1]), int(found[2])) if found else Place(file, 1, 1)
        why = _AT.sub("", str(error)).strip()
        raise Invalid([Problem(place, Text(f"this is no TOML: {why}", f"不是有效的 TOML：{why}"))]) from None


def _problems(key: str, value: Any, text: str, file: str, *, whole: bool) -> list[Problem]:
    place = _place(key, text, file, whole=whole)
    if key not in KEYS:
        what = Text(f"there is no setting '{key}'", f"没有设置项“{key}”")
        return [Problem(place, what, did_you_mean(key, KEYS))]
    if not KEYS[key].fits(value):
        wanted = KEYS[key].wanted
        what = Text(f"'{key}' cannot be {value!r}", f"“{key}”不能为 {value!r}")
        return [Problem(place, what, Text(f"write {wanted.en}", f"应为{wanted.zh}"))]
    return []


def _place(key: str, text: str, file: str, *, whole: bool) -> Place:
    """Return where a key stands: the first line that begins with it, within its table."""
    begun = whole
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            names = [part.strip().strip("\"'") for part in header[1].split(".")]
            begun = whole or tuple(names[:2]) == TABLE
            if begun and key == names[-1]:
                return Place(file, number, line.index("[") + 1)
        found = re.match(rf"\s*([\"']?){re.escape(key)}\1\s*[.=]", line)
        if begun and found:
            return Place(file, number, len(line) - len(line.lstrip()) + 1)
    return Place(file, 1, 1)


def _is_path(key: str, value: Any) -> bool:
    """Return whether files are named here; a profile is a file where its name says so, else an id."""
    return KEYS[key].path and (key != "profile" or value.endswith((".yaml", ".yml")))


def _seen_from(folder: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_seen_from(folder, one) for one in value]
    return os.path.normpath(os.path.join(folder, value)) if folder else value
