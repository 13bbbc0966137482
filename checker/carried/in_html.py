"""The record of a report in an HTML page: a block of data, which no browser runs or shows."""

from checker.carried.unreadable import Unreadable
from checker.text import Text

_OPENS, _CLOSES = b'<script type="application/json" id="verification">', b"</script>"
#: What could end the block, or begin another, in JSON never stands outside of a text.
_ESCAPED = ((b"&", b"\\u0026"), (b"<", b"\\u003c"), (b">", b"\\u003e"))


def as_block(record: bytes) -> str:
    """Return the block of data for a page; a record is JSON in ASCII."""
    for sign, written in _ESCAPED:
        record = record.replace(sign, written)
    return (_OPENS + record + _CLOSES).decode("ascii")


def record_in_html(page: bytes) -> bytes:
    """Return the record that a page carries; raises Unreadable for none, and for several."""
    found = page.count(_OPENS)
    if found != 1:
        raise Unreadable(
            Text(
                f"the page carries {found} records of a report, and one is wanted",
                f"页面含有 {found} 份报告核验记录，应恰好一份",
            )
        )
    record, closed, _ = page.partition(_OPENS)[2].partition(_CLOSES)
    if not closed:
        raise Unreadable(Text("the page ends within its record", "页面在核验记录中间截断"))
    return record
