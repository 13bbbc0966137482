"""The state of standardization on a day: totals that add up, whatever the catalogue."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.standardization import state_of, tally_of, year_of
from checker.model.catalogue import STATUSES
from checker.packs.numbers import Numbers
from checker.record import replace
from tests.packs.test_numbers import entry
from tests.packs.test_standing import document

ENTRIES = {
    one.id: one
    for one in (
        entry("gb-1-2024", "GB 1-2024"),
        replace(entry("empty", "GB 2-2024"), requirements=()),
        entry("alone", "House 1"),
    )
}
LIBRARY = SimpleNamespace(entries=ENTRIES, numbers=Numbers(ENTRIES.values()))
DAY = "2026-11-20"


def state(*documents, as_of=DAY, wanted=None):
    named = [replace(one, id=f"d{number}") for number, one in enumerate(documents)]
    return state_of(named, LIBRARY, as_of, wanted)


def test_a_document_is_covered_where_there_are_requirements():
    found = state(document(number="GB 1-2024"), document(number="GB 2-2024"), document(number="GB 3-2024"))
    covered, empty, bare = found.regions[0].standings

    assert (covered.rule_files, covered.requirements, covered.covered) == (("gb-1-2024",), 2, True)
    assert (empty.rule_files, empty.requirements, empty.covered) == (("empty",), 0, False)
    assert (bare.rule_files, bare.covered) == ((), False)
    assert (found.tally.documents, found.tally.covered) == (3, 1)


def test_rule_files_that_no_document_is_about_are_named():
    assert state(document(number="GB 1-2024")).beyond == ("empty", "alone")
    assert state(document(number="GB 1-2024"), wanted={"d0"}).beyond == ()  # not asked


def test_regions_and_groups_come_in_the_order_of_the_catalogue():
    found = state(
        replace(document(), market="EU", group="data"),
        replace(document(), market="CN", group="security"),
        replace(document(), market="EU", group="base"),
        replace(document(), market="EU", group="data"),
    )

    assert [region.market for region in found.regions] == ["EU", "CN"]
    assert {group: tally.documents for group, tally in found.regions[0].groups.items()} == {
        "data": 2,
        "base": 1,
    }


def test_statuses_come_best_known_first_and_only_where_they_are():
    found = tally_of(state(document("draft"), document("in_force"), document("draft")).regions[0].standings)

    assert list(found.statuses.items()) == [("in_force", 1), ("draft", 2)]


def test_what_was_issued_is_counted_by_year_and_drafts_are_not():
    found = state(
        document(issued="2024"),
        document(issued="2024-08-23"),
        document(issued="2023-07"),
        document(),
        document("draft"),
        document("issued", issued="2027-01-01", in_force="2027-06-01"),
    )

    years = found.regions[0].years
    assert {year: tally.documents for year, tally in years.items()} == {"2023": 1, "2024": 2, None: 1}
    assert list(years) == ["2023", "2024", None]


def test_an_earlier_day_has_less():
    one = document(issued="2024-08-23", in_force="2026-01-01")

    assert state(one, as_of="2024-01-01").tally.statuses == {"not_issued": 1}
    assert state(one, as_of="2024-01-01").regions[0].years == {}
    assert state(one, as_of="2025-01-01").tally.statuses == {"issued": 1}


def test_what_is_not_wanted_still_replaces():
    old = document(number="GB 9-2020", ended="2026-01-01")
    new = document(number="GB 9-2026", replaces=("GB 9-2020",))

    assert state(old, new, wanted={"d0"}).regions[0].standings[0].status == "superseded"


def test_nothing_wanted_is_an_empty_state():
    found = state(document(), wanted=set())

    assert (found.tally.documents, found.regions, found.tally.statuses) == (0, (), {})


def test_the_year_of_issue():
    assert year_of(document(issued="2024-08")) == "2024"
    assert year_of(document()) is None


documents_ = st.builds(
    lambda status, group, market, issued, number: replace(
        document(status, number=number, issued=issued), group=group, market=market
    ),
    st.sampled_from(["draft", "issued", "in_force", "superseded", "withdrawn"]),
    st.sampled_from(["security", "data", "base"]),
    st.sampled_from(["CN", "EU"]),
    st.none() | st.sampled_from(["2019", "2024-08", "2026-03-01", "2031-01-01"]),
    st.none() | st.sampled_from(["GB 1-2024", "GB 2-2024", "GB 3-2024"]),
)


@given(st.lists(documents_, max_size=12), st.sampled_from(["2018-01-01", "2025-01-01", DAY, "2035-01-01"]))
def test_the_totals_add_up(documents, day):
    found = state(*documents, as_of=day)
    tally = found.tally

    assert tally.documents == len(documents) == sum(tally.statuses.values())
    assert tally.documents == sum(region.tally.documents for region in found.regions)
    assert tally.covered == sum(region.tally.covered for region in found.regions) <= tally.documents
    for region in found.regions:
        assert region.tally.documents == sum(group.documents for group in region.groups.values())
        assert region.tally.covered == sum(group.covered for group in region.groups.values())
        assert list(region.tally.statuses) == [s for s in STATUSES if s in region.tally.statuses]
        issued = sum(
            n
            for status, n in region.tally.statuses.items()
            if status in ("in_force", "issued", "superseded", "withdrawn")
        )
        assert issued == sum(year.documents for year in region.years.values())
