"""The files that a report was made from: where they lie now."""

import os
from typing import Any

from checker.carried.record import CarriedRecord
from checker.cli.reading import on_another_machine
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.text import Text


def located(record: CarriedRecord, asked: Any) -> dict[str, str]:
    """Return where each file lies that the report was made from; raises Invalid with all that are missing."""
    specs = record.asked["specs"]
    if asked.spec and len(asked.spec) != len(specs):
        what = Text(
            f"specs of the report: {len(specs)}; named by --spec: {len(asked.spec)}",
            f"报告由 {len(specs)} 个规格文件生成，--spec 指定了 {len(asked.spec)} 个",
        )
        raise Invalid([Problem(Place(asked.report, 1, 1), what, None)])
    lies = dict(zip(specs, asked.spec, strict=True)) if asked.spec else {}
    profile = record.asked["profile"] or ""
    more = [*record.asked["waivers"], *filter(None, [record.asked["baseline"]])]
    more += [profile] if profile.endswith((".yaml", ".yml")) else []
    missing = []
    for name in [name for name in (*specs, *more) if name not in lies]:
        found = _found(name, os.path.dirname(asked.report))
        if found is None:
            mend = Text("say where it lies: --spec FILE", "请用 --spec FILE 指明位置")
            beside = Text("put it beside the report", "请将其放在报告旁")
            what = Text("the report was made from this file, which is not here", "找不到生成报告所用的文件")
            missing.append(Problem(Place(name, 1, 1), what, mend if name in specs else beside))
        else:
            lies[name] = found
    if missing:
        raise Invalid(missing)
    return lies


def _found(name: str, folder: str) -> str | None:
    """Return the file that a report names: where it says, else beside the report.

    A report may come from anybody: it makes nobody look on another machine.
    """
    if on_another_machine(name) or "\x00" in name or name == "-":
        return None
    places = (name, os.path.join(folder, name), os.path.join(folder, os.path.basename(name)))
    return next((place for place in places if os.path.isfile(place)), None)
