"""The files of waivers that the command line names."""

from collections.abc import Mapping
from typing import Any

from checker.assessment.assessing import Request
from checker.cli.reading import form_of, shown_as
from checker.cli.workplace import Workplace
from checker.errors import Invalid, Problem
from checker.model.waiver import WaiverFile
from checker.record import replace


def with_waivers(request: Request, asked: Any, workplace: Workplace) -> Request:
    """Return the request with the waivers that were named; raises Invalid with the problems of all files.

    With ``--ignore-waivers`` the files are read, and nothing comes of them.
    """
    if not asked.waivers:
        return request
    files: list[WaiverFile] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(asked.waivers):
        try:
            files.append(_read(name, workplace))
        except Invalid as invalid:
            problems += invalid.problems
    if problems:
        raise Invalid(problems)
    return request if asked.ignore_waivers else replace(request, waivers=tuple(files))


def _read(name: str, workplace: Workplace) -> WaiverFile:
    from checker.waivers.remembering import Rulebook, remembered_waivers  # noqa: PLC0415 - only where one is named

    library = workplace.library

    def requirements(standard: str) -> Mapping[str, str | None] | None:
        if standard not in library.entries:
            return None
        every = library.standards[standard].requirements
        return {
            one.id.partition("/")[2]: one.for_each.path.source.strip() if one.for_each else None
            for one in every
        }

    def ending(requirement: str) -> list[str]:
        entries = library.entries.values()
        return [f"{entry.id}/{requirement}" for entry in entries if requirement in entry.requirements]

    data = workplace.read(name)
    digests = tuple(f"{entry.id} {entry.digest}" for entry in library.entries.values())
    rules = Rulebook(requirements, digests, ending)
    return remembered_waivers(data, shown_as(name), rules, form_of(name, data), workplace.cache)
