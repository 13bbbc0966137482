"""Listings on a terminal: they fit its width, and say what a reader must know first."""

import pytest

from checker.assessment.standardization import Region, Standing, State, tally_of
from checker.location import Place
from checker.model.catalogue import ClausePair, Pair
from checker.model.standard import Profile, Source
from checker.record import replace
from checker.rendering.catalogue import Name
from checker.rendering.terminal.catalogued import list_catalogue
from checker.rendering.terminal.columns import width
from checker.rendering.terminal.mapped import list_pairs
from checker.rendering.terminal.profiled import list_profiles, show_profile
from checker.text import Text
from tests.packs.test_standing import document
from tests.rendering.terminal.paper import page

LONG = Text("A title of many words " * 5, "一个很长的标题" * 8)
NAMES = {
    "gb-1": Name(Text("GB 1-2024", "GB 1-2024"), Text("One", "一")),
    "un-1": Name(Text("UN R1", "UN R1"), Text("First", "首项")),
    "un-2": Name(Text("UN R2", "UN R2"), LONG),
}
REGIONS = {"CN": Text("China", "中国")}


def state():
    rows = (
        Standing(
            document(number="GB 1-2024", title=LONG, in_force="2026-01-01", confidence="low"),
            "in_force",
            ("gb-1",),
            7,
        ),
        Standing(
            replace(document("draft", number=None, stage="drafting"), note=Text("A note.", "说明。")),
            "draft",
            (),
            0,
        ),
    )
    tally = tally_of(rows)
    region = Region("CN", tally, {"base": tally}, {"2024": tally}, rows)
    return State("2026-11-20", tally, (region,), ("house",))


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("columns", [40, 60, 100])
def test_nothing_is_wider_than_the_terminal(lang, columns):
    pairs = [pair("un-1"), pair("un-2")]
    for lines in (
        list(list_catalogue(state(), REGIONS, page(lang, columns))),
        list(list_pairs(pairs, NAMES, page(lang, columns))),
        list(list_profiles([HOUSE], NAMES, page(lang, columns))),
    ):
        assert all(width(line) <= columns for line in lines), [
            line for line in lines if width(line) > columns
        ]


def test_a_catalogue_begins_with_its_totals():
    lines = list(list_catalogue(state(), REGIONS, page()))

    assert lines[0] == "State of standardization on 2026-11-20"
    assert lines[1] == "2 documents: 1 in force, 1 in draft. Covered by rules here: 1."
    assert lines[3] == "China"
    assert "  Terms, functional safety and vehicle basics  2 documents, 1 covered" in lines
    assert lines[-1] == "Rule files about documents that the catalogue does not have: house"


def test_a_document_says_whether_there_are_rules_and_how_sure_it_is():
    text = "\n".join(list_catalogue(state(), REGIONS, page()))

    assert "    ● GB 1-2024    in force since 2026-01-01  7 requirements  confidence low\n" in text
    assert "    ○ (no number)  draft in preparation\n      title not seen\n      note: A note." in text


def pair(counterpart="un-1", **stated):
    given = {
        "kind": "comparable",
        "differs": Text("Other limits.", "限值不同。"),
        "place": Place("correspondence.yaml", 5, 5),
        "sources": (Source("Notes", None, "secondary"), Source("Text", None, "standard_text")),
        "confidence": "medium",
    }
    return Pair("gb-1", counterpart, **{**given, **stated})


def test_pairs_of_one_standard_stand_together():
    lines = list(list_pairs([pair("un-1"), pair("un-2")], NAMES, page()))

    assert [line for line in lines if line.startswith("GB 1-2024")] == ["GB 1-2024  One"]
    assert "  comparable with  UN R1  First" in lines
    assert "    differs: Other limits." in lines
    assert (
        "    source: Notes (secondary source), Text (read in the standard's text); confidence medium" in lines
    )


def test_a_pair_tells_its_part_and_its_clauses():
    clauses = (ClausePair("5", "7.2", Text("process", "过程")), ClausePair("6", "7.3"))
    one = pair(part=Text("Clause 8", "第8章"), clauses=clauses, clauses_confidence="low")
    en, zh = ("\n".join(list_pairs([one], NAMES, page(lang))) for lang in ("en", "zh"))

    assert "    concerns: Clause 8\n" in en
    assert "    clauses (confidence low): 5 / 7.2 (process), 6 / 7.3\n" in en
    assert "    对应部分：第8章\n" in zh
    assert "    条款对应（置信度低）：5 / 7.2（过程）、6 / 7.3\n" in zh


HOUSE = Profile(
    "house",
    Text("House", "企业"),
    "sha256:0",
    standards=("gb-1", "un-1"),
    off={"gb-1/a": Text("Agreed.", "已商定。")},
    gate=("gb-1",),
    purpose=Text("For us.", "自用。"),
)


def test_profiles_are_listed_with_what_they_choose():
    assert list(list_profiles([HOUSE], NAMES, page())) == [
        "Profiles: icv-checker check car.yaml --profile ID",
        "",
        "house  House",
        "    For us.",
        "    looks at: GB 1-2024, UN R1",
        "    counts as binding: GB 1-2024",
        "    switched off: 1 requirement",
    ]


def test_one_profile_tells_why_and_its_digest():
    lines = list(show_profile(HOUSE, NAMES, page("zh")))

    assert lines[-2:] == ["      gb-1/a：已商定。", "    摘要值：sha256:0"]


def test_a_profile_that_chooses_nothing_leaves_it_to_the_markets():
    bare = Profile("all", Text("All", "全部"), "sha256:0")

    assert list(show_profile(bare, NAMES, page())) == [
        "all  All",
        "    looks at the standards of the vehicle's markets",
        "    digest: sha256:0",
    ]
