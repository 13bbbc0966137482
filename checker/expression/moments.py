"""CEL's timestamps and durations. The public test cases have them; in rules dates are ISO text."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any, NamedTuple

_SECOND = 1_000_000_000
_FIRST, _LAST = -62_135_596_800 * _SECOND, 253_402_300_800 * _SECOND - 1
_UNITS = {"h": 3600 * _SECOND, "m": 60 * _SECOND, "s": _SECOND, "ms": 1_000_000, "us": 1000, "ns": 1}
_DURATION = re.compile(r"([0-9]+)(?:\.([0-9]{1,9}))?(h|ms|us|ns|m|s)")
_TIMESTAMP = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_OFFSET = re.compile(r"([+-]?)([0-9]{2}):([0-9]{2})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    match = _TIMESTAMP.fullmatch(value) if type(value) is str else None
    if match is None:
        return None
    day, fraction, zone = match.groups()
    try:
        seconds = (datetime.fromisoformat(day + zone.replace("Z", "+00:00")) - _EPOCH) // timedelta(seconds=1)
    except ValueError:
        return None
    return _moment(seconds * _SECOND + int((fraction or "").ljust(9, "0")))


def duration(value: Any) -> Duration | None:
    """Return the duration of a text such as ``1h30m`` or ``-1.5s``."""
    if type(value) is Duration:
        return value
    if type(value) is not str:
        return None
    text = value.removeprefix("-")
    parts = _DURATION.findall(text)
    if not parts or "".join(_DURATION.sub("", text)):
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
    return f"{(_EPOCH + timedelta(seconds=seconds)).isoformat()[:19]}{_fraction(rest)}Z"


def part(name: str, value: Any, zone: Any = "UTC") -> int | None:
    """Return what a method such as ``getHours`` says of a moment in a time zone, or of a whole duration."""
    if type(value) is Duration:
        divisor = _OF_DURATIONS.get(name)
        return None if divisor is None else int(value.nanoseconds / divisor)
    where = _zone(zone)
    if type(value) is not Timestamp or where is None:
        return None
    seconds, rest = divmod(value.nanoseconds, _SECOND)
    if name == "getMilliseconds":
        return rest // 1_000_000
    return PARTS[name]((_EPOCH + timedelta(seconds=seconds)).astimezone(where))


def _fraction(nanoseconds: int) -> str:
    return f".{nanoseconds:09d}".rstrip("0") if nanoseconds else ""


def _moment(nanoseconds: int) -> Timestamp | None:
    return Timestamp(nanoseconds) if _FIRST <= nanoseconds <= _LAST else None


def _length(nanoseconds: int) -> Duration | None:
    return Duration(nanoseconds) if -(2**63) <= nanoseconds < 2**63 else None


def _zone(name: Any) -> tzinfo | None:
    if type(name) is not str:
        return None
    match = _OFFSET.fullmatch(name)
    if match:
        minutes = int(match[2]) * 60 + int(match[3])
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - no rule needs it

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


#: What each method says of a moment.
PARTS: dict[str, Callable[[datetime], int]] = {
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
