"""What an HTML report of ten times as many findings costs a browser: to load, to filter, to search, to sort.

python benchmarks/html_report.py

The browser is the system's Chromium without a window (ICV_CHROMIUM names another), driven by Playwright
(pip install playwright). The same page without `content-visibility` is measured beside it.
"""

import os
import shutil
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import asked, in_turns, load, say
from checker.rendering import html
from tests.rendering.sample import large

FEW, MANY = 500, 5000
TOGETHER = "all together"
#: What a reader does; each is timed until the page is painted again.
DEEDS = {
    "filter": "document.querySelector('[name=verdict][value=fail]').click()",
    "show all": "document.querySelector('[data-do=clear]').click()",
    "search": (
        "const q = document.getElementById('filter-q'); q.value = 'certificate 5.1';"
        "q.dispatchEvent(new Event('change', {bubbles: true}))"
    ),
    "show all again": "document.querySelector('[data-do=clear]').click()",
    "sort": (
        "const sort = document.getElementById('filter-sort');"
        "sort.value = sort.value === 'verdict' ? 'clause' : 'verdict';"
        "sort.dispatchEvent(new Event('change', {bubbles: true}))"
    ),
}
_PAINTED = """() => new Promise(done => {
  const began = performance.now();
  %s;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
_LOADED = (
    """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""
)


def main() -> None:
    options = asked(__doc__ or "")
    with TemporaryDirectory() as folder, _browser() as started:
        divisor = 20 if options.quick else 1
        sizes = {"few": FEW // divisor, "many": MANY // divisor}
        files = {name: _written(folder, name, number) for name, number in sizes.items()}
        if not options.quick:
            files["plain"] = _written(folder, "plain", MANY, lean=False)
        rounds: dict[str, dict[str, list[float]]] = {name: {} for name in files}
        jobs = {name: partial(_measure, started, files[name], rounds[name]) for name in files}
        in_turns(jobs, 2 if options.quick else min(options.rounds, 5), uncounted=0 if options.quick else 1)
    times = {name: {deed: median(them) for deed, them in found.items()} for name, found in rounds.items()}
    found = {deed: times["many"][deed] / times["few"][deed] for deed in times["few"]}
    found[TOGETHER] = sum(times["many"].values()) / sum(times["few"].values())
    for deed, ms in times.get("plain", {}).items():
        found[f"{deed}, without content-visibility"] = ms / times["few"][deed]
    lines = [f"{name:46} {ratio:6.1f} x" for name, ratio in found.items()]
    worst = ", ".join(f"{deed} {ms:.0f} ms" for deed, ms in times["many"].items())
    say(
        found,
        options,
        *lines,
        f"({sizes['many']} findings against {sizes['few']}; with many: {worst}; {load()})",
    )


def _written(folder: str, name: str, number: int, *, lean: bool = True) -> str:
    file = Path(folder, f"{name}.html")
    if not lean:
        sheets = html.stylesheet
        html.stylesheet = lambda *names: sheets(*names).replace("content-visibility: auto", "")
    try:
        file.write_bytes(html.render_html(large(number)))
    finally:
        if not lean:
            html.stylesheet = sheets
    return file.as_uri()


@contextmanager
def _browser() -> Any:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not needed to say what is missing

    path = os.environ.get("ICV_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


def _measure(started: Any, address: str, kept: dict[str, list[float]]) -> float:
    """Load the page and do every deed on it; keep how many milliseconds each took."""
    tab = started.new_page(viewport={"width": 1300, "height": 900})
    tab.goto(address)
    taken = {"load": tab.evaluate(_LOADED)}
    for deed, script in DEEDS.items():
        taken[deed] = tab.evaluate(_PAINTED % script)
    tab.close()
    for deed, milliseconds in taken.items():
        kept.setdefault(deed, []).append(milliseconds)
    return float(sum(taken.values())) / 1000


if __name__ == "__main__":
    main()
