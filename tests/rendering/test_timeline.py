"""What a timeline says of each change, in both languages."""

import pytest

from checker.assessment.timeline import timeline_of
from checker.model.assessment import Statement
from checker.model.finding import Reason, Verdict
from checker.model.timeline import Course, Event, Part, Turn
from checker.record import replace
from checker.rendering.html import render_html
from checker.rendering.timeline import tracks
from checker.rendering.wording import load_words
from checker.text import Text
from tests.assessment.test_timeline import CAR, CERTIFIED, MET, MISSED, asked, certificate, dated
from tests.evaluation.judging import rule
from tests.making import requirement, standard
from tests.rendering.sample import judged

WORDS = load_words()
SAID = Statement("undetermined", provisional=False, text=Text("undetermined", "尚不能判定"))
DAY, DAYS = "2027-01-01", 42


def turn(before, after, id_="s/one", **fields):
    facts = {"binds": True, "begins": False} | fields
    return Turn(requirement(id_), Verdict(before), Verdict(after), **facts)


def waived(before, after, **fields):
    return turn("fail", "fail", waiver_before=before, waiver=after, **fields)


FAILS = ("fails from 2027-01-01, 42 days left", "自 2027-01-01 起不符合，尚余 42 天")


def moment(*turns, parts=(), kind="new-type"):
    """Return how one event is printed."""
    event = Event(DAY, DAYS, tuple(parts), turns, SAID, SAID)
    course = Course("CN", kind, True, SAID, (event,), ())  # noqa: FBT003 - a record
    timeline = replace(timeline_of(*asked(CAR, dated("s", MET))), courses=(course,))
    return tracks(timeline, WORDS)[0].moments[0]


@pytest.mark.parametrize(
    ("one", "en", "zh"),
    [
        (turn("pass", "fail"), *FAILS),
        (turn("fail", "fail", begins=True), *FAILS),
        (turn("pass", "unknown"), "Pass → Unknown", "符合 → 信息不足"),
        (turn("pass", "fail", binds=False), "Pass → Fail", "符合 → 不符合"),
        (
            waived("active", "expired"),
            "fails from 2027-01-01 without a waiver, 42 days left",
            "自 2027-01-01 起不符合且不再豁免，尚余 42 天",
        ),
        (waived("upcoming", "active"), "not met; waived from this day", "不符合；自当日起豁免"),
        (waived("upcoming", "partly"), "not met; waived in part from this day", "不符合；自当日起部分豁免"),
        (waived("active", "expired", binds=False), "not met; its waiver has expired", "不符合；豁免已过期"),
        (
            waived("active", "active", begins=True),
            "not met, and waived; it counts from 2027-01-01",
            "不符合，已豁免；自 2027-01-01 起强制实施",
        ),
        (turn("fail", "pass"), "Fail → Pass", "不符合 → 符合"),
    ],
)
def test_what_is_said_of_a_turn(one, en, zh):
    (change,) = moment(one).changes

    assert change.text == Text(en, zh)
    assert change.look == one.after


def test_turns_that_are_alike_are_told_once():
    lapsed = (Reason("evidence_lapsed", Text("lapsed", "已失效")),)
    same = [turn("pass", "unknown", f"s/{n}", reasons=lapsed) for n in "abc"]
    changes = moment(
        *same, turn("pass", "unknown", "t/a", reasons=lapsed), turn("pass", "unknown", "s/d")
    ).changes

    assert [(change.ids, change.why) for change in changes] == [
        (("s/a", "s/b", "s/c"), (lapsed[0].text,)),
        (("t/a",), (lapsed[0].text,)),
        (("s/d",), ()),
    ]


@pytest.mark.parametrize(
    ("part", "en", "zh"),
    [
        (
            Part("begins", standard("s"), ("s/a", "s/b"), True, {Verdict.FAIL: 1, Verdict.PASS: 1}),  # noqa: FBT003
            "S begins to bind existing types: 2 requirements (1 fail, 1 pass)",
            "S 开始对已获批车型强制实施：2 条要求（1 条不符合、1 条符合）",
        ),
        (
            Part("begins", standard("s"), ("s/a",), False, {Verdict.UNKNOWN: 1}),  # noqa: FBT003
            "1 requirement of S begins to bind existing types (1 unknown)",
            "S 的 1 条要求开始对已获批车型强制实施（1 条信息不足）",
        ),
        (
            Part("ends", standard("s"), ("s/a",), True, {}, "s-2"),  # noqa: FBT003
            "S no longer counts: s-2 counts instead",
            "S 不再适用，被 s-2 代替",
        ),
        (
            Part("ends", standard("s", series="01"), ("s/a",), True, {}),  # noqa: FBT003
            "S (01 series) no longer counts: 1 requirement",
            None,
        ),
        (
            Part("ends", standard("s"), ("s/a", "s/b"), False, {}),  # noqa: FBT003
            "2 requirements of S no longer count",
            "S 的 2 条要求不再适用",
        ),
    ],
)
def test_what_is_said_of_a_part(part, en, zh):
    (said,) = moment(parts=(part,), kind="existing-type").parts

    assert said.en == en
    assert zh is None or said.zh == zh


def test_questions_to_a_person_are_not_asked_here():
    asks = [(Reason("review_open", Text(f"for a person to judge: {n}", "待人工确认")),) for n in "ab"]
    (change,) = moment(*(turn("unknown", "review", f"s/{i}", reasons=r) for i, r in enumerate(asks))).changes

    assert (change.ids, change.why) == (("s/0", "s/1"), ())


def test_an_edition_that_begins_on_the_day_is_called_by_its_number():
    old, new = standard("s-1", number="S 1"), standard("s-2", number="S 2")
    ends = Part("ends", old, ("s-1/a",), True, {}, "s-2")  # noqa: FBT003
    begins = Part("begins", new, ("s-2/a",), True, {Verdict.PASS: 1})  # noqa: FBT003

    assert moment(parts=(ends, begins)).parts[0].en == "S 1 no longer counts: S 2 counts instead"


def test_courses_are_named_by_market_and_kind():
    late = dated("s", MISSED, new_types=DAY)
    own, other = tracks(timeline_of(*asked(CAR, late, dated("t", rule("a.x <= 1.0", id_="t/met")))), WORDS)

    assert own.title == Text("CN, new types: as this vehicle is judged", "CN，新申请车型（本车型的评价口径）")
    assert other.title.en == "CN, existing types: were this vehicle judged as one"
    assert own.undated == Text(
        "From when they bind, or bind in part, is not known: T.", "全部或部分要求的实施日期不明：T。"
    )
    (moment,) = own.moments
    assert (moment.day, moment.left.en, moment.same) == (DAY, "42 days left", False)
    assert moment.after.look == "fail"


def test_one_day_is_left():
    rules = dated("s", CERTIFIED, new_types="2020-01-01")
    (track, _) = tracks(timeline_of(*asked(certificate(valid_until="2026-11-20"), rules)), WORDS)

    assert track.moments[0].left == Text("1 day left", "尚余 1 天")


# ---- the section of the report


def page(lang="en", **fields):
    return render_html(replace(judged(), **fields), lang).decode()


def lapsing():
    """Return a timeline with everything that a section may show."""
    late = dated("s", MISSED, MET, new_types=DAY)
    more = [dated(f"c-{n}", replace(CERTIFIED, id=f"c-{n}/held"), new_types="2020-01-01") for n in range(2)]
    values = certificate(valid_until="2027-03-01", covers=["c-0", "c-1"])
    return timeline_of(*asked(values, late, dated("t", rule("a.x <= 1.0", id_="t/met")), *more))


def test_a_report_has_the_section_where_it_was_asked_for():
    shown = page(timeline=lapsing())
    section = shown[shown.index('id="timeline-1"') : shown.index('id="advice-1"')]

    assert shown.index('id="ladder-1"') < shown.index('id="timeline-1"')
    assert 'href="#timeline-1"' in shown
    for said in (
        "CN, new types: as this vehicle is judged",
        "2027-01-01",
        "42 days left",
        "S begins to bind new types: 2 requirements (1 fail, 1 pass)",
        "■ fails from 2027-01-01, 42 days left",
        "s/missed",
        "Pass → Unknown",
        "documents.d does not count on this day",
        "statement: ",
        "is not known: T.",
        "CN, existing types: were this vehicle judged as one",
    ):
        assert said in section, said
    assert "timeline-1" not in page()


def test_a_course_without_events_says_so():
    nothing = timeline_of(*asked(CAR, dated("s", MET, new_types="2020-01-01")))

    said = page(timeline=nothing).count("Nothing changes on any day that is known.")
    assert said == 3  # of each kind of approval, and on the page for a manager


def test_the_section_in_chinese():
    assert "自 2027-01-01 起不符合，尚余 42 天" in page("zh", timeline=lapsing())


def test_many_requirements_are_counted():
    many = [replace(CERTIFIED, id=f"s/held-{n}") for n in range(9)]
    of = timeline_of(*asked(certificate(valid_until="2027-03-01"), dated("s", *many, new_types="2020-01-01")))
    shown = page(timeline=of)

    assert "s/held-5 and 3 more" in shown
    assert "s/held-6 " not in shown


def test_a_vehicle_to_which_nothing_applies():
    of = timeline_of(*asked(CAR, dated("s", MET, market="EU", new_types=DAY)))

    assert of.courses == ()
    assert "No requirement of a standard in scope applies" in page(timeline=of)
