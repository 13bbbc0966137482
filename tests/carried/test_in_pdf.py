"""Reading what is attached to a PDF that may come from anybody."""

import contextlib
import io
import random

import pikepdf
import pytest

from checker.carried import in_pdf
from checker.carried.in_pdf import attached_in_pdf, page_digests
from checker.carried.record import RECORD_NAME, RESULT_NAME
from checker.carried.unreadable import Unreadable
from tests.carried.sample import pdf


def why(data):
    with pytest.raises(Unreadable) as caught:
        attached_in_pdf(data)
    assert caught.value.what.zh
    return caught.value.what.en


@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_both_files_are_read(mode):
    assert attached_in_pdf(pdf(object_stream_mode=mode)) == (b'{"a": 1}', b'{"b": 2}')


@pytest.mark.parametrize("files", [{}, {RESULT_NAME: b"{}"}, {RECORD_NAME: b"{}"}, {"other.json": b"{}"}])
def test_a_pdf_that_is_not_ours_is_said_to_be_so(files):
    assert "no report that icv-checker wrote" in why(pdf(files))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", pdf()[:700], pdf()[300:]])
def test_a_damaged_pdf_is_said_to_be_so(data):
    assert "damaged" in why(data)


def test_an_encrypted_pdf_is_said_to_be_so():
    locked = pdf(encryption=pikepdf.Encryption(user="a", owner="b"))
    assert "encrypted" in why(locked)


def test_what_would_become_huge_is_refused(monkeypatch):
    monkeypatch.setattr(in_pdf, "MAX_BYTES", 1_000_000)
    bomb = pdf({RESULT_NAME: b" " * 20_000_000, RECORD_NAME: b"{}"}, compress_streams=True)
    assert len(bomb) < 100_000
    assert why(bomb)


def test_a_record_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(in_pdf, "_MAX_RECORD", 1000)
    assert why(pdf({RESULT_NAME: b"{}", RECORD_NAME: b" " * 1001})) == "verification.json is too large"


def test_a_file_packed_otherwise_is_refused():
    document = pikepdf.open(io.BytesIO(pdf()))
    stream = document.attachments[RESULT_NAME].obj.EF.F
    stream.write(b"7b7d>", filter=pikepdf.Name.ASCIIHexDecode)
    written = io.BytesIO()
    document.save(written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert "not packed as we do it" in why(written.getvalue())


def test_the_limits_of_other_users_are_left_as_they_were():
    before = pikepdf.settings.get_qpdf_limits()
    attached_in_pdf(pdf())
    why(b"%PDF-1.7\n")
    assert pikepdf.settings.get_qpdf_limits() == before


def test_names_that_lead_in_a_circle_end():
    document = pikepdf.open(io.BytesIO(pdf()))
    tree = document.Root.Names.EmbeddedFiles
    if not tree.is_indirect:
        tree = document.Root.Names.EmbeddedFiles = document.make_indirect(tree)
    tree.Kids = pikepdf.Array([tree])
    if "/Names" in tree:
        del tree["/Names"]
    written = io.BytesIO()
    document.save(written)
    assert why(written.getvalue())


def test_damage_at_any_place_ends_in_a_sentence_or_in_what_is_there():
    chance, good = random.Random(3), pdf()
    for _ in range(300):
        bad = bytearray(good)
        for _ in range(chance.choice((1, 3, 20))):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        for read in (attached_in_pdf, page_digests):
            with contextlib.suppress(Unreadable):
                assert read(bytes(bad)) is not None


def drawing(*pages):
    """Return a PDF whose pages are drawn by these streams, each of which it has once."""
    document = pikepdf.new()
    streams = {drawn: document.make_stream(drawn) for page in pages for drawn in page}
    for page in pages:
        document.add_blank_page().obj.Contents = pikepdf.Array([streams[drawn] for drawn in page])
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_what_draws_a_page_is_told_page_by_page():
    one, other = (page_digests(drawing([b"0 0 m"], page, [b"0 0 m"])) for page in ([b"1 1 m"], [b"1 2 m"]))
    assert [a == b for a, b in zip(one, other, strict=True)] == [True, False, True]
    assert one[0] == one[2] != one[1]


@pytest.mark.parametrize("pages", [[[b" " * 600]] * 2, [[b" " * 600] * 2]])
def test_pages_that_draw_the_same_stream_again_and_again_are_refused(monkeypatch, pages):
    monkeypatch.setattr(in_pdf, "MAX_BYTES", 1000)
    with pytest.raises(Unreadable, match="too large"):
        page_digests(drawing(*pages))
