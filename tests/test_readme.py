"""The examples on the front pages are what the program really prints, and the pages stay short."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documentation.pages import FRONT, ROOT, Run, blocks


@pytest.mark.skipif(sys.platform == "win32", reason="the pages use bash")
@pytest.mark.parametrize("page", FRONT)
def test_outputs_on_the_page_are_real(page: str, tmp_path: Path, golden: Callable[[Path, str], None]):
    text = (ROOT / page).read_text("utf-8")
    assert [block.language for block in blocks(text)].count("console") == 3
    golden(ROOT / page, Run(tmp_path).page(text))


@pytest.mark.parametrize("page", FRONT)
def test_the_page_is_short(page: str):
    assert len((ROOT / page).read_text("utf-8").splitlines()) < 170


def test_the_picture_is_small():
    assert 10_000 < (ROOT / "docs" / "report.png").stat().st_size < 300_000
