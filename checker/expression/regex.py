"""Regular expressions in linear time: an automaton, without back-references and look-around."""

from functools import lru_cache

from checker.expression.faults import ExpressionError
from checker.expression.patterns import Builder, State


def check_pattern(pattern: str, offset: int) -> None:
    """Raise ExpressionError, at an offset, for what is no pattern or not one that is allowed."""
    Builder(pattern, offset).build()


def matches(text: str, pattern: str) -> bool | None:
    """Return whether the pattern fits somewhere in the text; None for what is no pattern."""
    try:
        states, start = _automaton(pattern)
    except ExpressionError:
        return None
    return _run(states, start, text)


@lru_cache(maxsize=256)
def _automaton(pattern: str) -> tuple[list[State], int]:
    return Builder(pattern, 0).build()


def _run(states: list[State], start: int, text: str) -> bool:
    current: set[int] = set()
    for position in range(len(text) + 1):
        current.add(start)  # a match may begin anywhere
        current = _closed(states, current, at_start=position == 0, at_end=position == len(text))
        if 0 in current:  # state 0 is the end
            return True
        if position < len(text):
            character = text[position]
            current = {
                target
                for number in current
                if (accepts := states[number].accepts) is not None and accepts(character)
                for target in states[number].next
            }
    return False


def _closed(states: list[State], numbers: set[int], *, at_start: bool, at_end: bool) -> set[int]:
    closed: set[int] = set()
    waiting = list(numbers)
    while waiting:
        number = waiting.pop()
        if number in closed:
            continue
        closed.add(number)
        state = states[number]
        blocked = (state.anchor == "^" and not at_start) or (state.anchor == "$" and not at_end)
        if state.accepts is None and not blocked:
            waiting.extend(state.next)
    return closed
