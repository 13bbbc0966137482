"""Why an outcome is open or violated, in sentences that name the fields and where they stand."""

from collections.abc import Iterable, Iterator

from checker.evaluation.shortfalls import shown
from checker.location import Place
from checker.model.finding import Read, Reason
from checker.model.spec import VehicleSpec
from checker.text import Text
from checker.values.spreads import Envelope, Spread, Uncertain

_STATUS = {
    "withheld": Text("withheld", "保密未提供"),
    "not_applicable": Text("declared not applicable", "申报为不适用"),
}


def place_of(path: str, spec: VehicleSpec) -> Place:
    """Return where a path stands, or the nearest map that should hold it."""
    while path:
        row = spec.stated.get(path)
        if row is not None:
            return row.place
        path = path.rpartition(".")[0]
    return Place(spec.file, 1, 1)


def open_reasons(reads: Iterable[Read], spec: VehicleSpec) -> Iterator[Reason]:
    """Yield why what was read does not decide: not stated, withheld, too weak, or only a range."""
    waiting = [read for read in reads if read.value is None or read.masked]
    missing = [r for r in waiting if r.masked is None and r.status not in _STATUS]
    withheld = [r for r in waiting if r.masked is None and r.status in _STATUS]
    masked = [r for r in waiting if r.masked]
    if missing:
        yield _reason("missing", missing, spec, Text("not stated", "未填写"))
    for status, says in _STATUS.items():
        its = [read for read in withheld if read.status == status]
        if its:
            yield _reason("withheld", its, spec, says)
    if masked:
        yield _reason("proof", masked, spec, Text("only assumed", "仅为假定"))


def condition_reasons(reads: Iterable[Read], spec: VehicleSpec) -> tuple[Reason, ...]:
    """Return why nobody can tell whether a condition is met; never nothing, a range alone is a reason."""
    read = tuple(reads)
    return tuple(open_reasons(read, spec)) or (interval_reason(read, spec, violated=False),)


def proof_reason(reads: Iterable[Read], basis: str | None, months: int | None, spec: VehicleSpec) -> Reason:
    """Return the reason of values that meet the requirement, but are known too weakly or too long ago."""
    masked = [read for read in reads if read.masked]
    wanted_en, wanted_zh = [], []
    if basis:
        wanted_en.append(f"at least {basis}")
        wanted_zh.append(f"至少为{_BASIS_ZH[basis]}")
    if months:
        wanted_en.append(f"not older than {months} months")
        wanted_zh.append(f"不超过 {months} 个月")
    says = Text(
        f"proof too weak (wanted: {', '.join(wanted_en)})", f"证明程度不足（要求：{'，'.join(wanted_zh)}）"
    )
    return _reason("proof", masked, spec, says)


def interval_reason(reads: Iterable[Read], spec: VehicleSpec, *, violated: bool) -> Reason:
    """Return the reason of a range of which only a part meets the requirement."""
    ranged = [read for read in reads if isinstance(read.value, Spread | Envelope | Uncertain)]
    if violated:
        says = Text("holds for part of the type only; name variants", "仅部分车辆满足；请拆分变型")
        return _reason("spread", ranged, spec, says, held=True)
    says = Text("the stated range does not decide it", "所填范围不足以判定")
    return _reason("uncertain", ranged, spec, says)


def _reason(kind: str, reads: Iterable[Read], spec: VehicleSpec, says: Text, *, held: bool = False) -> Reason:
    """Return a reason with the paths that were read, and with what they held if that is asked for."""
    values = {read.path: shown(read.value) for read in reads}
    paths = tuple(values)
    listed = ", ".join(f"{path} ({value})" if held else path for path, value in values.items())
    text = Text(f"{says.en}: {listed}", f"{says.zh}：{listed}") if paths else says
    place = place_of(paths[0], spec) if paths else None
    return Reason(kind, text, paths, place)  # type: ignore[arg-type]


_BASIS_ZH = {
    "assumed": "假定",
    "declared": "企业申报",
    "supplier": "供应商提供",
    "calculated": "计算",
    "simulated": "仿真",
    "measured": "实测",
    "certified": "经认证",
}
