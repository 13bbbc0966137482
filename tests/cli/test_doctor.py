"""The doctor: what is there, what is missing, and what to do about it."""

from importlib.metadata import PackageNotFoundError

import pytest

import checker.cli.doctor
import checker.rendering.pdf
from checker.rendering.pdf import RendererUnavailable
from checker.text import Text


def test_where_all_is_there(run, remembered):
    ran = run("doctor")

    assert (ran.code, ran.err) == (0, "")
    assert "■" not in ran.out
    assert ran.out.endswith("\neverything is there\n")
    for name in (
        "icv-checker",
        "Python",
        "PyYAML",
        "jsonschema",
        "Jinja2",
        "weasyprint",
        "PDF",
        "fonts",
        "rules",
    ):
        assert f"● {name}: " in ran.out
    assert "Pango" in ran.out
    assert f"● cache: {remembered}" in ran.out


def test_in_chinese(run):
    ran = run("doctor", "--lang", "zh")

    assert "● 规则：" in ran.out
    assert "条要求" in ran.out
    assert ran.out.endswith("\n一切就绪\n")


def test_without_pango(run, monkeypatch):
    def engine():
        raise RendererUnavailable(
            Text("No PDF here.", "无法生成 PDF。"), Text("Install Pango.", "请安装 Pango。")
        )

    monkeypatch.setattr(checker.rendering.pdf, "engine", engine)
    ran = run("doctor")

    assert ran.code == 1
    assert "■ PDF: No PDF here. Install Pango." in ran.out
    assert "1 of these" in ran.out
    assert "无法生成 PDF。请安装 Pango。" in run("doctor", "--lang", "zh").out


def test_without_a_library(run, monkeypatch):
    def version(name):
        if name == "weasyprint":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr("importlib.metadata.version", version)
    ran = run("doctor")

    assert ran.code == 1
    assert "■ weasyprint: missing; needed by: report, for PDF; pip install weasyprint" in ran.out


@pytest.mark.parametrize(("content", "says"), [("id: [", "house.yaml:1:"), ("id: x\n", "house.yaml:1:")])
def test_with_broken_rules(content, says, run, tmp_path):
    (tmp_path / "house.yaml").write_text(content, "utf-8")
    ran = run("doctor", "--rules", tmp_path)

    assert ran.code == 1
    assert f"■ rules: {tmp_path}/{says}" in ran.out


def test_without_a_cache(run, tmp_path, monkeypatch):
    monkeypatch.setattr(checker.cli.doctor, "_LOOKS", (checker.cli.doctor._cache,))
    assert "● cache: off: every run reads the rules again" in run("doctor", ICV_CHECKER_CACHE="").out
    (tmp_path / "shared").mkdir(mode=0o777)
    (tmp_path / "shared").chmod(0o777)
    ran = run("doctor", ICV_CHECKER_CACHE=str(tmp_path / "shared"))
    assert ran.code == 0
    assert "is not yours alone" in ran.out


def test_a_console_that_cannot_show_chinese_is_told_how(run, monkeypatch):
    monkeypatch.setattr("checker.cli.doctor._encoding", lambda _: "cp1252")

    assert "● output: cp1252, 100 columns; set PYTHONUTF8=1 to see Chinese" in run("doctor").out
