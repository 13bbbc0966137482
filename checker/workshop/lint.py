"""Lint: what the loader takes and a reader stumbles over, at its line, with how to mend it."""

from collections.abc import Iterator
from itertools import chain

from checker.documents import Document, read_documents
from checker.errors import Problem
from checker.packs.library import Library
from checker.workshop.beginning.marks import unfinished
from checker.workshop.linting.clauses import clause_problems
from checker.workshop.linting.editions import edition_problems
from checker.workshop.linting.names import name_problems
from checker.workshop.linting.texts import text_problems
from checker.workshop.linting.unused import unused_problems


def lint(standard_id: str, library: Library) -> tuple[Problem, ...]:
    """Return what is untidy in a rule file, in the order of the file; raises KeyError for an unknown id.

    What is still to be filled in is untidy as soon as the file is no draft any more.
    """
    document = _document(standard_id, library)
    found: Iterator[Problem] = chain(
        unused_problems(document),
        clause_problems(document),
        text_problems(document),
        name_problems(document, library.entries),
        (one for one in edition_problems(library.entries.values()) if one.place.file == document.file),
        () if document.data["status"] == "draft" else unfinished(document),
    )
    return tuple(sorted(found, key=lambda problem: problem.place))


def to_fill_in(standard_id: str, library: Library) -> tuple[Problem, ...]:
    """Return what the author of a draft has marked as still to be filled in; nothing of other files."""
    document = _document(standard_id, library)
    return tuple(unfinished(document)) if document.data["status"] == "draft" else ()


def _document(standard_id: str, library: Library) -> Document:
    file = library.source(standard_id)
    (document,) = read_documents(file.data, file.shown, name_hint="yaml")
    return document
