"""The state of standardization in words."""

import pytest

from checker.assessment.standardization import Region, Standing, Tally
from checker.record import replace
from checker.rendering.catalogue import (
    name_of_document,
    names_of,
    region_names,
    told_rules,
    told_status,
    told_tally,
    told_years,
)
from checker.rendering.wording import load_words
from checker.text import Text
from tests.packs.test_numbers import entry
from tests.packs.test_standing import document

WORDS = load_words()
TITLE = Text("One", "一")


def standing(status, one=None, *, rules=(), requirements=0):
    return Standing(one or document(), status, rules, requirements)


def test_a_document_goes_by_its_number_and_title():
    name = name_of_document(document(title=TITLE), WORDS)

    assert (name.number.en, name.title) == ("GB 1-2024", TITLE)


def test_a_series_is_part_of_the_number():
    assert name_of_document(document(number="UN R157", series="01"), WORDS).number.en == "UN R157 (01 series)"


@pytest.mark.parametrize(
    ("stated", "en", "zh"),
    [
        ({"subject": Text("Radar", "雷达")}, "Radar (title not seen)", "雷达（标题未查明）"),
        ({}, "title not seen", "标题未查明"),
    ],
)
def test_a_title_that_was_not_seen_is_not_made_up(stated, en, zh):
    assert name_of_document(document(**stated), WORDS).title == Text(en, zh)


def test_what_has_no_number_says_so():
    assert name_of_document(document(number=None, title=TITLE), WORDS).number == Text(
        "(no number)", "（无编号）"
    )


def test_a_rule_file_says_itself_how_it_is_called():
    rule = entry("one", "UN R9", series="02")
    names = names_of({"one": rule}, (document(title=TITLE), replace(document(), id="two")), WORDS)

    assert names["one"].number.en == "UN R9 (02 series)"
    assert names["one"].title == rule.title
    assert names["two"].number.en == "GB 1-2024"


@pytest.mark.parametrize(
    ("one", "status", "en", "zh"),
    [
        (document(in_force="2026-01-01"), "in_force", "in force since 2026-01-01", "自 2026-01-01 起实施"),
        (document(), "in_force", "in force", "现行"),
        (
            document(in_force="2021-10-01", ended="2028-01-01"),
            "in_force",
            "in force since 2021-10-01, until 2028-01-01",
            "自 2021-10-01 起实施，至 2028-01-01 失效",
        ),
        (
            document(ended="2028-01-01"),
            "in_force",
            "in force, until 2028-01-01",
            "现行，至 2028-01-01 失效",
        ),
        (
            document(in_force="2027-01-01"),
            "issued",
            "issued, in force from 2027-01-01",
            "已发布，自 2027-01-01 起实施",
        ),
        (document(), "issued", "issued, not in force yet", "已发布，尚未实施"),
        (document("draft", stage="approval"), "draft", "approval draft", "报批稿"),
        (document("draft"), "draft", "draft", "制定中"),
        (document(ended="2022-07-06"), "withdrawn", "withdrawn since 2022-07-06", "自 2022-07-06 起废止"),
        (document(ended="2022-07-06"), "superseded", "superseded since 2022-07-06", "自 2022-07-06 起被代替"),
        (document(), "superseded", "superseded", "已被代替"),
        (document(in_force="2027-01-01"), "not_issued", "not issued yet", "尚未发布"),
        (document(), "not_known", "status not known", "状态不明"),
    ],
)
def test_a_status_comes_with_the_date_that_says_so(one, status, en, zh):
    assert told_status(standing(status, one), WORDS) == Text(en, zh)


def test_rules():
    assert told_rules(standing("in_force"), WORDS) is None
    assert told_rules(standing("in_force", rules=("a",)), WORDS) == Text(
        "rule file without requirements", "规则文件暂无要求"
    )
    covered = told_rules(standing("in_force", rules=("a",), requirements=7), WORDS)
    assert covered is not None
    assert covered.en == "7 requirements"


def test_totals():
    told = told_tally(Tally(12, 3, {"in_force": 10, "draft": 2}), WORDS)

    assert told.en == "12 documents: 10 in force, 2 in draft. Covered by rules here: 3."
    assert told.zh == "共 12 项：现行 10 项、制定中 2 项；本库已有规则 3 项。"
    assert told_tally(Tally(1, 0, {"draft": 1}), WORDS).en.startswith("1 document: ")
    assert told_tally(Tally(0, 0, {}), WORDS).en.startswith("0 documents: no documents.")


def test_years():
    tally = Tally(2, 0, {"in_force": 2})
    region = Region("CN", tally, {}, {"2024": tally, None: tally}, ())

    assert told_years(region, WORDS).en == "Issued per year: 2024: 2, year not recorded: 2"
    assert told_years(region, WORDS).zh == "按发布年份：2024 年 2 项、年份未查明 2 项"


def test_a_regime_without_a_word_for_its_land_goes_by_its_own_name():
    regimes = {"CN": Text("Chinese national standards", "中国国家标准"), "XX": Text("Elsewhere", "他国")}

    assert region_names(regimes, WORDS) == {"CN": Text("China", "中国"), "XX": Text("Elsewhere", "他国")}
