"""What is remembered of a rule file: what is said of it, itself without examples, the code that judges it."""

from types import CodeType

from checker.expression.generating import generate, program
from checker.model.assessment import Coverage
from checker.model.standard import Standard
from checker.packs.coverage import coverage_of
from checker.packs.entries import Entry, entry_of
from checker.record import replace


def made(standard: Standard, path: str) -> tuple[Entry, Standard, Coverage, CodeType]:
    """Return what is remembered of the standard that was read from `path`."""
    judge = compile(generate(program(standard)), f"<judge of {standard.id}>", "exec", dont_inherit=True)
    bare = replace(standard, requirements=tuple(replace(one, examples=()) for one in standard.requirements))
    return entry_of(standard, path), bare, coverage_of(bare), judge
