"""How many requirements a second: the generated function, the tree walk, and Google's CEL, on the same rules.

    python benchmarks/expressions.py

Rounds are interleaved; the ratios count, the absolute numbers belong to the machine. The verdicts of all
three are compared before a time counts.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from cel_expr_python import cel

from checker.expression.checking import check
from checker.expression.environment import Env
from checker.expression.generating import Plan, Program, generate
from checker.expression.parser import parse
from checker.expression.scope import Scope
from checker.expression.tree import Tree
from checker.expression.walking import walk
from checker.schemas.types import FieldType

RULES, SECTIONS, FIELDS, MISSING = 300, 12, 16, 0.12
ROUNDS = 15
TYPES = {
    "number": FieldType(kind="double"),
    "spread": FieldType(kind="double", range="spread"),
    "count": FieldType(kind="int"),
    "flag": FieldType(kind="bool"),
    "term": FieldType(kind="string", terms=("a", "b", "c", "d")),
    "list": FieldType(kind="list", element=FieldType(kind="string")),
}
SHARES = ("number", "number", "spread", "count", "flag", "term", "list")

Vehicle = dict[str, dict[str, Any]]


class Workload:
    """A vocabulary of typed fields, rules on it, and vehicles that state most of them."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.fields = {
            f"s{s}": {f"f{f}_{kind}": kind for f in range(FIELDS) for kind in [self.random.choice(SHARES)]}
            for s in range(SECTIONS)
        }

    def types(self) -> dict[str, FieldType]:
        return {
            section: FieldType(kind="record", fields={name: TYPES[kind] for name, kind in fields.items()})
            for section, fields in self.fields.items()
        }

    def rule(self, number: int) -> str:
        share = number / RULES
        if share < 0.4:
            return self._limit()
        if share < 0.6:
            return f'{self._limit()} && "x{self.random.randint(0, 5)}" in {self._path("list")}'
        if share < 0.7:
            return f'{self._path("term")} in ["a", "b"]'
        if share < 0.85:
            return f"!{self._path('flag')} || ({self._path('flag')} && {self._limit()})"
        return f'({self._limit()} || {self._limit()}) && !({self._path("term")} == "a")'

    def vehicle(self) -> Vehicle:
        return {
            section: {
                name: self._value(kind) for name, kind in fields.items() if self.random.random() > MISSING
            }
            for section, fields in self.fields.items()
        }

    def _limit(self) -> str:
        kind = self.random.choice(("number", "spread", "count"))
        sign = self.random.choice((">=", "<=", "<", ">"))
        return f"{self._path(kind)} {sign} {self.random.randint(0, 100)}{'' if kind == 'count' else '.5'}"

    def _path(self, kind: str) -> str:
        paths = [
            f"{s}.{name}" for s, fields in self.fields.items() for name in fields if fields[name] == kind
        ]
        return self.random.choice(paths)

    def _value(self, kind: str) -> Any:
        made: dict[str, Callable[[], Any]] = {
            "count": lambda: self.random.randint(0, 100),
            "flag": lambda: self.random.random() < 0.5,
            "term": lambda: self.random.choice("abcd"),
            "list": lambda: ["x0", "x1", "x2"],
        }
        return made.get(kind, lambda: self.random.random() * 100)()


def by_generated_code(trees: list[Tree]) -> Callable[[Vehicle], list[Any]]:
    names: dict[str, Any] = {}
    source = generate(Program(tuple(Plan(require=(tree,)) for tree in trees)), waits=False)
    exec(compile(source, "judge", "exec"), names)
    judge = names["judge"]
    return lambda vehicle: judge(vehicle, vehicle, "2026-11-20")[1]


def by_walk(trees: list[Tree]) -> Callable[[Vehicle], list[Any]]:
    def judge(vehicle: Vehicle) -> list[Any]:
        env = Env(values=vehicle)
        return [walk(tree, env) for tree in trees]

    return judge


def by_cel(rules: list[str], sections: list[str]) -> Callable[[Vehicle], list[Any]]:
    env = cel.NewEnv(variables=dict.fromkeys(sections, cel.Type.DYN))
    compiled = [env.compile(rule) for rule in rules]

    def judge(vehicle: Vehicle) -> list[Any]:
        activation = env.Activation(vehicle)
        return [rule.eval(activation) for rule in compiled]

    return judge


def main() -> None:
    workload = Workload(seed=20261120)
    rules = [workload.rule(number) for number in range(RULES)]
    scope = Scope(sections=workload.types())
    trees = [check(parse(rule), scope).tree for rule in rules]
    engines = {
        "generated": by_generated_code(trees),
        "tree walk": by_walk(trees),
        "Google's CEL (C++)": by_cel(rules, list(workload.fields)),
    }
    compare(engines, [workload.vehicle() for _ in range(20)])
    for count in (1, 100):
        vehicles = [workload.vehicle() for _ in range(count)] * (100 // count)
        print(f"{RULES} rules, {count} vehicle(s)")
        report(times(engines, vehicles), RULES * len(vehicles))


def compare(engines: dict[str, Callable[[Vehicle], list[Any]]], vehicles: list[Vehicle]) -> None:
    for vehicle in vehicles:
        fast = [require for _, require, _ in engines["generated"](vehicle)]
        theirs = [result.value() for result in engines["Google's CEL (C++)"](vehicle)]
        assert fast == engines["tree walk"](vehicle)
        assert fast == [value if isinstance(value, bool) else None for value in theirs]


def times(engines: dict[str, Callable[[Vehicle], list[Any]]], vehicles: list[Vehicle]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(ROUNDS):
        for name, judge in engines.items():
            few = vehicles if name == "generated" else vehicles[:10]
            start = perf_counter()
            for vehicle in few:
                judge(vehicle)
            taken[name].append((perf_counter() - start) / len(few) * len(vehicles))
    return {name: median(rounds) for name, rounds in taken.items()}


def report(taken: dict[str, float], evaluations: int) -> None:
    for name, seconds in taken.items():
        ratio = seconds / taken["generated"]
        print(f"  {name:20} {evaluations / seconds / 1e6:8.2f} million a second   {ratio:6.1f} x the time")


if __name__ == "__main__":
    main()
