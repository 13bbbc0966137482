"""Short ways to make the frozen data that tests judge."""

from typing import Any

from checker.location import Place
from checker.model.finding import Finding, Force, Member, Outcome, Reason, Verdict
from checker.model.spec import Configuration, Stated, VehicleSpec
from checker.model.standard import Requirement, Standard
from checker.text import Text

HERE = Place("rule.yaml", 1, 1)


def requirement(id_: str = "std/one", **fields: Any) -> Requirement:
    fields.setdefault("text", Text("It shall be so.", "应如此。"))
    fields.setdefault("domain", "data_recording")
    fields.setdefault("verified", True)
    return Requirement(id=id_, place=HERE, **fields)


def standard(id_: str = "std", *requirements: Requirement, **fields: Any) -> Standard:
    defaults: dict[str, Any] = {
        "number": id_.upper(),
        "title": Text("A standard", "一项标准"),
        "kind": "standard",
        "legal_force": "mandatory",
        "market": "CN",
        "domain": "data_recording",
        "status": "in_force",
        "digest": "sha256:0",
    }
    return Standard(id=id_, place=HERE, requirements=requirements, **(defaults | fields))


def spec(values: dict[str, Any], *, configuration: str = "", **rows: Stated) -> VehicleSpec:
    """Make a resolved spec; every leaf is stated at line 1 with basis declared unless a row says more."""
    stated = {path: Stated(Place("car.yaml", 1, 1)) for path in paths(values)}
    stated |= {path.replace("__", "."): row for path, row in rows.items()}
    return VehicleSpec("car.yaml", "sha256:1", 1, Configuration(configuration), values, stated)


def paths(values: Any, prefix: str = "") -> list[str]:
    if not isinstance(values, dict):
        return [prefix] if prefix else []
    here = [prefix] if prefix else []
    return here + [p for k, v in values.items() for p in paths(v, f"{prefix}.{k}" if prefix else k)]


def stated(**fields: Any) -> Stated:
    return Stated(Place("car.yaml", 1, 1), **fields)


def finding(
    verdict: str,
    *,
    outcome: Outcome | None = None,
    force: Force | str = "binding",
    reasons: tuple[Reason, ...] = (),
    provisional: bool = False,
    switched_off: Text | None = None,
    **fields: Any,
) -> Finding:
    outcome = (
        outcome
        or {
            "pass": Outcome.HOLDS,
            "fail": Outcome.VIOLATED,
            "unknown": Outcome.OPEN,
            "review": Outcome.OPEN,
            "not_applicable": Outcome.OUT,
        }[verdict]
    )
    return Finding(
        requirement=requirement(**fields),
        outcome=outcome,
        verdict=Verdict(verdict),
        force=Force(force) if isinstance(force, str) else force,  # type: ignore[arg-type]
        members=(Member(None, outcome, reasons),),
        provisional=provisional,
        switched_off=switched_off,
    )


def missing(*fields: str) -> Reason:
    return Reason("missing", Text("state it", "请填写"), fields)
