"""How much of a standard's own outline its rules look at; computed, never typed."""

from collections.abc import Iterator

from checker.model.assessment import Coverage
from checker.model.standard import Standard


def coverage_of(standard: Standard) -> Coverage:
    """Return the coverage of a standard by its rule file.

    A clause of the outline is transcribed if a requirement names it or a clause below it; it needs
    a person if one of these asks a review question.
    """
    clauses = [clause.number for clause in standard.outline]
    inner = {above for number in clauses for above in at_or_above(number) if above != number}
    leaves = [number for number in clauses if number not in inner]
    named, asks_a_person = set[str](), set[str]()
    for requirement in standard.requirements:
        at = [number for printed in requirement.clause for number in at_or_above(printed)]
        named.update(at)
        if requirement.review is not None:
            asks_a_person.update(at)
    return Coverage(
        clauses=len(leaves) or None,
        transcribed=sum(number in named for number in leaves),
        need_a_person=sum(number in asks_a_person for number in leaves),
        requirements=len(standard.requirements),
        verified=verified_in(standard),
    )


def verified_in(standard: Standard) -> int:
    """Return how many requirements of a standard count as compared with its text."""
    return sum(requirement.verified for requirement in standard.requirements)


def at_or_above(printed: str) -> Iterator[str]:
    """Yield a printed clause number, and those that it stands below: "4.5.2 a)" below "4.5.2", "4.5", "4"."""
    yield printed
    for end, sign in enumerate(printed):
        if end and sign in ". (（":
            yield printed[:end]
