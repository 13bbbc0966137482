"""The small things of the model as JSON-ready data."""

from typing import Any

from checker.location import Place
from checker.model.assessment import Coverage, Statement
from checker.text import Text


def text_data(text: Text | None) -> dict[str, str] | None:
    """Return a text as ``{en, zh}``; None for none."""
    return text and {"en": text.en, "zh": text.zh}


def place_data(place: Place | None) -> dict[str, Any] | None:
    """Return a place as ``{file, line, column}``; None for none."""
    return {"file": place.file, "line": place.line, "column": place.column} if place else None


def statement_data(statement: Statement) -> dict[str, Any]:
    """Return a statement of conformity as ``{kind, provisional, text}``."""
    return {
        "kind": statement.kind,
        "provisional": statement.provisional,
        "text": text_data(statement.text),
    }


def coverage_data(coverage: Coverage) -> dict[str, int | None]:
    """Return how much of a standard its rules cover, in numbers."""
    return {
        "clauses": coverage.clauses,
        "transcribed": coverage.transcribed,
        "need_a_person": coverage.need_a_person,
        "requirements": coverage.requirements,
        "verified": coverage.verified,
    }
