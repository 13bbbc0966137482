"""The rules as they are shipped: read once for all workers, as every command reads them."""

import os
from functools import cache

from checker.bundled import bundled
from checker.cache import Cache
from checker.cli.places import cache_folder
from checker.cli.workplace import Workplace, open_workplace
from checker.schemas.fields import VehicleSchema
from checker.schemas.vehicle import load_vehicle_schema


@cache
def shipped() -> Workplace:
    return open_workplace(())


@cache
def vehicle_schema() -> VehicleSchema:
    return load_vehicle_schema(bundled("standards"), remembered())


def remembered() -> Cache:
    """Return the cache of this run of the tests."""
    return Cache(cache_folder(os.environ))
