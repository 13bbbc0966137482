"""What a result says, in so few words that a page can carry them: digests, statements, points, verdicts."""

from collections.abc import Mapping
from typing import Any

#: A verdict is one letter, in the order of the rule file.
LETTERS = {"pass": "p", "fail": "f", "review": "r", "unknown": "u", "not_applicable": "n"}
_POINTS = ("earned", "decided_points", "at_stake")


def summary(result: Mapping[str, Any]) -> dict[str, Any]:
    """Return the summary of a result that fits ``result.schema.json``.

    Two results that say the same of every requirement, by the same specs and rules, have equal summaries.
    """
    standards = {
        standard["id"]: standard["digest"]
        for judged in result["results"]
        for configuration in judged["configurations"]
        for standard in configuration["standards"]
    }
    return {
        "as_of": result["as_of"],
        "standards": standards,
        "results": [_judged(judged) for judged in result["results"]],
        "invalid": [[one["file"], one["document"]] for one in result["invalid"]],
    }


def _judged(judged: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "file": judged["file"],
        "document": judged["document"],
        "statement": _statement(judged["statement"]),
        "gate": judged["gate"]["holds"],
        "configurations": [_configuration(one) for one in judged["configurations"]],
    }


def _configuration(one: Mapping[str, Any]) -> dict[str, Any]:
    profile = one["profile"]
    return {
        "configuration": one["configuration"],
        "spec_digest": one["spec_digest"],
        "extends": one["extends"],
        "approval": one["approval"]["kind"],
        "profile": profile and [profile["id"], profile["digest"]],
        "waivers": [[file["file"], file["digest"]] for file in one["waiver_files"]],
        "rules_digest": one["rules_digest"],
        "score_model": one["score_model"],
        "statement": _statement(one["statement"]),
        "points": {name: [score[key] for key in _POINTS] for name, score in one["accounts"].items()},
        "verdicts": {
            standard["id"]: "".join(LETTERS[finding["verdict"]] for finding in standard["findings"])
            for standard in one["standards"]
            if standard["findings"]
        },
    }


def _statement(statement: Mapping[str, Any]) -> list[Any]:
    return [statement["kind"], statement["provisional"]]
