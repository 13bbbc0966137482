"""A long document in parts: the same bytes on any machine, and for a reader one document."""

import io
import re
import subprocess
from itertools import pairwise

import pikepdf
import pytest

from checker.rendering import pdf
from checker.rendering.printing import binding, book, crew, parts
from checker.rendering.printing.crew import Crew
from checker.rendering.printing.folios import Folio
from checker.rendering.printing.helper import Helper
from checker.rendering.printing.press import Sheets
from tests.rendering.sample import judged

try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

FOLIO = Folio("Page", "of", "", "en")
STYLE = "a[data-page]::after { content: ' ' attr(data-page); } section { break-before: page; }"


def small(monkeypatch, size=900):
    monkeypatch.setattr(parts, "SIZE", size)


def chapters(number, filler="word " * 150):
    return parts.CUT.join(
        f'<section class="chapter" id="c{i}"><h2>Chapter {i}</h2><p>{filler}</p>'
        f'<p><a href="#c{(i + 2) % number}">on</a></p><table><thead><tr><th scope="col">H</th></tr></thead>'
        f"<tr><td>cell {i}</td></tr></table></section>"
        for i in range(number)
    )


def job(number=5, entries=1):
    listed = "".join(f'<li><a href="#c{i % number}">{i}</a></li>' for i in range(entries))
    cover = f'<h1 data-number="R" data-name="N">Title</h1><nav class="contents"><ol>{listed}</ol></nav>'
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>t</title></head>'
        f"<body>{cover}{parts.CUT}{chapters(number)}</body></html>"
    )
    return book.Job(page, FOLIO, {"note.txt": b"hello"})


def printed(one, cores, heard=lambda *_: None, style=STYLE):
    with Crew(style, "2026-11-20", cores) as here:
        return book.printed(one, here, heard)


@pytest.fixture(scope="module")
def bound():
    with pytest.MonkeyPatch.context() as patch:
        small(patch)
        data, missing = printed(job(), 1)
    assert missing == ""
    with pikepdf.open(io.BytesIO(data)) as document:
        yield document, data


def elements(document):
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.append(one.K)


def test_helpers_change_no_byte(bound, monkeypatch):
    small(monkeypatch)
    monkeypatch.setattr(crew, "LITTLE", 0)
    assert printed(job(), 3)[0] == bound[1]


def text_of(data, tmp_path):
    (tmp_path / "b.pdf").write_bytes(data)
    try:
        done = subprocess.run(
            ["pdftotext", "-layout", tmp_path / "b.pdf", "-"], capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip("poppler-utils is not installed")
    return done.stdout.decode().split("\f")[:-1]


def test_every_page_has_its_number(bound, tmp_path):
    pages = text_of(bound[1], tmp_path)
    assert len(pages) == 6
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of 6" in page


@pytest.fixture(scope="module")
def report():
    """Return a report in several parts."""
    with pytest.MonkeyPatch.context() as patch:
        small(patch, 12_000)
        return pdf.render_pdf(judged(), "en")


def test_running_heads_go_on_in_every_part(report, tmp_path):
    said = text_of(report, tmp_path)
    begun, ended = (
        next(at for at, page in enumerate(said) if re.search(rf"^ *\d+ +{title}$", page, re.MULTILINE))
        for title in ("Findings by standard", "Evidence register")
    )
    assert ended > begun + 1
    for page in said[begun:ended]:
        assert re.match(r"\s*\S+ · Yunzhou X9 +Findings by standard\n", page)
    assert all("Spec d4f02e" in page for page in said[1:])


def test_chapters_are_counted_through_all_parts(report, tmp_path):
    said = "\n".join(text_of(report, tmp_path)[2:])
    titles = ("Statement of conformity", "Findings by standard", "Evidence register", "Signatures")
    numbers = [int(re.search(rf"^ *(\d+) +{title}$", said, re.MULTILINE)[1]) for title in titles]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1
    assert numbers[2] == numbers[1] + 1


@pytest.mark.parametrize("entries", [1, 30, 150])
def test_contents_name_the_page_however_long_they_are(monkeypatch, tmp_path, entries):
    small(monkeypatch)
    pages = text_of(printed(job(entries=entries), 1)[0], tmp_path)
    chapter = next(number for number, page in enumerate(pages, 1) if "Chapter 0" in page)
    assert re.search(rf"\b0 ?{chapter}\b", pages[0])


def test_contents_that_never_come_to_rest_have_no_numbers(monkeypatch, tmp_path):
    """A number 2 makes the list two pages long, so that it has to be 3, which makes it one page long."""
    small(monkeypatch)
    one = job()
    unquiet = "nav:has(a[data-page='2']) { break-before: page; }"
    rounds = []
    ever = Crew.print

    def counted(self, tasks, *more):
        rounds.append(len(tasks))
        return ever(self, tasks, *more)

    monkeypatch.setattr(Crew, "print", counted)
    pages = text_of(printed(book.Job(one.page, FOLIO, one.attached), 1, style=STYLE + unquiet)[0], tmp_path)
    assert len(rounds) == 1 + book.ROUNDS + 1
    assert len(pages) == 6
    assert re.search(r"\b0\n", pages[0])
    assert "Chapter 0" in pages[1]
    assert f"Page 6 of {len(pages)}" in pages[5]


@pytest.mark.parametrize("names", [("é", "中", "z"), ("z", "é", "a")])
def test_names_are_sorted_as_a_reader_compares_them(names):
    document = pikepdf.new()
    document.add_blank_page()
    sheets = Sheets(b"", 1, dict.fromkeys(names, (0, 0.0, 0.0)), [], "")
    binding._named(pikepdf, document, [sheets])
    written = [bytes(name) for name in list(document.Root.Names.Dests.Names)[::2]]
    assert written == sorted(bytes(pikepdf.String(name)) for name in names)
    assert len(written) == len(names)


def test_links_lead_to_other_parts(bound):
    document, _ = bound
    named = [str(name) for name in list(document.Root.Names.Dests.Names)[::2]]
    targets = [str(note.Dest) for page in document.pages for note in page.get("/Annots", [])]
    assert named == sorted(named)
    assert set(targets) == {f"c{i}" for i in range(5)} <= set(named)
    places = dict(zip(named, list(document.Root.Names.Dests.Names)[1::2], strict=True))
    assert places["c3"][0].objgen == document.pages[4].obj.objgen


def test_bookmarks_are_those_of_all_parts(bound):
    with bound[0].open_outline() as outline:
        (root,) = outline.root
        assert [item.title for item in root.children] == [f"Chapter {i}" for i in range(5)]


def test_tags_of_all_parts_are_in_one_tree(bound):
    document, _ = bound
    tags = [str(one.S) for one in elements(document)]
    assert tags.count("/Document") == 1
    assert tags.count("/H2") == 5
    assert tags.count("/TH") == 5
    (whole,) = document.Root.StructTreeRoot.K
    assert all(kid.P.objgen == whole.objgen for kid in whole.K)


def test_content_and_links_find_their_tags(bound):
    document, _ = bound
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    found = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    assert list(found) == sorted(found)
    stated = [int(page.StructParents) for page in document.pages]
    noted = [(int(note.StructParent), note) for page in document.pages for note in page.get("/Annots", [])]
    assert len({*stated, *(number for number, _ in noted)}) == len(stated) + len(noted) == len(found)
    for page, number in zip(document.pages, stated, strict=True):
        assert all(one.Pg.objgen == page.obj.objgen for one in found[number])
    for number, note in noted:
        assert note.objgen in [
            kid.Obj.objgen for kid in found[number].K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid
        ]


def test_cells_know_their_headers_and_no_other_parts(bound):
    headers = [one for one in elements(bound[0]) if one.S == "/TH"]
    ids = [str(one.ID) for one in headers]
    asked = [
        str(name) for one in elements(bound[0]) if one.S == "/TD" and "/A" in one for name in one.A.Headers
    ]
    assert len(set(ids)) == len(ids) == 5
    assert sorted(asked) == sorted(ids)


def test_subsets_of_a_font_have_names_of_their_own(bound):
    fonts = {
        (str(font.BaseFont), font.objgen) for page in bound[0].pages for font in page.Resources.Font.values()
    }
    assert len({name for name, _ in fonts}) == len(fonts)


def test_lines_are_content_of_their_paragraph(bound):
    """They have no elements of their own, which would be half of all."""
    document, _ = bound
    all_of_them = list(elements(document))
    assert "/Span" not in {element.S for element in all_of_them}
    assert max(len(element.K) for element in all_of_them if element.S == "/P") > 5


def test_what_is_on_a_page_belongs_to_the_element_that_has_it(bound):
    document, _ = bound
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(number): its for number, its in zip(numbers[::2], numbers[1::2], strict=True)}
    assert list(parents) == sorted(parents)
    known = {element.objgen for element in elements(document)}
    for page in document.pages:
        owners = list(parents[int(page.StructParents)])
        assert len(owners) > 2
        for content, owner in enumerate(owners):
            assert content in list(owner.K)
            assert owner.Pg.objgen == page.obj.objgen
        assert len([owner for owner in owners if owner.objgen in known]) > 2  # not of a head or foot


def test_what_is_attached_stays_attached(bound):
    assert bound[0].attachments["note.txt"].get_file().read_bytes() == b"hello"
    assert len(bound[0].Root.AF) >= 1


def test_a_character_that_no_font_has_is_named_wherever_it_stands(monkeypatch):
    small(monkeypatch)
    one = job()
    marked = book.Job(one.page.replace("Chapter 3", "Chapter \U00012345"), FOLIO, one.attached)
    assert printed(marked, 2)[1] == "\U00012345"


def test_progress_only_grows_and_ends_at_the_end(monkeypatch):
    small(monkeypatch)
    heard = []
    printed(job(), 1, lambda *told: heard.append(told))
    assert len(heard) > 4
    assert all(one <= other for one, other in pairwise(heard))
    assert heard[-1][0] == heard[-1][1]


def text_of_first(sheets):
    (bookmark,) = sheets.bookmarks
    return bookmark[1]


def test_what_a_lost_helper_had_is_done_by_others(monkeypatch):
    def lost(self, task):
        del task
        self.dismiss()

    monkeypatch.setattr(Helper, "sheets", lost)
    monkeypatch.setattr(crew, "LITTLE", 0)
    pages = [f"<html lang=en><title>t</title><h1>{i}</h1></html>" for i in range(3)]
    with Crew("", "2026-11-20", 2) as here:
        tasks = [(page, at, {}) for at, page in enumerate(pages)]
        sheets = here.print(tasks, lambda *_: None, lambda _: ())
    assert [text_of_first(one) for one in sheets] == ["0", "1", "2"]


def test_a_helper_whose_process_ended_says_so():
    helper = Helper("", "2026-11-20")
    helper.dismiss()
    assert helper.sheets(("<p>1", 0, {})) is None


def test_no_helper_starts_for_little_work(monkeypatch):
    def refuse(*_arguments):
        raise AssertionError

    monkeypatch.setattr(crew, "Helper", refuse)
    with Crew("", "2026-11-20", 8) as here:
        (one,) = here.print([("<html lang=en><title>t</title><p>1", 0, {})], lambda *_: None, lambda _: ())
    assert one.pages == 1
