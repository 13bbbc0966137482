"""What goes wrong in how a requirement is proved: weaker proof, no evidence, no question for a person."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.documents import Path_
from checker.model.standard import Requirement
from checker.record import replace


class ProofMutant(NamedTuple):
    """A requirement that is proved too easily."""

    operator: str
    path: Path_  # in the rule file
    was: str
    now: str
    requirement: Requirement


def proof_mutants(one: Requirement, index: int) -> Iterator[ProofMutant]:
    """Yield a requirement with each part of its proof weakened or dropped; something stays to be proved."""
    path = ("requirements", index)
    yield from _weaker(one, path)
    evidence, review = one.evidence, one.review
    if evidence is not None:
        kinds = evidence.kinds
        for at, kind in enumerate(kinds if len(kinds) > 1 else ()):
            less = replace(evidence, kinds=(*kinds[:at], *kinds[at + 1 :]))
            place = (*path, "evidence", "kind", at)
            yield ProofMutant("list item dropped", place, kind, "", replace(one, evidence=less))
        if one.require or review is not None:
            was = ", ".join(kinds)
            yield ProofMutant("evidence dropped", (*path, "evidence"), was, "", replace(one, evidence=None))
    if review is not None and (one.require or evidence is not None):
        yield ProofMutant("review dropped", (*path, "review"), review.en, "", replace(one, review=None))


def _weaker(one: Requirement, path: Path_) -> Iterator[ProofMutant]:
    """Yield the proof as what anybody declares, and proof and evidence of any age."""
    proof, evidence = one.proof, one.evidence
    if proof is not None and proof.basis is not None:
        less = replace(one, proof=replace(proof, basis=None))
        yield ProofMutant("proof weakened", (*path, "proof", "basis"), proof.basis, "", less)
    if proof is not None and proof.max_age_months is not None:
        less = replace(one, proof=replace(proof, max_age_months=None))
        place = (*path, "proof", "max_age_months")
        yield ProofMutant("proof weakened", place, str(proof.max_age_months), "", less)
    if evidence is not None and evidence.max_age_months is not None:
        less = replace(one, evidence=replace(evidence, max_age_months=None))
        place = (*path, "evidence", "max_age_months")
        yield ProofMutant("proof weakened", place, str(evidence.max_age_months), "", less)
