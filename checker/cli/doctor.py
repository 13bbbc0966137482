"""`icv-checker doctor`: what this installation has, and what it lacks."""

import os
import platform
from collections.abc import Iterator
from typing import Any

from checker import __version__
from checker.bundled import bundled
from checker.cache import Cache
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.workplace import cache_folder, open_workplace
from checker.text import Text

#: A line: what it is, what was found, and whether it is as it should be.
Line = tuple[Text, str, bool]

_LIBRARIES = ("PyYAML", "jsonschema", "Jinja2", "weasyprint")


def doctor(asked: Any, console: Console) -> int:
    """Print a line for each thing; 1 where something is missing that a command needs."""
    sound = True
    for name, found, good in _lines(asked):
        mark = "●" if good else "■"
        console.write(f"{mark} {name.in_(console.lang)}: {found}\n")
        sound = sound and good
    return exits.HOLDS if sound else exits.GATE


def _lines(asked: Any) -> Iterator[Line]:
    yield Text("icv-checker", "icv-checker"), __version__, True
    yield Text("Python", "Python"), f"{platform.python_version()} ({platform.platform()})", True
    yield from _libraries()
    yield from _pdf()
    yield from _fonts()
    yield _cache()
    workplace = open_workplace(asked.rules)
    standards = workplace.library.entries
    count = sum(len(entry.requirements) for entry in standards.values())
    yield Text("rules", "规则"), f"{len(standards)} / {count}", bool(standards)


def _libraries() -> Iterator[Line]:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow

    for name in _LIBRARIES:
        try:
            yield Text(name, name), version(name), True
        except PackageNotFoundError:
            yield Text(name, name), f"pip install {name}", False


def _pdf() -> Iterator[Line]:
    from checker.rendering.pdf import RendererUnavailable, engine  # noqa: PLC0415 - slow

    try:
        yield Text("PDF engine", "PDF 引擎"), engine(), True
    except RendererUnavailable as error:
        yield Text("PDF engine", "PDF 引擎"), f"{error.what.en} {error.mend.en}", False


def _fonts() -> Iterator[Line]:
    for path in sorted((bundled("reports") / "fonts").glob("*.ttf")):
        yield Text("font", "字体"), path.name, path.stat().st_size > 0


def _cache() -> Line:
    folder = cache_folder(os.environ)
    used = Cache(folder).folder
    if used is None:
        return Text("cache", "缓存"), f"off ({folder})" if folder else "off", True
    return Text("cache", "缓存"), str(used), True
