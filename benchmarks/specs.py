"""What each further YAML spec costs in one run of check, beyond the first one.

python benchmarks/specs.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import ROOT, Checker, asked, cache_of, in_turns, load, say

SPECS = {
    "a real vehicle, as published": ROOT / "examples" / "real" / "mercedes_drive_pilot_de.yaml",
    "a whole specification": ROOT / "examples" / "l3_highway_pilot.yaml",
}
MORE = 100
ANEW = "--debug"  # judged, although it was checked in an earlier round


def main() -> None:
    options = asked(__doc__ or "")
    options.rounds = min(options.rounds, 7)
    more = 4 if options.quick else MORE
    found: dict[str, float] = {}
    lines = []
    with TemporaryDirectory() as folder:
        checker = Checker(cache_of(options, folder))
        for name, spec in SPECS.items():
            files = list(copies(spec, Path(folder), more + 1))
            taken = in_turns(
                {
                    "bare": checker.bare,
                    "one": lambda files=files: checker.takes("check", files[0], ANEW),
                    "many": lambda files=files: checker.takes("check", *files, ANEW),
                },
                options.rounds,
            )
            middle = {job: median(times) for job, times in taken.items()}
            each = (middle["many"] - middle["one"]) / more
            found[name] = each / middle["bare"]
            size = spec.stat().st_size / 1000
            lines.append(
                f"{name:30} ({size:4.1f} kB): {each * 1000:6.2f} ms, {found[name]:5.2f} x a bare Python, "
                f"{each / middle['one']:.3f} x the first"
            )
    say(found, options, f"each of {more} further specs", *lines, f"({options.rounds} rounds, {load()})")


def copies(spec: Path, folder: Path, number: int) -> Iterator[str]:
    """Yield files with the same content and different bytes."""
    text = spec.read_text("utf-8")
    for index in range(number):
        copy = folder / f"{spec.stem}_{index}.yaml"
        copy.write_text(f"# {index}\n{text}", "utf-8")
        yield str(copy)


if __name__ == "__main__":
    main()
