"""Judges whole vehicles, given as data, by all shipped rules."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from checker.assessment.assessing import assess, judged_of
from checker.cli.selection import request_of, rules_for
from checker.specs.loading import load_specs
from tests.shipped import shipped

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
REAL = sorted((ROOT / "examples" / "real").glob("*.yaml"))
AS_OF = "2026-11-20"


class Court:
    """The rules of this checkout, and a fixed day."""

    def __init__(self) -> None:
        self.workplace = shipped()

    def judge(self, vehicle: Path | dict[str, Any], **asked: Any) -> Any:
        """Return a judged document; an Invalid where the vehicle is not one."""
        (judged,) = self.judge_all(vehicle, **asked)
        return judged

    def judge_all(self, vehicle: Path | dict[str, Any], *, explain: bool = False, **asked: Any) -> list[Any]:
        """Return every document of a file, judged; an Invalid where one is not a vehicle."""
        if isinstance(vehicle, Path):
            data, file = vehicle.read_bytes(), str(vehicle)
        else:
            data, file = json.dumps(vehicle).encode(), "car.json"
        options = Namespace(
            **({"as_of": AS_OF, "approval": None, "profile": None, "standard": [], "market": []} | asked)
        )
        request = request_of(options, self.workplace, explain_all=explain)
        resolve = self.workplace.library.standard_ids
        documents = load_specs(data, file, schema=self.workplace.schema, standard_ids=resolve)
        return [self._judged(number, loaded, options, request) for number, loaded in enumerate(documents, 1)]

    def _judged(self, number, loaded, asked, request):
        if isinstance(loaded, Exception):
            return loaded
        rules = [rules_for(spec, asked, request, self.workplace) for spec in loaded]
        each = tuple(assess(spec, its, request) for spec, its in zip(loaded, rules, strict=True))
        return judged_of("car.yaml", number, each)


def findings_of(assessment):
    """Return every finding of an assessment, but those of the level ladder."""
    return [finding for result in assessment.results for finding in result.findings]


def lows_of(assessment):
    """Return the low end of each account that has something at stake."""
    accounts = assessment.accounts
    every = {key: getattr(accounts, key) for key in ("score", "readiness", "good_practice")}
    return {key: score.low for key, score in every.items() if score.at_stake}
