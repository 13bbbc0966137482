"""What `--verbose` tells: where rules, cache and settings came from, what was looked at, how long it took."""

import os
import time
from collections.abc import Iterator, Mapping
from typing import Any

from checker import __version__
from checker.bundled import data_folder
from checker.cache import Cache
from checker.cli.console import Console
from checker.cli.places import cache_folder
from checker.cli.project import NONE, Project, folder_of, nearest, project_file_in, specs_named
from checker.cli.usage import LOCALES
from checker.text import Text


class Notes:
    """Writes lines on standard error, and knows how long ago the last one was."""

    def __init__(self, console: Console, environment: Mapping[str, str]) -> None:
        self._console, self._environment = console, environment
        self._wanted = cache_folder(environment)
        self._folder = Cache(self._wanted).folder
        self._begun = self._last = time.perf_counter()
        self._kept = self._entries()

    def say(self, *texts: Text) -> None:
        """Write a line for each text."""
        for text in texts:
            self._console.note(text)

    def lap(self, text: Text) -> None:
        """Write a line, with how long it took since the last of these."""
        now = time.perf_counter()
        took, self._last = now - self._last, now
        self.say(Text(f"{text.en} ({_time(took)})", f"{text.zh}（{_time(took)}）"))

    def begin(self, asked: Any, project: Project) -> None:
        """Tell where settings, rules, cache and language come from."""
        self.say(
            *_settings(asked, project), *_rules(asked.rules, project), self._cache(), self._language(asked)
        )

    def end(self, code: int) -> None:
        """Tell what the run took, and left behind."""
        made = max(0, self._entries() - self._kept)
        kept = Text(f", {_many(made, 'new entry', 'new entries')} in the cache", f"，缓存新增 {made} 项")
        took = _time(time.perf_counter() - self._begun)
        also = kept if self._folder else Text("", "")
        self.say(Text(f"exit code {code} after {took}{also.en}", f"退出码 {code}，用时 {took}{also.zh}"))

    def _cache(self) -> Text:
        named = "ICV_CHECKER_CACHE" in self._environment
        by = Text(", as ICV_CHECKER_CACHE says", "（由 ICV_CHECKER_CACHE 指定）") if named else Text("", "")
        if self._folder is None:
            wanted = self._wanted
            why = Text(f": {wanted} is not yours alone", f"：{wanted} 并非仅限本用户") if wanted else by
            return Text(f"cache: off{why.en}", f"缓存：未启用{why.zh}")
        many = _many(self._kept, "entry", "entries")
        return Text(
            f"cache: {self._folder} ({many}){by.en}", f"缓存：{self._folder}（{self._kept} 项）{by.zh}"
        )

    def _entries(self) -> int:
        return sum(len(files) for _, _, files in os.walk(self._folder)) if self._folder else 0

    def _language(self, asked: Any) -> Text:
        lang = self._console.lang
        said = next((name for name in LOCALES if self._environment.get(name)), None)
        by = Text("--lang", "--lang") if asked.said_lang else Text(said or "default", said or "默认")
        return Text(f"language: {lang} ({by.en})", f"语言：{lang}（{by.zh}）")


def _settings(asked: Any, project: Project) -> Iterator[Text]:
    if project.file is None:
        none = Text(f"none is read (--config {NONE})", f"不读取（--config {NONE}）")
        told = none if project.named else Text("there is none", "无")
        yield Text(f"project file: {told.en}", f"项目设置文件：{told.zh}")
        return
    found = Text("nearest to the current folder", "离当前文件夹最近")
    if project.named:
        found = Text("named by --config", "由 --config 指定")
    elif project.beside:
        found = Text("nearest to the specs", "离规格文件最近")
    yield Text(f"project file: {project.file} ({found.en})", f"项目设置文件：{project.file}（{found.zh}）")
    for key, value in project.taken.items():
        yield Text(f"  {key} = {_toml(value)}", f"  {key} = {_toml(value)}")
    for keys, why in (
        (project.other, Text("the command line says otherwise", "命令行另有指定")),
        (project.idle, Text(f"{asked.command} has no use for it", f"{asked.command} 不使用该项")),
    ):
        yield from (Text(f"  {key}: {why.en}", f"  {key}：{why.zh}") for key in keys)
    yield from _others(asked, project.file)


def _others(asked: Any, file: str) -> Iterator[Text]:
    """Yield the project files that lie with the specs, and are not read: a run has one."""
    specs = specs_named(asked)
    folders = {os.path.dirname(os.path.abspath(name)) for name in specs}
    near = {nearest(os.path.abspath(folder_of(specs))), *map(project_file_in, folders)} if specs else set()
    for other in sorted(filter(None, near)):
        if not os.path.samefile(other, file):
            yield Text(
                f"  {other} is not read: a run has one project file",
                f"  未读取 {other}：一次运行只用一个设置文件",
            )


def _rules(own: list[str], project: Project) -> Iterator[Text]:
    shipped = data_folder("standards")
    came = Text(f"with icv-checker {__version__}", f"随 icv-checker {__version__} 提供")
    yield Text(f"rules: {shipped} ({came.en})", f"规则：{shipped}（{came.zh}）")
    by = (
        Text(project.file or "", project.file or "")
        if "rules" in project.taken
        else Text("--rules", "--rules")
    )
    yield from (Text(f"rules: {folder} ({by.en})", f"规则：{folder}（{by.zh}）") for folder in own)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
