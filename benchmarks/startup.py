"""What a check of one spec costs, from the start of the process to its end, as multiples of a bare Python.

python benchmarks/startup.py
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import ROOT, Checker, asked, cache_of, in_turns, load, ratios, say

SPEC = ROOT / "examples" / "l3_highway_pilot.yaml"
CHANGED = "max_speed_kmh: 200"  # stands in it; the changed spec has another value in each round
EVERY_MARKET = ("--market", "CN", "--market", "EU")  # whose regimes are those of all shipped rules
CHECKS: dict[str, tuple[str, ...]] = {
    "check, by its markets": (),
    "check, all shipped rules": EVERY_MARKET,
    "check, all shipped rules, JSON": (*EVERY_MARKET, "--format", "json"),
}
COLD = "check, all shipped rules, nothing remembered"


def main() -> None:
    options = asked(__doc__ or "")
    with TemporaryDirectory() as folder:
        checker = Checker(cache_of(options, folder))
        cold = partial(Checker(Path(folder, "cold")).forgetful, "check", str(SPEC), *EVERY_MARKET)
        changed = changed_specs(Path(folder, SPEC.name))
        warm: dict[str, Callable[[], float]] = {}
        for name, more in CHECKS.items():
            warm[f"{name}, unchanged spec"] = partial(checker.takes, "check", str(SPEC), *more)
            warm[f"{name}, changed spec"] = lambda more=more: checker.takes("check", next(changed), *more)
        taken = in_turns({"bare Python": checker.bare, **warm}, options.rounds)
        few = in_turns({"bare": checker.bare, "cold": cold}, min(options.rounds, 5), uncounted=0)
    found = ratios(taken, "bare Python") | {COLD: ratios(few, "bare")["cold"]}
    bare = median(taken["bare Python"]) * 1000
    lines = [f"{name:48} {ratio:6.1f} x" for name, ratio in found.items()]
    say(found, options, *lines, f"(bare Python: {bare:.1f} ms, {options.rounds} rounds, {load()})")


def changed_specs(path: Path) -> Iterator[str]:
    """Yield the spec as somebody changes it who works on it: one value of it is another each time."""
    text = SPEC.read_text("utf-8")
    assert CHANGED in text
    for value in count(1):
        path.write_text(text.replace(CHANGED, f"{CHANGED.partition(':')[0]}: {value}"), "utf-8")
        yield str(path)


if __name__ == "__main__":
    main()
