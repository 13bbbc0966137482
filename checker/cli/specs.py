"""Spec files and standard input, read and judged; one bad document does not stop the rest."""

import os
from collections.abc import Iterator
from typing import Any

from checker.assessment.assessing import Request, assess, judged_of
from checker.cli.reading import form_of, shown_as
from checker.cli.selection import Refused, rules_for
from checker.cli.workplace import Workplace
from checker.errors import Invalid
from checker.model.assessment import Assessment, Judged
from checker.model.spec import VehicleSpec
from checker.record import Record
from checker.specs.extending import ReadFile
from checker.specs.files import folder_of, read_regular, refusal
from checker.specs.loading import Loaded, load_specs
from checker.text import Text


class Refusal(Record):
    """A document that could not be judged."""

    file: str
    document: int  # from 1; of a file that could not be read, 1
    invalid: Invalid


def judge_file(name: str, asked: Any, request: Request, workplace: Workplace) -> Iterator[Judged | Refusal]:
    """Yield each document of a file (``-``: standard input), judged or refused."""
    shown, notes = shown_as(name), getattr(asked, "notes", None)
    for number, loaded in enumerate(load_file(name, workplace), start=1):
        if isinstance(loaded, Invalid):
            if notes:
                notes.lap(Text(f"{shown} #{number}: invalid", f"{shown} #{number}：无效"))
            yield Refusal(shown, number, loaded)
            continue
        chosen = _configurations(loaded, asked.variant, shown)
        assessments = tuple(
            assess(spec, rules_for(spec, asked, request, workplace), request) for spec in chosen
        )
        if notes:
            notes.lap(_looked_at(f"{shown} #{number}", assessments))
        yield judged_of(shown, number, assessments)


def _looked_at(shown: str, assessments: tuple[Assessment, ...]) -> Text:
    """Return what was judged by what, for who wants to know more."""
    first = assessments[0]
    ids = {result.standard.id for one in assessments for result in one.results}
    number = f"{len(ids)} standard" + ("" if len(ids) == 1 else "s")
    keys = ", ".join(one.spec.configuration.key or "-" for one in assessments)
    return Text(
        f"{shown}: {number}, {first.scope.en}; on {first.as_of}; configurations: {keys}",
        f"{shown}：{len(ids)} 项标准，{first.scope.zh}；评价基准日 {first.as_of}；配置：{keys}",
    )


def load_file(name: str, workplace: Workplace) -> tuple[Loaded, ...]:
    """Return each document of a file: its configurations, or what is wrong with it."""
    try:
        data = workplace.read(name)
    except Invalid as invalid:
        return (invalid,)
    library, shown = workplace.library, shown_as(name)
    return load_specs(
        data,
        shown,
        schema=workplace.schema,
        standard_ids=library.standard_ids,
        known_numbers=lambda: library.numbers.printed,
        name_hint=form_of(name, data),
        read=workplace.documents.read,
        read_file=_beside(shown, workplace.lies[name]) if name in workplace.lies else read_regular,
    )


def _beside(shown: str, lies: str) -> ReadFile:
    """Return what reads the files that a spec extends, where it lies elsewhere than it is shown to."""
    folder = os.path.dirname(lies)

    def read(file: str) -> bytes:
        name = os.path.relpath(file, folder_of(shown) or ".").replace(os.sep, "/")
        path = os.path.join(folder, name)
        refused = refusal(name, path, folder)
        if refused:
            raise OSError(refused[0].en)
        return read_regular(path)

    return read


def _configurations(loaded: tuple[VehicleSpec, ...], key: str | None, file: str) -> tuple[VehicleSpec, ...]:
    if key is None:
        return loaded
    chosen = tuple(spec for spec in loaded if spec.configuration.key == key)
    if chosen:
        return chosen
    keys = [spec.configuration.key for spec in loaded if spec.configuration.key]
    if not keys:
        raise Refused(
            Text(
                f"{file} describes one configuration only: leave out --variant {key}",
                f"{file} 只有一个配置：请去掉 --variant {key}",
            )
        )
    listed = Text(", ".join(keys), "、".join(keys))
    raise Refused(
        Text(
            f"{file} has no variant '{key}'; it has: {listed.en}",
            f"{file} 没有变型“{key}”；可选：{listed.zh}",
        )
    )
