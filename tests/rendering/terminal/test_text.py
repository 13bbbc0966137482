"""The order of a result, and what a hostile spec can do to it: nothing."""

import re

import pytest

from checker.assessment.gate import Decision
from checker.model.assessment import Approval, Profile
from checker.rendering.terminal.columns import width
from checker.rendering.terminal.text import render_text
from checker.text import Text
from tests.making import finding
from tests.rendering.sample import hostile
from tests.rendering.sample import judged as sample
from tests.rendering.terminal.paper import assessment, judged, page, result

HOLDS, FAILS = Decision(True, ()), Decision(False, (Text("too bad", "不行"),))  # noqa: FBT003


def printed(*documents, refused=(), lang="en", columns=100, colour=False):
    return render_text(documents, refused, page(lang, columns, colour=colour))


def test_nothing_to_print():
    assert printed() == ""


def test_a_minimal_result():
    given = assessment(result(finding("pass")), kind="conforms", text=Text("conforms in it", "符合（范围）"))

    assert printed((judged(given), HOLDS)).replace("\u00a0", " ") == (
        "Car  car.yaml\n"
        "● Conforms in it\n"
        "  judged on 2026-11-20 as a new type (no date is stated)\n"
        "  looked at: all of it\n"
        "\n"
        "Score           —  nothing at stake  binding requirements\n"
        "\n"
        "● Pass  ■ Fail  ▲ Unknown  ◆ Review  ○ Not applicable\n"
        "STD  ●   1  ■   0  ▲   0  ◆   0  ○   0  Undetermined\n"
        "\n"
        "gate holds\n"
    )


def test_an_existing_type_and_a_profile():
    given = assessment(
        approval=Approval("existing-type", Text("approved on 2025-01-01", "2025-01-01 获批")),
        profile=Profile("house", Text("House rules", "企业规则"), "sha256:0", off={"s/a": Text("x", "x")}),
    )
    text = printed((judged(given), HOLDS))

    assert "as an existing type (approved on 2025-01-01)" in text
    assert "profile house: House rules; requirements switched off: 1" in text
    assert "    digest of the profile: sha256:0\n    not checked: s/a (x)\n" in text
    assert "counts as binding" not in text


def test_what_a_profile_changes_is_told_by_its_reason():
    agreed, later = Text("agreed", "已商定"), Text("later", "暂缓")
    off = {"s/a": agreed, "s/b": later, "s/c": agreed}
    profile = Profile("house", Text("House", "企业"), "sha256:0", off=off, gate=("s", "t"))
    text = printed((judged(assessment(profile=profile)), HOLDS))

    assert (
        "    counts as binding: s, t\n    not checked: s/a, s/c (agreed)\n    not checked: s/b (later)\n"
    ) in text


def test_the_gate_says_why_in_each_language():
    both = Decision(False, (Text("one", "一"), Text("two", "二")))  # noqa: FBT003

    assert printed((judged(assessment()), both)).endswith("\ngate fails: one; two\n")
    assert printed((judged(assessment()), both), lang="zh").endswith("\n未通过：一；二\n")
    assert printed((judged(assessment()), both), lang="both").endswith(
        "\ngate fails: one; two / 未通过：一；二\n"
    )


def test_further_documents_have_their_number_and_the_run_a_summary():
    text = printed(
        (judged(assessment()), FAILS), (judged(assessment(), document=2), FAILS), refused=[("x", 1)]
    )

    assert "car.yaml #2" in text
    assert text.endswith("Documents: 3. Gate holds: 0, fails: 2; not judged: 1\n")


def test_the_order_is_verdict_failures_open_points_advice_numbers_gate():
    text = printed((sample(), FAILS))
    parts = [
        "■ Does not conform",
        "not met",
        "cannot be decided",
        "State these",
        "Score",
        "● Pass",
        "Levels of",
        "gate fails",
    ]
    found = [text.replace("\u00a0", " ").index(part) for part in parts]

    assert found == sorted(found)


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_every_width_and_language(lang, columns):
    for line in printed((sample(), FAILS), lang=lang, columns=columns).splitlines():
        assert line == line.rstrip()
        words = max((width(word) for word in line.split()), default=0)
        assert width(line) <= columns or words > columns - 16, line


def test_colour_changes_nothing_but_colour():
    painted = printed((sample(), FAILS), colour=True)

    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == printed((sample(), FAILS))


def test_every_colour_ends_on_its_line():
    for line in printed((sample(), FAILS), colour=True).splitlines():
        codes = re.findall(r"\x1b\[([0-9;]*)m", line)
        assert codes[1::2] == ["0"] * (len(codes) // 2), line
        assert len(codes) % 2 == 0, line


def test_a_hostile_spec_can_do_nothing_to_the_terminal():
    text = printed((hostile(), FAILS))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
