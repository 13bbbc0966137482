"""What every judging command works with: the vehicle schema, the rules, and what is remembered of both."""

import os
from collections.abc import Mapping, Sequence

from checker.bundled import data_folder
from checker.cache import Cache
from checker.cli.places import cache_folder
from checker.cli.reading import read_file
from checker.documents.remembering import RememberedDocuments
from checker.packs.library import Library, load_library
from checker.record import Record, fresh
from checker.schemas.fields import VehicleSchema
from checker.schemas.vehicle import load_vehicle_schema


class Workplace(Record):
    """The vehicle schema and the rules of this run."""

    schema: VehicleSchema
    library: Library
    cache: Cache
    documents: RememberedDocuments
    lies: Mapping[str, str] = fresh(factory=dict)  # where a file lies that is shown by another name

    def read(self, name: str) -> bytes:
        """Return the bytes of a file that is shown by this name; raises Invalid."""
        return read_file(self.lies.get(name, name))


def open_workplace(rules: Sequence[str], standards: str | None = None) -> Workplace:
    """Return the workplace with the bundled rules and those of more folders; raises Invalid.

    ``standards`` stands in place of the bundled folder: it holds the vehicle schema and the markets too.
    """
    cache = Cache(cache_folder(os.environ))
    standards = standards or data_folder("standards")
    schema = load_vehicle_schema(standards, cache)
    library = load_library([standards, *rules], schema, cache)
    return Workplace(schema, library, cache, RememberedDocuments(cache.part("specs")))
