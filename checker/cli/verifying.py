"""What `icv-checker verify` does: open a report, judge again what it was made from, write it again, compare.

Nothing is taken from the report but what to judge: file names, options, the day. Rules come from this
installation and the folders that are named on the command line, never from where a report says.
"""

import json
from argparse import Namespace
from typing import Any

from checker import __version__
from checker.carried.agreement import Item, compare_summaries, item
from checker.carried.differences import difference
from checker.carried.in_html import record_in_html
from checker.carried.record import CarriedRecord, read_record
from checker.carried.summary import summary
from checker.carried.unreadable import Unreadable
from checker.cli.locating import located
from checker.cli.reading import read_file
from checker.cli.selection import Refused
from checker.cli.telling import Assessed, assessed_of, engine_of, rendered
from checker.cli.workplace import open_workplace
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.record import replace
from checker.rendering.issue import Issue
from checker.rendering.pdf import CannotRender
from checker.sha256 import sha256
from checker.text import Text

#: A report is not larger.
MAX_BYTES = 256 * 1024 * 1024


class Verification:
    """One report, and what comparing it came to so far."""

    def __init__(self, asked: Any) -> None:
        """Open the report; raises Invalid for a file that is none, or a damaged one."""
        self.items: list[Item] = []
        self._asked = asked
        self._data = _bytes_of(asked.report)
        try:
            self._open()
        except Unreadable as error:
            raise _invalid(asked.report, error.what) from None

    @property
    def number(self) -> str:
        """The number of the report, as it says itself."""
        return self._record.pages.number

    @property
    def agrees(self) -> bool:
        """Whether all agrees that was to be compared."""
        wanted = (one for one in self.items if not (self._asked.no_pages and one.item == "pages"))
        return all(one.state == "agrees" for one in wanted)

    def compare(self) -> None:
        """Judge again and compare; raises Invalid for specs or rules that are not there or not sound."""
        record = self._record
        self.items.append(item("tool", record.tool_version, __version__))
        try:
            assessed = self._judged()
        except Refused as error:
            self.items.append(Item("judgement", "disagrees", report=record.digest, why=error.what))
            return
        now = summary(json.loads(assessed.result))
        self.items += compare_summaries(record.said, now)
        digest = sha256(assessed.result).hexdigest()
        self.items.append(item("judgement", record.digest, digest))
        self.items.append(self._pages(assessed, same=digest == record.digest))

    def _open(self) -> None:
        """Read what the report carries; raises Unreadable, and Invalid for a record that is none."""
        name = self._asked.report
        if b"%PDF-" in self._data[:1024]:
            from checker.carried.in_pdf import attached_in_pdf  # noqa: PLC0415 - not for HTML

            self._form = "pdf"
            result, record = attached_in_pdf(self._data)
            self._record = read_record(record, f"{name}#verification.json")
            self.items.append(item("result", self._record.digest, sha256(result).hexdigest()))
        elif self._data[:64].lstrip().lower().startswith(b"<!doctype html"):
            self._form = "html"
            self._record = read_record(record_in_html(self._data), f"{name}#verification")
            printed = self._data.count(self._record.digest.encode()) > 1  # once in the record itself
            says = Text("the page prints another digest", "页面上印出的摘要值不同")
            state, why = ("agrees", None) if printed else ("disagrees", says)
            self.items.append(Item("result", state, report=self._record.digest, why=why))  # type: ignore[arg-type]
        else:
            raise Unreadable(Text("this is neither PDF nor HTML", "既不是 PDF 也不是 HTML"))

    def _judged(self) -> Assessed:
        """Judge again with the options of the report, and with the rules that are here."""
        record = self._record
        options = {**record.asked, "rules": self._asked.rules, "notes": None}
        options["min_domain"] = [tuple(pair) for pair in options["min_domain"]]
        lies = located(record, self._asked)
        workplace = replace(open_workplace(self._asked.rules), lies=lies)
        assessed = assessed_of(Namespace(**options), workplace)
        return replace(assessed, asked={**assessed.asked, "rules": record.asked["rules"]})

    def _pages(self, assessed: Assessed, *, same: bool) -> Item:
        """Write the report again and compare it, where that says anything."""
        pages = self._record.pages
        if self._asked.no_pages:
            return _left_out(Text("left out by --no-pages", "已按 --no-pages 略过"))
        if not same or not assessed.judged:
            return _left_out(Text("the result is another now", "评价结果已不同"))
        try:
            here = engine_of(self._form)
            if here != pages.engine:
                says = Text(
                    f"made with {pages.engine}, and here is {here}; --no-pages does without",
                    f"生成环境为 {pages.engine}，此处为 {here}；可用 --no-pages 略过",
                )
                return _left_out(says)
            again = rendered(self._form, assessed, pages.lang, _issue(self._record))
        except CannotRender as error:
            return _left_out(error.what)
        if again == self._data:
            return Item("pages", "agrees")
        return Item("pages", "disagrees", why=difference(self._data, again, self._form))


def _bytes_of(name: str) -> bytes:
    data = read_file(name, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise _invalid(name, Text("larger than any report", "文件过大，不可能是报告"))
    return data


def _issue(record: CarriedRecord) -> Issue:
    said: dict[str, Any] = {**record.issue, "changes": tuple(record.issue.get("changes", ()))}
    return Issue(**said)


def _left_out(why: Text) -> Item:
    return Item("pages", "not_compared", why=why)


def _invalid(name: str, what: Text) -> Invalid:
    return Invalid([Problem(Place(name, 1, 1), what, None)])
