"""A test whose result contradicts its own runs is reported."""

import pytest

from tests.specs.specimens import only

RUN = "{id: '%d', result: %s}"


def notes(result: str, *runs: str) -> list[str]:
    written = ", ".join(RUN % (number, run) for number, run in enumerate(runs, start=1))
    listed = f", runs: [{written}]" if runs else ""
    spec = only(f"tests: {{t: {{kind: track, title: T, result: {result}{listed}}}}}")
    assert all(note.kind == "test_contradicts" for note in spec.notes)
    return [note.text.en for note in spec.notes]


@pytest.mark.parametrize(
    ("result", "runs", "against"),
    [
        ("pass", ("pass", "fail"), "2"),
        ("pass", ("inconclusive", "pass", "fail"), "1, 3"),
        ("fail", ("pass", "pass"), "1, 2"),
        ("not_run", ("pass",), "1"),
    ],
)
def test_a_contradiction_names_its_runs(result: str, runs: tuple[str, ...], against: str) -> None:
    assert notes(result, *runs) == [
        f"test 't' says '{result}', which its own runs contradict (run {against})"
    ]


@pytest.mark.parametrize(
    ("result", "runs"),
    [
        ("pass", ()),
        ("pass", ("pass", "pass")),
        ("pass", ("pass", "not_run")),
        ("fail", ()),
        ("fail", ("pass", "fail")),
        ("fail", ("fail",)),
        ("inconclusive", ("pass", "fail")),
        ("not_run", ("not_run",)),
    ],
)
def test_what_fits_is_not_mentioned(result: str, runs: tuple[str, ...]) -> None:
    assert notes(result, *runs) == []


def test_runs_without_name_are_counted_and_without_result_say_nothing() -> None:
    spec = only("tests: {t: {kind: track, title: T, result: pass, runs: [{id: a}, {result: fail}]}}")
    (note,) = spec.notes
    assert "(run 2)" in note.text.en
    assert note.paths == ("tests.t.result",)
    assert note.place == spec.stated["tests.t.result"].place
