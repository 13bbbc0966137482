"""How many shipped requirements a second: generated functions against the CEL libraries that are installed.

    python benchmarks/evaluation.py

Every requirement on the vehicle that plain CEL can say, on every example; a library whose verdicts differ is
told and left out. The others: cel-expr-python (Google's, in C++), common-expression-language (in Rust).
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import ROOT, asked, in_turns, load, ratios, say, timed
from benchmarks.plain_cel import NotPlain, in_plain_cel, plain_values
from checker.cache import Cache
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid
from checker.expression.generating import Plan, Program, generate
from checker.model.standard import Requirement, Standard
from checker.specs.loading import load_specs

AS_OF = "2026-11-20"
OURS = "generated function"
Truth = bool | None
Vehicle = dict[str, Any]
Row = tuple[Truth, Truth]  # when, require
Judge = Callable[[Vehicle], list[Row]]


class Rule(NamedTuple):
    """A requirement as ours and in plain CEL; None: always, or nothing is required."""

    plan: Plan
    when: str | None
    require: str


def main() -> None:
    options = asked(__doc__ or "")
    workplace = open_workplace(())
    standards = [workplace.library.standards[key] for key in workplace.library.entries]
    rules = {standard.id: list(plain_rules(standard)) for standard in standards}
    vehicles = list(examples(workplace))
    ours = by_generated_code(standards, rules)
    engines: dict[str, Judge] = {OURS: ours}
    notes = []
    every = [rule for its in rules.values() for rule in its]
    for name, make in PEERS.items():
        try:
            judge = make(every, [*workplace.schema.sections])
        except ImportError:
            notes.append(f"{name} is not installed: skipped")
            continue
        differ = sum(
            mine[:2] != its for car in vehicles for mine, its in zip(ours(car), judge(car), strict=True)
        )
        if differ:
            notes.append(f"{name}: {differ} verdicts differ: left out")
        else:
            engines[f"{name} {installed(name)}"] = judge
    report(engines, vehicles, (len(every), sum(len(s.requirements) for s in standards)), notes, options)


def report(
    engines: Mapping[str, Judge],
    vehicles: list[Vehicle],
    counts: tuple[int, int],
    notes: list[str],
    options: Any,
) -> None:
    """Measure the engines in turns, and say what each takes of the time of ours."""
    spoken, all_ = counts
    turns = {name: 20 if name == OURS else 1 for name in engines}  # ours is too fast to be timed once

    def job(name: str) -> Callable[[], float]:
        judge, again = engines[name], turns[name]
        return lambda: timed(lambda: [judge(car) for _ in range(again) for car in vehicles]) / again

    taken = in_turns({name: job(name) for name in engines}, options.rounds)
    found = ratios(taken, OURS)
    lines = [f"{spoken} of {all_} shipped requirements can be said in plain CEL; {len(vehicles)} vehicles"]
    for name, times in taken.items():
        rate = spoken * len(vehicles) / median(times)
        lines.append(f"{name:44} {rate / 1e6:7.3f} million a second {found[name]:8.1f} x the time")
    say(found, options, *lines, *notes, f"({options.rounds} rounds, {load()})")


def plain_rules(standard: Standard) -> Iterator[Rule]:
    """Yield the requirements that plain CEL can say: on the vehicle, not on each of its parts."""
    for requirement in standard.requirements:
        if requirement.for_each is None and requirement.require:
            try:
                yield _rule(requirement, standard)
            except NotPlain:
                continue


def _rule(requirement: Requirement, standard: Standard) -> Rule:
    required = [expression.tree for expression in requirement.require]
    when = requirement.when.tree if requirement.when else None
    texts = [f"({in_plain_cel(tree, standard.lists)})" for tree in required]
    return Rule(
        Plan(when, tuple(required)),
        None if when is None else in_plain_cel(when, standard.lists),
        " && ".join(texts),
    )


def examples(workplace: Workplace) -> Iterator[Vehicle]:
    """Yield the values of every configuration of every example."""
    for file in sorted((ROOT / "examples").rglob("*.yaml")):
        ids = workplace.library.standard_ids
        for loaded in load_specs(file.read_bytes(), str(file), schema=workplace.schema, standard_ids=ids):
            if not isinstance(loaded, Invalid):
                yield from (plain_values(spec.values) for spec in loaded)


def by_generated_code(standards: list[Standard], rules: Mapping[str, list[Rule]]) -> Judge:
    """Return our judge of these rules: one generated function for each standard."""
    judges = []
    for standard in standards:
        plans = tuple(rule.plan for rule in rules[standard.id])
        names: dict[str, Any] = {}
        source = generate(Program(plans, None, standard.lists, standard.tables), waits=False)
        exec(Cache(None).code("", lambda source=source: source), names)
        judges.append(names["judge"])
    return lambda car: [row for judge in judges for row in judge(car, car, AS_OF)[1]]


def by_google(rules: list[Rule], sections: list[str]) -> Judge:
    """Return the judge that Google's C++ library makes; raises ImportError."""
    from cel_expr_python import cel  # noqa: PLC0415 - a library that need not be there

    env = cel.NewEnv(variables=dict.fromkeys([*sections, "as_of"], cel.Type.DYN))
    compiled = [(rule.when and env.compile(rule.when), env.compile(rule.require)) for rule in rules]

    def judge(car: Vehicle) -> list[Row]:
        activation = env.Activation(variables(car, sections))
        return rows(compiled, lambda program: program.eval(activation).value())

    return judge


def by_rust(rules: list[Rule], sections: list[str]) -> Judge:
    """Return the judge that the Rust library makes; raises ImportError."""
    import cel  # noqa: PLC0415 - a library that need not be there

    compiled = [(rule.when and cel.compile(rule.when), cel.compile(rule.require)) for rule in rules]

    def judge(car: Vehicle) -> list[Row]:
        context = cel.Context(variables=variables(car, sections))

        def value(program: Any) -> Any:
            try:
                return program.execute(context)
            except (KeyError, RuntimeError, TypeError, ValueError):  # missing is an error in plain CEL
                return None

        return rows(compiled, value)

    return judge


def variables(car: Vehicle, sections: list[str]) -> Vehicle:
    """Return what the expressions name."""
    return {**{key: car[key] for key in sections if key in car}, "as_of": AS_OF}


def rows(compiled: list[tuple[Any, Any]], value: Callable[[Any], Any]) -> list[Row]:
    """Return the row of each requirement; what is no truth value is an error: nobody can tell."""
    found = []
    for when, require in compiled:
        applies = _truth(value(when)) if when else True
        found.append((applies, None if applies is False else _truth(value(require))))
    return found


def _truth(value: Any) -> Truth:
    return value if isinstance(value, bool) else None


def installed(name: str) -> str:
    """Return the version of a library."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


PEERS: dict[str, Callable[[list[Rule], list[str]], Judge]] = {
    "cel-expr-python": by_google,
    "common-expression-language": by_rust,
}

if __name__ == "__main__":
    main()
