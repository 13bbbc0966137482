"""What an answer of a person has to state now, whatever else its requirement waits for."""

from collections.abc import Iterable

from checker.evaluation.bench import Bench, Reader
from checker.evaluation.evidence import Resolve
from checker.evaluation.member import digest_of
from checker.evaluation.requirement import subjects
from checker.evaluation.rows import row_of
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement, Standard


class WantedDigests:
    """The digests that tie answers to requirements and to what the configurations of a spec hold for them."""

    def __init__(self, specs: Iterable[VehicleSpec], as_of: str, resolve: Resolve) -> None:
        self._benches = [Bench.of(spec, as_of, resolve, {}) for spec in specs]
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, requirement: Requirement, standard: Standard) -> tuple[str, ...]:
        """Return the digests that are current, each once, in the order of the configurations."""
        if requirement.id not in self._known:
            self._known[requirement.id] = tuple(
                dict.fromkeys(self._digest(requirement, Reader(bench, standard)) for bench in self._benches)
            )
        return self._known[requirement.id]

    def _digest(self, requirement: Requirement, reader: Reader) -> str:
        return digest_of(requirement, subjects(requirement, row_of(requirement, reader), reader), reader)
