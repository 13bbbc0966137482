"""What the report on the state of standardization says, before it is a page."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.standardization import State, Tally
from checker.model.assessment import Coverage
from checker.model.catalogue import STATUSES
from checker.record import replace
from checker.rendering.listing import render_catalogue_json
from checker.rendering.standardization.bars import bars, groups, year_name, years
from checker.rendering.standardization.documents import LOOKS
from checker.rendering.standardization.limits import limits_of_state, sources_of
from checker.rendering.standardization.view import state_view
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.standardization.states import (
    COVERAGE,
    DAY,
    REGIONS,
    empty,
    shipped_state,
    standing,
    state,
)

WORDS = load_words()


def view(of: State | None = None, **more):
    return state_view(of or state(), REGIONS, more.get("coverage", COVERAGE), "sha256:" + "3" * 64, WORDS)


def limits(of: State) -> list[str]:
    return [text.en for text in limits_of_state(of, WORDS)]


class TestLooks:
    """A status is told apart without colour."""

    def test_every_status_has_its_own_shape(self):
        assert set(LOOKS) == set(STATUSES)
        assert len({shape for _, shape in LOOKS.values()}) == len(STATUSES)


class TestBars:
    """Bars say their numbers, and no bar is longer than the longest."""

    def test_lengths_are_shares_of_the_longest(self):
        drawn = bars({Text("a", "甲"): Tally(4, 1, {}), Text("b", "乙"): Tally(2, 2, {})}, WORDS)

        assert [(bar.length, bar.filled) for bar in drawn] == [(100.0, 25.0), (50.0, 50.0)]

    def test_a_bar_can_be_read_out(self):
        one, many = bars({Text("a", "甲"): Tally(1, 0, {}), Text("b", "乙"): Tally(2, 1, {})}, WORDS)

        assert one.alternative == Text("a: 1 document, 0 with rules here", "甲：1 项，其中 0 项已有规则")
        assert many.alternative.en == "b: 2 documents, 1 with rules here"

    def test_of_nothing_there_are_none(self):
        assert bars({}, WORDS) == ()

    @given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 500)), min_size=1, max_size=20))
    def test_no_bar_is_longer_than_its_frame_nor_its_dark_part_than_itself(self, counted):
        tallies = {Text(str(i), str(i)): Tally(n, min(n, c), {}) for i, (n, c) in enumerate(counted)}
        drawn = bars(tallies, WORDS)

        assert max(bar.length for bar in drawn) == 100
        assert all(0 <= bar.filled <= bar.length <= 100 for bar in drawn)

    def test_years_of_all_regions_are_added_up(self):
        drawn = years(state().regions, WORDS)

        assert [(bar.label.en, bar.documents) for bar in drawn] == [
            ("2022", 1),
            ("2024", 2),
            ("year not recorded", 1),
        ]

    def test_a_year_that_is_not_recorded_comes_last_and_says_so(self):
        assert year_name(None, WORDS) == Text("year not recorded", "年份未记录")

    def test_groups_count_each_status(self):
        standings = [one for region in state().regions for one in region.standings]
        found = groups(standings, ("in_force", "draft"), WORDS)

        assert {group.bar.label.zh: group.counts for group in found} == {
            "信息安全与软件升级": (1, 0),
            WORDS("catalogue.group.adas").zh: (1, 1),
            WORDS("catalogue.group.ads").zh: (1, 0),
        }


class TestLimits:
    """Said before any count: what was not seen and what is not known."""

    def test_it_is_no_official_register(self):
        assert "no official register" in limits(state())[0]

    def test_what_is_not_known_is_counted(self):
        said = "\n".join(limits(state()))

        assert "Of 1 document the title was not seen" in said
        assert "1 document has no number yet" in said
        assert "Of 2 documents the date of issue is not recorded" in said
        assert "Of 1 document only the year of issue is known" in said

    def test_what_is_known_of_all_is_not_mentioned(self):
        known = standing("in_force", issued="2024-01-01", in_force="2025-01-01", title=Text("t", "题"))
        said = "\n".join(limits(state(known)))

        assert "not seen" not in said
        assert "not recorded" not in said
        assert "no number" not in said

    def test_the_best_source_of_each_document_counts(self):
        assert "Documents by the best source that was seen: read in the standard's text: 1, " in "\n".join(
            limits(state())
        )

    def test_a_day_after_the_record_says_that_it_is_foretold(self):
        assert not any("follows from the dates" in text for text in limits(state()))
        later = limits(replace(state(), as_of="2028-01-01"))
        assert "The status on 2028-01-01 follows from the dates that were known on 2026-11-20." in later

    def test_an_empty_catalogue_has_limits_too(self):
        assert limits(empty())

    def test_sources_are_numbered_by_how_well_they_are_known(self):
        standings = [one for region in state().regions for one in region.standings]

        assert [kind for _, _, kind in sources_of(standings)] == ["standard_text", "secondary", "secondary"]


class TestView:
    """The whole."""

    def test_its_number_is_that_of_its_catalogue(self):
        rendered = render_catalogue_json(state(), REGIONS, rules_digest="sha256:" + "3" * 64)
        digest = sha256(rendered).hexdigest()

        assert view().digest == digest
        assert view().number == f"ICV-STATE-20261120-{digest[:8].upper()}"

    def test_it_is_the_same_for_the_same(self):
        assert view() == view()

    def test_another_day_is_another_report(self):
        assert view(replace(state(), as_of="2026-11-21")).number != view().number

    def test_statuses_are_counted_in_their_order(self):
        assert [(kind.word.en, kind.number) for kind in view().statuses] == [
            ("in force", 3),
            ("issued, not in force yet", 1),
            ("draft", 1),
        ]

    def test_what_is_covered_is_counted_in_rule_files_and_requirements(self):
        assert view().covered.en == (
            "This library has rules for 1 of 5 documents: 1 rule files with 9 requirements."
        )

    def test_what_comes_is_in_the_order_of_its_days(self):
        soon = standing("issued", in_force="2027-03", id="soon")
        someday = standing("issued", id="someday")
        late = standing("issued", in_force="2028-01-01", id="late")

        assert [one.line.anchor for one in view(state(late, someday, soon)).coming] == [
            "d-soon",
            "d-late",
            "d-someday",
        ]

    def test_drafts_are_told_apart_from_what_comes(self):
        assert [one.line.status.en for one in view().drafts] == ["consultation draft"]

    def test_a_link_that_is_none_is_left_out(self):
        bad = standing("in_force", url="javascript:alert(1)")

        assert view(state(bad)).lands[0].parts[0].lines[0].link is None

    def test_how_much_of_the_outline_has_requirements(self):
        line = view().lands[0].parts[0].lines[0]

        assert [text.en for text in line.coverage] == ["7 of 10 clauses"]
        unknown = {"gb-1-2024": Coverage(None, 7, 0, 9, 9)}
        assert view(coverage=unknown).lands[0].parts[0].lines[0].coverage == ()

    def test_a_source_is_named_by_every_document_that_was_read_in_it(self):
        found = view()
        lines = [line for land in found.lands for part in land.parts for line in part.lines]

        for source in found.sources:
            assert source.documents == sum(source.number in line.sources for line in lines)

    def test_an_empty_catalogue_is_a_report(self):
        assert view(empty()).lands == ()


@pytest.fixture(scope="module")
def shipped():
    of, regions, coverage, digest = shipped_state()
    return state_view(of, regions, coverage, digest, WORDS), of


class TestShipped:
    """The catalogue that comes with the tool."""

    def test_counts_are_those_of_the_catalogue(self, shipped):
        report, of = shipped
        lines = [line for land in report.lands for part in land.parts for line in part.lines]

        assert len(lines) == of.tally.documents == sum(kind.number for kind in report.statuses)
        assert sum(line.covered for line in lines) == of.tally.covered
        assert sum(bar.documents for bar in report.lands_bars) == of.tally.documents
        assert sum(group.bar.documents for group in report.groups) == of.tally.documents
        assert sum(sum(group.counts) for group in report.groups) == of.tally.documents

    def test_years_count_what_was_issued(self, shipped):
        report, of = shipped
        issued = sum(of.tally.statuses.get(s, 0) for s in ("in_force", "issued", "superseded", "withdrawn"))

        assert sum(bar.documents for bar in report.years) == issued
        assert sum(bar.documents for land in report.lands for bar in land.years) == issued

    def test_what_comes_and_the_drafts_are_all_there(self, shipped):
        report, of = shipped

        assert len(report.drafts) == of.tally.statuses["draft"]
        assert len(report.coming) == of.tally.statuses["issued"] + of.tally.statuses.get("not_issued", 0)

    def test_every_document_has_an_anchor_of_its_own(self, shipped):
        lines = [line for land in shipped[0].lands for part in land.parts for line in part.lines]

        assert len({line.anchor for line in lines}) == len(lines)

    def test_the_digest_is_of_what_standards_prints(self, shipped):
        _, of = shipped
        _, regions, _, digest = shipped_state()
        printed = render_catalogue_json(of, regions, rules_digest=digest)

        assert json.loads(printed)["as_of"] == DAY
        assert shipped[0].digest == sha256(printed).hexdigest()
