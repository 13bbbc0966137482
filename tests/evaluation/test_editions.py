"""One edition counts per kind of approval and day."""

import pytest

from checker.evaluation.editions import editions, families
from checker.evaluation.force import Calendar
from checker.model.standard import Dates
from tests.making import standard

OLD = standard("r-00", dates=(Dates(new_types="2021-01-22"),))
NEW = standard("r-01", replaces=("r-00",), dates=(Dates(new_types="2023-09-01", all_vehicles="2027-09-01"),))
FAMILY = (OLD, NEW)


def states(as_of, *, approval=None, approved=None, named=(), family=FAMILY):
    stand = editions(family, Calendar(as_of, approval, approved), named, lambda *_: True)
    return {id_: edition.state for id_, edition in stand.items()}


@pytest.mark.parametrize(
    ("as_of", "approved", "named", "counts"),
    [
        ("2022-01-01", None, (), "r-00"),  # the newest that has begun
        ("2023-08-31", None, (), "r-00"),
        ("2023-09-01", None, (), "r-01"),  # on the day itself a date has begun
        ("2022-01-01", None, ("r-01",), "r-01"),  # approved early to the later edition
        ("2026-01-01", None, ("r-00",), "r-01"),  # a new type may not use the old one any more
        ("2026-01-01", "2022-05-05", (), "r-00"),  # existing: the newest when it was approved
        ("2026-01-01", "2022-05-05", ("r-00",), "r-00"),
        ("2027-09-01", "2022-05-05", ("r-00",), "r-01"),  # all vehicles now
        ("2026-01-01", "2024-05-05", (), "r-01"),
    ],
)
def test_the_edition_that_counts(as_of, approved, named, counts):
    stand = states(as_of, approved=approved, named=named)

    assert [id_ for id_, state in stand.items() if state == "counts"] == [counts]


def test_a_later_edition_is_later_and_an_earlier_one_has_ended():
    assert states("2022-01-01") == {"r-00": "counts", "r-01": "later"}
    assert states("2026-01-01") == {"r-00": "ended", "r-01": "counts"}


def test_an_existing_type_without_date_and_edition_leaves_the_edition_open():
    assert states("2026-01-01", approval="existing-type") == {"r-00": "open", "r-01": "open"}


def test_an_existing_type_without_date_has_the_last_edition_once_it_binds_all_vehicles():
    assert states("2027-09-01", approval="existing-type")["r-01"] == "counts"


def test_the_edition_that_ended_names_the_one_that_counts():
    assert editions(FAMILY, Calendar("2026-01-01"), (), lambda *_: True)["r-00"].by == "r-01"


def test_a_standard_of_one_edition_counts_before_its_date_too():
    assert states("1999-01-01", family=(OLD,)) == {"r-00": "counts"}


def test_families_are_chained_oldest_first():
    third = standard("r-02", replaces=("r-01",))

    assert [[s.id for s in family] for family in families([third, NEW, standard("x"), OLD])] == [
        ["r-00", "r-01", "r-02"],
        ["x"],
    ]


def test_a_family_that_names_an_edition_we_do_not_have():
    assert [[s.id for s in f] for f in families([standard("b", replaces=("a",))])] == [["b"]]


def test_an_edition_whose_date_is_not_known_does_not_end_the_one_before():
    unknown = standard("r-02", replaces=("r-01",))

    assert states("2026-01-01", family=(*FAMILY, unknown)) == {
        "r-00": "ended",
        "r-01": "counts",
        "r-02": "later",
    }
