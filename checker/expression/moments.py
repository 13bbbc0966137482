"""CEL's timestamps and durations. The public test cases have them; in rules dates are ISO text."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

_SECOND = 1_000_000_000
_FIRST, _LAST = -62_135_596_800 * _SECOND, 253_402_300_800 * _SECOND - 1
_UNITS = {"h": 3600 * _SECOND, "m": 60 * _SECOND, "s": _SECOND, "ms": 1_000_000, "us": 1000, "ns": 1}
_DURATION = r"([0-9]+)(?:\.([0-9]{1,9}))?(h|ms|us|ns|m|s)"
_TIMESTAMP = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_OFFSET = r"([+-]?)([0-9]{2}):([0-9]{2})"


class Timestamp(NamedTuple):
    """A moment, in nanoseconds since 1970 in UTC."""

    nanoseconds: int


class Duration(NamedTuple):
    """A length of time, in nanoseconds; at most some 292 years."""

    nanoseconds: int


def timestamp(value: Any) -> Timestamp | None:
    """Return the moment of an RFC 3339 text or of seconds since 1970; None outside the years 1 to 9999."""
    if type(value) is Timestamp:
        return value
    if type(value) is int:
        return _moment(value * _SECOND)
    match = re.fullmatch(_TIMESTAMP, value) if type(value) is str else None
    if match is None:
        return None
    day, fraction, zone = match.groups()
    seconds = _since_1970(day + zone.replace("Z", "+00:00"))
    if seconds is None:
        return None
    return _moment(seconds * _SECOND + int((fraction or "").ljust(9, "0")))


def duration(value: Any) -> Duration | None:
    """Return the duration of a text such as ``1h30m`` or ``-1.5s``."""
    if type(value) is Duration:
        return value
    if type(value) is not str:
        return None
    text = value.removeprefix("-")
    parts = re.findall(_DURATION, text)
    if not parts or re.sub(_DURATION, "", text):
        return None
    total = sum(
        int(whole) * _UNITS[unit] + int(fraction.ljust(9, "0") or 0) * _UNITS[unit] // _SECOND
        for whole, fraction, unit in parts
    )
    return _length(-total if text != value else total)


def shifted(left: Any, right: Any) -> Timestamp | Duration | None:
    """Return the sum of a moment and a duration, or of two durations."""
    kinds = {type(left), type(right)}
    if kinds == {Duration}:
        return _length(left.nanoseconds + right.nanoseconds)
    return _moment(left.nanoseconds + right.nanoseconds) if kinds == {Timestamp, Duration} else None


def span(left: Any, right: Any) -> Timestamp | Duration | None:
    """Return the difference of two moments or durations, or a moment less a duration."""
    if type(left) is type(right):
        return _length(left.nanoseconds - right.nanoseconds)
    if type(left) is Timestamp and type(right) is Duration:
        return _moment(left.nanoseconds - right.nanoseconds)
    return None


def as_text(value: Timestamp | Duration) -> str:
    """Return a moment as RFC 3339 in UTC, a duration in seconds."""
    seconds, rest = divmod(value.nanoseconds, _SECOND)
    if type(value) is Duration:
        seconds, rest = divmod(abs(value.nanoseconds), _SECOND)
        sign = "-" if value.nanoseconds < 0 else ""
        return f"{sign}{seconds}{_fraction(rest)}s"
    return f"{_utc(seconds).isoformat()[:19]}{_fraction(rest)}Z"


def part(name: str, value: Any, zone: Any = "UTC") -> int | None:
    """Return what a method such as ``getHours`` says of a moment in a time zone, or of a whole duration."""
    if zone is None:
        return None
    if type(value) is Duration:
        divisor = _OF_DURATIONS.get(name)
        return None if divisor is None else int(value.nanoseconds / divisor)
    where = _zone(zone)
    if type(value) is not Timestamp or where is None:
        return None
    seconds, rest = divmod(value.nanoseconds, _SECOND)
    if name == "getMilliseconds":
        return rest // 1_000_000
    return PARTS[name](_utc(seconds).astimezone(where))


def _utc(seconds: int) -> "datetime":
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415 - no rule needs it

    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def _since_1970(text: str) -> int | None:
    from datetime import datetime, timedelta  # noqa: PLC0415 - no rule needs it

    try:
        return (datetime.fromisoformat(text) - _utc(0)) // timedelta(seconds=1)
    except ValueError:
        return None


def _fraction(nanoseconds: int) -> str:
    return f".{nanoseconds:09d}".rstrip("0") if nanoseconds else ""


def _moment(nanoseconds: int) -> Timestamp | None:
    return Timestamp(nanoseconds) if _FIRST <= nanoseconds <= _LAST else None


def _length(nanoseconds: int) -> Duration | None:
    return Duration(nanoseconds) if -(2**63) <= nanoseconds < 2**63 else None


def _zone(name: Any) -> "tzinfo | None":
    if type(name) is not str:
        return None
    match = re.fullmatch(_OFFSET, name)
    if match:
        from datetime import timedelta, timezone  # noqa: PLC0415 - no rule needs it

        minutes = int(match[2]) * 60 + int(match[3])
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - no rule needs it

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


#: What each method says of a moment.
PARTS: "dict[str, Callable[[datetime], int]]" = {
    "getFullYear": lambda moment: moment.year,
    "getMonth": lambda moment: moment.month - 1,
    "getDate": lambda moment: moment.day,
    "getDayOfMonth": lambda moment: moment.day - 1,
    "getDayOfWeek": lambda moment: moment.isoweekday() % 7,
    "getDayOfYear": lambda moment: moment.timetuple().tm_yday - 1,
    "getHours": lambda moment: moment.hour,
    "getMinutes": lambda moment: moment.minute,
    "getSeconds": lambda moment: moment.second,
    "getMilliseconds": lambda moment: moment.microsecond // 1000,
}
_OF_DURATIONS = {
    "getHours": 3600 * _SECOND,
    "getMinutes": 60 * _SECOND,
    "getSeconds": _SECOND,
    "getMilliseconds": 1_000_000,
}
