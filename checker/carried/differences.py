"""Where a report is not what it would be if it were written again."""

from itertools import zip_longest

from checker.carried.unreadable import Unreadable
from checker.text import Text

#: So many pages are named; the rest is not.
NAMED = 10


def difference(data: bytes, again: bytes, form: str) -> Text:
    """Return where a report is not what it would be if it were written again; it is not the same."""
    if data.startswith(again):
        more = len(data) - len(again)
        return Text(
            f"{more} bytes were added behind its end, as a signature is; what they change is not looked into",
            f"文件末尾追加了 {more} 字节（如数字签名）；未检查其改动内容",
        )
    if form == "html":
        lines = enumerate(zip_longest(data.split(b"\n"), again.split(b"\n")), 1)
        first = next(number for number, (one, other) in lines if one != other)
        return Text(f"the first line that differs is {first}", f"第一处不同在第 {first} 行")
    from checker.carried.in_pdf import page_digests  # noqa: PLC0415 - not for HTML

    try:
        pages = page_digests(data), page_digests(again)
    except Unreadable as error:
        return error.what
    differ = [str(n) for n, (one, other) in enumerate(zip_longest(*pages), 1) if one != other]
    if differ:
        listed = ", ".join(differ[:NAMED]) + (" ..." if len(differ) > NAMED else "")
        return Text(f"pages that differ: {listed}", f"不同的页：{listed}")
    return Text(
        "the pages are drawn alike; other parts of the file are not: fonts, attachments, marks",
        "页面绘制内容相同，文件其他部分不同：字体、附件或标记",
    )
