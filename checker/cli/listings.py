"""The other listings of `icv-checker standards`: profiles, correspondence and catalogue."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from checker.assessment.standardization import state_of
from checker.bundled import data_folder
from checker.cli.console import Console
from checker.cli.places import today
from checker.cli.selection import profile_named, refuse_unknown
from checker.cli.workplace import Workplace
from checker.model.catalogue import CatalogueDocument
from checker.packs.catalogue import read_catalogue
from checker.packs.correspondence import read_correspondence
from checker.packs.numbers import plain
from checker.packs.profiles import read_profiles
from checker.rendering import listing
from checker.rendering.catalogue import names_of, region_names
from checker.rendering.terminal.catalogued import list_catalogue
from checker.rendering.terminal.mapped import list_pairs
from checker.rendering.terminal.profiled import list_profiles, show_profile
from checker.text import Text

_STANDARD = Text("standard", "标准")


def _profiles(asked: Any, console: Console, workplace: Workplace) -> None:
    """Print all profiles, or the one named; raises Refused, and Invalid for a bad one."""
    entries = workplace.library.entries
    if asked.standard is None:
        told = read_profiles(data_folder("standards"), entries)
    else:
        told = (profile_named(asked.standard, workplace),)
    if asked.format == "json":
        console.write_bytes(listing.render_profiles_json(told))
        return
    page = console.page()
    names = names_of(entries, (), page.words)
    if asked.standard is None:
        _write(list_profiles(told, names, page), console)
    else:
        _write(show_profile(told[0], names, page), console)


def _map(asked: Any, console: Console, workplace: Workplace) -> None:
    """Print the correspondence, or the pairs of the standard named; raises Refused, and Invalid."""
    entries, documents = workplace.library.entries, _documents(workplace)
    known = {*entries, *(document.id for document in documents)}
    pairs = read_correspondence(data_folder("standards"), known)
    wanted = known if asked.standard is None else _ids(asked.standard, documents, workplace)
    told = [pair for pair in pairs if {pair.standard, pair.counterpart} & wanted]
    page = console.page()
    names = names_of(entries, documents, page.words)
    if asked.format == "json":
        console.write_bytes(listing.render_pairs_json(told, names, entries))
    elif told:
        _write(list_pairs(told, names, page), console)
    else:
        numbers = page.words.join([names[key].number for key in sorted(wanted)])
        _write(page.wrapped(page.say("correspondence.none", number=numbers), ""), console)


def _catalogue(asked: Any, console: Console, workplace: Workplace) -> None:
    """Print the catalogue, or the documents named; raises Refused, and Invalid for a bad catalogue."""
    library, documents = workplace.library, _documents(workplace)
    wanted = None if asked.standard is None else _ids(asked.standard, documents, workplace)
    state = state_of(documents, library, asked.as_of or today(), wanted)
    page = console.page()
    regions = region_names(library.markets.regimes, page.words)
    if asked.format == "json":
        digest = library.digest(tuple(library.entries))
        console.write_bytes(listing.render_catalogue_json(state, regions, rules_digest=digest))
        return
    _write(list_catalogue(state, regions, page), console)


LISTINGS: Mapping[str, Callable[[Any, Console, Workplace], None]] = {
    "profiles": _profiles,
    "map": _map,
    "catalogue": _catalogue,
}


def _documents(workplace: Workplace) -> tuple[CatalogueDocument, ...]:
    return read_catalogue(data_folder("standards"), workplace.library.markets.regimes)


def _ids(printed: str, documents: Iterable[CatalogueDocument], workplace: Workplace) -> set[str]:
    """Return the ids that a printed number may mean, of rule files and documents; raises Refused."""
    every = {document.id: document for document in documents}
    found = {key for key in workplace.library.standard_ids(printed) if key in workplace.library.entries}
    for key, document in every.items():
        names = {f"{name} {document.series or ''}" for name in document.number or ()}
        if printed == key or plain(printed) in {plain(name) for name in (*names, *(document.number or ()))}:
            found.add(key)
    if not found:
        refuse_unknown(_STANDARD, printed, {**every, **workplace.library.entries})
    return found


def _write(lines: Iterable[str], console: Console) -> None:
    console.write("\n".join(lines) + "\n")
