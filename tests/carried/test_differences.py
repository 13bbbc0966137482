"""Where two reports differ, in a sentence."""

import pytest

from checker.carried.differences import difference
from tests.carried.sample import pdf


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\nB\nc\n", 2),
        (b"a\nb\nc", 4),  # cut off
        (b"a\nb", 3),
        (b"", 1),
        (b"a\nb\nx\ny\nz\n", 3),
    ],
)
def test_the_first_line_that_differs(data, line):
    assert difference(data, b"a\nb\nc\n", "html").en == f"the first line that differs is {line}"


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_what_was_added_behind_the_end(form):
    assert difference(b"abcd", b"abc", form).en.startswith("1 bytes were added behind its end")


def test_a_pdf_that_cannot_be_read():
    assert "damaged" in difference(b"%PDF-1.7", pdf(), "pdf").en


def test_pages_that_are_drawn_alike():
    assert difference(pdf({"a": b"1"}), pdf({"a": b"2"}), "pdf").en.startswith("the pages are drawn alike")
