"""`docs` as a user runs it."""

import pytest


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_some_standards_in_both_languages(run, here):
    ran = run("docs", "gb-44497-2024", "UN R155", "-o", "pages")

    assert (ran.code, ran.err) == (0, "")
    found = sorted(path.relative_to(here / "pages").as_posix() for path in here.rglob("*.md"))
    assert ran.out == f"{len(found)} pages in pages\n"
    assert [path for path in found if path.startswith("zh/") and "fields" not in path] == [
        "zh/gb-44497-2024.md",
        "zh/index.md",
        "zh/un-r155.md",
    ]
    text = (here / "pages" / "en" / "gb-44497-2024.md").read_text("utf-8")
    assert "### 4.5.2 a) `" in text
    assert "- examples: pass " in text
    assert "(gb-44497-2024.md#" not in text


def test_again_over_what_is_there(run, here):
    run("docs", "un-r155", "-o", "pages")
    before = {path: path.read_bytes() for path in here.rglob("*.md")}

    assert (
        run("docs", "un-r155", "-o", "pages", "--lang", "zh").out == f"已在 pages 生成 {len(before)} 个页面\n"
    )
    assert {path: path.read_bytes() for path in here.rglob("*.md")} == before


def test_a_rule_file_of_ones_own(run, here):
    run("new", "standard", "our-rules", "--number", "Our rules")
    assert run("docs", "our-rules.yaml", "-o", "pages").code == 0
    text = (here / "pages" / "en" / "our-rules.md").read_text("utf-8")

    assert "- examples: pass 1, fail 1, unknown 1\n" in text
    assert "- status: draft\n" in text


def test_a_name_that_nothing_has(run, here):
    assert run("docs", "gb-44497-2023", "-o", "pages").code == 2
    assert list(here.iterdir()) == []


def test_a_folder_is_needed(run):
    assert run("docs", "gb-44497-2024").code == 2


def test_a_place_where_no_folder_can_be(run, here):
    (here / "pages").write_text("a file", "utf-8")
    ran = run("docs", "un-r155", "-o", "pages")

    assert ran.code == 5
    assert "'pages' cannot be written" in ran.err
