"""What every output says of the gate in the same words."""

from checker.assessment.gate import Decision
from checker.rendering.wording import Words
from checker.text import Text, joined


def decided(decision: Decision, words: Words) -> Text:
    """Return whether the gate holds, and why."""
    key = "holds" if decision.holds else "fails"
    if not decision.reasons:
        return words(f"terminal.gate.{key}")
    return words(f"terminal.gate.{key}_because", because=joined(decision.reasons))
