"""Pages as WeasyPrint lays them out: read as the XML that they are, with elements that look as ours do."""

import re
from typing import Any
from xml.etree import ElementTree as ET

from checker.bundled import bundled

_DOCTYPE = "<!DOCTYPE html>"
_VOID = re.compile(r"<(br|col|meta)\b([^>]*?)/?>")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" '


def page_class() -> Any:
    """Return the class of pages, in place of ``weasyprint.HTML``."""
    import weasyprint  # noqa: PLC0415 - half a second, and only for PDF

    wrapped = weasyprint.cssselect2.ElementWrapper.from_html_root
    elements = weasyprint.CSS(string=(bundled("reports") / "styles" / "elements.css").read_text("utf-8"))

    class Page(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no types
        """A page of ours: a fourteenth of the time goes into parsing it where it is read as any page is."""

        def __init__(self, page: str, url_fetcher: Any) -> None:
            try:
                root = tree(page)
            except ET.ParseError:
                super().__init__(string=page, url_fetcher=url_fetcher, base_url=None)
                return
            self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
            self.wrapper_element = wrapped(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: object = None) -> list[Any]:
            """Return the style of elements that nobody has given another."""
            del forms
            return [elements]

    return Page


def tree(page: str) -> ET.Element:
    """Return the elements of a page as an HTML parser makes them; raises ParseError for one that is no XML.

    Our templates close what they open, but for elements that have no end.
    """
    text = _VOID.sub(r"<\1\2/>", page.removeprefix(_DOCTYPE)).replace("<svg ", _SVG)
    return ET.fromstring(text)  # noqa: S314 - has no declaration, so no entity of its own
