"""ISO days ("2026-07-01") and months ("2026-07"): text in, text out; a month counts as its last day."""

from functools import lru_cache

from checker.text import Text

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class NotADate(ValueError):
    """A text that is no ISO day or month; `what` is the sentence."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _DAYS[month]


def parse_month(text: str) -> tuple[int, int]:
    """Return (year, month) of "2026-07"; raises NotADate."""
    if not is_month(text):
        raise _refused(text)
    return int(text[:4]), int(text[5:])


@lru_cache(maxsize=1024)  # a standard asks for the same few days again and again
def parse_day(text: str) -> tuple[int, int, int]:
    """Return (year, month, day) of "2026-07-01", or of the last day of "2026-07"; raises NotADate."""
    if len(text) == 7:
        year, month = parse_month(text)
        return year, month, days_in_month(year, month)
    if len(text) != 10 or text[7] != "-" or not is_month(text[:7]) or not _digits(text[8:]):
        raise _refused(text)
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if not 1 <= day <= days_in_month(year, month):
        raise _refused(text)
    return year, month, day


def is_month(text: str) -> bool:
    """Return whether this is an ISO month."""
    return (
        len(text) == 7
        and text[4] == "-"
        and _digits(text[:4])
        and _digits(text[5:])
        and text[:4] != "0000"
        and "01" <= text[5:] <= "12"
    )


def is_day(text: str) -> bool:
    """Return whether this is an ISO day that the calendar has."""
    if len(text) != 10:
        return False
    try:
        parse_day(text)
    except NotADate:
        return False
    return True


@lru_cache(maxsize=1024)
def last_day(text: str) -> str:
    """Return the last day of a month, and a day as it is; raises NotADate."""
    return _written(*parse_day(text))


def before(first: str, second: str) -> bool:
    """Return whether one day is before another, months by their last day; raises NotADate."""
    return last_day(first) < last_day(second)


def begun(start: str, on: str) -> bool:
    """Return whether what begins on `start` has begun on `on`: on the day itself it has; raises NotADate."""
    return not before(on, start)


def day_after(day: str) -> str:
    """Return the next day; raises NotADate, and for the last day of the calendar."""
    year, month, number = parse_day(day)
    if number < days_in_month(year, month):
        return _written(year, month, number + 1)
    return f"{add_months(_written(year, month, 1), 1)[:7]}-01"


def add_months(date: str, months: int) -> str:
    """Return the same day some months later, or that month's last day; raises NotADate."""
    year, month, day = parse_day(date)
    years, month = divmod(month - 1 + months, 12)
    year, month = year + years, month + 1
    if not 1 <= year <= 9999:
        raise NotADate(
            Text(
                f"{months} months from {date} is outside the calendar", f"{date} 加 {months} 个月超出历法范围"
            )
        )
    return _written(year, month, min(day, days_in_month(year, month)))


def add_years(date: str, years: int) -> str:
    """Return the same day some years later (28 February for the 29th); raises NotADate."""
    return add_months(date, 12 * years)


def days_between(start: str, end: str) -> int:
    """Return the days from `start` to `end`, negative if it is earlier; raises NotADate."""
    return _ordinal(*parse_day(end)) - _ordinal(*parse_day(start))


def _ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a day, with March as the first month so that leap days come last."""
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day


def _written(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _refused(text: str) -> NotADate:
    shown = text if len(text) <= 40 else text[:40] + "..."
    return NotADate(
        Text(
            f"'{shown}' is not a date; write year-month-day, as in 2026-07-01",
            f"“{shown}”不是日期；请写成 年-月-日，如 2026-07-01",
        )
    )
