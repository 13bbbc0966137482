"""Values that people filled in -> fields of the spec."""

from collections.abc import Iterator, Mapping
from typing import Any

from checker.documents import Source
from checker.errors import Problem
from checker.exchange.answers import Row
from checker.exchange.cells import value_of
from checker.exchange.edits import Edit, raw_at
from checker.exchange.fields import gap_digest, value_at
from checker.exchange.situation import Situation, day
from checker.model.spec import VehicleSpec
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.fields import QUALIFIERS, Field, below
from checker.schemas.json_schema import field_schema
from checker.schemas.validation import explain
from checker.specs.marks import document_of
from checker.specs.numbers import Refused, in_unit
from checker.text import Text

#: What may be said beside a value.
_BESIDE = ("unit", "basis", "ref", "date", "by", "note")


def value_edits(
    row: Row, situation: Situation, documents: Mapping[str, Any], *, typed: bool
) -> Iterator[Edit | Problem]:
    """Yield what a value puts into the spec, and all that is wrong with it; nothing where it stands there.

    ``typed``: its cells hold what was typed into a sheet.
    """
    field = situation.schema.field(row.about)
    if field is None or "*" in row.about:
        yield _no_field(row, situation)
        return
    missing = _no_member(row, situation)
    if missing:
        yield missing
        return
    concerned = _concerned(row, situation)
    if isinstance(concerned, Problem):
        yield concerned
        return
    refs = situation.refs(row, documents)
    if isinstance(refs, Problem):
        yield refs
        return
    for path in _targets(row, situation, concerned):
        raw = _raw(row, field, refs, _stated(path, row, situation), typed=typed)
        problems = list(_unfit(row, field, raw, situation))
        yield from problems
        if problems:
            return
        if raw_at(situation.own, path) == raw:
            continue
        if row.cells.get("digest") != gap_digest(row.about, field, concerned):
            yield _changed(row, concerned)
            return
        yield Edit(path, raw, row)


def still_missing(row: Row, specs: Mapping[str, VehicleSpec]) -> Problem | None:
    """Return the problem of a value that did not reach the configurations that its row is about."""
    for key in row.several("configurations") or specs:
        its = specs.get(key)
        stated = its.stated.get(row.about) if its else None
        as_said = stated is not None and stated.status == row.cells.get("status")
        if its is None or (not as_said if "status" in row.cells else value_at(its.values, row.about) is None):
            what = Text(
                f"{row.about} would still not be stated in the configuration '{key}': something lies over it",
                f"在配置“{key}”中 {row.about} 仍为未填写：其取值被其他内容覆盖",
            )
            return Problem(row.place, what, Text("state it in the spec itself", "请直接在规格文件中填写"))
    return None


def _targets(row: Row, situation: Situation, concerned: tuple[VehicleSpec, ...]) -> Iterator[tuple[str, ...]]:
    """Yield where a value is written: at its path, or in the variants that the row is about."""
    keys = tuple(row.about.split("."))
    variants = situation.own.get("variants")
    if not variants or len(concerned) == len(situation.specs):
        yield keys
        return
    chosen = {spec.configuration.key for spec in concerned}
    for key in variants:
        if key in chosen and variants[key].get("based_on") not in chosen:
            yield ("variants", key, "overrides", *keys)


def _stated(path: tuple[str, ...], row: Row, situation: Situation) -> Any:
    """Return what stands there now, as it was written; None where nothing does."""
    here = raw_at(situation.own, path)
    return raw_at(situation.whole, row.about.split(".")) if here is None else here


def _raw(row: Row, field: Field, refs: tuple[str, ...], stated: Any, *, typed: bool) -> Any:
    """Return what is to be written: the value, or a map of it with what was said beside it."""
    said = {name: row.cells[name] for name in _BESIDE if name in row.cells}
    if refs:
        said["ref"] = refs[0] if len(refs) == 1 else list(refs)
    if "status" in row.cells:
        note = {"reason": said.pop("note")} if "note" in said else {}
        return {"status": row.cells["status"], **note, **said}
    if "value" in row.cells:
        value = value_of(row.cells["value"], field) if typed else row.cells["value"]
        qualified = isinstance(value, dict) and any(name in value for name in QUALIFIERS)
        return {"value": value, **said} if said and not qualified else value
    if isinstance(stated, dict) and "value" in stated:
        return {**stated, **said}
    return said if stated is None else {"value": stated, **said}


def _unfit(row: Row, field: Field, raw: Any, situation: Situation) -> Iterator[Problem]:
    if "value" in row.cells and "status" in row.cells:
        what = Text(
            f"{row.about}: there is a value and a status that says there is none",
            f"{row.about}：同时填写了 value 和 status",
        )
        yield Problem(row.at("status"), what, Text("leave one of them empty", "请只填其一"))
        return
    beside = [name for name in (*_BESIDE, "status") if name in row.cells]
    if field.plain and beside:
        named = ", ".join(beside)
        what = Text(f"{row.about} takes no {named}", f"{row.about} 不能填写 {named}")
        yield Problem(row.at(beside[0]), what, Text("leave it empty", "请留空"))
        return
    if isinstance(raw, dict) and beside and not {"value", "status"} & raw.keys():
        what = Text(f"{row.about}: `value` is missing", f"{row.about}：缺少 value")
        yield Problem(row.place, what, Text("fill it in", "请填写"))
        return
    if row.cells.get("status") == "not_applicable" and "note" not in row.cells:
        what = Text(
            f"{row.about} is said not to be applicable, without a reason",
            f"{row.about} 填为不适用，但未说明原因",
        )
        yield Problem(row.at("status"), what, Text("give it in `note`", "请在 note 中说明"))
        return
    wrong = day(row, "date")
    if wrong:
        yield wrong
        return
    document = document_of({row.about: raw}, Source(situation.document.file, ""))
    faults = explain(document, field_schema(situation.schema, row.about, field))
    for fault in faults:
        yield Problem(row.at("value"), fault.what, fault.mend)
    if not faults:
        yield from _refused(row, field, raw, situation)


def _refused(row: Row, field: Field, raw: Any, situation: Situation) -> Iterator[Problem]:
    """Yield what is wrong with a number that the schema takes: its unit, or the order of its ends."""
    unit = raw.get("unit") if isinstance(raw, dict) else None
    number = raw.get("value") if isinstance(raw, dict) and "value" in raw else raw
    if field.type not in ("number", "integer") or (isinstance(raw, dict) and "status" in raw):
        return
    try:
        in_unit(number, unit, field, situation.schema.units)
    except Refused as refused:
        what = Text(f"{row.about}: {refused.what.en}", f"{row.about}：{refused.what.zh}")
        yield Problem(row.at("value"), what, refused.mend)


def _concerned(row: Row, situation: Situation) -> tuple[VehicleSpec, ...] | Problem:
    named = row.several("configurations")
    known = {spec.configuration.key: spec for spec in situation.specs}
    for key in named:
        if key not in known:
            what = Text(f"the spec has no configuration '{key}'", f"规格文件没有配置“{key}”")
            return Problem(row.at("configurations"), what, did_you_mean(key, [one for one in known if one]))
    return tuple(known[key] for key in named) or situation.specs


def _no_field(row: Row, situation: Situation) -> Problem:
    what = Text(f"'{row.about}' is no field of a vehicle spec", f"“{row.about}”不是规格文件的字段")
    if "*" in row.about:
        mend = Text(
            "'*' stands for a member: answer a checklist that was made for the spec",
            "“*”代表某一条目：请使用为该规格文件生成的检查表",
        )
        return Problem(row.at("path"), what, mend)
    parent, _, last = row.about.rpartition(".")
    above = situation.schema.field(parent) if parent else situation.schema.root
    return Problem(row.at("path"), what, did_you_mean(last, (above and above.fields) or ()))


def _no_member(row: Row, situation: Situation) -> Problem | None:
    """Return the problem of a path through a member that the spec does not have."""
    field: Field | None = situation.schema.root
    keys = row.about.split(".")
    for index, key in enumerate(keys):
        assert field is not None, "the schema has such a field"
        if field.type == "map":
            here = ".".join(keys[:index])
            members = {name for spec in situation.specs for name in value_at(spec.values, here) or ()}
            if key not in members:
                what = Text(f"there is no '{key}' in {here}", f"{here} 中没有“{key}”")
                return Problem(row.at("path"), what, did_you_mean(key, members))
        field = below(field, key)
    return None


def _changed(row: Row, concerned: tuple[VehicleSpec, ...]) -> Problem:
    stated = next((row_ for spec in concerned if (row_ := spec.stated.get(row.about))), None)
    if stated is not None and stated.status is None:
        what = Text(
            f"{row.about} has been stated or changed since: line {stated.place.line} of {stated.place.file}",
            f"{row.about} 此后已填写或更改，见 {stated.place.file} 第 {stated.place.line} 行",
        )
    else:
        what = Text(
            f"{row.about}: what the field means, or what is stated there, changed since the list was written",
            f"{row.about}：自检查表生成以来，字段含义或填写内容已变更",
        )
    return Problem(row.at("digest"), what, Text("write the checklist again", "请重新生成检查表"))
