"""Full ids of requirements that a rule file names: in its examples, mostly."""

from collections.abc import Iterator, Mapping

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.packs.entries import Entry
from checker.packs.unknown import unknown
from checker.text import Text

_NOUN = Text("requirement", "要求")


def name_problems(document: Document, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield each full id of a requirement of a known standard that the standard does not have."""
    for path, word, is_key in _words(document.data, ()):
        standard, _, requirement = word.partition("/")
        entry = entries.get(standard)
        if entry is not None and requirement and requirement not in entry.requirements:
            place = document.place(path) if is_key else document.value_place(path)
            yield Problem(place, *unknown(requirement, entry.requirements, _NOUN))


def _words(data: object, path: Path_) -> Iterator[tuple[Path_, str, bool]]:
    """Yield every text of a document, and every key of its maps."""
    if isinstance(data, str):
        yield path, data, False
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _words(item, (*path, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            yield (*path, key), key, True
            yield from _words(item, (*path, key))
