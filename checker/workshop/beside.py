"""What stands beside the rule files: profiles, the catalogue and the correspondence."""

from collections.abc import Iterator

from checker.errors import Invalid, Problem
from checker.packs.catalogue import read_catalogue
from checker.packs.correspondence import read_correspondence
from checker.packs.folders import Folder
from checker.packs.library import Library
from checker.packs.profiles import read_profiles


def beside_problems(folder: Folder, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the files of a folder that hold no rules and that no check reads.

    The correspondence names documents of the catalogue, so it waits until nothing is wrong with that.
    """
    try:
        read_profiles(folder, library.entries)
    except Invalid as invalid:
        yield from invalid.problems
    try:
        documents = read_catalogue(folder, library.markets.regimes)
        read_correspondence(folder, {*library.entries, *(document.id for document in documents)})
    except Invalid as invalid:
        yield from invalid.problems
