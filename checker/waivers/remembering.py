"""Files of waivers that were found sound before, by the digest of all that this depends on."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any, Literal

from checker.bundled import data_folder
from checker.cache import Cache
from checker.location import Place
from checker.model.waiver import Waiver, WaiverFile
from checker.record import Record
from checker.text import Text


class Rulebook(Record):
    """The rules that waivers are about."""

    known: Callable[[str], Mapping[str, str | None] | None]  # see `checker.waivers.soundness.Known`
    digests: tuple[str, ...]  # of all that the functions answer from
    ending: Callable[[str], Sequence[str]] = lambda _: ()  # see `checker.waivers.soundness.Ending`


_NAMES: dict[str, Any] = {cls.__name__: cls for cls in (Place, Text, Waiver, WaiverFile)}


def remembered_waivers(
    data: bytes,
    file: str,
    rules: Rulebook,
    name_hint: Literal["yaml", "json"],
    cache: Cache,
) -> WaiverFile:
    """Return the waivers of a file, as `load_waivers` does; raises Invalid with every problem."""

    def source() -> str:
        from checker.waivers.loading import load_waivers  # noqa: PLC0415 - slow, and only for a new file

        return f"FILE = {load_waivers(data, file, rules.known, name_hint, rules.ending)!r}"

    with open(f"{data_folder('standards')}/schema/waivers.schema.json", "rb") as schema:
        parts = (schema.read(), data, *(digest.encode() for digest in rules.digests))
    digests = [sha256(part).hexdigest() for part in parts]
    names = dict(_NAMES)
    exec(cache.code("\0".join(("waivers", file, name_hint, *digests)), source), names)  # noqa: S102 - our own repr
    found: WaiverFile = names["FILE"]
    return found
