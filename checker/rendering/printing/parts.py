"""A long page cut into parts that are laid out by themselves: the same parts on every machine.

A template says where a page may be cut. Cuts do not depend on how many cores there are, else bytes would.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from checker.record import Record

#: Where a page may be cut, between two elements of its body.
CUT = "<!-- cut -->"
#: So many characters of markup make a part: a second or so of layout.
SIZE = 40_000
#: An address within the report, but in another part.
ELSEWHERE = "icv-part:"

_ID = re.compile(r'\sid="([^"]+)"')
_LINK = re.compile(r' href="#([^"]+)"')
_CHAPTER = re.compile(r'<section class="chapter\b')
_HEADING = re.compile(r"<h2(?: [^>]*)?>(.*?)</h2>", re.DOTALL)
_TITLE = re.compile(r"<h1 ([^>]*)>")
_NUMBERED = re.compile(r'<nav class="contents"|<ol class="contents"|class="onward"')
_TAG = re.compile(r"<[^>]+>")


class Part(Record):
    """A piece of a page, and what the pieces before it leave behind."""

    head: str  # up to the body
    body: str
    carried: str  # attributes of the body: what its running heads say, and how many chapters there were
    #: Whether it prints the page numbers of other parts, and so has to wait for them.
    waits: bool

    def names(self) -> list[str]:
        """Return the names that links may lead to."""
        return _ID.findall(self.body)

    def page(self, numbers: Mapping[str, int]) -> str:
        """Return it as a page of its own; a link to another part has the page number there, if known."""
        own = set(self.names())
        body = _LINK.sub(lambda found: _link(found[1], own, numbers), self.body)
        return f"{self.head}<body{self.carried}>{body}</body></html>"


def cut(page: str) -> tuple[Part, ...]:
    """Return the parts of a page; a short one is one part."""
    head, _, rest = _named_sparingly(page).partition("<body>")
    pieces = [piece for piece in rest.rpartition("</body>")[0].split(CUT) if piece.strip()]
    groups = _grouped(pieces)
    if len(groups) == 1:
        return (Part(head, groups[0], "", waits=False),)
    return tuple(_carrying(head, groups))


def _named_sparingly(page: str) -> str:
    """Leave out names that no link leads to: an element with a name shares its style with no other."""
    wanted = set(_LINK.findall(page))
    return _ID.sub(lambda found: found[0] if found[1] in wanted else "", page)


def _grouped(pieces: Sequence[str]) -> list[str]:
    """Join pieces until they are long enough; one that numbers the pages of others stays alone."""
    if sum(map(len, pieces)) <= SIZE:
        return ["".join(pieces)]
    groups: list[str] = []
    closed = True
    for piece in pieces:
        alone = bool(_NUMBERED.search(piece))
        if closed or alone or len(groups[-1]) + len(piece) > SIZE:
            groups.append(piece)
        else:
            groups[-1] += piece
        closed = alone
    return groups


def _carrying(head: str, groups: Sequence[str]) -> list[Part]:
    parts, chapters, title, section = [], 0, "", ""
    for group in groups:
        begins = _TITLE.search(group)
        carried = ""
        if title and not begins:
            carried = f' class="on" {title} style="counter-reset: chapter {chapters}"'
        body = group
        if not group.lstrip().startswith('<section class="chapter'):  # whose heading says its own
            body = group.replace("<h3", f'<h3 data-section="{section}"', 1)
        parts.append(Part(head, body, carried, waits=bool(_NUMBERED.search(group))))
        if begins:
            title, chapters, section = begins[1], 0, ""
        chapters += len(_CHAPTER.findall(group))
        headings = _HEADING.findall(group)
        section = _TAG.sub("", headings[-1]).strip() if headings else section
    return parts


def _link(name: str, own: Collection[str], numbers: Mapping[str, int]) -> str:
    if name in own:
        return f' href="#{name}"'
    number = f' data-page="{numbers[name]}"' if name in numbers else ""
    return f' href="{ELSEWHERE}{name}"{number}'
