"""Numbers and ranges of a spec, in the unit of their field."""

from math import isfinite
from typing import Any, NoReturn

from checker.schemas.fields import Field
from checker.text import Text
from checker.values.spreads import Envelope, Number, Spread
from checker.values.units import Units

_RANGES = {"spread": Spread, "envelope": Envelope, None: Spread}


class Refused(ValueError):
    """A number that the schema takes and that still cannot be used: what is wrong, and how to mend it."""

    def __init__(self, what: Text, mend: Text | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.mend = mend


def in_unit(raw: Any, unit: str | None, field: Field, units: Units) -> Any:
    """Return a number or a `{min, max}` as the evaluators want it; raises Refused.

    A field of type number holds floats, one of type integer ints. `unit` is what was written beside it.
    """
    if type(raw) is not dict:
        return _number(raw, unit, field, units)
    low = _number(raw["min"], unit, field, units) if "min" in raw else None
    high = _number(raw["max"], unit, field, units) if "max" in raw else None
    if low is not None and high is not None and low > high:
        raise Refused(
            Text(
                f"min {raw['min']} is greater than max {raw['max']}",
                f"min {raw['min']} 大于 max {raw['max']}",
            ),
            Text("put the smaller number first", "请将较小的数值写为 min"),
        )
    return _RANGES[field.range](low, high)


def _number(raw: Number, unit: str | None, field: Field, units: Units) -> Number:
    value = raw if unit is None else _converted(raw, unit, field, units)
    if field.type != "integer":
        return float(value) if field.type == "number" else value
    if value != int(value):
        raise Refused(
            Text(
                f"{raw} {unit} is no whole number of {field.unit}",
                f"{raw} {unit} 换算后不是整数（{field.unit}）",
            )
        )
    return int(value)


def _converted(raw: Number, unit: str, field: Field, units: Units) -> Number:
    if field.type == "named" and unit not in units.accepts(field.unit or ""):
        return raw  # for people: as it was typed
    if field.unit is None:
        raise Refused(
            Text(
                f"this field has no unit, so it cannot be given in {unit}",
                f"该字段没有单位，不能以 {unit} 填写",
            ),
            Text("leave the unit out", "请去掉 unit"),
        )
    try:
        value = units.convert(raw, unit, field.unit)
    except ValueError:
        accepted = ", ".join(units.accepts(field.unit)) or field.unit
        _refuse_unit(unit, field.unit, accepted)
    if not isfinite(value):
        raise Refused(Text(f"{raw} {unit} is too large a number", f"{raw} {unit} 数值过大"))
    if (field.min is not None and value < field.min) or (field.max is not None and value > field.max):
        limit = field.min if field.min is not None and value < field.min else field.max
        raise Refused(
            Text(
                f"{raw} {unit} is {value:g} in {field.unit}, beyond the limit {limit:g}",
                f"{raw} {unit} 换算为 {value:g}（{field.unit}），超出限值 {limit:g}",
            )
        )
    return value


def _refuse_unit(unit: str, suffix: str, accepted: str) -> NoReturn:
    raise Refused(
        Text(
            f"the unit '{unit}' is not known for a field in {suffix}", f"该字段（{suffix}）不支持单位“{unit}”"
        ),
        Text(f"write one of: {accepted}", f"可用单位：{accepted}"),
    ) from None
