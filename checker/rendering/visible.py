"""Text of a spec as a reader can trust it: what hides, hurts or never ends is shown as a mark."""

from re import search, sub

#: The longest word that is printed; longer ones cost WeasyPrint the square of their length.
WORD = 160
#: The longest text that one place of a report shows; the whole stays in the spec and in the JSON.
LIMIT = 2000

#: Controls, invisible joiners, directions and tags: no reader sees them, and some turn a line around.
_HIDDEN = (
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0"
    "\\ufff0-\\ufffb\\ufffe\\uffff\\U000e0000-\\U000e0fff]"
)
#: White space and CJK, between whose characters a line breaks by itself.
_LONG = f"[^\\s\\u3000-\\u9fff\\uff00-\\uffef]{{{WORD + 1},}}"
_SCHEMES = ("https:", "http:", "mailto:", "#")


def marked(text: str) -> str:
    """Return the text with hidden characters shown as ``[U+202E]``, nothing clipped; lines stay lines."""
    return sub(_HIDDEN, lambda found: f"[U+{ord(found[0]):04X}]", text)


def visible(text: str, limit: int = LIMIT) -> str:
    """Return the text with hidden characters shown as ``[U+202E]`` and overlong words and texts clipped.

    What was clipped leaves the mark ``[+N]``: that many characters were left out.
    """
    text = _clipped(text.replace("\r\n", "\n"))
    left_out = len(text) - limit
    text = marked(text[:limit])
    text = _clipped(text)
    return f"{text}… [+{left_out}]" if left_out > 0 else text


def _clipped(text: str) -> str:
    return sub(_LONG, lambda found: f"{found[0][: WORD - 1]}… [+{len(found[0]) - WORD + 1}]", text)


def safe_link(address: str | None) -> str | None:
    """Return the address if a click on it can only open a page or a letter, else None."""
    if address is None or search(_HIDDEN, address) or any(sign in address for sign in " \t\n\"'<>\\"):
        return None
    return address if address.lower().startswith(_SCHEMES) else None
