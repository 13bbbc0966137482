"""Waivers in the report: beside the fail, in a chapter of their own, among the limits and in the number."""

import pytest

from checker.location import Place
from checker.model.finding import Verdict
from checker.model.waiver import Waived, WaiverState, WaiverUse
from checker.record import replace
from checker.rendering.control import report_number
from checker.rendering.finding_rows import row
from checker.rendering.html import render_html
from checker.rendering.limits import limits_of
from checker.rendering.view import view
from checker.rendering.waivers import LOOKS, beside, state_counts, waiver_lines
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import HOSTILE, finding, judged, requirement
from tests.waivers.granting import expired, file_of, upcoming, waiver

WORDS = load_words()
FAILED = "gb-44497-2024/type-1-event-capacity"
ONE = waiver(
    FAILED,
    reference="DEV-1",
    risk=Text("Little.", "很小。"),
    permit="supplier",
    vehicle="x9",
    configuration="full",
    line=7,
)
RULE = requirement("gb-1-2024/is-so", "4.1 a)", "It is so.", "应如此。")


def use(one, state: WaiverState, *covers):
    return WaiverUse(one, state, covers, Text("counts until then", "届时有效"))


def waived_report(state: WaiverState = "active", one=ONE):
    """Return the judged sample whose fail has one waiver."""
    plain = judged()
    decisive = plain.assessments[plain.decisive]

    def with_waiver(failed):
        states = {"active": "active", "expired": "expired", "upcoming": "upcoming"}
        if failed.verdict is not Verdict.FAIL or state not in states:
            return failed
        uncovered = () if state == "active" else (None,)
        return replace(failed, waiver=Waived(states[state], (one,), uncovered, (states[state],)))

    results = tuple(
        replace(result, findings=tuple(with_waiver(f) for f in result.findings))
        for result in decisive.results
    )
    made = replace(decisive, results=results, waivers=(use(one, state, None),), waiver_files=(file_of(one),))
    every = tuple(made if i == plain.decisive else one for i, one in enumerate(plain.assessments))
    return replace(plain, assessments=every)


def decisive(judged_):
    return judged_.assessments[judged_.decisive]


@pytest.mark.parametrize(
    ("waived", "mark", "said"),
    [
        (
            Waived("active", (ONE,), (), ("active",)),
            "waived",
            ["waived until 2026-12-31, approved by A. Example (DEV-1): Under way."],
        ),
        (
            Waived("expired", (expired(),), (None,), ("expired",)),
            "waiver expired",
            ["the waiver is expired: it counted until 2026-11-19; approved by A. Example"],
        ),
        (
            Waived("upcoming", (upcoming(),), (None,), ("upcoming",)),
            "waiver not yet valid",
            ["a waiver is valid only from 2026-11-21; approved by A. Example"],
        ),
        (
            Waived("partly", (waiver(path="automation_features.a"),), ("b", "c"), ("active",)),
            "waived in part",
            [
                "automation_features.a: waived until 2026-12-31, approved by A. Example: Under way.",
                "not waived: b, c",
            ],
        ),
        (
            Waived("active", (expired(), waiver()), (), ("expired", "active")),
            "waived",
            [
                "the waiver is expired: it counted until 2026-11-19; approved by A. Example",
                "waived until 2026-12-31, approved by A. Example: Under way.",
            ],
        ),
    ],
)
def test_what_stands_beside_a_fail(waived, mark, said):
    failed = replace(finding(RULE, Verdict.FAIL), waiver=waived)
    made = row(failed, 1, WORDS)

    assert made.word.en == "Fail"  # the verdict stays what it is
    assert made.waiver.en == mark
    assert [text.en for text in made.waived] == said
    assert all(not text.zh.isascii() for text in beside(failed, WORDS))


def test_without_a_waiver_nothing_stands_there():
    made = row(finding(RULE, Verdict.FAIL), 1, WORDS)

    assert (made.waiver, made.waived) == (None, ())


def test_a_line_says_all_that_the_waiver_states():
    (line,) = waiver_lines(decisive(waived_report()), WORDS)

    assert (line.requirement, line.state.en, line.look, line.place) == (
        FAILED,
        "active",
        "review",
        "w.yaml:7:5",
    )
    assert [text.en for text in line.limits] == ["for vehicle x9", "for configuration full"]
    assert [text.en for text in line.facts] == [
        "approved by A. Example on 2026-10-01, expires on 2026-12-31",
        "permit supplier",
        "reference DEV-1",
    ]
    assert line.reason == ONE.reason
    assert line.risk.en == "Risk: Little."
    assert line.text.en == "counts until then"


def test_a_path_and_an_over_long_term_are_said():
    long = waiver(path="automation_features.a", expires="2029-01-01", last_day="2027-10-01")
    (line,) = waiver_lines(decisive(waived_report(one=long)), WORDS)

    assert line.state == Text("active, over-long", "有效、期限过长")
    assert [text.en for text in line.limits] == ["for automation_features.a only"]
    assert line.risk is None


def test_states_are_counted():
    uses = tuple(use(ONE, state) for state in ("unused", "active", "unmatched", "active", "expired"))
    counted = state_counts(replace(decisive(judged()), waivers=uses), WORDS)

    assert counted.en == "2 active, 1 expired, 1 unused, 1 unmatched"
    assert counted.zh == "有效 2 项、已过期 1 项、未使用 1 项、无对应项 1 项"


@pytest.mark.parametrize("state", LOOKS)
def test_every_state_has_a_look_and_a_word(state):
    (line,) = waiver_lines(decisive(waived_report(state)), WORDS)

    assert line.look in ("review", "unknown", "fail")
    assert line.state == WORDS(f"waiver.{state}")


def test_limits_say_what_is_waived_before_any_score():
    said = [text.en for text in limits_of(decisive(waived_report()), 1, WORDS).sentences]
    idle = [text.en for text in limits_of(decisive(waived_report("expired")), 1, WORDS).sentences]

    assert any(text.startswith("1 requirement is not met and waived for the time being.") for text in said)
    assert any(text.startswith("1 waiver does not count:") for text in idle)
    assert not any("waive" in text.en for text in limits_of(decisive(judged()), 1, WORDS).sentences)


def test_another_waiver_file_is_another_report():
    assert report_number((waived_report(),)) != report_number((judged(),))
    assert report_number((waived_report(),)) == report_number((waived_report(),))


def test_the_control_block_names_the_files():
    control = {label.en: value for label, value in view(waived_report(), WORDS).vehicles[0].control}

    assert control["Waivers"] == Text("w.yaml (1 waiver)", "w.yaml（1 项豁免）")
    assert control["Waivers SHA-256"] == "3" * 64
    assert "Waivers" not in {label.en for label, _ in view(judged(), WORDS).vehicles[0].control}


def test_a_waiver_leads_to_its_requirement_where_the_report_has_it():
    ((anchor, _),) = view(waived_report(), WORDS).vehicles[0].waivers
    ((nowhere, _),) = view(waived_report("unmatched", waiver("ours/one")), WORDS).vehicles[0].waivers

    assert anchor == "v1-gb-44497-2024-type-1-event-capacity"
    assert nowhere == ""


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_the_report_shows_them_beside_the_fail_and_in_their_chapter(lang):
    page = render_html(waived_report(), lang).decode()
    said = "waived until 2026-12-31" if lang != "zh" else "已豁免，有效至 2026-12-31"

    assert page.count(said) == 2  # in the list of failures, and in the table
    assert page.count('id="waivers-1"') == 1
    assert page.count('href="#waivers-1"') == 1
    assert "A. Example" in page


def test_a_report_without_waivers_says_so():
    assert "No waivers were taken into account." in render_html(judged()).decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_waiver_says_cannot_get_out_of_its_cell(text):
    hostile = waiver(
        FAILED,
        reason=Text(text, text),
        approver=text,
        reference=text,
        permit=text,
        risk=Text(text, text),
        place=Place(text, 1, 1),
    )
    page = render_html(waived_report(one=hostile)).decode()

    assert page.count("<script") == 1  # our own
    assert "<img" not in page
    assert page.count("</style>") == 1
    assert "\u202e" not in page
