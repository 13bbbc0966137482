import io

import pytest

from checker.cli.console import Console
from checker.cli.progress import Progress, wanted
from checker.record import replace
from checker.text import Text

JOB = Text("pages", "排版")


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


class Old(Terminal):
    encoding = "cp1252"


@pytest.fixture(autouse=True)
def no_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def console(err=None, lang="en", **more):
    return replace(Console(lang, io.StringIO(), err or Terminal(), colour=False, width=80), **more)


def clock(*times):
    waiting = iter(times)
    return lambda: next(waiting)


def test_nothing_is_shown_within_the_first_second():
    here = console()
    with Progress(here, JOB, clock(0, 0.5, 0.99)) as progress:
        progress(1, 4)
        progress(2, 4)
    assert here.err.getvalue() == ""


def test_after_a_second_there_is_a_bar_which_goes_when_the_job_is_done():
    here = console()
    with Progress(here, JOB, clock(0, 1.5)) as progress:
        progress(1, 4)
        shown = here.err.getvalue()
    assert shown == f"\r\rpages {'█' * 6}{'░' * 18}  25 %"
    width = len(shown) - 2
    assert here.err.getvalue() == f"{shown}\r{' ' * width}\r"


def test_chinese_takes_two_columns_a_character_when_it_goes():
    here = console(lang="zh")
    with Progress(here, JOB, clock(0, 1.5)) as progress:
        progress(4, 4)
        before = here.err.getvalue()
    assert "排版" in before
    assert here.err.getvalue()[len(before) :].count(" ") == len(before) - 2 + 2


def test_a_terminal_without_blocks_gets_signs_that_it_has():
    here = console(Old())
    Progress(here, JOB, clock(0, 2))(1, 2)
    assert f"{'#' * 12}{'.' * 12}  50 %" in here.err.getvalue()


def test_the_same_line_is_not_written_twice():
    here = console()
    progress = Progress(here, JOB, clock(0, 2, 3))
    progress(10, 1000)
    before = here.err.getvalue()
    progress(10, 1000)
    assert here.err.getvalue() == before


def test_items_come_in_their_order_and_the_line_goes_though_somebody_stops():
    here = console()
    times = iter(range(100))
    following = Progress(here, JOB, lambda: next(times) * 2.0).over(["a", "b", "c"])
    assert next(following) == "a"
    assert next(following) == "b"
    assert "33 %" in here.err.getvalue()
    following.close()
    assert here.err.getvalue().endswith(" \r")


def test_all_items_come():
    assert list(Progress(console(), JOB).over(["a", "b", "c"])) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("err", "variables", "quiet", "watched"),
    [
        (Terminal, {}, False, True),
        (Terminal, {"CI": "false"}, False, True),
        (Terminal, {}, True, False),
        (Terminal, {"CI": "true"}, False, False),
        (Terminal, {"TERM": "dumb"}, False, False),
        (io.StringIO, {}, False, False),
    ],
)
def test_only_who_watches_a_terminal_sees_it(monkeypatch, err, variables, quiet, watched):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    here = console(err(), quiet=quiet)
    assert wanted(here) is watched
    Progress(here, JOB, clock(0, 9))(1, 2)
    assert bool(here.err.getvalue()) is watched
