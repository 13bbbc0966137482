"""What each waiver comes to on a configuration: those that cover nothing are told as well."""

from collections.abc import Callable, Iterable, Mapping

from checker.model.finding import Finding, Verdict
from checker.model.spec import VehicleSpec
from checker.model.waiver import Waiver, WaiverState, WaiverUse
from checker.text import Text
from checker.values.dates import days_between
from checker.waivers.deciding import covered_by, member_path, state_on

#: Whether there is a standard of this id.
Known = Callable[[str], bool]


def uses(
    waivers: Iterable[Waiver], findings: Iterable[Finding], spec: VehicleSpec, day: str, known: Known
) -> tuple[WaiverUse, ...]:
    """Return what each waiver comes to, in their order; ``findings`` are all that make statements here."""
    by_id = {finding.requirement.id: finding for finding in findings}
    return tuple(_use(waiver, by_id, spec, day, known) for waiver in waivers)


def _use(
    waiver: Waiver, findings: Mapping[str, Finding], spec: VehicleSpec, day: str, known: Known
) -> WaiverUse:
    unmatched = _unmatched(waiver, findings, spec, known)
    if unmatched is not None:
        return WaiverUse(waiver, "unmatched", (), _told(unmatched, waiver))
    finding = findings[waiver.requirement]
    covers = covered_by(waiver, finding)
    state: WaiverState = state_on(waiver, day)
    if state == "active" and not covers:
        return WaiverUse(waiver, "unused", (), _told(_unused(waiver, finding), waiver))
    dated = _dated(waiver, state, day, needed=bool(covers))
    return WaiverUse(waiver, state, covers, _told(dated, waiver))


def _told(text: Text, waiver: Waiver) -> Text:
    """Return the sentence, and that the waiver states a longer time than it may count, where it does."""
    if not waiver.over_long:
        return text
    months = "1 month" if waiver.max_months == 1 else f"{waiver.max_months} months"
    return Text(
        f"{text.en}; over-long: it states {waiver.expires}, more than {months} after its approval",
        f"{text.zh}；期限过长：所填 {waiver.expires} 超过批准之日起 {waiver.max_months} 个月",
    )


def _unmatched(
    waiver: Waiver, findings: Mapping[str, Finding], spec: VehicleSpec, known: Known
) -> Text | None:
    """Return why there is nothing here that a waiver could be about; None where there is."""
    vehicle = str(spec.values.get("vehicle", {}).get("id"))
    if waiver.vehicle not in (None, vehicle):
        return Text(
            f"is for vehicle '{waiver.vehicle}', and this is '{vehicle}'",
            f"针对车辆“{waiver.vehicle}”，而本车辆为“{vehicle}”",
        )
    configuration = spec.configuration.key
    if waiver.configuration not in (None, configuration):
        this = Text(f"this is '{configuration}'", f"此处为“{configuration}”")
        only = Text("there is only one here", "此处仅有一个配置")
        here = this if configuration else only
        return Text(
            f"is for configuration '{waiver.configuration}', and {here.en}",
            f"针对配置“{waiver.configuration}”，而{here.zh}",
        )
    finding = findings.get(waiver.requirement)
    if finding is None:
        return _not_looked_at(waiver.requirement.partition("/")[0], findings, known)
    return _no_member(waiver, finding)


def _not_looked_at(standard: str, looked_at: Iterable[str], known: Known) -> Text:
    if known(standard):
        return Text(
            f"no statement is made on {standard} here: it was not looked at, or only feeds the level ladder",
            f"此处未对 {standard} 给出结论：未评价该标准，或其仅用于等级阶梯",
        )
    from checker.schemas.did_you_mean import nearest  # noqa: PLC0415 - only for a mistake

    near = nearest(standard, {requirement.partition("/")[0] for requirement in looked_at})
    hint = Text(f"; did you mean '{near}'?", f"；是否应为“{near}”？") if near else Text("", "")
    return Text(
        f"there is no standard '{standard}' among the rules{hint.en}", f"规则中没有标准“{standard}”{hint.zh}"
    )


def _no_member(waiver: Waiver, finding: Finding) -> Text | None:
    paths = [member_path(finding, member.key) for member in finding.members]
    named = [path for path in paths if path is not None]
    if waiver.path is None or waiver.path in named or finding.verdict is Verdict.NOT_APPLICABLE:
        return None
    return Text(
        f"there is no {waiver.path} that the requirement looks at; it looks at {', '.join(named) or 'none'}",
        f"该要求未检查 {waiver.path}；所检查的为：{'、'.join(named) or '无'}",
    )


_WHY_UNUSED = {
    Verdict.PASS: Text("not needed: the requirement is met", "无需豁免：要求已符合"),
    Verdict.NOT_APPLICABLE: Text("not needed: the requirement does not apply", "无需豁免：要求不适用"),
    Verdict.UNKNOWN: Text(
        "covers nothing: the requirement is not decided, and a waiver covers only what is not met",
        "未起作用：要求尚未判定，豁免仅适用于不符合项",
    ),
    Verdict.REVIEW: Text(
        "covers nothing: the requirement waits for a person, and a waiver covers only what is not met",
        "未起作用：要求待人工确认，豁免仅适用于不符合项",
    ),
}


def _unused(waiver: Waiver, finding: Finding) -> Text:
    if finding.verdict is Verdict.FAIL:  # by another member
        return Text(f"not needed: {waiver.path} does not violate it", f"无需豁免：{waiver.path} 未违反该要求")
    return _WHY_UNUSED[finding.verdict]


def _dated(waiver: Waiver, state: WaiverState, day: str, *, needed: bool) -> Text:
    last = waiver.last_day
    if state == "active":
        left = days_between(day, last)
        days = "1 day" if left == 1 else f"{left} days"
        return Text(f"counts until {last}, {days} left", f"有效至 {last}，剩余 {left} 天")
    if state == "upcoming":
        return Text(f"counts only from {waiver.approved}", f"自 {waiver.approved} 起方有效")
    need = Text(
        "what it was for is still not met: meet it, or have it approved anew",
        "所豁免的要求仍不符合：请整改或重新批准",
    )
    idle = Text("nothing here needs it", "此处已无需豁免")
    told = need if needed else idle
    return Text(f"counted until {last}; {told.en}", f"有效期已于 {last} 届满；{told.zh}")
