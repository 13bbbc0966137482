"""Printed numbers become ids where they name one edition; near misses are notes, never errors."""

import pytest

from tests.specs.specimens import only

D = "documents: {d: {type: certificate, title: D, covers: [%s]}}"


def covers(printed: str) -> list[str]:
    covered = only(D % f'"{printed}"').values["documents"]["d"]["covers"]
    assert isinstance(covered, list)
    return covered


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("GB 44495-2024", "gb-44495-2024"),
        ("gb-44495-2024", "gb-44495-2024"),
        ("UN R157 01", "un-r157-01"),
        ("UN R157", "UN R157"),
        ("ISO 26262", "ISO 26262"),
        ("gb-44497-2024/type-1-event-capacity", "gb-44497-2024/type-1-event-capacity"),
    ],
)
def test_a_number_that_names_one_edition_becomes_its_id(printed: str, kept: str) -> None:
    assert covers(printed) == [kept]


def test_every_place_of_a_printed_number_is_resolved() -> None:
    spec = only(
        "documents: {d: {type: certificate, title: D, standards: [GB 44495-2024], covers: [GB 44497-2024]}}\n"
        "tests: {t: {kind: lab, title: T, result: pass, covers: [GB 44495-2024]}}\n"
        "approvals: {a: {standard: GB 44497-2024}}"
    )
    assert spec.values["documents"]["d"]["standards"] == ["gb-44495-2024"]
    assert spec.values["documents"]["d"]["covers"] == ["gb-44497-2024"]
    assert spec.values["tests"]["t"]["covers"] == ["gb-44495-2024"]
    assert spec.values["approvals"]["a"]["standard"] == "gb-44497-2024"
    assert spec.notes == ()


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("GB 44495-2025", "GB 44495-2024"),
        ("GB44495", "GB 44495-2024"),
        ("GB/T 44495-2024", "GB 44495-2024"),
        ("GB 44459-2024", "GB 44495-2024"),
        ("GB 44495—2024", "GB 44495-2024"),
        ("gb-44497-2023", "GB 44497-2024"),
        ("gb-44497-2023/type-1-event-capacity", "GB 44497-2024"),
        ("R157", "UN R157"),
        ("UNR157", "UN R157"),
    ],
)
def test_a_near_miss_is_a_note(printed: str, meant: str) -> None:
    (note,) = only(D % f'"{printed}"').notes
    assert note.kind == "standard_unknown"
    assert note.text.en == (
        f"documents.d.covers[0]: no rules are known for '{printed}'; did you mean '{meant}'?"
    )
    assert printed in note.text.zh
    assert note.paths == ("documents.d.covers[0]",)
    assert str(note.place) == "car.yaml:3:55"


@pytest.mark.parametrize(
    "printed",
    [
        "GB 44496-2024",
        "UN R156",
        "UN R79",
        "ISO/SAE 21434",
        "ISO 44495",
        "house procedure HP-AEB-04",
        "T/CSAE 53-2020",
        "gb-44497-2024/another-requirement",
        "Euro NCAP",
        "7",
    ],
)
def test_another_standard_is_not_a_near_miss(printed: str) -> None:
    assert only(D % f'"{printed}"').notes == ()


def test_a_review_of_a_standard_that_is_nearly_known_gets_a_note() -> None:
    text = "reviews: {gb-44497-2023/some-thing: {verdict: conforms, by: me, date: 2026-01-01}}"
    (note,) = only(text).notes
    assert note.paths == ("reviews.gb-44497-2023/some-thing",)


def test_without_known_numbers_there_are_no_notes() -> None:
    assert only(D % '"GB 44495-2025"', known_numbers=tuple).notes == ()


def test_known_numbers_are_asked_for_only_where_something_is_unknown() -> None:
    def known() -> tuple[str, ...]:
        raise AssertionError("nothing was unknown")

    only(D % '"GB 44495-2024", "UN R157"', known_numbers=known)
