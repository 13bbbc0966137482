"""What the findings of a page can be filtered by: only what is there, each with how many it would leave."""

from collections import Counter
from collections.abc import Mapping

from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering.verdicts import Count, counts
from checker.rendering.view import Report
from checker.rendering.wording import Words
from checker.text import Text

#: In the order in which they are offered, each with the key of its wording.
_FORCES = {
    "binding": "force.binding",
    "upcoming": "filter.force.upcoming",
    "not_known": "force.not_known",
    "voluntary": "force.voluntary",
    "ended": "force.ended",
}
_OBLIGATIONS = {name: f"obligation.{name}" for name in ("shall", "should", "may")}


class Choice(Record):
    """One value that a filter offers."""

    value: str
    label: Text
    number: int  # of findings


class Filter(Record):
    """One thing to filter by, of which one value is chosen."""

    name: str
    label: Text
    choices: tuple[Choice, ...]


class Filters(Record):
    """Everything that a page can be filtered by."""

    verdicts: tuple[Count, ...]
    picked: tuple[Filter, ...]
    total: int


def filters(report: Report, words: Words) -> Filters:
    """Return the filters of a report; what every finding shares is still offered, so that it is seen."""
    chapters = [chapter for vehicle in report.vehicles for chapter in vehicle.chapters]
    rows = [row for chapter in chapters for row in chapter.rows]
    standards = Counter(chapter.id for chapter in chapters for _ in chapter.rows)
    names = {chapter.id: chapter.number for chapter in chapters}
    domains = Counter(row.domain for row in rows)
    by_domain = {name: f"domain.{name}" for name in sorted(domains)}
    forces, obligations = (Counter(getattr(row, key) for row in rows) for key in ("force", "obligation"))
    return Filters(
        verdicts=counts((Verdict(row.verdict) for row in rows), words),
        picked=(
            Filter("domain", words("report.domain"), _choices(by_domain, domains, words)),
            Filter(
                "standard", words("report.standard"), tuple(Choice(k, names[k], standards[k]) for k in names)
            ),
            Filter("force", words("filter.force"), _choices(_FORCES, forces, words)),
            Filter("obligation", words("filter.obligation"), _choices(_OBLIGATIONS, obligations, words)),
        ),
        total=len(rows),
    )


def _choices(keys: Mapping[str, str], tally: Counter[str], words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(value, words(key), tally[value]) for value, key in keys.items() if tally[value])
