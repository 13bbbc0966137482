from itertools import pairwise

import pytest

from checker.rendering.printing.parts import CUT, ELSEWHERE, SIZE, cut

HEAD = '<!DOCTYPE html><html lang="en"><head><title>t</title></head>'
LONG = "x" * (SIZE // 2)


def page(*pieces):
    return f"{HEAD}<body>{CUT.join(pieces)}</body></html>"


COVER = (
    '<header><h1 data-number="R-1" data-name="A &#34;car&#34;">Car</h1></header><nav class="contents"></nav>'
)
FIRST = f'<section class="chapter" id="one"><h2>One</h2><p>{LONG}</p></section>'
SECOND = f'<section class="chapter summary" id="two"><h2 class="x">Two <b>b</b></h2><p>{LONG}</p></section>'
LINKS = '<a href="#one">1</a><a href="#rows">me</a>'
ROWS = f'<section class="standard" id="rows"><h3>Rows</h3>{LINKS}{LONG}</section>'


def test_names_that_nothing_leads_to_are_left_out():
    (part,) = cut(page('<p id="a">1</p><p class="x" id="b">2</p><a href="#b">b</a>'))

    assert part.body == '<p>1</p><p class="x" id="b">2</p><a href="#b">b</a>'


def test_a_short_page_is_one_part_as_it_was():
    (part,) = cut(page(COVER, "<p>short</p>"))

    assert part.page({}) == f"{HEAD}<body>{COVER}<p>short</p></body></html>"
    assert not part.waits


def test_short_pieces_stay_together_and_long_ones_do_not():
    parts = cut(page(*[f"<p>{'y' * (SIZE // 10)}</p>"] * 25))

    assert len(parts) == 3
    assert all(len(part.body) <= SIZE for part in parts)
    assert all(len(one.body) + SIZE // 10 > SIZE for one, _ in pairwise(parts))


def test_nothing_is_lost_between_the_parts():
    pieces = [COVER, FIRST, SECOND, ROWS, "<p>end</p>"]

    whole = "".join(pieces).replace(' id="two"', "").replace("<h3>", '<h3 data-section="Two b">')

    assert "".join(part.body for part in cut(page(*pieces))) == whole


def test_only_what_numbers_the_pages_of_others_waits_for_them_and_stays_alone():
    parts = cut(page(COVER, "<p>short</p>", FIRST, SECOND))

    assert [part.waits for part in parts] == [True, False, False]
    assert parts[0].body == COVER
    assert parts[1].body.startswith("<p>short</p>")


def test_a_part_takes_over_title_section_and_number_of_chapters():
    _, _, second, rows = cut(page(COVER, FIRST, SECOND, ROWS))

    assert 'data-name="A &#34;car&#34;"' in second.carried
    assert "counter-reset: chapter 1" in second.carried
    assert "data-section" not in second.body  # its own heading names the section
    assert '<h3 data-section="Two b">Rows</h3>' in rows.body
    assert "counter-reset: chapter 2" in rows.carried


def test_each_cover_counts_its_chapters_anew():
    parts = cut(page(COVER, FIRST, SECOND, COVER.replace("R-1", "R-2"), FIRST))

    assert parts[3].carried == ""
    assert "counter-reset: chapter 0" in parts[4].carried
    assert 'data-number="R-2"' in parts[4].carried


@pytest.mark.parametrize(("numbers", "told"), [({}, ""), ({"one": 7}, ' data-page="7"')])
def test_links_to_other_parts_say_the_page_and_own_links_stay(numbers, told):
    made = cut(page(COVER, FIRST, SECOND, ROWS))[3].page(numbers)

    assert f'<a href="{ELSEWHERE}one"{told}>1</a>' in made
    assert '<a href="#rows">me</a>' in made
