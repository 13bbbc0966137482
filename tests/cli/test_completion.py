"""Completion of the shell knows every command and option, and is a script that the shell reads."""

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


def test_bash_completes_an_option(capsys, tmp_path):
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    file = tmp_path / "completion.bash"
    file.write_text(script("bash", capsys), "utf-8")
    typed = "COMP_WORDS=(icv-checker check --fail); COMP_CWORD=2; _shtab_icv_checker; echo ${COMPREPLY[@]}"

    ran = subprocess.run(
        ["bash", "-c", f"source '{file}'; {typed}"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["--fail-on"]
