"""The dates of a standard or of a requirement: from when it binds whom."""

import itertools
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.model.standard import Dates, Expression
from checker.packs.shapes import rows
from checker.text import Text

KEYS = ("published", "new_types", "all_vehicles", "ended")
ORDER = ("new_types", "all_vehicles", "ended")  # none of them comes before one on its left

_NOT_A_DAY = Text(
    "give a day (2026-01-01), a month (2026-01), or none", "请填写日期（2026-01-01）、月份（2026-01）或 none"
)


def last_day(date: str) -> str | None:
    """Return the ISO day by which a day or a month is judged; None where the calendar has no such day."""
    year, month, *day = (int(part) for part in date.split("-"))
    if not 1 <= month <= 12 or year < 1:
        return None
    last = monthrange(year, month)[1]
    if day and not 1 <= day[0] <= last:
        return None
    return f"{year:04}-{month:02}-{day[0] if day else last:02}"


def date_problems(document: Document, value: Any, path: Path_) -> Iterator[Problem]:
    """Yield the days that are none, and the orders that are none, of one map of dates or a list."""
    always: Path_ | None = None
    for at, row in rows(value, path):
        if always is not None:
            what = Text(
                "these dates never count: those before them hold for all",
                "前一行适用于所有车辆，本行永不生效",
            )
            mend = Text("say `when` before them, or put them first", "请为前一行填写 when，或将本行移到前面")
            yield Problem(document.place(at), what, mend)
        always = always or (None if "when" in row else at)
        days = {key: row[key] for key in KEYS if _is_date(row.get(key))}
        for key, day in days.items():
            if last_day(day) is None:
                what = Text(f"{day} is not a day of the calendar", f"{day} 不是有效日期")
                yield Problem(document.value_place((*at, key)), what, _NOT_A_DAY)
        yield from _order_problems(document, at, days)


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and value.replace("-", "").isdecimal() and value.count("-") in (1, 2)


def _order_problems(document: Document, at: Path_, days: dict[str, str]) -> Iterator[Problem]:
    known = [(key, last) for key in ORDER if key in days and (last := last_day(days[key]))]
    for (earlier, first), (later, second) in itertools.pairwise(known):
        if second < first:
            what = Text(
                f"{later} ({days[later]}) is before {earlier} ({days[earlier]})",
                f"{later}（{days[later]}）早于 {earlier}（{days[earlier]}）",
            )
            yield Problem(document.value_place((*at, later)), what, Text("exchange them", "请核对并调换"))


def read_dates(value: Any, path: Path_, expression: Callable[[Path_], Expression]) -> tuple[Dates, ...]:
    """Return the rows of dates, first match first; `expression` gives the checked one at a path."""
    return tuple(
        Dates(
            published=row.get("published"),
            new_types=row.get("new_types"),
            all_vehicles=row.get("all_vehicles"),
            ended=row.get("ended"),
            when=expression((*at, "when")) if "when" in row else None,
            source=row.get("source"),
            confidence=row.get("confidence", "high"),
        )
        for at, row in rows(value, path)
    )


def whens(value: Any, path: Path_) -> Iterable[Path_]:
    """Return the paths of the conditions of the rows."""
    return [(*at, "when") for at, row in rows(value, path) if isinstance(row.get("when"), str)]
