"""What a check of one spec costs, from the start of the process to its end, as multiples of a bare Python.

python benchmarks/startup.py
"""

import sys
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import (
    BARE,
    ROOT,
    asked,
    command,
    compile_bytecode,
    environment,
    in_turns,
    load,
    ratios,
    say,
    seconds,
)

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
    compile_bytecode()
    with TemporaryDirectory() as folder:
        warm, cold = Path(folder, "warm"), Path(folder, "cold")
        jobs = {"bare Python": lambda: seconds(BARE, environment(warm))}
        for name, arguments in CHECKS.items():
            jobs[name] = lambda arguments=arguments: seconds(command(*arguments), environment(warm))
        taken = in_turns(jobs, options.rounds)
        few = in_turns({"bare": jobs["bare Python"], "cold": lambda: _cold(cold)}, min(options.rounds, 5))
    found = ratios(taken, "bare Python") | {COLD: ratios(few, "bare")["cold"]}
    bare = median(taken["bare Python"]) * 1000
    lines = [f"{name:46} {ratio:6.1f} x" for name, ratio in found.items()]
    say(found, options, *lines, f"(bare Python: {bare:.1f} ms, {options.rounds} rounds, {load()})")


def _cold(cache: Path) -> float:
    rmtree(cache, ignore_errors=True)
    return seconds(command(*CHECKS["check, all shipped rules"]), environment(cache))


if __name__ == "__main__":
    main()
