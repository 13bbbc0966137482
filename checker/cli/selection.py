"""From the options to which rules look at a vehicle on which day."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checker import __version__
from checker.assessment.assessing import Request, Rules
from checker.bundled import bundled
from checker.cli.workplace import Workplace
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model.spec import VehicleSpec
from checker.model.standard import Profile, Requirement, Standard
from checker.packs.markets import default_scope
from checker.packs.profiles import load_profile, with_verified
from checker.text import Text


class Refused(Exception):
    """An option that names something that is not there; carries the sentence."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def today() -> str:
    """Return the day of this machine's clock, local time."""
    return datetime.now(UTC).astimezone().date().isoformat()


def request_of(asked: Any, workplace: Workplace, *, explain_all: bool) -> Request:
    """Return what is asked for; raises Refused for an unknown name, Invalid for a bad profile."""
    profile = _profile(asked.profile, workplace) if asked.profile else None
    named = frozenset(standard_named(printed, workplace) for printed in asked.standard)
    return Request(
        as_of=asked.as_of or today(),
        tool_version=__version__,
        approval=asked.approval,
        profile=profile,
        gate=named or frozenset(profile.gate if profile else ()),
        explain_all=explain_all,
    )


def rules_for(spec: VehicleSpec, asked: Any, request: Request, workplace: Workplace) -> Rules:
    """Return the rules that look at one vehicle: those named, those of the profile, or of its markets."""
    library = workplace.library
    stated = asked.market or spec.values.get("vehicle", {}).get("markets", ())
    unknown = [code for code in asked.market if code not in library.markets.markets]
    if unknown:
        raise Refused(_unknown(Text("market", "市场"), unknown[0], library.markets.markets))
    scope = default_scope(stated, library.markets, library.entries.values())
    ids, why = scope.standards, scope.text
    if asked.standard:
        ids = tuple(standard_named(printed, workplace) for printed in asked.standard)
        why = Text(f"the standards asked for: {', '.join(ids)}", f"指定的标准：{'、'.join(ids)}")
    elif request.profile and request.profile.standards:
        ids = request.profile.standards
        why = Text(
            f"the standards of profile {request.profile.id}", f"评价方案 {request.profile.id} 所列标准"
        )
    regimes = (
        r for code in stated if code in library.markets.markets for r in library.markets.markets[code].regimes
    )
    return Rules(
        standards=tuple(
            with_verified(library.standards[i], request.profile) for i in _with_taxonomies(ids, workplace)
        ),
        judge=library.compiled,
        resolve=library.standard_ids,
        regimes=frozenset(regimes),
        scope=why,
        digest=library.digest(ids),
    )


def _with_taxonomies(ids: Iterable[str], workplace: Workplace) -> tuple[str, ...]:
    """Return the ids with the taxonomies: they make no statement, and the level ladder comes from them."""
    taxonomies = [e.id for e in workplace.library.entries.values() if e.kind == "taxonomy"]
    return tuple(dict.fromkeys((*ids, *taxonomies)))


def standard_named(printed: str, workplace: Workplace) -> str:
    """Return the id of the one edition that a printed number, id or alias means; raises Refused."""
    ids = workplace.library.standard_ids(printed)
    if len(ids) == 1:
        return ids[0]
    if ids:
        listed = ", ".join(ids)
        raise Refused(
            Text(
                f"'{printed}' has several editions: name one of {listed}",
                f"“{printed}”有多个版本，请指明：{listed}",
            )
        )
    raise Refused(_unknown(Text("standard", "标准"), printed, workplace.library.entries))


def requirement_named(full: str, workplace: Workplace) -> tuple[Standard, Requirement]:
    """Return a requirement by its full id, with its standard; raises Refused."""
    printed, _, rest = full.rpartition("/")
    standard = workplace.library.standards[standard_named(printed or full, workplace)]
    found = {requirement.id.partition("/")[2]: requirement for requirement in standard.requirements}
    if rest not in found:
        raise Refused(_unknown(Text(f"requirement of {standard.id}", f"{standard.id} 的要求"), rest, found))
    return standard, found[rest]


def _unknown(kind: Text, name: str, known: Iterable[str]) -> Text:
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only for a mistake

    close = get_close_matches(name.lower(), list(known), 1)
    hint = Text(f" (did you mean '{close[0]}'?)", f"（是否为“{close[0]}”？）") if close else Text("", "")
    return Text(f"unknown {kind.en} '{name}'{hint.en}", f"未知{kind.zh}“{name}”{hint.zh}")


def _profile(name: str, workplace: Workplace) -> Profile:
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        path = bundled("standards") / "profiles" / f"{name}.yaml"
        if not path.is_file():
            known = [p.stem for p in sorted(path.parent.glob("*.yaml"))]
            raise Refused(_unknown(Text("profile", "评价方案"), name, known))
    try:
        data = path.read_bytes()
    except OSError as error:
        what = Text(f"cannot be read: {error.strerror}", f"无法读取：{error.strerror}")
        raise Invalid([Problem(Place(name, 1, 1), what)]) from None
    return load_profile(data, str(path), workplace.library.entries)
