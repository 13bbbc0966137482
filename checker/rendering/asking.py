"""What a requirement asks, in the order in which it is told: its conditions, and the proof that it wants."""

from collections.abc import Iterator, Mapping

from checker.model.standard import Expression, ForEach, Requirement
from checker.rendering.wording import Words
from checker.text import Text


def conditions(one: Requirement) -> Iterator[tuple[str, Expression, Mapping[str, str]]]:
    """Yield each expression of a requirement behind the key of its label.

    The last of the three says what names stand for in it: that of a member, as a path.
    """
    members: Mapping[str, str] = {}
    if one.for_each is not None:
        members = {one.for_each.name: f"{path_of(one.for_each)}.*", "key": ""}
        if one.for_each.where is not None:
            yield "verify.where", one.for_each.where, members
    if one.when is not None:
        yield "verify.when", one.when, members
    for expression in one.require:
        yield "verify.asks", expression, members


def path_of(each: ForEach) -> str:
    """Return the path whose members a requirement is about."""
    return each.path.source.strip()


def proof(one: Requirement, words: Words) -> Iterator[Text]:
    """Yield what has to prove that a requirement is met, and what a person has to say to it."""
    if one.proof is not None and one.proof.basis is not None:
        yield words("proof.basis", basis=words(f"basis.{one.proof.basis}"))
    if one.evidence is not None:
        kinds = [words(f"evidence.{kind}") for kind in one.evidence.kinds]
        yield words("proof.evidence", kind=words.join(kinds))
    for part in (one.proof, one.evidence):
        if part is not None and part.max_age_months is not None:
            yield words.count("proof.age", part.max_age_months)
    if one.review is not None:
        yield words("proof.review", question=one.review)
