"""The record in a page: nothing in it can end it, and there is one."""

import json

import pytest

from checker.carried.in_html import as_block, record_in_html
from checker.carried.unreadable import Unreadable

HOSTILE = {"a": "</script><script>alert(1)</script><!--", "b": "&lt; ]]> \u2028", "c": "车"}


def page(*blocks):
    return f"<!DOCTYPE html><p>x</p>{''.join(blocks)}<script>run()</script>".encode()


def test_what_is_written_is_read():
    block = as_block(json.dumps(HOSTILE).encode())
    assert json.loads(record_in_html(page(block))) == HOSTILE


def test_nothing_in_it_is_markup():
    block = as_block(json.dumps(HOSTILE).encode())
    inside = block.partition(">")[2].rpartition("<")[0]
    assert not set("<>&") & set(inside)


@pytest.mark.parametrize("number", [0, 2])
def test_there_is_exactly_one(number):
    with pytest.raises(Unreadable, match=f"carries {number} records"):
        record_in_html(page(*[as_block(b"{}")] * number))


def test_a_page_that_was_cut_off():
    with pytest.raises(Unreadable, match="ends within"):
        record_in_html(page(as_block(b"{}")).partition(b"{}")[0])
