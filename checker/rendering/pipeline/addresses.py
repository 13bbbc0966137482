"""Files of a run as the addresses that other programs resolve."""

import hashlib
import re
from urllib.parse import quote

from checker.rendering.pipeline.points import Point

_KEPT = "/:@!$&'()*+,;=~"


def relative_path(file: str) -> str:
    """Return a file as platforms compare it with a repository: forward slashes, no ``./`` in front."""
    path = file.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path


def uri(file: str) -> str:
    """Return a file as a URI reference: relative as it was given, ``file:`` where it is absolute."""
    path = relative_path(file)
    if re.match("[A-Za-z]:/", path):
        return "file:///" + path[0] + ":" + quote(path[2:], safe=_KEPT)
    if path.startswith("/"):
        return "file://" + quote(path, safe=_KEPT)
    # A colon in the first part would read as a scheme.
    first, slash, rest = path.partition("/")
    return quote(first, safe=_KEPT.replace("/:", "")) + slash + quote(rest, safe=_KEPT)


def fingerprints(points: list[Point]) -> list[str]:
    """Return a name for each point that stays the same when lines move: equal ones are counted."""
    seen: dict[str, int] = {}
    names = []
    for point in points:
        named = [point.rule, relative_path(point.file), str(point.document)]
        named += [text.en for text in point.configurations]
        name = hashlib.sha256("\0".join(named).encode("utf-8", "replace")).hexdigest()
        count = seen[name] = seen.get(name, 0) + 1
        names.append(name if count == 1 else hashlib.sha256(f"{name}{count}".encode()).hexdigest())
    return names
