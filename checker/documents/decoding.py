"""Bytes of a file -> its text, or a sentence about how to save it."""

from checker.documents.document import Source
from checker.documents.limits import MAX_BYTES, Budget
from checker.documents.text_checks import character_name, forbidden_characters
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.text import Text

_MARKS = (
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\xfe\xff", "UTF-16"),
    (b"\xff\xfe", "UTF-16"),
)
_SAVE = Text(
    "save it as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)",
    "请另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）",
)


def decode(data: bytes, file: str, *, json: bool) -> str:
    """Return the text of a file; raises Invalid where it is not UTF-8, too large, or holds controls."""
    start = Place(file, 1, 1)
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // (1024 * 1024)
        what = Text(f"the file is larger than {size} MiB", f"文件大于 {size} MiB")
        raise Invalid([Problem(start, what, Text("split the file", "请拆分文件"))])
    if encoding := _utf_16_or_32(data):
        what = Text(f"the file is saved as {encoding}, not as UTF-8", f"文件编码为 {encoding}，而不是 UTF-8")
        raise Invalid([Problem(start, what, _SAVE)])
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Invalid([_not_utf_8(data, error.start, file)]) from None
    _refuse_controls(Source(file, text), json=json)
    return text


def _utf_16_or_32(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:64]
    if len(head) >= 4 and head.count(0) * 3 >= len(head):  # every second byte of Latin text is zero
        return "UTF-32" if head.count(0) * 3 > len(head) * 2 else "UTF-16"
    return None


def _not_utf_8(data: bytes, bad: int, file: str) -> Problem:
    before = data[:bad].decode("utf-8")
    place = Source(file, before).place(len(before))
    if _reads_as_chinese(data):
        what = Text(
            "the file is saved as GBK (GB 18030), not as UTF-8", "文件编码为 GBK（GB 18030），而不是 UTF-8"
        )
    else:
        what = Text(f"the byte {data[bad]:#04x} is not UTF-8", f"字节 {data[bad]:#04x} 不是 UTF-8 编码")
    return Problem(place, what, _SAVE)


def _reads_as_chinese(data: bytes) -> bool:
    """Return whether, read as GB 18030, most of what is not ASCII is Chinese as people write it."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    other = "".join(character for character in text[:65536] if character > "\x7f")
    usual = len(other.encode("gb2312", "ignore")) // 2
    return usual >= 2 and usual * 10 >= len(other) * 8


def _refuse_controls(source: Source, *, json: bool) -> None:
    budget = Budget(source)
    for offset, character in forbidden_characters(source.text, json=json):
        name = character_name(character)
        what = Text(f"the file holds {name.en}", f"文件中含有{name.zh}")
        budget.report(offset, what, Text("remove it; it cannot be seen in an editor", "请删除该不可见字符"))
    budget.finish()
