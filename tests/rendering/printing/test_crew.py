"""Helpers that cannot start, end early, speak nonsense, are wanted no more: nothing is lost, nobody waits."""

import itertools
import marshal
import subprocess
import sys
import threading
import time

import pytest

from checker.rendering.printing import crew, helper
from checker.rendering.printing.crew import Crew
from checker.rendering.printing.helper import Helper
from checker.rendering.printing.press import Sheets

DAY = "2026-11-20"
TASKS = [(f"<p>{i}", i, {}) for i in range(6)]

#: Helpers that need no WeasyPrint, and what each of them does with a task.
ANSWERS = "import marshal, sys; into, out = sys.stdin.buffer, sys.stdout.buffer; marshal.load(into)\n"
GOOD = (
    ANSWERS
    + """
while True:
    page, number, _ = marshal.load(into)
    marshal.dump((page.encode(), 1, {}, [], "helped"), out)
    out.flush()
"""
)
WAITS = ANSWERS + "marshal.load(into); import time; time.sleep(600)"


class OwnPress:
    """Lays out nothing, in no time."""

    def __init__(self, style, day):
        del style, day

    def sheets(self, page, number, attached):
        del number, attached
        return Sheets(page.encode(), 1, {}, [], "")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(crew, "Press", OwnPress)
    monkeypatch.setattr(crew, "LITTLE", 0)


@pytest.fixture
def started(monkeypatch):
    """Return the processes that were started."""
    made = []

    class Noted(subprocess.Popen):
        """A process that is noted."""

        def __init__(self, *arguments, **more):
            super().__init__(*arguments, **more)
            made.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return made


def printed(cores=3, heard=lambda *_: None):
    with Crew("", DAY, cores) as here:
        return here.print(TASKS, heard, lambda _: ())


def whole(sheets):
    return [one.data for one in sheets] == [page.encode() for page, _, _ in TASKS]


def test_helpers_that_can_work_do(monkeypatch, started):
    monkeypatch.setattr(helper, "_PROGRAM", GOOD)
    # this process leaves the work to the others: it waits in its first task until another is done
    others = threading.Event()
    ever = Helper.sheets

    def noted(self, task):
        sheets = ever(self, task)
        others.set()
        return sheets

    monkeypatch.setattr(Helper, "sheets", noted)
    monkeypatch.setattr(
        OwnPress, "sheets", lambda _, page, *__: others.wait(60) and Sheets(page.encode(), 1, {}, [], "")
    )
    sheets = printed()
    assert whole(sheets)
    assert "helped" in {one.missing for one in sheets}
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_helpers_start_while_the_page_is_written(monkeypatch, started):
    monkeypatch.setattr(helper, "_PROGRAM", GOOD)
    with Crew("", DAY, 3) as here:
        here.expect(crew.ROWS)
        assert len(started) == 0  # one part is no work for two
        here.expect(crew.ROWS * 2)
        assert len(started) == 1
        assert whole(here.print(TASKS, lambda *_: None, lambda _: ()))
        assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_what_waits_for_the_last_helpers_is_done_meanwhile(monkeypatch):
    """It goes on as long as a helper is at work, with what there is by then, and no longer: it never ends."""
    monkeypatch.setattr(helper, "_PROGRAM", GOOD)
    free, steps = threading.Event(), []
    ever = Helper.sheets

    def slow(self, task):
        free.wait(60)
        return ever(self, task)

    def meanwhile(done):
        for step in itertools.count():
            steps.append(len(done))
            if step == 3:
                free.set()
            time.sleep(0.001)
            yield

    monkeypatch.setattr(Helper, "sheets", slow)
    with Crew("", DAY, 2) as here:
        assert whole(here.print(TASKS, lambda *_: None, meanwhile))
    assert steps[:4] == [len(TASKS) - 1] * 4


@pytest.mark.parametrize(
    "program",
    [
        "",  # ends at once
        "import sys; sys.exit(3)",
        "raise MemoryError",
        "print('Warning: a library has something to say')",
        ANSWERS + "out.write(b'\\x00' * 50)",
        ANSWERS + "marshal.dump((1, 2, 3), out)",
        ANSWERS + "marshal.dump(('text', 1, {}, [], ''), out)",
        ANSWERS + "marshal.dump(None, out)",
        ANSWERS + "out.write(marshal.dumps((b'%PDF', 1, {}, [], ''))[:-4])",  # dies in the middle
        ANSWERS + "out.write(b's\\xff\\xff\\xff\\x7f')",  # promises two gigabytes
    ],
)
def test_what_a_useless_helper_had_is_done_here(monkeypatch, started, program):
    monkeypatch.setattr(helper, "_PROGRAM", program)
    assert whole(printed())
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)


def test_a_helper_that_spoke_nonsense_is_not_listened_to_again(monkeypatch):
    late = marshal.dumps((b"of another task", 1, {}, [], ""))
    monkeypatch.setattr(helper, "_PROGRAM", ANSWERS + f"out.write(b'N' + {late!r}); out.flush(); into.read()")
    one = Helper("", DAY)
    try:
        assert one.sheets(TASKS[0]) is None
        assert one.sheets(TASKS[1]) is None
    finally:
        one.dismiss()


def test_a_program_that_is_not_there_costs_nothing(monkeypatch, started):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert whole(printed())
    assert started == []


def test_a_python_that_does_not_know_itself_works_alone(monkeypatch, started):
    monkeypatch.setattr(sys, "executable", "")
    assert whole(printed())
    assert started == []


@pytest.mark.parametrize("allowed", [0, 1])
def test_a_limit_of_processes_makes_do_with_fewer(monkeypatch, allowed):
    made = []

    class Limited(Helper):
        """A helper where processes are few."""

        def __init__(self, style, day):
            if len(made) == allowed:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            super().__init__(style, day)
            made.append(self)

    monkeypatch.setattr(helper, "_PROGRAM", GOOD)
    monkeypatch.setattr(crew, "Helper", Limited)
    with Crew("", DAY, 4) as here:
        assert whole(here.print(TASKS, lambda *_: None, lambda _: ()))
        assert whole(here.print(TASKS, lambda *_: None, lambda _: ()))
    assert len(made) == allowed


def test_a_limit_of_threads_leaves_helpers_without_work(monkeypatch):
    def refuse(_):
        message = "can't start new thread"
        raise RuntimeError(message)

    monkeypatch.setattr(helper, "_PROGRAM", GOOD)
    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert {one.missing for one in printed()} == {""}


def test_a_machine_of_many_cores_gets_so_many_helpers_and_no_more(monkeypatch, started):
    monkeypatch.setattr(helper, "_PROGRAM", "")
    monkeypatch.setattr(crew, "MOST", 3)
    assert whole(printed(cores=128))
    assert len(started) == 3


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_nobody_waits_for_helpers_after_an_error(monkeypatch, started, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(helper, "_PROGRAM", WAITS)
    monkeypatch.setattr(OwnPress, "sheets", fail)
    before = threading.active_count()
    with pytest.raises(error):
        printed()
    assert len(started) == 2
    assert all(process.returncode for process in started)  # killed: each would have slept for minutes
    assert threading.active_count() == before


def test_nobody_waits_after_an_interrupt_while_the_last_parts_are_laid_out(monkeypatch, started):
    ever = threading.Thread.join
    calls = []

    def interrupted(thread, timeout=None):
        calls.append(thread)
        if len(calls) == 1:
            raise KeyboardInterrupt
        ever(thread, timeout)

    monkeypatch.setattr(helper, "_PROGRAM", WAITS)
    monkeypatch.setattr(threading.Thread, "join", interrupted)
    with pytest.raises(KeyboardInterrupt):
        printed()
    assert all(process.returncode for process in started)
