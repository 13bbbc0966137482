"""How much of a standard's own outline its rules look at; computed, never typed."""

from checker.model.assessment import Coverage
from checker.model.standard import Standard


def coverage_of(standard: Standard) -> Coverage:
    """Return the coverage of a standard by its rule file.

    A clause of the outline is transcribed if a requirement names it or a clause below it; it needs
    a person if one of these asks a review question.
    """
    clauses = [clause.number for clause in standard.outline]
    leaves = [number for number in clauses if not any(_below(other, number) for other in clauses)]
    named = {number: _requirements_at(standard, number) for number in leaves}
    return Coverage(
        clauses=len(leaves) or None,
        transcribed=sum(bool(asks) for asks in named.values()),
        need_a_person=sum(any(asks) for asks in named.values()),
        requirements=len(standard.requirements),
        verified=sum(requirement.verified for requirement in standard.requirements),
    )


def _requirements_at(standard: Standard, number: str) -> list[bool]:
    """Return, for each requirement at a clause or below it, whether it asks a person."""
    return [
        requirement.review is not None
        for requirement in standard.requirements
        if any(printed == number or _below(printed, number) for printed in requirement.clause)
    ]


def _below(printed: str, number: str) -> bool:
    """Return whether a printed clause number stands below another: "4.5.2 a)" below "4.5"."""
    rest = printed.removeprefix(number)
    return printed != rest and rest[:1] in (".", " ", "(", "（")
