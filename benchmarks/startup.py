"""What a check of one spec costs, from the start of the process to its end, as multiples of a bare Python.

python benchmarks/startup.py
"""

import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import ROOT, Checker, asked, cache_of, in_turns, load, ratios, say

SPEC = str(ROOT / "examples" / "l3_highway_pilot.yaml")
EVERY_MARKET = ("--market", "CN", "--market", "EU")  # whose regimes are those of all shipped rules
CHECKS = {
    "check, by its markets": ("check", SPEC),
    "check, all shipped rules": ("check", SPEC, *EVERY_MARKET),
    "check, all shipped rules, JSON": ("check", SPEC, *EVERY_MARKET, "--format", "json"),
}
COLD = "check, all shipped rules, nothing remembered"


def main() -> None:
    options = asked(__doc__ or "")
    with TemporaryDirectory() as folder:
        checker = Checker(cache_of(options, folder))
        cold = partial(Checker(Path(folder, "cold")).forgetful, *CHECKS["check, all shipped rules"])
        warm = {name: partial(checker.takes, *arguments) for name, arguments in CHECKS.items()}
        taken = in_turns({"bare Python": checker.bare, **warm}, options.rounds)
        few = in_turns({"bare": checker.bare, "cold": cold}, min(options.rounds, 5), uncounted=0)
    found = ratios(taken, "bare Python") | {COLD: ratios(few, "bare")["cold"]}
    bare = median(taken["bare Python"]) * 1000
    lines = [f"{name:46} {ratio:6.1f} x" for name, ratio in found.items()]
    say(found, options, *lines, f"(bare Python: {bare:.1f} ms, {options.rounds} rounds, {load()})")


if __name__ == "__main__":
    main()
