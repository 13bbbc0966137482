"""Which mutants of a rule file its own examples catch."""

from collections.abc import Iterator, Sequence

from checker.documents import Path_, read_documents
from checker.errors import Invalid
from checker.evaluation.bench import Bench, Reader
from checker.model.finding import Outcome
from checker.model.standard import Standard
from checker.packs.library import Library
from checker.record import Record
from checker.workshop.alone import bench_alone, outcome_alone, series_of
from checker.workshop.examples import OUTCOMES
from checker.workshop.mutation.mutants import mutants
from checker.workshop.mutation.rules import Mutant, rules_of
from checker.workshop.specimens import Workbench, example_spec, workbench_of


class Caught(Record):
    """How many mutants of a rule file there are, and which of them no example notices."""

    standard: str
    mutants: int
    caught: int  # an example notices them
    survivors: tuple[Mutant, ...] = ()  # the others, in the order of `mutants`
    wrong_examples: int = 0  # examples that are wrong without any mutation; they notice nothing


class _Example(Record):
    bench: Bench
    expected: Outcome


def catch(standard: Standard, library: Library, *, sample: int | None = None) -> Caught:
    """Return what the examples of a rule file make of its mutants, or of about so many, evenly spread."""
    file = library.source(standard.id)
    (document,) = read_documents(file.data, file.shown, name_hint="yaml")
    bench = workbench_of(standard, document, library)
    examples: list[list[_Example]] = []
    wrong = 0
    for index in range(len(standard.requirements)):
        found = list(_examples(index, bench, standard, library))
        sound = [e for e in found if e is not None and _outcome(standard, index, e) is e.expected]
        examples.append(sound)
        wrong += len(found) - len(sound)
    tried = _spread(list(mutants(rules_of(standard, document, library.schema))), sample)
    survivors = tuple(mutant for mutant in tried if not _noticed(mutant, examples))
    return Caught(standard.id, len(tried), len(tried) - len(survivors), survivors, wrong)


def _spread(every: Sequence[Mutant], sample: int | None) -> Sequence[Mutant]:
    """Return all mutants, or every n-th: at least as many as the sample asks for, if there are so many."""
    return every if sample is None else every[:: max(1, len(every) // sample)]


def _noticed(mutant: Mutant, examples: list[list[_Example]]) -> bool:
    return any(
        _outcome(mutant.standard, index, example) is not example.expected
        for index in mutant.requirements
        for example in examples[index]
    )


def _outcome(standard: Standard, index: int, example: _Example) -> Outcome:
    return outcome_alone(standard.requirements[index], Reader(example.bench, standard))


def _examples(
    index: int, bench: Workbench, standard: Standard, library: Library
) -> Iterator[_Example | None]:
    """Yield the examples of a requirement as vehicles; None for one that is no vehicle."""
    series = series_of(library)
    data = bench.document.data["requirements"][index].get("examples", {})
    for name, expected in OUTCOMES.items():
        given = data.get(name, [])
        for at in range(len(given) if isinstance(given, list) else 0):
            path: Path_ = ("requirements", index, "examples", name, at)
            try:
                spec = example_spec(bench, path)
            except Invalid:
                yield None
            else:
                yield _Example(bench_alone(spec, standard, library, series), expected)
