"""Which fields of a vehicle spec a requirement reads."""

from collections.abc import Iterator, Mapping

from checker.expression.tree import Tree, children
from checker.model.standard import Expression, Requirement, Standard
from checker.rendering.documentation.marking import anchor_name
from checker.schemas.fields import VehicleSchema

#: A variable -> the path of what it stands for: ``automation_features.*``; empty: no field.
Members = Mapping[str, str]


def read_by(requirement: Requirement, schema: VehicleSchema) -> list[str]:
    """Return the paths that a requirement reads, each once: ``automation_features.*.level``."""
    members: dict[str, str] = {}
    found: list[str] = []
    each = requirement.for_each
    if each is not None:
        path = each.path.source.strip()
        found.append(path)
        members = {each.name: f"{path}.*", "key": ""}
    for expression in (each.where if each else None, requirement.when, *requirement.require):
        if expression is not None:
            found += paths_of(expression.tree, schema, members)
    return list(dict.fromkeys(found))


def read_in_scope(standard: Standard, schema: VehicleSchema) -> list[str]:
    """Return the paths that decide whether a standard applies."""
    scope: Expression | None = standard.applies_when
    return list(dict.fromkeys(paths_of(scope.tree, schema, {}))) if scope is not None else []


def page_of(path: str, schema: VehicleSchema) -> str:
    """Return the name of the page of a field: its section, or `spec` for what stands above all sections."""
    first = path.partition(".")[0].partition("[")[0]
    return first if first in schema.sections else "spec"


def field_place(path: str, schema: VehicleSchema) -> str:
    """Return the page of a field with the place on it: ``vehicle.md#vehicle.seats``."""
    return f"{page_of(path, schema)}.md#{anchor_name(path)}"


def paths_of(tree: Tree, schema: VehicleSchema, members: Members) -> Iterator[str]:
    """Yield the path of every field that an expression names; macros give their variables a meaning."""
    match tree:
        case ("path", _, root, fields, _):
            path = _path(root, fields, members)
            field = schema.field(path) if path else None
            if field is not None:
                plain = field.fields is None and field.of is None  # an item that is no more than a value
                yield path.removesuffix("[0]").removesuffix(".*") if plain else path
        case ("macro", _, _, variables, target, *bodies):
            yield from paths_of(target, schema, members)
            inner = {
                **members,
                **dict.fromkeys(variables, ""),
                variables[-1]: _member(target, schema, members),
            }
            for body in bodies:
                if body is not None:
                    yield from paths_of(body, schema, inner)
        case _:
            for child in children(tree):
                yield from paths_of(child, schema, members)


def _member(target: Tree, schema: VehicleSchema, members: Members) -> str:
    path = _path(target[2], target[3], members) if target[0] == "path" else ""
    field = schema.field(path) if path else None
    if field is None:
        return ""
    return f"{path}[0]" if field.type == "list" else f"{path}.*"


def _path(root: str, fields: tuple[str, ...], members: Members) -> str:
    base = members.get(root, root)
    return ".".join((base, *fields)) if base else ""
