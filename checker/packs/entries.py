"""What is known of a rule file without reading its rules."""

from checker.location import Place
from checker.model.standard import Kind, Standard
from checker.record import Record
from checker.text import Text


class Entry(Record):
    """One rule file in the index of a library."""

    id: str
    number: str
    title: Text
    kind: Kind
    market: str
    digest: str  # "sha256:..." of the file's bytes
    place: Place  # of the id, in the file as shown to people
    path: str  # where the file is read from
    series: str | None
    aliases: tuple[str, ...]
    replaces: tuple[str, ...]
    requirements: tuple[str, ...]  # ids within the standard, in the order of the file


def entry_of(standard: Standard, path: str) -> Entry:
    """Return the entry of a standard that was read from `path`."""
    return Entry(
        id=standard.id,
        number=standard.number,
        title=standard.title,
        kind=standard.kind,
        market=standard.market,
        digest=standard.digest,
        place=standard.place,
        path=path,
        series=standard.series,
        aliases=standard.aliases,
        replaces=standard.replaces,
        requirements=tuple(r.id.removeprefix(f"{standard.id}/") for r in standard.requirements),
    )
