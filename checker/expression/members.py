"""The members of a list or map that an expression iterates: what is stated is all there is."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from checker.expression.environment import Bound, Env
from checker.expression.operators import is_list, select
from checker.expression.tree import Tree
from checker.values.spreads import Uncertain
from checker.values.truth import Truth, and_, or_


class Member(NamedTuple):
    """One member of a list or map."""

    key: Any  # its key, or its index from 0
    bound: Bound
    of_map: bool
    present: Truth  # None: nobody says whether it is fitted

    def variables(self, names: tuple[str, ...]) -> dict[str, Bound]:
        """Return what the variables of a macro stand for: the item (of a map: its key), or key and item."""
        if len(names) == 2:
            return {names[0]: Bound(self.key), names[1]: self.bound}
        return {names[0]: Bound(self.key) if self.of_map else self.bound}


def holds_fittable(target: Tree) -> bool:
    """Return whether the checker found that the members are things that are fitted or not."""
    return target[0] == "path" and str(target[4]).endswith("!")


def fitment(bound: Bound) -> Bound:
    """Return where a thing says whether it is fitted, and what."""
    return Bound(select(bound.value, "fitment"), None if bound.path is None else f"{bound.path}.fitment")


def members(bound: Bound, env: Env, *, fittable: bool) -> Iterator[Member] | None:
    """Return the members that are not said to be not fitted; None if the collection is not stated."""
    collection = env.read(bound)
    path = bound.path
    if isinstance(collection, Mapping):
        inner = (
            (key, Bound(value, None if path is None else f"{path}.{key}"))
            for key, value in collection.items()
        )
        return _fitted(inner, env, of_map=True, fittable=fittable)
    if is_list(collection):
        items = (
            (number, Bound(value, None if path is None else f"{path}[{number}]"))
            for number, value in enumerate(collection)
        )
        return _fitted(items, env, of_map=False, fittable=fittable)
    return None


def _fitted(
    items: Iterator[tuple[Any, Bound]], env: Env, *, of_map: bool, fittable: bool
) -> Iterator[Member]:
    for key, bound in items:
        said = fitment(bound)
        stated = env.shown(said)
        if stated == "not_fitted":
            env.read(said)
        elif stated is None and fittable:
            env.read(said)
            yield Member(key, bound, of_map, None)
        else:
            yield Member(key, bound, of_map, present=True)


def weighed(name: str, present: Truth, judged: Any) -> Any:
    """Return what a macro makes of one member, of which nobody may say whether it is there."""
    if present:
        return judged
    return or_((judged, None)) if name == "all" else and_((judged, None))


def counted(found: Iterator[Member]) -> Any:
    """Return how many members there are; uncertain if nobody says of some whether they are fitted."""
    fittings = [member.present for member in found]
    sure = fittings.count(True)
    return sure if sure == len(fittings) else Uncertain(sure, len(fittings))
