import pytest

from checker.documents import decoding, read_documents
from checker.documents.text_checks import shown
from checker.errors import Invalid


def refused(data: bytes, hint="yaml") -> list[str]:
    with pytest.raises(Invalid) as caught:
        read_documents(data, "car.yaml", name_hint=hint)
    assert all(problem.mend for problem in caught.value.problems)
    return [problem.in_("en") for problem in caught.value.problems]


CHINESE = "schema: icv-vehicle/1\n# 智能网联汽车 自动驾驶数据记录系统\nvehicle:\n  name: 云舟 X9\n"


@pytest.mark.parametrize("hint", ["yaml", "json"])
def test_gbk_is_recognised_at_its_first_byte(hint: str) -> None:
    (problem,) = refused(CHINESE.encode("gbk"), hint)
    assert problem.startswith(
        "car.yaml:2:3: the file is saved as GBK (GB 18030), not as UTF-8 (save it as UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf_16_and_32_are_recognised_with_and_without_a_mark(encoding: str) -> None:
    (problem,) = refused(CHINESE.encode(encoding))
    assert problem.startswith(f"car.yaml:1:1: the file is saved as {encoding[:6].upper()}, not as UTF-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("name: Citroën\n".encode("latin-1"), "1:12: the byte 0xeb is not UTF-8"),
        (b"a: 1\nb: \xff\n", "2:4: the byte 0xff is not UTF-8"),
        (b"a: \xe4\xba", "1:4: the byte 0xe4 is not UTF-8"),
        (b"a: \xed\xa0\x80\n", "1:4: the byte 0xed is not UTF-8"),
        (b"a: \xc0\x80\n", "1:4: the byte 0xc0 is not UTF-8"),
        ("云: ".encode() + b"\xfe", "1:4: the byte 0xfe is not UTF-8"),
    ],
)
def test_other_bytes_are_named_with_their_place(data: bytes, said: str) -> None:
    (problem,) = refused(data)
    assert problem.startswith(f"car.yaml:{said}")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "a NUL character"),
        ("\x1b", "an escape character (U+001B)"),
        ("\x07", "the control character U+0007"),
        ("\x7f", "the control character U+007F"),
        ("\x9b", "the control character U+009B"),
        ("\x85", "a hidden line break (U+0085)"),
        ("\u2028", "a hidden line break (U+2028)"),
        ("\u2029", "a hidden paragraph break (U+2029)"),
        ("\ufeff", "a byte order mark in the middle"),
        ("\uffff", "the control character U+FFFF"),
    ],
)
def test_what_cannot_be_seen_is_refused(character: str, name: str) -> None:
    assert refused(f"a: 1\nb: x{character}y\nc: {character}\n".encode()) == [
        f"car.yaml:2:5: the file holds {name} (remove it; it cannot be seen in an editor)",
        f"car.yaml:3:4: the file holds {name} (remove it; it cannot be seen in an editor)",
    ]


def test_only_so_many_problems_are_told() -> None:
    assert len(refused(b"a\x01" * 1000)) == 100


def test_json_may_hold_what_yaml_may_not() -> None:
    (document,) = read_documents('{"a": "x\u2028y\x7f\ufeff"}'.encode(), "car.json", name_hint="json")
    assert document.data == {"a": "x\u2028y\x7f\ufeff"}
    assert refused(b'{"a": "\0"}', "json") == [
        "car.yaml:1:8: the file holds a NUL character (remove it; it cannot be seen in an editor)"
    ]


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_BYTES", 1024 * 1024)
    (problem,) = refused(b"\xff" * (1024 * 1024 + 1))
    assert problem == "car.yaml:1:1: the file is larger than 1 MiB (split the file)"


def test_what_is_quoted_in_a_sentence_is_short_and_visible() -> None:
    assert shown("plain 中文") == "plain 中文"
    assert shown("a\x1b[31m\u202eb\n") == "a\\x1b[31m\\u202eb\\n"
    assert shown("x" * 100) == "x" * 40 + "..."
