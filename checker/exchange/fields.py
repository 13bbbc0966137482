"""Fields of a spec as rows of a list: what stands there, and a digest that tells when that changes."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from checker.model.spec import VehicleSpec
from checker.schemas.fields import SCALARS, Field

#: Types whose value fits into one cell.
_IN_A_CELL = (*SCALARS, "id", "digest", "localized")


def value_at(values: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a dotted path; None where nothing does."""
    found: Any = values
    for key in path.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def fits_a_cell(field: Field) -> bool:
    """Return whether a person can write a value of a field on one line."""
    if field.type == "list":
        return field.of is not None and field.of.type in _IN_A_CELL
    return field.type in _IN_A_CELL


def gap_digest(path: str, field: Field, specs: Iterable[VehicleSpec]) -> str:
    """Return ``sha256:...`` of what a field means, and of what these configurations state there.

    Without any, it is that of a field that nobody stated.
    """
    means = [field.type, field.unit, field.range, field.min, field.max, list(field.terms), field.pattern]
    rows = [_stated(spec, path) for spec in specs] or [[None, None]]
    stated = [row for index, row in enumerate(rows) if row not in rows[:index]]
    canonical = json.dumps(
        [path, means, list(field.text), stated], ensure_ascii=False, sort_keys=True, default=str
    )
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def _stated(spec: VehicleSpec, path: str) -> list[Any]:
    value, row = value_at(spec.values, path), spec.stated.get(path)
    if value is None:  # not stated and stated to be unknown are the same question
        return [None, row.status if row and row.status != "unknown" else None]
    return [value, row and [row.basis, row.date]]
