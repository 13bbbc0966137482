"""Parts bound to one document: pages, tags, links, bookmarks and page numbers."""

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from checker.rendering.printing.folios import Folio, Pen
from checker.rendering.printing.press import Sheets

_FOLIO = "Folio"


class Binder:
    """Binds parts one after another, in any order that is always the same; pages come into theirs at last."""

    def __init__(self) -> None:
        self._sources: list[Any] = []  # the first becomes the book, with its properties and attachments
        self._pages: dict[int, list[Any]] = {}
        self._elements: dict[int, list[Any]] = {}
        self._next = 0  # number of the parent tree that is free

    def __len__(self) -> int:
        return len(self._pages)

    def add(self, at: int, part: Sheets) -> None:
        """Add the part whose place among the others is ``at``."""
        import pikepdf  # noqa: PLC0415 - only for PDF

        source = pikepdf.open(io.BytesIO(part.data))
        self._sources.append(source)
        book, before = self._sources[0], len(self)
        first = len(book.pages) if before else 0
        tree = source.Root.StructTreeRoot
        self._elements[at] = (
            list(tree.K[0].K) if before == 0 else _appended(pikepdf, book, source, self._next)
        )
        self._pages[at] = [page.obj for page in list(book.pages)[first:]]
        self._next = _numbered_from(tree, self._next)

    def bound(self, parts: Sequence[Sheets], folio: Folio, signs: Sheets) -> bytes:
        """Return all parts, which have been added, as one PDF.

        ``signs`` is the page of the folio: its font draws the page numbers.
        """
        import pikepdf  # noqa: PLC0415 - only for PDF

        book = self._sources[0]
        _ordered(pikepdf, book, self._pages, self._elements)
        _named(pikepdf, book, parts)
        _bookmarked(pikepdf, book, parts)
        written = io.BytesIO()
        with pikepdf.open(io.BytesIO(signs.data)) as lettered:
            _, font = next(iter(lettered.pages[0].Resources.Font.items()))
            _folioed(pikepdf, book, Pen(book.copy_foreign(font)), folio)
            book.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for source in self._sources:
            source.close()
        return written.getvalue()


def _numbered_from(tree: Any, start: int) -> int:
    """Return the first number of the parent tree that is free, if it is counted from ``start``."""
    return start + max((int(number) for number in list(tree.ParentTree.Nums)[::2]), default=-1) + 1


def _appended(pikepdf: Any, book: Any, source: Any, start: int) -> list[Any]:
    """Append the pages and tags of a part, numbered from ``start``; return its elements."""
    for page in source.pages:
        page.StructParents = int(page.StructParents) + start
        for note in page.get("/Annots", ()):
            if "/StructParent" in note:
                note.StructParent = int(note.StructParent) + start
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)  # names are made anew, see _named
        book.pages.extend(source.pages)
    tree, root = book.copy_foreign(source.Root.StructTreeRoot), book.Root.StructTreeRoot
    for kid in tree.K[0].K:
        kid.P = root.K[0]
    numbers = list(tree.ParentTree.Nums)
    for number, parents in zip(numbers[::2], numbers[1::2], strict=True):
        root.ParentTree.Nums.append(int(number) + start)
        root.ParentTree.Nums.append(parents)
    return list(tree.K[0].K)


def _ordered(
    pikepdf: Any, book: Any, pages: Mapping[int, list[Any]], elements: Mapping[int, list[Any]]
) -> None:
    """Put the pages and elements of parts into the order of the parts."""
    del book.pages[:]
    for at in sorted(pages):
        book.pages.extend(pikepdf.Page(page) for page in pages[at])
    book.Root.StructTreeRoot.K[0].K = pikepdf.Array([kid for at in sorted(elements) for kid in elements[at]])


def _named(pikepdf: Any, book: Any, parts: Sequence[Sheets]) -> None:
    """Name every point that a link may lead to."""
    places: dict[str, Any] = {}
    first = 0
    for part in parts:
        for name, (page, x, y) in part.anchors.items():
            places.setdefault(name, (first + page, x, y))
        first += part.pages
    names = pikepdf.Array()
    strings = {name: pikepdf.String(name) for name in places}
    for name in sorted(places, key=lambda name: bytes(strings[name])):  # as a reader compares them
        page, x, y = places[name]
        names.append(strings[name])
        names.append(_destination(pikepdf, book, page, x, y))
    if "/Names" not in book.Root:
        book.Root.Names = pikepdf.Dictionary()
    book.Root.Names.Dests = book.make_indirect(pikepdf.Dictionary(Names=names))


def _destination(pikepdf: Any, book: Any, page: int, x: float, y: float) -> Any:
    return pikepdf.Array([book.pages[page].obj, pikepdf.Name.XYZ, x, y, 0])


def _bookmarked(pikepdf: Any, book: Any, parts: Sequence[Sheets]) -> None:
    with book.open_outline() as outline:
        outline.root.clear()
        above: list[tuple[int, Any]] = []
        first = 0
        for part in parts:
            for level, label, page, x, y in part.bookmarks:
                item = pikepdf.OutlineItem(label, _destination(pikepdf, book, first + page, x, y))
                while above and above[-1][0] >= level:
                    above.pop()
                (above[-1][1].children if above else outline.root).append(item)
                above.append((level, item))
            first += part.pages


def _folioed(pikepdf: Any, book: Any, pen: Pen, folio: Folio) -> None:
    """Draw the number of each page over what is there, which may have turned and scaled the page."""
    before = book.make_stream(b"q")
    for number, page in enumerate(book.pages, 1):
        page.Resources.Font[f"/{_FOLIO}"] = pen.font
        drawn = pen.drawn(folio.text(number, len(book.pages)), _FOLIO, float(page.MediaBox[2]))
        page.Contents = pikepdf.Array([before, page.Contents, book.make_stream(b"Q " + drawn)])
