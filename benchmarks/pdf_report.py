"""What a PDF report costs, as a multiple of what headless Chromium takes to print the same page.

python benchmarks/pdf_report.py

Ours is archival and tagged (PDF/A-3a, PDF/UA-1), Chromium's is tagged in its way and not archival. Both are
whole processes, from start to file. Chromium is the system's (ICV_CHROMIUM names another); Linux only.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import ROOT, asked, cache_of, compile_bytecode, environment, in_turns, load, say
from checker.bundled import bundled
from checker.rendering.markup import render, stylesheet
from checker.rendering.pdf import REPORT_STYLES, engine
from checker.rendering.view import view
from checker.rendering.wording import load_words
from tests.rendering.sample import large

FEW, MANY = 300, 1000
_PROFILE = "PROFILE"
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: processes that Chromium leaves behind are ours to count
_OURS = """
import json, resource, sys
from checker.rendering.pdf import render_pdf
from checker.rendering.printing.cores import free_cores
from tests.rendering.sample import large
data = render_pdf(large(int(sys.argv[1])))
open(sys.argv[2], "wb").write(data)
kinds = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
own, helpers = (resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)
open(sys.argv[2] + ".mb", "w").write(json.dumps(own + helpers * (free_cores() - 1)))
"""


class Cost(NamedTuple):
    """Of one process and all that it started."""

    wall: float
    cpu: float


def main() -> None:
    options = asked(__doc__ or "")
    sizes = (FEW // 30, MANY // 25) if options.quick else (FEW, MANY)
    compile_bytecode()
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    with TemporaryDirectory() as folder:
        variables = environment(cache_of(options, folder))
        costs: dict[tuple[str, int], list[Cost]] = {}
        jobs = {}
        for size in sizes:
            page = _page(folder, size)
            out = str(Path(folder, f"{size}.pdf"))
            commands = {
                "ours": [sys.executable, "-c", _OURS, str(size), out],
                "Chromium": _chromium(page, folder),
            }
            for name, command in commands.items():
                kept = costs.setdefault((name, size), [])
                jobs[f"{name} {size}"] = partial(_measure, command, variables, kept)
        rounds = 1 if options.quick else min(options.rounds, 7)
        in_turns(jobs, rounds, uncounted=0 if options.quick else 1)
        memory = [float(Path(folder, f"{size}.pdf.mb").read_text()) for size in sizes]
    found, lines = _told(costs, sizes, memory)
    say(found, options, *lines, f"({load()})")


def _told(
    costs: dict[tuple[str, int], list[Cost]], sizes: tuple[int, int], memory: list[float]
) -> tuple[dict[str, float], list[str]]:
    """Return ratios of medians by name, and lines about them."""
    middle = {
        (*key, field): median(getattr(cost, field) for cost in kept)
        for key, kept in costs.items()
        for field in Cost._fields
    }
    found = {
        f"{size}, {field}": middle["ours", size, field] / middle["Chromium", size, field]
        for size in sizes
        for field in Cost._fields
    }
    few, many = sizes
    each = (middle["ours", many, "cpu"] - middle["ours", few, "cpu"]) / (many - few)
    found["CPU of a further row, ms"] = each * 1000
    found["memory of a further row, MB"] = (memory[1] - memory[0]) / (many - few)
    lines = [f"{name:32} {ratio:6.2f} {'x' if ', ' in name[:6] else ''}" for name, ratio in found.items()]
    seconds = ", ".join(f"{name} {size} {field} {took:.2f} s" for (name, size, field), took in middle.items())
    return found, [*lines, f"({seconds}; peaks {memory[0]:.0f} and {memory[1]:.0f} MB)"]


def _page(folder: str, number: int) -> str:
    """Write the page that WeasyPrint lays out, with its style and the files of its fonts."""
    words = load_words()
    report = view(large(number), words)
    page = render("report.pdf.j2", report, words, "en", medium="pdf", engine=engine(words), result_digest="")
    fonts = (bundled("reports") / "fonts").absolute().as_uri()
    style = stylesheet(*REPORT_STYLES).replace("icv-font:", f"{fonts}/")
    file = Path(folder, f"{number}.html")
    file.write_text(page.replace("</head>", f"<style>{style}</style></head>"), encoding="utf-8")
    return file.as_uri()


def _chromium(page: str, folder: str) -> list[str]:
    path = os.environ.get("ICV_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        raise SystemExit("no Chromium is here: install it, or name it in ICV_CHROMIUM")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    return [path, *options, f"--user-data-dir={folder}/{_PROFILE}", f"--print-to-pdf={folder}/c.pdf", page]


def _measure(command: list[str], variables: dict[str, str], kept: list[Cost]) -> float:
    """Run a process to its end; keep what it and all that it started took."""
    start, before = perf_counter(), os.times()
    command = [argument.replace(_PROFILE, f"profile-{start}") for argument in command]  # one may linger
    done = subprocess.run(
        command, env=variables, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    wall = perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
    _wait_for_the_rest()
    after = os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    kept.append(Cost(wall, cpu))
    return wall


def _wait_for_the_rest(patience: float = 3.0) -> None:
    """Count what was left behind, as far as it ends soon."""
    end = perf_counter() + patience
    while perf_counter() < end:
        try:
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not ended:
            sleep(0.01)


if __name__ == "__main__":
    main()
