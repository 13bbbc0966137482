"""Spec files and standard input, read and judged; one bad document does not stop the rest."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.assessment.assessing import Request, assess, judged_of
from checker.cli.selection import Refused, rules_for
from checker.cli.workplace import Workplace
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model.assessment import Judged
from checker.model.spec import VehicleSpec
from checker.specs.loading import Loaded, load_specs
from checker.text import Text

STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that could not be judged."""

    file: str
    document: int  # from 1; of a file that could not be read, 1
    invalid: Invalid


def judge_file(name: str, asked: Any, request: Request, workplace: Workplace) -> Iterator[Judged | Refusal]:
    """Yield each document of a file (``-``: standard input), judged or refused."""
    shown = STDIN if name == "-" else name
    for number, loaded in enumerate(load_file(name, workplace), start=1):
        if isinstance(loaded, Invalid):
            yield Refusal(shown, number, loaded)
            continue
        chosen = _configurations(loaded, asked.variant, shown)
        assessments = tuple(
            assess(spec, rules_for(spec, asked, request, workplace), request) for spec in chosen
        )
        yield judged_of(shown, number, assessments)


def load_file(name: str, workplace: Workplace) -> tuple[Loaded, ...]:
    """Return each document of a file: its configurations, or what is wrong with it."""
    shown = STDIN if name == "-" else name
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        says = error.strerror or str(error)
        what = Text(f"cannot be read: {says}", f"无法读取：{says}")
        return (Invalid([Problem(Place(shown, 1, 1), what)]),)
    library = workplace.library
    return load_specs(
        data,
        shown,
        schema=workplace.schema,
        standard_ids=library.standard_ids,
        known_numbers=lambda: [entry.number for entry in library.entries.values()],
    )


def _configurations(loaded: tuple[VehicleSpec, ...], key: str | None, file: str) -> tuple[VehicleSpec, ...]:
    if key is None:
        return loaded
    chosen = tuple(spec for spec in loaded if spec.configuration.key == key)
    if not chosen:
        keys = ", ".join(spec.configuration.key or "-" for spec in loaded)
        raise Refused(
            Text(f"{file} has no variant '{key}'; it has: {keys}", f"{file} 没有变型“{key}”；可选：{keys}")
        )
    return chosen
