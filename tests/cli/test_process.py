"""What only a process of its own can show: interrupts, pipes, standard input, encodings."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import EXAMPLES, ROOT

CAR = str(EXAMPLES / "l3_highway_pilot.yaml")
SMALL = {
    "schema": "icv-vehicle/1",
    "vehicle": {"id": "x", "name": "云", "manufacturer": "M", "category": "M1", "markets": ["CN"]},
}
posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


@pytest.fixture
def environment(remembered):
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "LANG")}
    own = {
        "PYTHONPATH": str(ROOT),
        "ICV_CHECKER_CACHE": str(remembered),
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    return kept | own


@pytest.fixture
def process(environment):
    """Return what runs a command line in a process of its own."""

    def run(*arguments, stdin=b"", **more):
        return subprocess.run(
            [sys.executable, "-m", "checker", *arguments],
            input=stdin,
            capture_output=True,
            env=environment | more,
            check=False,
            timeout=120,
        )

    return run


def started(arguments, environment, **more):
    return subprocess.Popen([sys.executable, *arguments], env=environment, stderr=subprocess.PIPE, **more)


@posix
@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_reader_that_stops_early_ends_it_quietly(format_, environment):
    command = f"'{sys.executable}' -m checker check '{CAR}' '{CAR}' '{CAR}' --format {format_} | head -n 1"
    ran = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, check=False)

    assert ran.stdout.count(b"\n") == 1
    assert ran.stderr == b""


@posix
def test_a_pipe_without_reader_is_told_by_the_exit_code(environment):
    reading, writing = os.pipe()
    os.close(reading)
    child = started(["-m", "checker", "check", CAR], environment, stdout=writing)
    os.close(writing)
    _, err = child.communicate(timeout=120)

    assert child.returncode == 141
    assert err == b""


@posix
def test_an_interrupt_ends_it_quietly(environment):
    child = started(
        ["-m", "checker", "check", "-"], environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    slow = time.monotonic() + 60
    while time.monotonic() < slow and not waits_for_input(child.pid):
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)

    assert child.returncode == 130
    assert (out, err) == (b"", b"")


def waits_for_input(pid):
    try:
        with open(f"/proc/{pid}/wchan", encoding="ascii") as file:
            return "pipe" in file.read()
    except OSError:
        time.sleep(2)
        return True


@posix
def test_an_interrupt_during_the_imports_ends_quietly_too(environment):
    program = (
        "import sys, checker.cli\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'checker.cli.main': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "checker.cli.run()\n"
    )
    child = started(["-c", program], environment, stdout=subprocess.PIPE)
    out, err = child.communicate(timeout=60)

    assert child.returncode == 130
    assert (out, err) == (b"", b"")


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_one_sentence(environment):
    with open("/dev/full", "wb") as full:
        child = started(["-m", "checker", "check", CAR], environment, stdout=full)
        _, err = child.communicate(timeout=120)

    assert child.returncode == 5
    assert err.startswith(b"icv-checker: the output cannot be written: ")
    assert err.count(b"\n") == 1


@posix
def test_without_standard_output_the_exit_code_still_tells(environment):
    command = f"'{sys.executable}' -m checker check '{CAR}' >&-"
    ran = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, check=False)

    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(SMALL),
        "\ufeff" + json.dumps(SMALL, ensure_ascii=False),
        "\n\n  " + json.dumps(SMALL, indent=2),
        "schema: icv-vehicle/1\nvehicle: {id: x, name: 云, manufacturer: M, category: M1, markets: [CN]}\n",
    ],
)
def test_standard_input_is_json_or_yaml(text, process):
    ran = process("check", "-", "--format", "json", stdin=text.encode())
    result = json.loads(ran.stdout)

    assert ran.returncode == 1
    assert result["results"][0]["file"] == "<stdin>"
    assert ran.stderr == b""


def test_a_mistake_on_standard_input_is_told_as_json_tells_it(process):
    ran = process("check", "-", stdin=b'{"schema": "icv-vehicle/1",}')

    assert ran.returncode == 3
    assert ran.stderr.startswith(b"<stdin>:1:28: ")


def test_standard_input_that_holds_nothing(process):
    ran = process("check", "-")

    assert ran.returncode == 3
    assert b"<stdin>:1:1: the file holds nothing" in ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "gbk", "cp437", "utf-8"])
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_a_console_that_cannot_show_it_all_shows_what_it_can(encoding, lang, process):
    ran = process("check", CAR, "--lang", lang, "--as-of", "2026-11-20", PYTHONIOENCODING=encoding)
    out = ran.stdout.decode(encoding)

    assert ran.returncode == 1
    assert "gb-44497-2024/time-stamp-events-are-recorded" in out
    assert b"Traceback" not in ran.stderr
    lost = encoding not in ("gbk", "utf-8") and lang != "en"
    assert (b"some characters cannot be shown" in ran.stderr) is lost


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_english_loses_nothing_where_only_our_symbols_are_missing(encoding, process):
    out = process("check", CAR, "--as-of", "2026-11-20", PYTHONIOENCODING=encoding).stdout.decode(encoding)

    assert "x Does not conform" in out
    assert "\\u" not in out


def test_json_is_utf_8_whatever_the_console(process):
    ran = process("check", CAR, "--format", "json", PYTHONIOENCODING="ascii")

    assert "记录" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


@pytest.mark.parametrize("arguments", [("--help", "--lang", "zh"), ("check", "--lang", "zh"), ("nonsense",)])
def test_help_and_refusals_too(arguments, process):
    ran = process(*arguments, PYTHONIOENCODING="ascii")

    assert ran.returncode in (0, 2)
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("more", "painted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_of_a_pipe(more, painted, process):
    assert (b"\x1b[" in process("check", CAR, **more).stdout) is painted


def test_python_m_checker_is_the_same_program(process):
    assert process("--version").stdout.startswith(b"icv-checker ")
