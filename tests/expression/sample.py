"""A small vehicle schema, and an evaluation that both evaluators agree on."""

from collections.abc import Mapping
from typing import Any

from checker.expression.checking import check
from checker.expression.environment import Env
from checker.expression.generating import generate_expression
from checker.expression.parser import parse
from checker.expression.scope import Scope
from checker.expression.tree import Tree
from checker.expression.walking import walk
from checker.model.standard import Table
from checker.schemas.types import FieldType

BOOL = FieldType(kind="bool")
INT = FieldType(kind="int", min=0)
DOUBLE = FieldType(kind="double", min=0)
SPREAD = FieldType(kind="double", range="spread", min=0)
ENVELOPE = FieldType(kind="double", range="envelope")
STRING = FieldType(kind="string")
DATE = FieldType(kind="string", is_date=True)


def record(*, fittable: bool = False, **fields: FieldType) -> FieldType:
    if fittable:
        fields["fitment"] = FieldType(kind="string", terms=("standard", "optional", "not_fitted"))
    return FieldType(kind="record", fields=fields, fittable=fittable)


def terms(*words: str) -> FieldType:
    return FieldType(kind="string", terms=words)


def list_of(element: FieldType, min_items: int = 0) -> FieldType:
    return FieldType(kind="list", element=element, min_items=min_items)


def map_of(element: FieldType) -> FieldType:
    return FieldType(kind="map", element=element)


FEATURE = record(
    fittable=True,
    level=FieldType(kind="int", min=0, max=5),
    speed_kmh=ENVELOPE,
    gap_s=SPREAD,
    use=list_of(terms("highway", "urban", "parking")),
    ddt=record(lateral=terms("system", "driver"), oedr=terms("system", "driver")),
    tests=list_of(STRING),
    parameters=FieldType(kind="dyn", forbidden=True),
)
SECTIONS: Mapping[str, FieldType] = {
    "vehicle": record(
        category=terms("M1", "N1", "N2", "N3"),
        other_category=terms("T", "R"),
        markets=list_of(STRING, min_items=1),
        use=list_of(terms("private", "taxi")),
        seats=INT,
        doors=FieldType(kind="int", range="spread"),
        mass_kg=SPREAD,
        max_speed_kmh=DOUBLE,
        driver_seat=BOOL,
        built=DATE,
        model=STRING,
        gears_kmh=list_of(DOUBLE),
        trailers=list_of(record(mass_kg=SPREAD, braked=BOOL)),
        limits=map_of(DOUBLE),
    ),
    "automation_features": map_of(FEATURE),
    "sensors": map_of(record(fittable=True, kind=terms("camera", "radar"), range_m=SPREAD)),
    "cabin": record(seats=list_of(record(fittable=True, heated=BOOL))),
    "assistance": record(aeb=record(fittable=True, default_on=BOOL)),
    "data_recording": record(dssad=record(elements=list_of(STRING), storage_capacity_events=INT)),
    "tests": map_of(record(result=terms("pass", "fail"), features=list_of(STRING))),
    "documents": map_of(record(title=STRING)),
}
TABLES = {
    "gap": Table(("speed_kmh", "gap_s"), ((10, 1.0), (60, 1.6), (120, 2.2)), ("linear", None), "hold"),
    "stop": Table(("speed_kmh", "stop_m"), ((10, 5.0), (60, 40.0)), ("unstated", None)),
    "class_": Table(
        ("category", "mass_kg", "limit", "name"),
        (("M1", 1000, 10, "a"), ("M1", 2000, 20, "b"), ("N1", 1000, 30, "c")),
        ("exact", "next_higher", None, None),
    ),
}
LISTS: Mapping[str, tuple[Any, ...]] = {"wanted": ("speed", "brake"), "classes": ("M1", "N1")}
LETS = {"car": parse('vehicle.category == "M1"'), "private_car": parse('car && "private" in vehicle.use')}
SCOPE = Scope(sections=SECTIONS, lists=LISTS, tables=TABLES, lets=LETS)
AS_OF = "2026-11-20"


def checked(source: str, scope: Scope = SCOPE) -> Tree:
    """Return the checked tree of an expression without faults."""
    result = check(parse(source), scope)
    assert result.faults == (), [fault.what.en for fault in result.faults]
    return result.tree


def scope_for(name: str, path: str, scope: Scope = SCOPE) -> Scope:
    """Return the scope of the members of a map."""
    return scope.with_member(name, check(parse(path), scope.in_role("for_each")))


def environment(values: Mapping[str, Any], **more: Any) -> Env:
    return Env(values=values, as_of=AS_OF, lists=LISTS, tables=TABLES, **more)


def generated(tree: Tree, values: Mapping[str, Any]) -> Any:
    """Return the value of a tree as generated code computes it."""
    names: dict[str, Any] = {}
    exec(compile(generate_expression(tree, LISTS, TABLES), "generated", "exec"), names)
    return names["evaluate"](values, AS_OF)


def evaluated(tree: Tree, values: Mapping[str, Any]) -> Any:
    """Return the value of a tree, on which both evaluators agree."""
    walked = walk(tree, environment(values))
    fast = generated(tree, values)
    assert same(walked, fast), f"walked {walked!r}, generated {fast!r}"
    return walked


def same(one: Any, other: Any) -> bool:
    """Return whether two results are the same value of the same type, down to -0.0 and nan."""
    return type(one) is type(other) and repr(one) == repr(other)


def judged(source: str, values: Mapping[str, Any], scope: Scope = SCOPE) -> Any:
    """Return the value of an expression of a rule."""
    return evaluated(checked(source, scope), values)
