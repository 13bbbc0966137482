"""A check that was made before prints what it printed; where anything may have changed, it is judged anew."""

import os
import shutil

import pytest

import checker.cli.checking
from checker.cli.arguments import parse
from checker.cli.console import Console
from checker.cli.repeated import Printed
from checker.cli.workplace import open_workplace

DAY = ("--as-of", "2026-11-20")
RULE = """\
id: own-1-2030
number: OWN 1-2030
title: {en: Own, zh: 自有}
kind: standard
legal_force: mandatory
market: CN
domain: chassis
status: in_force
sources: {s: {title: Own, seen: standard_text}}
requirements:
  - {id: seats, text: {en: Two seats., zh: 两座。}, require: vehicle.seats >= 2}
"""
_RECALL = Printed.recall


@pytest.fixture
def check(run, monkeypatch, tmp_path, remembered):
    """Return what runs a check, in a cache without results, and says whether it was judged."""
    judged = []
    checked = checker.cli.checking.checked
    monkeypatch.setattr(checker.cli.checking, "checked", lambda *given: judged.append(1) or checked(*given))
    monkeypatch.setattr(Printed, "recall", _RECALL)
    monkeypatch.setattr("checker.contents._SETTLED", 0)  # no need to wait until files are old enough
    cache = tmp_path / "cache"
    open_workplace([])  # reads all rules, unless they are remembered
    shutil.copytree(remembered, cache, ignore=shutil.ignore_patterns("results"))
    cache.chmod(0o700)

    def of(*arguments, **environment):
        before = len(judged)
        ran = run("check", *arguments, ICV_CHECKER_CACHE=str(cache), **environment)
        return ran, len(judged) > before

    return of


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_same_check_is_not_made_again(form, check, spec):
    name = spec()
    first, judged = check(name, *DAY, "--format", form)
    assert judged

    again, judged = check(name, *DAY, "--format", form)

    assert not judged
    assert again == first
    assert again.out


def test_a_spec_with_another_byte_is_judged(check, spec):
    check(spec(), *DAY)

    assert check(spec("# more\n"), *DAY)[1]
    assert not check(spec(), *DAY)[1]  # as it was before


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("--as-of", "2026-11-21"), {}),
        ((*DAY, "--market", "DE"), {}),
        ((*DAY, "--fail-on", "fail"), {}),
        ((*DAY, "--lang", "zh"), {}),
        ((*DAY, "--format", "json"), {}),
        ((*DAY, "--scenarios"), {}),
        (DAY, {"COLUMNS": "80"}),
        (DAY, {"FORCE_COLOR": "1"}),
        (DAY, {"LANG": "zh_CN.UTF-8"}),
    ],
)
def test_another_question_is_another_check(options, environment, check, spec):
    name = spec()
    check(name, *DAY)

    assert check(name, *options, **environment)[1]


def test_today_is_another_day_tomorrow(check, spec, monkeypatch):
    name = spec()
    monkeypatch.setattr("checker.cli.check.today", lambda: "2026-11-20")
    check(name)
    assert not check(name)[1]
    assert not check(name, "--as-of", "2026-11-20")[1]

    monkeypatch.setattr("checker.cli.check.today", lambda: "2026-11-21")
    assert check(name)[1]


def test_a_rule_that_was_edited_is_judged(check, spec, tmp_path):
    name, rules = spec(), tmp_path / "rules"
    rules.mkdir()
    file = rules / "own-1-2030.yaml"
    file.write_text(RULE, "utf-8")
    first, _ = check(name, *DAY, "--rules", rules)
    assert not check(name, *DAY, "--rules", rules)[1]

    file.write_text(RULE.replace("seats >= 2", "seats >= 3"), "utf-8")
    assert check(name, *DAY, "--rules", rules)[1]

    (rules / "more").mkdir()
    (rules / "more" / "notes.txt").write_text("a", "utf-8")
    assert check(name, *DAY, "--rules", rules)[1]
    assert first.code == 1


def test_a_rule_that_was_edited_just_now_is_judged_each_time(check, spec, tmp_path, monkeypatch):
    monkeypatch.setattr("checker.contents._SETTLED", 60 * 10**9)
    name, rules = spec(), tmp_path / "rules"
    rules.mkdir()
    (rules / "own-1-2030.yaml").write_text(RULE, "utf-8")
    check(name, *DAY, "--rules", rules)

    assert check(name, *DAY, "--rules", rules)[1]


def test_what_changed_meanwhile_is_not_remembered(check, spec, monkeypatch):
    name = spec()
    judge = checker.cli.checking.judge_file

    def slowly(*given):
        found = list(judge(*given))
        spec("# saved while it was judged\n")
        return found

    monkeypatch.setattr(checker.cli.checking, "judge_file", slowly)
    check(name, *DAY)
    monkeypatch.setattr(checker.cli.checking, "judge_file", judge)

    assert check(name, *DAY)[1]


def test_a_spec_that_extends_another_is_judged_each_time(check, spec):
    spec(name="base.yaml")
    name = spec("extends: base.yaml\n")
    first, _ = check(name, *DAY)
    assert first.code == 1

    assert check(name, *DAY)[1]


@pytest.mark.parametrize(
    "options", [("--debug",), ("--write", "json=out.json"), ("--profile", "china-m1-l2")]
)
def test_what_reads_or_writes_more_is_judged_each_time(options, check, spec):
    name = spec()
    first, _ = check(name, *DAY, *options)

    again, judged = check(name, *DAY, *options)

    assert judged
    assert again == first


def test_a_complaint_is_made_each_time(check, spec):
    names = spec(), spec("nonsense: 3\n", name="wrong.yaml")
    first, _ = check(*names, *DAY)
    assert first.code == 3

    again, judged = check(*names, *DAY)

    assert judged
    assert again == first


def test_a_damaged_result_is_judged_anew(check, spec, tmp_path):
    name = spec()
    first, _ = check(name, *DAY)
    for file in (tmp_path / "cache" / "results").iterdir():
        file.write_bytes(file.read_bytes()[:-3] + b"abc")

    again, judged = check(name, *DAY)

    assert judged
    assert again == first


def test_nothing_is_remembered_where_remembering_is_switched_off(spec, monkeypatch):
    monkeypatch.setenv("ICV_CHECKER_CACHE", "")
    monkeypatch.setattr(Printed, "recall", _RECALL)
    asked = parse(["check", spec(), *DAY], "en")
    Printed(asked, Console.of_process("en")).keep(0, "all is well")

    assert Printed(asked, Console.of_process("en")).recall() is None


def test_a_file_that_seems_unchanged_is_told_by_its_content(check, spec, tmp_path):
    name = spec()
    check(name, *DAY)
    file = tmp_path / name
    times = file.stat()
    file.write_text(file.read_text("utf-8").replace("Maker", "Mayer"), "utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert check(name, *DAY)[1]
