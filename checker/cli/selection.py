"""From the options to which rules look at a vehicle on which day."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from checker import __version__
from checker.assessment.assessing import Request, Rules
from checker.bundled import data_folder
from checker.cli.places import today
from checker.cli.reading import on_another_machine, read_file
from checker.cli.workplace import Workplace
from checker.model.spec import VehicleSpec
from checker.model.standard import Profile, Requirement, Standard
from checker.packs.markets import code_called, default_scope
from checker.packs.verifying import with_verified
from checker.text import Text

_MARKET = Text("market", "市场")


class Refused(Exception):
    """An option that names something that is not there; carries the sentence."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def request_of(asked: Any, workplace: Workplace, *, explain_all: bool) -> Request:
    """Return what is asked for; raises Refused for an unknown name, Invalid for a bad profile."""
    asked.market = [market_named(code, workplace) for code in asked.market]
    profile = profile_named(asked.profile, workplace) if asked.profile else None
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
    looked_at = _with_taxonomies(ids, workplace)
    regimes = (
        r for code in stated if code in library.markets.markets for r in library.markets.markets[code].regimes
    )
    return Rules(
        standards=tuple(with_verified(library.standards[i], request.profile) for i in looked_at),
        judge=library.compiled,
        resolve=library.standard_ids,
        regimes=frozenset(regimes),
        scope=why,
        digest=library.digest(looked_at),
        coverage=library.coverage,
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


def folders_of(names: Iterable[str], rules: Iterable[str]) -> list[str]:
    """Return the folders of rule files that are named by path and stand in no folder of rules."""
    known = [os.path.abspath(folder) for folder in (data_folder("standards"), *rules)]
    found = [os.path.dirname(name) or "." for name in names if os.path.isfile(name)]
    new = {os.path.abspath(folder): folder for folder in found}
    return [
        folder for path, folder in new.items() if not any(f"{path}/".startswith(f"{one}/") for one in known)
    ]


def rule_files_named(names: Iterable[str], workplace: Workplace) -> tuple[str, ...]:
    """Return the ids of rule files by id, number or path, all where none is named; raises Refused."""
    return tuple(_rule_file(name, workplace) for name in names) or tuple(workplace.library.entries)


def _rule_file(name: str, workplace: Workplace) -> str:
    for entry in workplace.library.entries.values():
        if name == entry.path or entry.path.endswith(f"/{name.removeprefix('./')}"):
            return entry.id
    if os.path.isfile(name):
        folder = os.path.dirname(name) or "."
        raise Refused(
            Text(
                f"'{name}' is in no folder of rules: add --rules {folder}",
                f"“{name}”不在任何规则文件夹中：请加 --rules {folder}",
            )
        )
    return standard_named(name, workplace)


def requirement_named(full: str, workplace: Workplace) -> tuple[Standard, Requirement]:
    """Return a requirement by its full id, with its standard; raises Refused.

    The id within its standard is enough where only one standard has it.
    """
    printed, _, rest = full.rpartition("/")
    standard_id = standard_named(printed, workplace) if printed else _standard_with(rest, workplace)
    standard = workplace.library.standards[standard_id]
    found = {requirement.id.partition("/")[2]: requirement for requirement in standard.requirements}
    if rest not in found:
        kind = Text(f"requirement of {standard.id}", f"{standard.id} 的要求")
        raise Refused(_unknown(kind, rest, found, _listed_by(f"icv-checker standards {standard.id}")))
    return standard, found[rest]


def _standard_with(requirement: str, workplace: Workplace) -> str:
    """Return the id of the only standard that has a requirement of this name; raises Refused."""
    entries = workplace.library.entries.values()
    ids = [entry.id for entry in entries if requirement in entry.requirements]
    if len(ids) == 1:
        return ids[0]
    kind = Text("requirement", "要求")
    if ids:
        every = [f"{standard}/{requirement}" for standard in ids]
        listed = Text(", ".join(every), "、".join(every))
        raise Refused(
            Text(
                f"several standards have '{requirement}': name one of {listed.en}",
                f"多项标准均有“{requirement}”，请指明：{listed.zh}",
            )
        )
    if workplace.library.standard_ids(requirement):
        raise Refused(
            Text(
                f"'{requirement}' is a standard: see icv-checker standards {requirement}",
                f"“{requirement}”是标准编号：请用 icv-checker standards {requirement}",
            )
        )
    every = [f"{entry.id}/{name}" for entry in entries for name in entry.requirements]
    raise Refused(_unknown(kind, requirement, every, _listed_by("icv-checker standards ID")))


def market_named(code: str, workplace: Workplace) -> str:
    """Return a market as it is written in the list of markets; raises Refused."""
    names = {key: market.name for key, market in workplace.library.markets.markets.items()}
    return code_named(code, names, workplace)


def code_named(code: str, names: Mapping[str, Text], workplace: Workplace) -> str:
    """Return the code of a market or a regime in capitals; raises Refused, by its name too."""
    if code.upper() in names:
        return code.upper()
    field = workplace.schema.field("vehicle.markets")
    meant = code_called(code, names, field.of.words if field and field.of else {})
    if meant is None:
        refuse_unknown(_MARKET, code, names)
    raise Refused(_refusal(_MARKET, code, Text(f"did you mean {meant}?", f"是否应为 {meant}？")))


def refuse_unknown(kind: Text, name: str, known: Iterable[str]) -> NoReturn:
    """Raise Refused for a name that is not known, with the nearest one that is."""
    raise Refused(_unknown(kind, name, known))


def _unknown(kind: Text, name: str, known: Iterable[str], otherwise: Text | None = None) -> Text:
    """Return the refusal of a name: with the nearest that is known, else ``otherwise``, else some of them.

    A full id is near if its last part is. A folder is none of what can be named.
    """
    if not on_another_machine(name) and os.path.isdir(name):
        files = os.path.join(name, "*.yaml")
        return Text(
            f"'{name}' is a folder (name the files in it: {files})",
            f"“{name}”是文件夹（请写其中的文件：{files}）",
        )
    from checker.schemas.did_you_mean import did_you_mean, nearest  # noqa: PLC0415 - only for a mistake

    ends = {one.rpartition("/")[2]: one for one in known}
    near = nearest(name, ends)
    mend = did_you_mean(ends[near], [ends[near]]) if near else otherwise or did_you_mean(name, ends)
    return _refusal(kind, name, mend)


def _refusal(kind: Text, name: str, mend: Text | None) -> Text:
    hint = Text(f" ({mend.en})", f"（{mend.zh}）") if mend else Text("", "")
    return Text(f"unknown {kind.en} '{name}'{hint.en}", f"未知{kind.zh}“{name}”{hint.zh}")


def _listed_by(command: str) -> Text:
    return Text(f"{command} lists them", f"可用 {command} 查看")


def profile_named(name: str, workplace: Workplace) -> Profile:
    """Return a profile by its id or the path of its file; raises Refused, Invalid for a bad one."""
    from checker.packs.profiles import load_profile, profile_names  # noqa: PLC0415 - only where one is asked for

    if name.endswith((".yaml", ".yml")):
        return load_profile(workplace.read(name), name, workplace.library.entries)
    folder = data_folder("standards")
    known = profile_names(folder)
    if name not in known:
        raise Refused(_unknown(Text("profile", "评价方案"), name, known))
    data = read_file(f"{folder}/profiles/{name}.yaml")
    return load_profile(data, f"standards/profiles/{name}.yaml", workplace.library.entries)
