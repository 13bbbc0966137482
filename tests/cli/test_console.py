"""Streams: colour, marks for what cannot be shown, results as they are."""

import io

import pytest

from checker.cli.console import Console, wants_colour
from checker.cli.marks import PLAIN, Marks
from checker.rendering.terminal.columns import width
from checker.text import Text


@pytest.mark.parametrize(
    ("environment", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),  # as no-color.org says: when present and not empty
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_wants_colour(environment, terminal, expected):
    assert wants_colour(environment, terminal=terminal) is expected


def stream(encoding):
    marks = Marks()
    return marks, io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=marks.install())


def shown(encoding, text):
    marks, out = stream(encoding)
    out.write(text)
    out.flush()
    return out.buffer.getvalue().decode(encoding), marks.lost


@pytest.mark.parametrize("mark", PLAIN)
def test_a_plain_mark_is_as_wide_as_ours(mark):
    assert width(PLAIN[mark]) == width(mark)
    assert PLAIN[mark].isascii()


def test_marks_stand_in_for_our_own_characters():
    assert shown("ascii", "● ■ ▲ ◆ ○ → 40–85 …") == ("+ x ? ! - > 40-85 ~", False)


def test_other_characters_are_escaped_and_it_is_noticed():
    assert shown("cp1252", "■ 云 Ä") == ("x \\u4e91 Ä", True)
    assert shown("ascii", "Ä") == ("\\xc4", True)


def test_nothing_is_changed_where_all_can_be_shown():
    assert shown("gbk", "■ 云舟 ● → – …") == ("■ 云舟 ● → – …", False)
    assert shown("utf-8", "■ 云舟 Ä") == ("■ 云舟 Ä", False)


def test_half_characters_of_a_file_name_do_not_break_utf_8():
    assert shown("utf-8", "bad\udce9.yaml") == ("bad\\udce9.yaml", True)


def test_what_was_lost_is_said_once_on_the_other_stream():
    marks, out = stream("ascii")
    err = io.StringIO()
    console = Console("en", out, err, False, 80, marks)  # noqa: FBT003
    console.write("云")
    console.say_what_was_lost()

    assert (
        err.getvalue()
        == "icv-checker: some characters cannot be shown in ascii: set PYTHONUTF8=1 for UTF-8\n"
    )


def test_nothing_is_said_where_nothing_was_lost():
    marks, out = stream("utf-8")
    err = io.StringIO()
    console = Console("en", out, err, False, 80, marks)  # noqa: FBT003
    console.write("云")
    console.say_what_was_lost()

    assert err.getvalue() == ""


def test_bytes_are_written_behind_the_text_before_them():
    marks, out = stream("ascii")
    console = Console("en", out, io.StringIO(), False, 80, marks)  # noqa: FBT003
    console.write("a\n")
    console.write_bytes("云".encode())

    assert out.buffer.getvalue() == b"a\n" + "云".encode()


def test_complaints_begin_with_the_program():
    err = io.StringIO()
    Console("zh", io.StringIO(), err, False, 80).complain(Text("no", "不"))  # noqa: FBT003

    assert err.getvalue() == "icv-checker: 不\n"


def test_a_page_is_never_narrower_than_40_columns():
    assert Console("en", io.StringIO(), io.StringIO(), False, 5).page().width == 40  # noqa: FBT003
