"""Units: the ending of a field's name is its unit; another unit may be written out and is converted."""

from collections.abc import Mapping

from checker.record import Record


class Units(Record):
    """What `standards/units.yaml` says: ending of a name -> written unit -> (factor, shift)."""

    accepted: Mapping[str, Mapping[str, tuple[float, float]]]

    def unit_of(self, key: str) -> str | None:
        """Return the unit at the end of a field's name: ``kmh`` of ``max_speed_kmh``; None without one."""
        rest, _, ending = key.rpartition("_")
        if not rest or rest.endswith("_per") or ending not in self.accepted:
            return None
        return ending

    def accepts(self, suffix: str) -> tuple[str, ...]:
        """Return the units that may be written for fields that end in `suffix`."""
        return tuple(self.accepted.get(suffix, ()))

    def convert(self, value: float, unit: str, suffix: str) -> float:
        """Return `value`, given in `unit`, in the unit of the ending `suffix`.

        Raises ValueError with what is accepted if the unit is not.
        """
        try:
            factor, shift = self.accepted[suffix][unit]
        except KeyError:
            accepted = ", ".join(self.accepts(suffix)) or "none"
            raise ValueError(f"the unit '{unit}' is not known for _{suffix}; accepted: {accepted}") from None
        if (factor, shift) == (1, 0):
            return value
        return float(f"{(value + shift) * factor:.12g}")  # 36 km/h is 10 m/s, not 10.000000000000002


def units(data: Mapping[str, Mapping[str, Mapping[str, float | list[float]]]]) -> Units:
    """Return the units of the data of `units.yaml`."""
    return Units(
        {suffix: {unit: _pair(how) for unit, how in row["accepts"].items()} for suffix, row in data.items()}
    )


def _pair(how: float | list[float]) -> tuple[float, float]:
    """Return (factor, shift); a written pair first shifts the value, then multiplies it."""
    if isinstance(how, list):
        factor, shift = how
        return factor, shift
    return how, 0
