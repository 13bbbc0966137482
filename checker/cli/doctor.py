"""`icv-checker doctor`: what this installation has, and what it lacks."""

import os
import platform
from collections.abc import Callable, Iterator
from typing import Any

from checker import __version__
from checker.bundled import bundled
from checker.cache import Cache
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.places import cache_folder
from checker.cli.shared_options import Adder
from checker.errors import Invalid
from checker.text import Text, colon

#: A line: what it is, what was found, and whether it is as it should be.
Line = tuple[Text, Text, bool]

#: Libraries, and the commands that need them.
_LIBRARIES = {
    "PyYAML": Text("all commands", "全部命令"),
    "jsonschema": Text(
        "check, report and test, to explain what is wrong with a file", "check、report、test（说明文件错误）"
    ),
    "Jinja2": Text("report", "report"),
    "weasyprint": Text("report, for PDF", "report（PDF）"),
}


EXAMPLES = ("icv-checker doctor",)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.common()


def doctor(asked: Any, console: Console) -> int:
    """Print a line for each thing; 0 if every command can do its work here, else 1."""
    lines = [line for look in _LOOKS for line in look(asked, console)]
    for name, found, good in lines:
        if good and console.quiet:
            continue
        mark = "●" if good else "■"
        console.write(f"{mark} {name.in_(console.lang)}{colon(console.lang)}{found.in_(console.lang)}\n")
    missing = sum(not good for _, _, good in lines)
    if missing or not console.quiet:
        console.write(f"\n{_sum(missing).in_(console.lang)}\n")
    return exits.GATE if missing else exits.HOLDS


def _sum(missing: int) -> Text:
    if not missing:
        return Text("everything is there", "一切就绪")
    return Text(
        f"{missing} of these are not as they should be (■); the commands that do not need them work",
        f"以上有 {missing} 项异常（■）；不依赖这些项的命令可正常使用",
    )


def _same(text: str) -> Text:
    return Text(text, text)


def _program(_asked: Any, _console: Console) -> Iterator[Line]:
    where = bundled("standards").parent
    yield _same("icv-checker"), _same(f"{__version__}  {where}"), True
    yield _same("Python"), _same(f"{platform.python_version()}  {platform.platform()}"), True


def _terminal(_asked: Any, console: Console) -> Iterator[Line]:
    encoding = _encoding(console)
    try:
        "中●".encode(encoding)
        shows = True
    except (LookupError, UnicodeEncodeError):
        shows = False
    told = Text(
        f"{encoding}, {console.width} columns" + ("" if shows else "; set PYTHONUTF8=1 to see Chinese"),
        f"{encoding}，{console.width} 列" + ("" if shows else "；设置 PYTHONUTF8=1 以显示中文"),
    )
    yield Text("output", "输出"), told, True  # a pipe may be in any encoding


def _encoding(console: Console) -> str:
    return getattr(console.out, "encoding", None) or "?"


def _libraries(_asked: Any, _console: Console) -> Iterator[Line]:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow

    for name, needed in _LIBRARIES.items():
        try:
            yield _same(name), _same(version(name)), True
        except PackageNotFoundError:
            says = Text(
                f"missing; needed by: {needed.en}; pip install {name}",
                f"未安装；用于：{needed.zh}；pip install {name}",
            )
            yield _same(name), says, False


def _pdf(_asked: Any, _console: Console) -> Iterator[Line]:
    name = Text("PDF", "PDF")
    try:
        from checker.rendering.pdf import RendererUnavailable, engine  # noqa: PLC0415 - slow
    except ImportError as error:
        yield name, _same(str(error)), False
        return
    try:
        yield name, _same(engine()), True
    except RendererUnavailable as error:
        yield name, Text(f"{error.what.en} {error.mend.en}", f"{error.what.zh}{error.mend.zh}"), False


def _fonts(_asked: Any, _console: Console) -> Iterator[Line]:
    fonts = sorted((bundled("reports") / "fonts").glob("*.ttf"))
    good = [font.name for font in fonts if font.stat().st_size > 0]
    told = (
        Text(", ".join(good), "、".join(good)) if good else Text("missing: install again", "缺失：请重新安装")
    )
    yield Text("fonts", "字体"), told, bool(good) and len(good) == len(fonts)


def _cache(_asked: Any, _console: Console) -> Iterator[Line]:
    folder = cache_folder(os.environ)
    used = Cache(folder).folder
    if used is not None:
        told = _same(str(used))
    elif folder is None:
        told = Text("off: every run reads the rules again", "未启用：每次运行都重新读取规则")
    else:
        told = Text(
            f"off, because {folder} is not yours alone (mode 0700): every run reads the rules again",
            f"未启用：{folder} 不是仅限本用户的文件夹（权限 0700），每次运行都重新读取规则",
        )
    yield Text("cache", "缓存"), told, True


def _rules(asked: Any, _console: Console) -> Iterator[Line]:
    name = Text("rules", "规则")
    try:
        from checker.cli.workplace import open_workplace  # noqa: PLC0415 - PyYAML may be missing

        standards = open_workplace(asked.rules).library.entries
    except Invalid as invalid:
        yield name, Text(invalid.problems[0].in_("en"), invalid.problems[0].in_("zh")), False
        return
    except ImportError as error:
        yield name, _same(str(error)), False
        return
    count = sum(len(entry.requirements) for entry in standards.values())
    told = Text(
        f"{len(standards)} standards, {count} requirements", f"{len(standards)} 项标准，{count} 条要求"
    )
    yield name, told, bool(standards)


_LOOKS: tuple[Callable[[Any, Console], Iterator[Line]], ...] = (
    _program,
    _terminal,
    _libraries,
    _pdf,
    _fonts,
    _cache,
    _rules,
)
