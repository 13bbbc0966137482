import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.scalars import NotANumber, number, plain


@pytest.mark.parametrize("text", ["0o7", "0o777", "0x0", "0xFfFf"])
def test_based_numbers_are_whole(text: str) -> None:
    assert plain(text) == int(text, 0)


@pytest.mark.parametrize(
    "text", ["0o8", "0b1", "0xG", "-0x1", "+0o7", "1e", "e3", "1.5.", "--1", "+", "..", "1,5"]
)
def test_what_is_almost_a_number_is_text(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("text", ["nan", "inf", "NaN", "Infinity", ".Nan", ".iNF", "+.nan"])
def test_other_spellings_of_no_number_are_text(text: str) -> None:
    assert plain(text) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_read_as_python_writes_them(value: float) -> None:
    read = number(repr(value))
    assert read == value
    assert isinstance(read, float)
    assert math.copysign(1, read) == math.copysign(1, value)


@given(st.integers())
def test_whole_numbers_are_read_or_refused(value: int) -> None:
    if -(2**63) <= value < 2**63:
        assert plain(str(value)) == value
    else:
        with pytest.raises(NotANumber):
            plain(str(value))


def test_the_sentence_is_in_both_languages() -> None:
    with pytest.raises(NotANumber, match="is larger than can be calculated with") as caught:
        plain("1e400")
    assert "超出可计算范围" in caught.value.what.zh
    assert "加引号" in caught.value.mend.zh


@given(st.text(max_size=10))
def test_any_text_is_something(text: str) -> None:
    try:
        value = plain(text)
    except NotANumber:
        return
    assert value is None or isinstance(value, str | bool | int | float)
