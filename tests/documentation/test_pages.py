"""Every command and example of the documentation does what the page says."""

import re
import sys
from pathlib import Path

import pytest

from tests.documentation.pages import FRONT, PAGES, ROOT, Run, blocks

IN_BOTH = ("docs/tutorial", "docs/how-to/")
TRANSLATED = [page for page in PAGES if page.startswith(IN_BOTH) and ".zh." not in page]
LINKING = (*PAGES, "CONTRIBUTING.md", "CHANGELOG.md")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def prose(page: str) -> str:
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """Return what links may name behind a # of this page, as the usual viewers make them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.skipif(sys.platform == "win32", reason="the pages use bash")
@pytest.mark.parametrize("page", [page for page in PAGES if page not in FRONT])
def test_the_page_is_true(page, tmp_path, golden):
    golden(ROOT / page, Run(tmp_path).page(text_of(page)))


@pytest.mark.parametrize("page", LINKING)
def test_links_lead_somewhere(page):
    for link in LINK.findall(prose(page)):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        file = (ROOT / page).parent / target if target else ROOT / page
        assert file.exists(), link
        assert not anchor or anchor in anchors(file), link


def test_every_page_can_be_found_from_the_front_page():
    for start in FRONT:
        seen, waiting = set(), [ROOT / start]
        while waiting:
            page = waiting.pop()
            if page in seen or page.suffix != ".md":
                continue
            seen.add(page)
            links = (link.partition("#")[0] for link in LINK.findall(page.read_text("utf-8")))
            waiting += [(page.parent / link).resolve() for link in links if link and "://" not in link]
        missed = {page for page in PAGES if (ROOT / page) not in seen}
        assert not {page for page in missed if (".zh." in page) == (".zh." in start)}, start


@pytest.mark.parametrize("page", [page for page in PAGES if page not in FRONT])
def test_the_first_line_says_who_a_page_is_for(page):
    title, empty, first = text_of(page).splitlines()[:3]
    assert title.startswith("# ")
    assert not empty
    assert first.startswith("读者：" if ".zh." in page else "For "), first


@pytest.mark.parametrize("page", TRANSLATED)
def test_both_languages_run_the_same_commands(page):
    """What a reader types is the same, but for the language of what is printed."""

    def typed(page: str) -> list[str]:
        lines = (line for block in blocks(text_of(page)) for line in block.body.splitlines())
        commands = [line.replace(" --lang zh", "") for line in lines if re.match(r"\$ |icv-checker ", line)]
        return [re.sub(r"\s*#.*|\| (head|tail) .*", "", line).strip() for line in commands]

    other = page.replace(".md", ".zh.md")
    assert typed(page) == typed(other)
    headings = [len(re.findall(r"^#", text_of(one), re.MULTILINE)) for one in (page, other)]
    assert headings[0] == headings[1]


class TestTheRunner:
    """A runner that notices nothing would be worse than none."""

    @pytest.fixture
    def run(self, tmp_path):
        return Run(tmp_path)

    def test_an_output_is_written_as_it_is(self, run):
        page = "```console\n$ echo one\ntwo\n$ (exit 3)\n$ echo $?\n```\n"
        assert run.page(page) == "```console\n$ echo one\none\n$ (exit 3)\n$ echo $?\n3\n```\n"

    def test_a_file_is_written_and_its_sections_replaced(self, run):
        run.page("```yaml\n# car.yaml\na: 1\nb:\n  c: 2\n```\n")
        run.page("```yaml\n# in car.yaml\nb:\n  c: 3\nd: 4\n```\n")
        assert (run.folder / "car.yaml").read_text("utf-8") == "a: 1\nb:\n  c: 3\nd: 4\n"

    @pytest.mark.parametrize(
        "block",
        [
            "```yaml\nvehicle: {seets: 5}\n```\n",
            "```yaml\n- {id: one, text: {en: One., zh: 一。}, require: vehicle.seets > 1}\n```\n",
            "```python\nraise SystemExit(1)\n```\n",
            "```sh\nicv-checker check none.yaml\n```\n",
            "```console\n$ icv-checker chek none.yaml\n```\n",
            "```ruby\nputs 1\n```\n",
        ],
    )
    def test_a_bad_example_is_noticed(self, run, block):
        with pytest.raises((Exception, SystemExit)):
            run.page(block)
