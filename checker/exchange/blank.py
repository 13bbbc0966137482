"""The empty form of standards: every requirement with all that it may ask for, without a spec."""

from collections.abc import Iterable, Iterator, Mapping

from checker.exchange.checklist import Checklist, Exhibit, Gap, Origin, Question
from checker.exchange.collecting import asking_of
from checker.exchange.fields import gap_digest
from checker.expression.tree import Tree
from checker.model.standard import Expression, Requirement, Standard
from checker.schemas.fields import Field, VehicleSchema
from checker.text import Text, joined

#: Stands for the key of a member that only a spec names.
ANY = "*"


def blank_form(standards: Iterable[Standard], schema: VehicleSchema, *, as_of: str, digest: str) -> Checklist:
    """Return what standards ask for, in the order of their clauses; nothing in it is tied to a spec."""
    chosen = tuple(standards)
    requirements = [(one, standard) for standard in chosen for one in standard.requirements]
    fields: dict[str, Field] = {}
    decides: dict[str, dict[str, None]] = {}
    applies: dict[str, dict[str, None]] = {}
    for standard in chosen:
        if standard.applies_when is not None:
            for path, field in _fields((standard.applies_when,), {}, schema):
                fields[path] = field
                applies.setdefault(path, {})[standard.id] = None
        for one in standard.requirements:
            for path, field in _fields(_expressions(one), _members(one), schema):
                fields.setdefault(path, field)
                decides.setdefault(path, {})[one.id] = None
    return Checklist(
        origin=Origin("", _name(chosen), digest, as_of),
        questions=tuple(Question(one.id, one.review, ()) for one, _ in requirements if one.review),
        gaps=tuple(
            Gap(
                path,
                field,
                decides=tuple(decides.get(path, ())),
                applicability=tuple(applies.get(path, ())),
                units=schema.units.accepts(field.unit) if field.unit else (),
                digest=gap_digest(path, field, ()),
            )
            for path, field in fields.items()
        ),
        exhibits=tuple(
            Exhibit(one.id, one.evidence.kinds, one.evidence.max_age_months, one.digest)
            for one, _ in requirements
            if one.evidence
        ),
        asking={one.id: asking_of(one, standard) for one, standard in requirements},
    )


def _name(standards: tuple[Standard, ...]) -> Text:
    return joined(Text(f"{one.number} {one.title.en}", f"{one.number} {one.title.zh}") for one in standards)


def _expressions(one: Requirement) -> Iterator[Expression]:
    if one.for_each is not None and one.for_each.where is not None:
        yield one.for_each.where
    if one.when is not None:
        yield one.when
    yield from one.require


def _members(one: Requirement) -> dict[str, str]:
    return {one.for_each.name: f"{one.for_each.path.source.strip()}.{ANY}"} if one.for_each else {}


def _fields(
    expressions: Iterable[Expression], members: Mapping[str, str], schema: VehicleSchema
) -> Iterator[tuple[str, Field]]:
    """Yield the fields that expressions read, each path once, in the order of reading."""
    paths = dict.fromkeys(path for one in expressions for path in _paths(one.tree, members))
    for path in paths:
        field = schema.field(path)
        if field is not None and "fitment" in (field.fields or {}):  # fitted(...) reads no more of it
            path, field = f"{path}.fitment", schema.field(f"{path}.fitment")  # noqa: PLW2901 - what is read
        if field is not None:
            yield path, field


def _paths(tree: Tree, members: Mapping[str, str]) -> Iterator[str]:
    """Yield what a tree reads; a variable of a macro stands for any member of what the macro goes through."""
    match tree:
        case ("path", _, str() as root, tuple() as fields, _):
            yield ".".join((members.get(root, root), *fields))
        case ("ident", _, str() as name) if name in members:
            yield members[name]
        case ("macro", _, _, variables, target, *parts):
            through = list(_paths(target, members))
            inner = {**members, **({variables[-1]: f"{through[0]}.{ANY}"} if through else {})}
            yield from (path for part in parts if part is not None for path in _paths(part, inner))
        case _:
            for part in tree[2:]:
                if isinstance(part, tuple):
                    yield from _paths(part, members)
