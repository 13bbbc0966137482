"""A spec as people write it, damaged in every place: read or refused, never anything else."""

import json

import pytest

from checker.documents import read_documents
from checker.errors import Invalid

SPEC = """\
# Fictional vehicle
schema: icv-vehicle/1
title: {en: "Yunzhou X9 - highway pilot", zh: "云舟 X9：高速"}
spec_date: 2026-11-05
vehicle:
  category: M1
  markets: [CN, NO]
  edition: 5.10
  dates: {application: "2026-06-30", software_freeze: 2026-10-20}
automation_features: &features
  highway_pilot:
    name: 云舟
    level: 3
    speed_kmh: {min: 0, max: 80}
    odd:
      include:
        lighting: [day, night]
        rainfall_mmh: {max: 2.5}
    note: >-
      Reads as one
      long text.
tests:
  t1:
    runs:
      - {result: pass, value: 1e3}
      - result: fail
        value: .5
copy: *features
"""
AS_JSON = json.dumps(read_documents(SPEC.encode(), "spec.yaml")[0].data, indent=1, ensure_ascii=False)
TEXTS = {"yaml": SPEC, "json": AS_JSON}


def is_read(text: str, hint: str) -> bool:
    """Return whether the text was read; else it was refused at places that it has, with ways to mend."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        read_documents(text.encode(), "spec", name_hint=hint)
    except Invalid as error:
        problems = error.problems
    else:
        return True
    assert problems
    for problem in problems:
        assert problem.place.line <= len(lines)
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.mend is not None
        assert problem.what.en
        assert problem.what.zh
    return False


@pytest.mark.parametrize("hint", ["yaml", "json"])
def test_the_spec_itself_is_read(hint: str) -> None:
    assert is_read(TEXTS[hint], hint)
    data = read_documents(TEXTS[hint].encode(), "spec", name_hint=hint)[0].data
    assert data["vehicle"]["markets"] == ["CN", "NO"]
    assert data["copy"] == data["automation_features"]


@pytest.mark.parametrize("hint", ["yaml", "json"])
def test_any_one_character_may_be_lost(hint: str) -> None:
    text = TEXTS[hint]
    read = [is_read(text[:at] + text[at + 1 :], hint) for at in range(len(text))]
    assert any(read)
    assert not all(read)


@pytest.mark.parametrize("hint", ["yaml", "json"])
@pytest.mark.parametrize("stray", [":", "：", '"', "\t", "{", "]", "- ", "\n", "\0", "!", "*", "\u3000", "#"])
def test_any_place_may_have_a_stray_sign(hint: str, stray: str) -> None:
    text = TEXTS[hint]
    for at in range(0, len(text), 5):
        is_read(text[:at] + stray + text[at:], hint)


@pytest.mark.parametrize("hint", ["yaml", "json"])
def test_the_file_may_end_anywhere(hint: str) -> None:
    text = TEXTS[hint]
    read = [at for at in range(len(text)) if is_read(text[:at], hint)]
    if hint == "json":
        assert read == []


@pytest.mark.parametrize("hint", ["yaml", "json"])
def test_any_line_may_be_lost_or_stand_twice(hint: str) -> None:
    lines = TEXTS[hint].splitlines(keepends=True)
    for at in range(len(lines)):
        is_read("".join(lines[:at] + lines[at + 1 :]), hint)
        is_read("".join(lines[: at + 1] + lines[at:]), hint)


def test_each_key_that_stands_twice_is_found() -> None:
    lines = SPEC.splitlines(keepends=True)
    at = lines.index("  category: M1\n")
    with pytest.raises(Invalid, match=r"spec:7:3: the key 'category' stands here again; first at line 6"):
        read_documents("".join(lines[: at + 1] + lines[at:]).encode(), "spec")


@pytest.mark.parametrize("sign", [":", ": "])
def test_each_colon_may_be_full_width(sign: str) -> None:
    """Either it is inside of a text, or the sentence names it."""
    at = SPEC.find(sign)
    while at >= 0:
        text = SPEC[:at] + "：" + SPEC[at + len(sign) :]
        if not is_read(text, "yaml"):
            with pytest.raises(Invalid, match="full-width colon"):
                read_documents(text.encode(), "spec")
        at = SPEC.find(sign, at + 1)
