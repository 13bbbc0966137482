"""What is done to the objects of a part before they are written: they have to be bound, and quickly."""

import zlib
from typing import Any

from checker.rendering.printing.parts import ELSEWHERE

_LINE = {"Type", "S", "K", "Pg", "P"}


def finish(pdf: Any, number: int) -> None:
    """Make a document of WeasyPrint one that can be bound: part ``number`` of others, from 0."""
    _join_lines(pdf)
    for thing in pdf.objects:
        if isinstance(thing, dict):
            _make_bindable(thing, number)
        elif not getattr(thing, "compress", True) and "Filter" not in thing.extra:
            _compress(thing)


def _join_lines(pdf: Any) -> None:
    """Make lines the content of their paragraph, which has an element of its own for each: half of all."""
    paragraphs: dict[bytes, bytes] = {}
    for thing in pdf.objects:
        if _is_line(thing):
            paragraph = _at(pdf, thing["P"])
            if paragraph["Pg"] == thing["Pg"]:
                place = paragraph["K"].index(thing.reference)
                paragraph["K"][place : place + 1] = thing["K"]
                paragraphs[thing.reference] = thing["P"]
                thing.free = "f"
    tree = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])
    for elements in tree["Nums"][1::2]:
        if isinstance(elements, list):
            elements[:] = [paragraphs.get(element, element) for element in elements]


def _is_line(thing: Any) -> bool:
    its = isinstance(thing, dict) and thing.get("S") == "/Span" and thing.keys() == _LINE
    return its and all(isinstance(kid, int) for kid in thing["K"])


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _make_bindable(thing: Any, number: int) -> None:
    """Make names unique that parts would share, and links to other parts links within the document."""
    if thing.get("Subtype") == "/Link" and "A" in thing:
        target = thing["A"]["URI"].string
        if target.startswith(ELSEWHERE):
            del thing["A"]
            thing["Dest"] = thing["Contents"]
            thing["Dest"].string = target.removeprefix(ELSEWHERE)
    elif "ID" in thing and thing.get("Type") == "/StructElem":
        thing["ID"].string = f"{number}-{thing['ID'].string}"
    for key in ("BaseFont", "FontName"):
        if key in thing and number:
            thing[key] = _renamed(thing[key], number)


def _renamed(name: bytes, number: int) -> bytes:
    """Return the name of a subset of a font, whose tag is that of this part alone: ``/BAJKLM+Name``."""
    letters = bytes((65 + number // 26 % 26, 65 + number % 26))
    return name[:1] + letters + name[3:]


def _compress(stream: Any) -> None:
    """Compress a stream once: WeasyPrint would do it every time that it looks at it, which is twice."""
    content = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
    stream.stream = [zlib.compress(content)]
    stream.extra["Filter"] = "/FlateDecode"
