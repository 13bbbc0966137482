"""Fair measurements on a noisy machine: what is compared is run in turns, medians count, ratios are printed.

Times belong to a machine and an hour; only ratios of the same run are worth quoting.
"""

import compileall
import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parents[1]
BARE = (sys.executable, "-I", "-c", "pass")


def asked(about: str) -> Any:
    """Return what the command line asks for: `rounds`, `quick`, `json`."""
    parser = ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=21, help="how often each is run; the median counts")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="one round, with what ICV_CHECKER_CACHE remembers: does it run at all?",
    )
    parser.add_argument("--json", action="store_true", help="print the ratios as JSON")
    options = parser.parse_args()
    options.rounds = 1 if options.quick else options.rounds
    return options


def cache_of(options: Any, folder: str) -> Path:
    """Return where the measured processes remember: in this folder, with --quick as told."""
    return Path((options.quick and os.environ.get("ICV_CHECKER_CACHE")) or Path(folder, "cache"))


def environment(cache: Path) -> dict[str, str]:
    """Return the environment of a measured process: this one's, with a cache of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "ICV_CHECKER_CACHE": str(cache), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def compile_bytecode() -> None:
    """Compile the program as installing it does: Python would else do so on every start, or on the first."""
    compileall.compile_dir(ROOT / "checker", quiet=2)


class Checker:
    """The icv-checker of this checkout, with a cache of its own, and a bare Python to compare it with."""

    def __init__(self, cache: Path) -> None:
        compile_bytecode()
        self.cache = cache
        self._variables = environment(cache)

    def bare(self) -> float:
        """Return how long a Python takes that does nothing."""
        return seconds(BARE, self._variables)

    def takes(self, *arguments: str) -> float:
        """Return how long a command takes: ``takes("check", "car.yaml")``."""
        return seconds((sys.executable, "-m", "checker", *arguments), self._variables)

    def forgetful(self, *arguments: str) -> float:
        """Return how long a command takes that finds nothing remembered."""
        rmtree(self.cache, ignore_errors=True)
        return self.takes(*arguments)


def seconds(arguments: Sequence[str], variables: Mapping[str, str]) -> float:
    """Return how long a process takes from its start to its end; its output goes nowhere."""
    silent = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, silent, stream) for stream in (0, 1, 2)]
    start = perf_counter()
    process = os.posix_spawn(arguments[0], arguments, variables, file_actions=actions)
    _, status, _ = os.wait4(process, 0)
    taken = perf_counter() - start
    os.close(silent)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: the gate does not hold
        raise RuntimeError(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return taken


def in_turns(
    jobs: Mapping[str, Callable[[], float]], rounds: int, *, uncounted: int = 1
) -> dict[str, list[float]]:
    """Return what each job gave in each round: A B C, A B C ..., after one round that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(uncounted + rounds):
        for name, job in jobs.items():
            one = job()
            if number >= uncounted:
                taken[name].append(one)
    return taken


def ratios(taken: Mapping[str, Sequence[float]], to: str) -> dict[str, float]:
    """Return the median of each job over the median of one of them."""
    return {name: median(times) / median(taken[to]) for name, times in taken.items()}


def timed(job: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    job()
    return perf_counter() - start


def say(found: Mapping[str, Any], options: Any, *lines: str) -> None:
    """Print the result: lines for people, or the ratios as JSON."""
    sys.stdout.write(json.dumps(found) + "\n" if options.json else "\n".join(lines) + "\n")


def load() -> str:
    """Return how busy the machine is."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
