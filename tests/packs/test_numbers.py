"""Printed numbers: the many ways in which one standard is written."""

import pytest

from checker.location import Place
from checker.packs.entries import Entry
from checker.packs.numbers import Numbers, ids_by_name, plain
from checker.text import Text


def entry(id_: str, number: str, *, series: str | None = None, aliases: tuple[str, ...] = ()) -> Entry:
    return Entry(
        id=id_,
        number=number,
        title=Text("t", "t"),
        kind="standard",
        market="CN",
        digest="sha256:0",
        place=Place("x.yaml", 1, 1),
        path="x.yaml",
        series=series,
        aliases=aliases,
        replaces=(),
        requirements=("one", "two"),
    )


ENTRIES = [
    entry("gb-44497-2024", "GB 44497-2024"),
    entry("gbt-40429-2021", "GB/T 40429-2021"),
    entry("gb-17675-2021", "GB 17675-2021"),
    entry("gb-17675-2025", "GB 17675-2025"),
    entry("un-r157-00", "UN R157", series="00", aliases=("ECE/TRANS/505/Rev.3/Add.156",)),
    entry("un-r157-01", "UN R157", series="01"),
    entry("un-r155-00", "UN R155", series="00"),
    entry("eu-2022-1426", "(EU) 2022/1426", aliases=("ADS regulation",)),
]
NUMBERS = Numbers(ENTRIES)


@pytest.mark.parametrize(
    "printed",
    [
        "GB 44497-2024",
        "GB44497-2024",
        "gb 44497 - 2024",
        "GB 44497—2024",
        "GB 44497–2024",
        "ＧＢ ４４４９７－２０２４",
        "GB\u300044497-2024",
        "GB\u00a044497\u20112024",
        "gb-44497-2024",
        "GB 44497",
    ],
)
def test_a_chinese_standard(printed):
    assert NUMBERS.ids(printed) == ("gb-44497-2024",)


@pytest.mark.parametrize(
    "printed", ["GB/T 40429-2021", "GBT 40429-2021", "GB／T 40429—2021", "gbt-40429-2021"]
)
def test_a_recommended_standard(printed):
    assert NUMBERS.ids(printed) == ("gbt-40429-2021",)


@pytest.mark.parametrize(
    "printed",
    [
        "UN R155",
        "UNR155",
        "R155",
        "R 155",
        "ECE R155",
        "UNECE R155",
        "UN-R 155",
        "UN Regulation No. 155",
        "UN Regulation No 155",
        "un-r155-00",
        "UN R155.00",
        "UN R155 00 series",
        "联合国第155号法规",
    ],
)
def test_a_regulation_of_one_edition(printed):
    assert NUMBERS.ids(printed) == ("un-r155-00",)


@pytest.mark.parametrize("printed", ["UN R157", "R157", "UN Regulation No. 157"])
def test_a_number_of_two_editions_may_mean_either(printed):
    assert NUMBERS.ids(printed) == ("un-r157-00", "un-r157-01")


@pytest.mark.parametrize(
    "printed",
    [
        "UN R157.01",
        "UN R157 01",
        "UN R157 01 series",
        "UN R157 01 series of amendments",
        "R157 series 01",
        "un-r157-01",
    ],
)
def test_a_series_names_the_edition(printed):
    assert NUMBERS.ids(printed) == ("un-r157-01",)


def test_a_number_without_its_year_may_mean_any_edition():
    assert NUMBERS.ids("GB 17675") == ("gb-17675-2021", "gb-17675-2025")
    assert NUMBERS.ids("GB 17675-2025") == ("gb-17675-2025",)


@pytest.mark.parametrize("printed", ["ADS Regulation", "(EU) 2022/1426", "EU 2022/1426"])
def test_aliases(printed):
    assert NUMBERS.ids(printed) == ("eu-2022-1426",)


@pytest.mark.parametrize(
    "printed", ["", "GB", "R15", "R1570", "UN R157.02", "GB 44497-2023", "GB 4449-72024x", "157", "号法规"]
)
def test_what_is_not_known(printed):
    assert NUMBERS.ids(printed) == ()


def test_the_id_of_a_requirement_stays_as_it_is():
    assert NUMBERS.ids("gb-44497-2024/two") == ("gb-44497-2024/two",)
    assert NUMBERS.ids("gb-44497-2024/three") == ()


def test_everything_that_is_printed_is_known():
    assert "ADS regulation" in NUMBERS.printed
    assert all(NUMBERS.ids(name) for name in NUMBERS.printed)


def test_a_regulation_and_its_series_are_kept_apart():
    assert plain("UN R15 7") != plain("UN R157")


@pytest.mark.parametrize(
    "printed", ["GB 17675-2021", "UN R157", "gb-44497-2024", "ADS regulation", "un-r157-01"]
)
def test_a_number_as_it_stands_in_its_rule_file_means_what_its_plain_form_means(printed):
    names = ids_by_name(ENTRIES)

    assert names[printed] == names[plain(printed)]


def test_remembered_names_are_used_as_they_are():
    again = Numbers(ENTRIES, ids_by_name(ENTRIES))

    for printed in ("GB 44497", "un r157 01 series", "GB 17675-2025", "gb-44497-2024/one", "nothing"):
        assert again.ids(printed) == NUMBERS.ids(printed)
    assert again.printed == NUMBERS.printed
