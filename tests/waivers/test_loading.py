# ruff: noqa: E501 - sentences as they are printed
"""Files of waivers: what they say, and every sentence about what is wrong with them."""

import pytest

from checker.errors import Invalid
from checker.model.waiver import WaiverFile
from checker.text import Text
from checker.waivers.loading import load_waivers

STANDARDS = {"std": {"one": None, "two": None, "each-feature": "automation_features"}}
WHOLE = """
title: {en: Pilot series, zh: 试制批次}
permits:
  supplier-change:
    reason: {en: The new recorder comes in March., zh: 新记录装置三月到货。}
    approver: A. Example, head of homologation
    approved: 2026-09-01
    expires: 2027-03-31
    reference: DEV-41
    risk: Fewer events are kept.
waivers:
  - requirement: std/one
    permit: supplier-change
  - requirement: std/each-feature
    path: automation_features.pilot
    vehicle: x9
    configuration: full
    reason: Under way.
    approver: B. Example
    approved: 2026-10-01
    expires: 2026-12-31
    reference: DEV-42
"""
ONE = """
waivers:
  - requirement: std/one
    reason: Under way.
    approver: B. Example
    approved: 2026-10-01
    expires: 2026-12-31
"""


def load(yaml: str, name_hint="yaml") -> WaiverFile:
    return load_waivers(yaml.encode(), "w.yaml", STANDARDS.get, name_hint)


def problems(yaml: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        load(yaml)
    return [problem.in_("en") for problem in caught.value.problems]


def test_a_whole_file():
    file = load(WHOLE)
    first, second = file.waivers

    assert (file.file, file.max_months) == ("w.yaml", 12)
    assert file.digest.startswith("sha256:")
    assert first.requirement == "std/one"
    assert first.permit == "supplier-change"
    assert first.reason == Text("The new recorder comes in March.", "新记录装置三月到货。")
    assert (first.approver, first.reference) == ("A. Example, head of homologation", "DEV-41")
    assert first.risk == Text("Fewer events are kept.", "Fewer events are kept.")
    assert (first.path, first.vehicle, first.configuration) == (None, None, None)
    assert str(first.place) == "w.yaml:12:5"
    assert (second.path, second.vehicle, second.configuration) == ("automation_features.pilot", "x9", "full")
    assert (second.approved, second.expires, second.last_day) == ("2026-10-01", "2026-12-31", "2026-12-31")
    assert (second.permit, second.risk) == (None, None)


def test_what_a_waiver_says_itself_comes_before_its_permit():
    yaml = WHOLE.replace(
        "    permit: supplier-change\n", "    permit: supplier-change\n    reference: DEV-99\n"
    )
    assert load(yaml).waivers[0].reference == "DEV-99"


def test_json_is_read_too():
    row = '{"requirement": "std/one", "reason": "r", "approver": "a", "approved": "2026-10-01", '
    file = load('{"waivers": [' + row + '"expires": "2026-12-31"}]}', "json")
    assert file.waivers[0].expires == "2026-12-31"


def test_the_digest_is_that_of_the_bytes():
    assert load(ONE).digest != load(ONE + "# a comment\n").digest


@pytest.mark.parametrize(
    ("head", "expires", "last_day", "over_long"),
    [
        ("", "2027-10-01", "2027-10-01", False),  # twelve months to the day
        ("", "2027-10-02", "2027-10-01", True),
        ("max_months: 3\n", "2027-01-01", "2027-01-01", False),
        ("max_months: 3\n", "2027-01-02", "2027-01-01", True),
        ("max_months: 60\n", "2031-10-01", "2031-10-01", False),
        ("", "9999-12-31", "2027-10-01", True),
    ],
)
def test_a_waiver_counts_no_longer_than_it_may(head, expires, last_day, over_long):
    (waiver,) = load(head + ONE.lstrip().replace("2026-12-31", expires)).waivers
    assert (waiver.last_day, waiver.over_long, waiver.expires) == (last_day, over_long, expires)


def test_the_last_months_of_the_calendar():
    yaml = ONE.replace("2026-10-01", "9999-06-01").replace("2026-12-31", "9999-12-31")
    assert load(yaml).waivers[0].last_day == "9999-12-31"


def test_a_standard_that_is_not_known_is_nobodys_mistake_here():
    assert load(ONE.replace("std/one", "ours/one")).waivers[0].requirement == "ours/one"


def without(line: str) -> str:
    return "".join(row for row in ONE.splitlines(keepends=True) if line not in row)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            without("reason:"),
            "w.yaml:3:5: 'reason' is missing in waivers[0] (add 'reason': why it is accepted, or name a permit)",
        ),
        (
            without("approver:"),
            "w.yaml:3:5: 'approver' is missing in waivers[0] (add 'approver': who approved it, or name a permit)",
        ),
        (
            without("approved:"),
            "w.yaml:3:5: 'approved' is missing in waivers[0] (add 'approved': the day of the approval, or name a permit)",
        ),
        (
            without("expires:"),
            "w.yaml:3:5: 'expires' is missing in waivers[0] (add 'expires': the last day on which it counts, or name a permit)",
        ),
        (
            ONE.replace("requirement: std/one", "approver: c"),
            "w.yaml:5:5: the key 'approver' stands here again",
        ),
        (ONE.replace("expires:", "expired:"), "w.yaml:7:5: unknown key 'expired' in waivers[0]"),
        (
            ONE.replace("std/one", "std/oen"),
            "w.yaml:3:18: 'std' has no requirement 'oen' (did you mean 'one'?)",
        ),
        (ONE.replace("std/one", "one"), "w.yaml:3:5: waivers[0].requirement: 'one' is not the full id"),
        (ONE.replace("2026-12-31", "2026-02-30"), "w.yaml:7:5: waivers[0].expires: there is no day"),
        (ONE.replace("2026-12-31", "2026-12"), "w.yaml:7:5: waivers[0].expires:"),
        (
            ONE.replace("2026-12-31", "2026-09-30"),
            "w.yaml:7:14: it expires on 2026-09-30, before it was approved on 2026-10-01",
        ),
        (
            WHOLE.replace("    permit: supplier-change", "    permit: supplier-chang"),
            "w.yaml:13:13: there is no permit 'supplier-chang' in this file (did you mean 'supplier-change'?)",
        ),
        (
            WHOLE.replace("  expires: 2027-03-31", "  expires: 2026-03-31"),
            "w.yaml:8:14: it expires on 2026-03-31, before it was approved on 2026-09-01",
        ),
        (
            WHOLE.replace("    permit: supplier-change\n", "    permit: supplier-change\n    approver: c\n"),
            "w.yaml:14:5: 'approver' cannot stand in waivers[0]",
        ),
        (
            ONE + "    path: automation_features.pilot\n",
            "w.yaml:8:11: the requirement looks at the vehicle as a whole, not at 'automation_features.pilot' (leave path out)",
        ),
        (
            WHOLE.replace("automation_features.pilot", "sensors.pilot"),
            "w.yaml:15:11: the requirement looks at the members of automation_features, and 'sensors.pilot' is none (write automation_features. and the key of a member)",
        ),
        (WHOLE.replace("automation_features.pilot", "pilot"), "w.yaml:15:5: waivers[1].path: 'pilot' is not"),
        ("max_months: 0\n" + ONE.lstrip(), "w.yaml:1:1: max_months"),
        ("max_months: 61\n" + ONE.lstrip(), "w.yaml:1:1: max_months"),
        ("waivers: []", "w.yaml:1:1: waivers"),
        ("waiver: []", "w.yaml:1:1: unknown key 'waiver' (did you mean 'waivers'?)"),
        (ONE.replace("B. Example", "' '"), "w.yaml:5:5: waivers[0].approver"),
        (ONE.replace("Under way.", "{en: Under way.}"), "w.yaml:4:5: 'zh' is missing in waivers[0].reason"),
    ],
)
def test_what_is_wrong_with_a_file(yaml, expected):
    found = problems(yaml)

    assert any(line.startswith(expected) for line in found), found


@pytest.mark.parametrize(
    ("ids", "en", "zh"),
    [
        ((), "as in ", ""),
        (("a/one",), "(write a/one)", "（请写作 a/one）"),
        (("a/one", "b/one"), "(write one of a/one, b/one)", "（请写其中一项：a/one、b/one）"),
        (
            tuple(f"{letter}/one" for letter in "abcdefg"),
            "(write one of a/one, b/one, c/one, d/one, e/one and 2 more)",
            "（请写其中一项：a/one、b/one、c/one、d/one、e/one 等 7 项）",
        ),
    ],
)
def test_an_id_without_its_standard_is_told_the_full_ones(ids, en, zh):
    yaml = ONE.replace("std/one", "one")
    with pytest.raises(Invalid) as caught:
        load_waivers(yaml.encode(), "w.yaml", STANDARDS.get, "yaml", {"one": ids}.get)

    (problem,) = caught.value.problems
    assert str(problem.place) == "w.yaml:3:5"
    assert en in problem.in_("en")
    assert problem.in_("zh").endswith(zh)


def test_all_problems_at_once_in_the_order_of_the_file():
    yaml = (
        WHOLE.replace("std/one", "std/tow").replace("path: auto", "paht: auto").replace("2026-12-31", "soon")
    )
    found = problems(yaml)

    assert [line.split(":")[1] for line in found] == ["12", "15", "21"]


@pytest.mark.parametrize(
    "yaml",
    [
        "waivers: 3",
        "waivers: [3, {}]",
        "permits: 3\nwaivers: 3",
        "permits: {a: 3}\nwaivers: [{permit: 3, requirement: 4}]",
        "permits: {a: {approved: 3, expires: [4]}}\nwaivers: [{permit: a, path: 3}]",
        "---\nwaivers: []\n---\nwaivers: []\n",
        "[1]",
        "",
    ],
)
def test_what_has_the_wrong_shape_is_refused_and_never_a_fault(yaml):
    assert problems(yaml)


def test_problems_are_told_in_chinese_too():
    with pytest.raises(Invalid) as caught:
        load(WHOLE.replace("std/one", "std/tow").replace("  expires: 2027-03-31", "  expires: 2026-03-31"))
    assert [problem.in_("zh") for problem in caught.value.problems] == [
        "w.yaml:8:14: 到期日期 2026-03-31 早于批准日期 2026-09-01（请更正其一）",
        "w.yaml:12:18: “std”没有要求“tow”（是否应为“two”？）",
    ]
