"""What is not met in full, what is open grouped by what it waits for."""

import pytest

from checker.location import Place
from checker.model.finding import Force, Member, Outcome, Reason
from checker.record import replace
from checker.rendering.terminal.points import GROUPS, TOGETHER, points
from checker.text import Text
from tests.making import finding, missing, standard
from tests.rendering.terminal.paper import assessment, open_, page, result


def printed(*results, lang="en", width=100):
    return list(points(assessment(*results), page(lang, width)))


def told(says, line=7, kind="violated", paths=("a.b",)):
    return Reason(kind, Text(says, f"{says}（中）"), paths, Place("car.yaml", line, 3))


def test_nothing_to_say():
    assert printed(result(finding("pass"), finding("not_applicable"))) == []


def test_a_failure_in_full():
    failed = finding(
        "fail",
        id_="std/holds-five",
        clause=("4.5.2 a)", "6.1"),
        text=Text("It holds five.", "应存储五次。"),
        remedy=Text("Hold more.", "增加存储。"),
        reasons=(told("a.b is 4, required >= 5 (missed by 1)"),),
    )

    assert printed(result(failed)) == [
        "■ 1 requirement is not met",
        "  std/holds-five  4.5.2 a), 6.1",
        "    It holds five.",
        "    car.yaml:7:3: a.b is 4, required >= 5 (missed by 1)",
        "    → Hold more.",
    ]
    assert printed(result(failed), lang="zh")[0] == "■ 1 条要求不符合"


def test_failures_come_first_then_suspicions_then_the_unknown_then_persons():
    suspected = finding(
        "review", outcome=Outcome.VIOLATED, id_="std/s", reasons=(told("x"), told("y", kind="not_verified"))
    )
    waiting = finding("review", id_="std/w", reasons=(told("Is it?", kind="review_open"),))
    lines = printed(result(waiting, open_("std/u", missing("a")), suspected, finding("fail", id_="std/f")))

    assert [line[0] for line in lines if line and line[0] != " "] == ["■", "◆", "▲", "◆"]
    assert "by a rule that was not compared with the official text" in lines[lines.index("") + 1]
    assert not any("car.yaml:7:3: y" in line for line in lines)  # the heading says it
    assert lines.count("") == 3


def test_binding_ones_come_first_then_heavy_ones():
    later = finding("fail", id_="std/later", force=Force("upcoming", "2027-01-01", 42), weight=5)
    light, heavy = finding("fail", id_="std/light"), finding("fail", id_="std/heavy", weight=3)
    ids = [line.strip() for line in printed(result(later, light, heavy)) if line.startswith("  std/")]

    assert ids == ["std/heavy", "std/light", "std/later  (upcoming from 2027-01-01, 42 days left)"]


@pytest.mark.parametrize(
    ("force", "says"),
    [
        (Force("binding"), ""),
        (Force("voluntary"), "  (voluntary)"),
        (Force("not_known"), "  (force not known)"),
        (Force("upcoming"), "  (upcoming, no date yet)"),
        (Force("upcoming", "2026-11-21", 1), "  (upcoming from 2026-11-21, 1 day left)"),
    ],
)
def test_force(force, says):
    assert printed(result(finding("fail", id_="std/f", force=force)))[1] == f"  std/f{says}"


def test_what_waits_for_the_same_is_one_point():
    many = [open_(f"std/{n}", told("not stated: a.b", kind="missing")) for n in range(TOGETHER + 2)]
    lines = printed(result(*many))

    assert lines == [
        "▲ 5 requirements cannot be decided yet",
        "  car.yaml:7:3: not stated: a.b",
        "      std/0",
        "      std/1",
        "      std/2",
        "      … and 2 more",
    ]


def test_the_point_that_decides_most_comes_first():
    one = open_("std/one", told("not stated: x", 1, "missing"))
    two = [open_(f"std/{n}", told("not stated: y", 2, "missing")) for n in (1, 2)]
    heavy = open_("std/heavy", told("not stated: z", 3, "missing"), weight=5)
    lines = printed(result(one, *two, heavy))

    assert [line.split(":")[1] for line in lines if "not stated" in line] == ["3", "2", "1"]


def test_a_long_list_is_counted():
    many = [open_(f"std/{n}", told(f"not stated: f{n}", n + 1, "missing")) for n in range(GROUPS + 4)]
    lines = printed(result(*many))

    assert lines[-1] == "  … and 4 more (--format json, or icv-checker report, has all)"
    assert sum("not stated" in line for line in lines) == GROUPS


def test_several_reasons_stand_above_the_requirement():
    both = open_(
        "std/both", told("not stated: a", kind="missing"), told("no certificate", kind="evidence_missing")
    )

    assert printed(result(both))[1:] == [
        "  car.yaml:7:3: not stated: a",
        "  car.yaml:7:3: no certificate",
        "      std/both",
    ]


def test_a_reason_is_said_once():
    twice = open_("std/twice", told("not stated: a"), told("not stated: a"))

    assert sum("not stated" in line for line in printed(result(twice))) == 1


def test_the_member_is_named_where_its_reason_does_not():
    members = (
        Member("pilot", Outcome.VIOLATED, (told("no certificate", paths=("documents",)),)),
        Member("city", Outcome.VIOLATED, (told("x is 1", paths=("automation_features.city.x",)),)),
        Member("other", Outcome.HOLDS, (told("never said"),)),
    )
    lines = printed(result(replace(finding("fail", id_="std/each"), members=members)))

    assert "    car.yaml:7:3: pilot: no certificate" in lines
    assert "    car.yaml:7:3: x is 1" in lines
    assert not any("never said" in line for line in lines)


def test_an_open_applicability_is_one_line_for_the_standard():
    std = standard("r157", number="UN R157", series="01")
    why = told("not stated: automation_features", kind="missing")
    lines = printed(
        result(open_("r157/one", why), open_("r157/two", why), applies="open", std=std, why=[why])
    )

    assert lines == [
        "▲ whether UN R157 (01) applies is open",
        "  car.yaml:7:3: not stated: automation_features",
    ]


def test_narrow_pages_keep_ids_whole():
    id_ = "gb-44497-2024/position-is-right-to-two-thousandths-of-a-degree"
    lines = printed(result(finding("fail", id_=id_, clause=("4.4.2.1",))), width=40)

    assert f"  {id_}" in lines
    assert "      4.4.2.1" in lines
