"""Keys that name something else in the same spec: each has to be there."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from checker.documents import Source
from checker.errors import Problem
from checker.schemas.did_you_mean import did_you_mean
from checker.specs.qualifying import Qualified, Reference
from checker.text import Text

#: Sections whose members name paths of the spec in `subject`.
_WITH_SUBJECT = ("documents", "tests")


def dangling(found: Qualified, source: Source, variants: Collection[str]) -> list[Problem]:
    """Return a problem for each reference of a spec to something that is not in it."""
    members: Mapping[str, Any] = {**found.values, "variants": dict.fromkeys(variants)}
    problems = [
        _problem(reference, source, members)
        for reference in found.references
        if not any(reference.key in members.get(section, ()) for section in reference.sections)
    ]
    return problems + list(_subjects(found, source))


def _problem(reference: Reference, source: Source, members: Mapping[str, Any]) -> Problem:
    sections = reference.sections
    known = [key for section in sections for key in members.get(section, ())]
    en, zh = " or ".join(f"`{name}`" for name in sections), "或 ".join(f"`{name}` " for name in sections)
    return Problem(
        source.place(reference.offset),
        Text(
            f"{reference.path}: '{reference.key}' is not in {en}",
            f"{reference.path}：{zh}中没有“{reference.key}”",
        ),
        did_you_mean(reference.key, known) or Text(f"add it to {en}", f"请在 {zh}中添加"),
    )


def _subjects(found: Qualified, source: Source) -> Iterable[Problem]:
    for section in _WITH_SUBJECT:
        for key, member in found.values.get(section, {}).items():
            for index, subject in enumerate(member.get("subject", ())):
                if subject not in found.rows:
                    path = f"{section}.{key}.subject[{index}]"
                    yield Problem(
                        source.place(found.rows[path][0]),
                        Text(
                            f"{path}: '{subject}' is no path of this spec",
                            f"{path}：本文件中没有路径“{subject}”",
                        ),
                        did_you_mean(subject, _siblings(subject, found.rows)),
                    )


def _siblings(subject: str, rows: Iterable[str]) -> list[str]:
    """Return the paths that are as deep as this one."""
    depth = subject.count(".")
    return [path for path in rows if path and path.count(".") == depth and "[" not in path]
