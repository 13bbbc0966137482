"""What a generated judge gives, by walking the trees: for one requirement, and to hold the two equal."""

from collections.abc import Iterator, Mapping
from typing import Any

from checker.evaluation.bench import WHOLE, Reader, Subject, subject_of
from checker.model.standard import Expression, Requirement
from checker.values.truth import and_


def row_of(requirement: Requirement, reader: Reader) -> Any:
    """Return the row of one requirement, in the shape of the generated judge.

    (when, require, ()) of the vehicle; with `for_each` None where the map is not stated, else one
    (key, where, when, require, ()) per fitted member. What an open one waits for is left to a walk.
    """
    each = requirement.for_each
    if each is None:
        return _when(requirement, WHOLE, reader), _require(requirement, WHOLE, reader), ()
    members = reader.value(each.path, WHOLE)
    return None if members is None else tuple(_members(requirement, members, reader))


def _members(
    requirement: Requirement, members: Mapping[str, Any], reader: Reader
) -> Iterator[tuple[Any, ...]]:
    each = requirement.for_each
    assert each is not None
    for key, member in members.items():
        if isinstance(member, Mapping) and member.get("fitment") == "not_fitted":
            continue
        subject = subject_of(each.name, each.path.source.strip(), key, member)
        where = _truth(each.where, subject, reader)
        yield key, where, _when(requirement, subject, reader), _require(requirement, subject, reader), ()


def _when(requirement: Requirement, subject: Subject, reader: Reader) -> bool | None:
    return _truth(requirement.when, subject, reader)


def _truth(condition: Expression | None, subject: Subject, reader: Reader) -> bool | None:
    if condition is None:
        return True
    truth: bool | None = reader.value(condition, subject, reader.bench.assumed)
    return truth


def _require(requirement: Requirement, subject: Subject, reader: Reader) -> bool | None:
    if not requirement.require:
        return None
    truth: bool | None = and_(reader.value(expression, subject) for expression in requirement.require)
    return truth
