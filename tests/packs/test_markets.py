"""From the markets of a vehicle to the standards that are looked at."""

from pathlib import Path

import pytest

from checker.documents import read_documents
from checker.packs.consistency import market_problems
from checker.packs.markets import code_called, default_scope, read_markets
from checker.record import replace
from tests.packs.test_numbers import entry

SHIPPED = Path(__file__).parents[2] / "standards/markets.yaml"


def read(yaml: bytes):
    (document,) = read_documents(yaml, "markets.yaml", name_hint="yaml")
    return document


MARKETS = read_markets(read(SHIPPED.read_bytes()).data)
LIBRARY = [
    entry("cn-1", "GB 1-2024"),
    replace(entry("levels", "GB/T 2-2021"), kind="taxonomy"),
    replace(entry("un-1", "UN R1"), market="UNECE"),
    replace(entry("eu-1", "(EU) 1"), market="EU"),
    replace(entry("us-1", "FMVSS 1"), market="US"),
]


@pytest.mark.parametrize(
    ("markets", "standards"),
    [
        (["CN"], ["cn-1", "levels"]),
        (["DE"], ["levels", "un-1", "eu-1"]),
        (["EU"], ["levels", "un-1", "eu-1"]),
        (["GB"], ["levels", "un-1"]),
        (["JP"], ["levels", "un-1"]),
        (["NO"], ["levels", "un-1"]),
        (["US"], ["levels", "us-1"]),
        (["CN", "FR"], ["cn-1", "levels", "un-1", "eu-1"]),
        (["XX"], ["levels"]),
    ],
)
def test_the_standards_of_markets(markets, standards):
    assert list(default_scope(markets, MARKETS, LIBRARY).standards) == standards


@pytest.mark.parametrize("markets", [None, [], ()])
def test_without_markets_everything_is_looked_at(markets):
    """Else leaving the markets out would take every requirement away."""
    scope = default_scope(markets, MARKETS, LIBRARY)

    assert len(scope.standards) == len(LIBRARY)
    assert scope.text.en == "all standards of this library, because the spec does not state the markets"
    assert scope.text.zh == "本库全部标准（车辆规格文件未填写目标市场）"


def test_the_scope_says_why():
    scope = default_scope(["CN", "DE"], MARKETS, LIBRARY)

    assert scope.text.en == (
        "the standards of the vehicle's markets: China (Chinese national standards);"
        " Germany (European Union whole-vehicle type approval, UN Regulations under the 1958 Agreement)"
    )
    assert scope.text.zh == (
        "车型目标市场的标准：中国（中国国家标准）；德国（欧盟整车型式批准、1958年协定书下的联合国法规）"
    )
    assert scope.unknown_markets == ()


def test_markets_with_the_same_regimes_are_named_together():
    scope = default_scope(["NO", "CN", "JP", "GB"], MARKETS, LIBRARY)

    assert scope.text.en == (
        "the standards of the vehicle's markets:"
        " Norway, Japan, United Kingdom (UN Regulations under the 1958 Agreement);"
        " China (Chinese national standards)"
    )


def test_a_market_that_is_not_known_is_said():
    scope = default_scope(["CN", "XX"], MARKETS, LIBRARY)

    assert scope.unknown_markets == ("XX",)
    assert scope.text.en.endswith("; XX (no standards are known here)")
    assert scope.text.zh.endswith("；XX（本库没有其标准）")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China", "CN"),
        ("中国", "CN"),
        ("european  union", "EU"),
        ("Europe", "EU"),  # one of the words
        ("Korea", "KR"),  # a part of its name
        ("United", None),  # States or Kingdom
        ("Atlantis", None),
        ("Mars", None),  # a word for what is no market here
        ("an", None),  # a part of a word
        ("", None),
    ],
)
def test_the_code_that_a_name_means(name, code):
    names = {key: market.name for key, market in MARKETS.markets.items()}

    assert code_called(name, names, {"Europe": "EU", "Mars": "MA"}) == code


def test_the_shipped_markets():
    eu = [code for code, market in MARKETS.markets.items() if "EU" in market.regimes]

    assert len(eu) == 28  # 27 members, and the union as one market
    assert all("UNECE" in MARKETS.markets[code].regimes for code in eu)
    assert "GB" not in eu
    assert MARKETS.markets["CN"].regimes == ("CN",)
    assert MARKETS.markets["US"].regimes == ("US",)
    assert MARKETS.markets["NO"].name.en == "Norway"  # and not the word no


def test_a_regime_that_is_not_listed():
    document = read(
        b"regimes: {CN: {en: a, zh: b}}\nmarkets:\n  CN: {en: China, zh: x, regimes: [CN, CNN]}\n"
    )

    assert [problem.in_("en") for problem in market_problems(document)] == [
        "markets.yaml:3:40: unknown regime 'CNN' (did you mean 'CN'?)"
    ]


def test_a_regime_of_no_market():
    document = read(b"regimes: {CN: {en: a, zh: b}, US: {en: c, zh: d}}\nmarkets: {CN: {regimes: [CN]}}\n")

    assert [problem.in_("en") for problem in market_problems(document)] == [
        "markets.yaml:1:31: the regime 'US' holds in no market (name it in `regimes` of a market)"
    ]


@pytest.mark.parametrize("yaml", [b"regimes: []\nmarkets: {}\n", b"{}", b"markets: {CN: 3}\n"])
def test_what_has_the_wrong_shape_is_the_schemas_business(yaml):
    assert list(market_problems(read(yaml))) == []


def test_a_permit_is_in_scope_only_where_it_is_asked_for():
    permit = replace(entry("permit", "P"), kind="permit")

    assert list(default_scope(["CN"], MARKETS, [*LIBRARY, permit]).standards) == ["cn-1", "levels"]
