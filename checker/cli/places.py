"""The day and the folder that a run takes from its machine."""

import os
import time
from collections.abc import Mapping


def today() -> str:
    """Return the day of this machine's clock, local time."""
    return time.strftime("%Y-%m-%d")


def cache_folder(environment: Mapping[str, str]) -> str | None:
    """Return the user's folder for what is remembered; None where there is none, or it is switched off.

    ``ICV_CHECKER_CACHE`` names another folder; set to nothing it switches remembering off.
    """
    chosen = environment.get("ICV_CHECKER_CACHE")
    if chosen is not None:
        return chosen or None
    base = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    if base:
        return os.path.join(base, "icv-checker")
    home = environment.get("HOME")
    return os.path.join(home, ".cache", "icv-checker") if home else None
