"""What is attached to a report as PDF. The file may come from anybody: what is read of it is bounded."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

from checker.carried.record import RECORD_NAME, RESULT_NAME
from checker.carried.unreadable import Unreadable
from checker.sha256 import sha256
from checker.text import Text

#: So many bytes may become of any part of the file, and of what draws all pages.
MAX_BYTES = 256 * 1024 * 1024
_MAX_RECORD = 16 * 1024 * 1024
#: What reading a hostile file may end in; each with one sentence.
_FAULTS = (
    pikepdf.PikepdfError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
    RuntimeError,
    MemoryError,
)
_DAMAGED = Text("the PDF is damaged or encrypted", "PDF 已损坏或已加密")


def attached_in_pdf(data: bytes) -> tuple[bytes, bytes]:
    """Return the result and the record that are attached to a report; raises Unreadable."""
    with _opened(data) as document:
        names = _attached(document)
        return _file(names, RESULT_NAME, MAX_BYTES), _file(names, RECORD_NAME, _MAX_RECORD)


def page_digests(data: bytes) -> list[bytes]:
    """Return the SHA-256 of what draws each page; raises Unreadable."""
    with _opened(data) as document:
        return list(_digests(document.pages))


@contextmanager
def _opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a PDF; whatever reading it ends in is raised as Unreadable."""
    with _bounded():
        try:
            with pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as document:
                yield document
        except _FAULTS as error:
            raise Unreadable(_DAMAGED) from error


def _attached(document: pikepdf.Pdf) -> Any:
    names = document.Root.get("/Names")
    files = None if names is None else names.get("/EmbeddedFiles")
    return {} if files is None else pikepdf.NameTree(files)


def _digests(pages: Iterable[Any]) -> Iterator[bytes]:
    left = MAX_BYTES
    for page in pages:
        digest = sha256(b"")
        for drawn in _drawn(page):
            left -= len(drawn)
            if left < 0:
                raise Unreadable(Text("its pages are too large", "页面内容过大"))
            digest.update(drawn + b"\n")
        yield digest.digest()


def _drawn(page: Any) -> Iterator[bytes]:
    contents = page.obj.get("/Contents")
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return (stream.read_bytes() for stream in streams if stream is not None)


def _file(names: Any, name: str, limit: int) -> bytes:
    try:
        found = names[name]
    except KeyError:
        what = Text(
            f"this is no report that icv-checker wrote on the command line: {name} is not attached",
            f"不是由 icv-checker 命令行生成的报告：没有附件 {name}",
        )
        raise Unreadable(what) from None
    stream = found["/EF"]["/F"]
    if stream.get("/Filter") not in (None, "/FlateDecode") or "/DecodeParms" in stream:
        raise Unreadable(Text(f"{name} is not packed as we do it", f"{name} 的压缩方式与本工具不同"))
    if len(stream.read_raw_bytes()) > limit or len(data := stream.read_bytes()) > limit:
        raise Unreadable(Text(f"{name} is too large", f"{name} 过大"))
    return bytes(data)


@contextmanager
def _bounded() -> Iterator[None]:
    """Let nothing in a file become larger than is sensible."""
    before = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MAX_BYTES,
        run_length_max_memory=MAX_BYTES,
        png_max_memory=MAX_BYTES,
        tiff_max_memory=MAX_BYTES,
        dct_max_memory=MAX_BYTES,
        doc_max_warnings=100,
    )
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type]
