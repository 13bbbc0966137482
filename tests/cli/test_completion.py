"""Completion of the shell knows every command and option, and is a script that the shell reads."""

import contextlib
import io
import re
import shlex
import shutil
import subprocess

import pytest

from checker.cli.arguments import COMMANDS
from checker.cli.main import main


def script(shell, capsys):
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", "powershell"])
def test_every_command_is_known(shell, capsys):
    text = script(shell, capsys)

    assert [command for command in COMMANDS if command not in text] == []


@pytest.fixture(scope="module")
def scripts():
    """Return the script of each shell, made once."""
    made = {}
    for shell in ("bash", "zsh", "fish"):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            assert main(["completion", shell]) == 0
        made[shell] = out.getvalue()
    return made


TYPED = [
    ("ch", {"check", "checklist"}),
    ("check --fail", {"--fail-on"}),
    ("check --fail-on ", {"undetermined", "fail"}),
    ("check car.yaml --no-s", {"--no-strict"}),
    ("check ca", {"car.yaml"}),
    ("check --standard gb-4449", {"gb-44495-2024", "gb-44496-2024", "gb-44497-2024"}),
    ("check --profile c", {"c-v2x-day-1", "china-m1-l2", "car.yaml"}),
    ("test ca", {"cac-order-7-2021", "car.yaml"}),
    ("report car.yaml -o ca", {"car.yaml"}),
    ("check --market D", {"DE", "DK"}),
    ("help com", {"completion"}),
    ("schema checkl", {"checklist"}),
]


@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_bash_offers(typed, offered, scripts, tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    (tmp_path / "car.yaml").touch()
    (tmp_path / "script").write_text(scripts["bash"], "utf-8")
    words = ["icv-checker", *typed.split(" ")]
    listed = " ".join(shlex.quote(word) for word in words)
    calls = (
        f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _shtab_icv_checker icv-checker '{words[-1]}'"
    )
    ran = subprocess.run(
        ["bash", "-c", f"source ./script; {calls}; echo ${{COMPREPLY[@]}}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert set(ran.stdout.split()) == offered


@pytest.mark.parametrize(("typed", "offered"), TYPED)
def test_fish_offers(typed, offered, scripts, tmp_path):
    if shutil.which("fish") is None:
        pytest.skip("there is no fish here")
    (tmp_path / "car.yaml").touch()
    (tmp_path / "script").write_text(scripts["fish"], "utf-8")
    ran = subprocess.run(
        ["fish", "-c", f"source script; complete -C 'icv-checker {typed}'"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    found = {line.partition("\t")[0] for line in ran.stdout.splitlines()}
    assert offered - {"car.yaml"} <= found
    assert ("car.yaml" in offered) == ("car.yaml" in found)


def test_zsh_reads_its_script(scripts, tmp_path):
    if shutil.which("zsh") is None:
        pytest.skip("there is no zsh here")
    file = tmp_path / "_icv-checker"
    file.write_text(scripts["zsh"], "utf-8")

    subprocess.run(["zsh", "-n", str(file)], check=True)
    assert ":_files" in scripts["zsh"]
    assert re.search(r"_icv_checker_profile\(\) \{ compadd -- .*china-m1-l2.*; _files \}", scripts["zsh"])
