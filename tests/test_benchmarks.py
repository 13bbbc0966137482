"""The benchmarks run, and what they measure stays within generous bounds: tests run on busy machines."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.measuring import in_turns, ratios  # noqa: E402
from benchmarks.plain_cel import NotPlain, in_plain_cel, plain_values  # noqa: E402
from checker.expression.checking import check  # noqa: E402
from checker.expression.parser import parse  # noqa: E402
from checker.expression.scope import Scope  # noqa: E402
from checker.text import Text  # noqa: E402
from checker.values.spreads import Envelope, Spread  # noqa: E402
from tests.expression.sample import SECTIONS  # noqa: E402
from tests.rendering.browsing import browser_path, driver  # noqa: E402

#: Modules of this program and of Python's own that a check with a warm cache may import. Each costs about a
#: fiftieth of a bare Python; raise it with a reason.
MOST_MODULES = 225
MOST_OF_OURS = 135
#: The same for a check that was made before.
MOST_TO_REPEAT = 110
MOST_OF_OURS_TO_REPEAT = 40

posix = pytest.mark.skipif(os.name != "posix", reason="processes are started with posix_spawn")


def run(name: str) -> dict[str, float]:
    command = [sys.executable, f"benchmarks/{name}.py", "--quick", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)
    return found


@posix
def test_a_check_starts_fast():
    found = run("startup")

    assert found["bare Python"] == 1
    assert found["check, by its markets, changed spec"] < 100  # of one round, beside other tests; usually 18
    assert found["check, all shipped rules, unchanged spec"] < found["check, all shipped rules, changed spec"]
    changed = found["check, all shipped rules, changed spec"]
    assert found["check, all shipped rules, nothing remembered"] > changed


@posix
def test_a_further_spec_costs_less_than_the_first():
    assert all(0 < ratio < 20 for ratio in run("specs").values())


def test_generated_functions_are_faster_than_cel_libraries():
    pytest.importorskip("cel_expr_python", reason="Google's CEL is not installed")
    found = run("evaluation")

    assert len(found) > 1, "verdicts differ, or no library is installed"
    assert min(ratio for name, ratio in found.items() if name != "generated function") >= 10


def test_ten_times_as_many_findings_cost_a_browser_little_more():
    driver()
    browser_path()

    assert 0 < run("html_report")["all together"] < 12  # one frame alone may wait for a busy machine


@pytest.mark.skipif(sys.platform != "linux", reason="counts what Chromium leaves behind as only Linux can")
def test_a_pdf_takes_some_times_as_long_as_a_browser_that_prints():
    """It takes some seconds: four whole programs, two of them browsers."""
    browser_path()
    pytest.importorskip("weasyprint", exc_type=OSError, reason="Pango is not here")
    found = run("pdf_report")

    assert 0 < found["40, cpu"] < 20
    assert found["memory of a further row, MB"] < 2  # so few rows are in one part: it is that of a page


@pytest.mark.parametrize(
    ("options", "most", "most_of_ours"),
    [(("--debug",), MOST_MODULES, MOST_OF_OURS), ((), MOST_TO_REPEAT, MOST_OF_OURS_TO_REPEAT)],
    ids=["judged", "repeated"],
)
def test_a_check_with_a_warm_cache_imports_little(options, most, most_of_ours, remembered):
    program = "import sys; from checker.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
    environment = {"ICV_CHECKER_CACHE": str(remembered), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    for _ in range(2):  # the first one fills the cache
        command = [sys.executable, "-S", "-c", program, "check", "examples/l3_highway_pilot.yaml", *options]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**environment, **site_packages()},
            capture_output=True,
            text=True,
            check=True,
        )
    modules = done.stdout.splitlines()[-1].split()
    ours = [name for name in modules if name.partition(".")[0] == "checker"]

    assert len(ours) <= most_of_ours
    assert len(modules) <= most


def site_packages() -> dict[str, str]:
    """Return where libraries are, without what `site` imports by itself."""
    import yaml  # noqa: PLC0415 - only its place

    return {"PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(yaml.__file__).parents[1])))}


def test_jobs_are_run_in_turns_and_the_first_round_does_not_count():
    order: list[str] = []

    def job(name: str, seconds: float) -> Any:
        def run_it() -> float:
            order.append(name)
            return seconds

        return run_it

    taken = in_turns({"a": job("a", 1.0), "b": job("b", 3.0)}, rounds=2)

    assert order == ["a", "b"] * 3
    assert taken == {"a": [1.0, 1.0], "b": [3.0, 3.0]}
    assert ratios(taken, "a") == {"a": 1, "b": 3}


def plain(source: str, **lists: tuple[Any, ...]) -> str:
    scope = Scope(sections=SECTIONS, lists=lists)
    return in_plain_cel(check(parse(source), scope).tree, lists)


NOT_FITTED = 'automation_features[id].fitment == "not_fitted"'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("vehicle.seats >= 2", "vehicle.seats >= 2"),
        ("fitted(assistance.aeb)", 'assistance.aeb.fitment != "not_fitted"'),
        ("missing(wanted, vehicle.use) == []", '["a", "b"].filter(item_, !(item_ in vehicle.use)) == []'),
        (
            "automation_features.exists(id, f, f.level >= 3)",
            f"automation_features.exists(id, !({NOT_FITTED}) && automation_features[id].level >= 3)",
        ),
    ],
)
def test_a_rule_in_plain_cel(source, expected):
    assert plain(source, wanted=("a", "b")) == expected


@pytest.mark.parametrize("source", ["size(sensors) > 1", "add_months(vehicle.built, 1) == as_of"])
def test_what_plain_cel_cannot_say(source):
    with pytest.raises(NotPlain):
        plain(source)


def test_values_in_plain_cel():
    values = {"a": Spread(1.0, 2.0), "b": [Envelope(None, 3.0)], "c": Text("x", "y"), "d": {"e": True}}

    assert plain_values(values) == {"a": 1.0, "b": [3.0], "c": "x", "d": {"e": True}}
