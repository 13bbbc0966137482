"""`icv-checker verify` of pages: what agrees, what does not, and what is no report at all."""

import hashlib
import io
import json
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

from checker.carried.in_html import as_block, record_in_html
from checker.rendering import html
from tests.cli.conftest import ROOT
from tests.rendering.sample import plain

SCHEMA = json.loads((ROOT / "standards/schema/verification.schema.json").read_text("utf-8"))
ONE = ("--standard", "gb-t-41797-2022", "--as-of", "2026-11-20")
MORE = """
cockpit: {driver_monitoring: {camera_based: true}}
assistance: {dam: {warnings: [visual, acoustic], condition_to_prompt_s: 1.8}}
"""


@pytest.fixture
def report(run, spec):
    """Return a page about a small spec."""
    spec(MORE)
    assert run("report", "small.yaml", *ONE, "-o", "r.html").code == 0
    return "r.html"


def verified(run, *arguments):
    """Return the exit code, and the items by their names: of several the one that disagrees."""
    ran = run("verify", *arguments, "--format", "json")
    told = json.loads(ran.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert told["agrees"] == (ran.code == 0)
    agreeing = {one["item"]: one for one in told["items"] if one["state"] == "agrees"}
    return ran.code, agreeing | {one["item"]: one for one in told["items"] if one["state"] != "agrees"}


def disagreeing(items):
    return [name for name, one in items.items() if one["state"] == "disagrees"]


def with_record(page, change):
    """Return a page with a record that says something else, in the same form."""
    block = as_block(record_in_html(page)).encode()
    record = json.loads(record_in_html(page))
    change(record)
    return page.replace(block, as_block(json.dumps(record, separators=(",", ":")).encode()).encode())


class TestCarried:
    """What the page carries."""

    def test_the_digest_is_that_of_what_check_prints(self, run, report, tmp_path):
        printed = run("check", "small.yaml", *ONE, "--format", "json").out.encode()
        record = json.loads(record_in_html((tmp_path / report).read_bytes()))
        digest = hashlib.sha256(printed).hexdigest()
        assert record["result"] == {"sha256": digest, "bytes": len(printed)}
        assert (tmp_path / report).read_text("utf-8").count(digest) == 2  # in the record, and in sight

    def test_of_several_specs_it_is_that_of_the_run(self, run, spec, tmp_path):
        spec(MORE)
        spec("fleet: 7\n", name="bad.yaml")
        spec(name="other.yaml")
        files = ("small.yaml", "bad.yaml", "other.yaml")
        options = (*ONE, "--min-score", "80", "--min-domain", "cockpit=50", "--market", "cn", "--strict")
        assert run("report", *files, *options, "-o", "r.html").code == 3
        printed = run("check", *files, *options, "--format", "json").out.encode()
        record = json.loads(record_in_html((tmp_path / "r.html").read_bytes()))
        assert record["result"]["sha256"] == hashlib.sha256(printed).hexdigest()
        code, items = verified(run, "r.html")
        assert (code, disagreeing(items)) == (0, [])

    def test_nothing_of_it_is_run_or_shown(self, report, tmp_path):
        page = (tmp_path / report).read_text("utf-8")
        assert page.count("<script") == 2


class TestAgreement:
    """A report that was left alone."""

    def test_all_agrees(self, run, report):
        code, items = verified(run, report)
        assert code == 0
        assert {one["state"] for one in items.values()} == {"agrees"}
        assert set(items) >= {"result", "tool", "spec", "rules", "statement", "scores", "judgement", "pages"}

    def test_for_people_in_both_languages(self, run, report):
        told = run("verify", report)
        assert told.code == 0
        assert "● agrees  spec: small.yaml#1" in told.out
        assert told.out.endswith("report, specs and rules agree in all that was compared\n")
        assert "● 一致  规格文件：small.yaml#1" in run("verify", report, "--lang", "zh").out

    def test_the_language_of_who_verifies_does_not_matter(self, run, spec):
        spec(MORE)
        run("report", "small.yaml", *ONE, "-o", "r.html", "--lang", "both")
        assert verified(run, "r.html", "--lang", "zh")[0] == 0

    def test_what_the_issuer_said_is_in_it(self, run, spec):
        spec(MORE)
        said = ("--number", "CR-1", "--revision", "B", "--supersedes", "CR-0", "--change", "less", "--issued")
        run("report", "small.yaml", *ONE, *said, "2026-11-21", "-o", "r.html")
        assert verified(run, "r.html")[0] == 0

    def test_waivers_profile_and_baseline_are_found_again(self, run, spec, tmp_path):
        spec(MORE)
        (tmp_path / "w.yaml").write_text(
            "waivers:\n  - {requirement: gb-t-41797-2022/prompt-comes-within-1-5-s, reason: {en: Later., "
            "zh: 稍后。}, approver: Li, approved: 2026-10-01, expires: 2027-03-31}\n",
            "utf-8",
        )
        shutil.copy(ROOT / "standards/profiles/china-m1-l2.yaml", tmp_path / "own.yaml")
        (tmp_path / "base.json").write_text(run("check", "small.yaml", *ONE, "--format", "json").out, "utf-8")
        options = ("--waivers", "w.yaml", "--baseline", "base.json", "--profile", "own.yaml")
        run("report", "small.yaml", *ONE, *options, "-o", "r.html")
        code, items = verified(run, "r.html")
        assert (code, items["waivers"]["state"], items["profile"]["state"]) == (0, "agrees", "agrees")
        (tmp_path / "w.yaml").write_text((tmp_path / "w.yaml").read_text("utf-8") + "# late\n", "utf-8")
        code, items = verified(run, "r.html")
        assert (code, "waivers" in disagreeing(items)) == (1, True)
        (tmp_path / "w.yaml").unlink()
        ran = run("verify", "r.html")
        assert ran.code == 3
        assert "w.yaml:1:1: the report was made from this file, which is not here" in ran.err

    def test_without_pages_nothing_is_rendered(self, run, report, monkeypatch):
        monkeypatch.setattr(html, "render_html", None)
        code, items = verified(run, report, "--no-pages")
        assert (code, items["pages"]["state"]) == (0, "not_compared")


class TestDisagreement:
    """Something was changed."""

    def test_the_spec(self, run, report, tmp_path):
        text = (tmp_path / "small.yaml").read_text("utf-8")
        (tmp_path / "small.yaml").write_text(text.replace("1.8", "1.4"), "utf-8")
        code, items = verified(run, report)
        assert code == 1
        assert {"spec", "verdicts", "judgement"} <= set(disagreeing(items))
        assert items["verdicts"]["why"]["en"] == "in gb-t-41797-2022"
        assert items["pages"]["state"] == "not_compared"

    def test_a_comment_in_the_spec(self, run, report, tmp_path):
        (tmp_path / "small.yaml").write_text((tmp_path / "small.yaml").read_text("utf-8") + "# x\n", "utf-8")
        code, items = verified(run, report)
        assert (code, disagreeing(items)) == (1, ["spec", "judgement"])

    def test_the_version_of_the_tool(self, run, report, monkeypatch):
        monkeypatch.setattr("checker.cli.verifying.__version__", "9.9")
        code, items = verified(run, report)
        assert (code, disagreeing(items)) == (1, ["tool"])
        assert (items["tool"]["report"] == "9.9", items["tool"]["now"]) == (False, "9.9")

    def test_a_word_in_sight(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        (tmp_path / report).write_bytes(
            page.replace(b'<p class="sentence">', b'<p class="sentence">Conforms. ', 1)
        )
        code, items = verified(run, report)
        assert (code, disagreeing(items)) == (1, ["pages"])
        assert "the first line that differs is" in items["pages"]["why"]["en"]
        assert verified(run, report, "--no-pages")[0] == 0

    def test_the_printed_digest(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        digest = json.loads(record_in_html(page))["result"]["sha256"].encode()
        at = page.index(digest)
        (tmp_path / report).write_bytes(page[:at] + b"0" * 64 + page[at + 64 :])
        assert "result" in disagreeing(verified(run, report, "--no-pages")[1])

    @pytest.mark.parametrize(
        ("change", "named"),
        [
            (
                lambda record: record["said"]["results"][0].update(statement=["conforms", False]),
                ["statement"],
            ),
            (
                lambda record: record["said"]["results"][0]["configurations"][0].update(
                    statement=["conforms", False]
                ),
                ["statement"],
            ),
            (lambda record: record["said"]["results"][0].update(gate=True), ["gate"]),
            (lambda record: record["asked"].update(min_score=0.99), ["judgement"]),
            (lambda record: record["result"].update(sha256="0" * 64), ["result", "judgement"]),
            (lambda record: record["report"].update(number="ICV-0"), ["pages"]),
            (lambda record: record["issue"].update(approved_by="Somebody"), ["pages"]),
        ],
    )
    def test_the_record(self, run, report, tmp_path, change, named):
        """A record that lies is found out, by what it lies about or by the pages."""
        page = (tmp_path / report).read_bytes()
        (tmp_path / report).write_bytes(with_record(page, change))
        code, items = verified(run, report)
        assert code == 1
        assert set(disagreeing(items)) >= set(named)

    def test_another_engine_is_no_agreement(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        (tmp_path / report).write_bytes(
            with_record(page, lambda record: record["report"].update(engine="X 1"))
        )
        code, items = verified(run, report)
        assert (code, items["pages"]["state"]) == (1, "not_compared")
        assert "made with X 1, and here is Jinja" in items["pages"]["why"]["en"]
        assert verified(run, report, "--no-pages")[0] == 0

    def test_rules_that_are_not_here(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        changed = with_record(page, lambda record: record["asked"].update(standard=["my-own-1"]))
        (tmp_path / report).write_bytes(changed)
        code, items = verified(run, report)
        assert code == 1
        assert "unknown standard 'my-own-1'" in items["judgement"]["why"]["en"]

    def test_folders_of_rules_come_from_the_command_line_alone(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        changed = with_record(page, lambda record: record["asked"].update(rules=["/nowhere"]))
        (tmp_path / report).write_bytes(changed)
        assert verified(run, report)[0] == 0


class TestFiles:
    """Where the files are looked for."""

    def test_a_spec_that_was_moved(self, run, report, tmp_path):
        (tmp_path / "archive").mkdir()
        shutil.move(tmp_path / "small.yaml", tmp_path / "archive" / "renamed.yaml")
        ran = run("verify", report)
        assert ran.code == 3
        assert (
            "small.yaml:1:1: the report was made from this file, which is not here (say where it lies"
            in ran.err
        )
        assert "● agrees  version of icv-checker" in ran.out
        assert verified(run, report, "--spec", "archive/renamed.yaml")[0] == 0

    @pytest.mark.usefixtures("report")
    def test_beside_the_report(self, run, tmp_path, monkeypatch):
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert verified(run, "../r.html")[0] == 0

    def test_standard_input_has_to_be_named(self, run, spec, tmp_path, monkeypatch):
        spec(MORE)
        data = io.BytesIO((tmp_path / "small.yaml").read_bytes())
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=data, isatty=lambda: False))
        assert run("report", "-", *ONE, "-o", "r.html").code == 0
        assert run("verify", "r.html").code == 3
        assert verified(run, "r.html", "--spec", "small.yaml")[0] == 0

    def test_what_a_spec_extends_lies_beside_it(self, run, spec, tmp_path):
        (tmp_path / "old").mkdir()
        spec(MORE, name="old/base.yaml")
        (tmp_path / "old" / "car.yaml").write_text("extends: base.yaml\ntitle: Later\n", "utf-8")
        assert run("report", "old/car.yaml", *ONE, "-o", "r.html").code == 0
        os.rename(tmp_path / "old", tmp_path / "new")
        code, items = verified(run, "r.html", "--spec", "new/car.yaml")
        assert (code, "old/base.yaml" in items["spec"]["report"]) == (0, True)
        (tmp_path / "new" / "base.yaml").write_text(
            (tmp_path / "new" / "base.yaml").read_text("utf-8") + "# x\n", "utf-8"
        )
        assert "spec" in disagreeing(verified(run, "r.html", "--spec", "new/car.yaml")[1])

    def test_as_many_specs_as_the_report_has(self, run, report):
        ran = run("verify", report, "--spec", "a.yaml", "--spec", "b.yaml")
        assert ran.code == 3
        assert "specs of the report: 1; named by --spec: 2" in ran.err

    @pytest.mark.parametrize(
        ("option", "name"),
        [
            ("specs", "//evil/share/small.yaml"),
            ("specs", "\\\\evil\\share\\small.yaml"),
            ("specs", "a\0b"),
            ("waivers", "/\\evil\\share\\w.yaml"),
            ("standard", "\\/evil/share"),
        ],
    )
    def test_a_report_makes_nobody_look_on_another_machine(self, run, report, monkeypatch, option, name):
        changed = with_record(
            Path(report).read_bytes(), lambda record: record["asked"].update({option: [name]})
        )
        Path(report).write_bytes(changed)
        looked = []
        for asks in ("isfile", "isdir"):
            known = getattr(os.path, asks)
            monkeypatch.setattr(os.path, asks, lambda path, known=known: looked.append(path) or known(path))
        assert run("verify", report).code in (1, 3)
        assert not [path for path in looked if "evil" in str(path) or "\0" in str(path)]

    def test_a_report_names_no_patterns(self, run, report, tmp_path):
        page = (tmp_path / report).read_bytes()
        changed = with_record(page, lambda record: record["asked"].update(specs=["*.yaml"]))
        (tmp_path / report).write_bytes(changed)
        assert run("verify", report).code == 3


class TestForeign:
    """Files that are no report."""

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "neither PDF nor HTML"),
            (b"schema: icv-vehicle/1\n", "neither PDF nor HTML"),
            (b"<!DOCTYPE html><p>x</p>", "carries 0 records"),
            (b"<!doctype HTML>" + as_block(b"{}").encode(), "schema"),
            (b"<!doctype HTML>" + as_block(b"[" * 50_000).encode(), "nested"),
            (b"%PDF-1.7\n", "damaged"),
        ],
    )
    def test_they_are_refused(self, run, tmp_path, monkeypatch, data, said):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "x").write_bytes(data)
        ran = run("verify", "x")
        assert (ran.code, ran.out) == (3, "")
        assert said in ran.err
        assert ran.err.startswith("x")

    def test_what_is_not_there(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert "there is no such file" in run("verify", "x.pdf").err

    def test_what_is_larger_than_any_report(self, run, report, monkeypatch):
        monkeypatch.setattr("checker.cli.verifying.MAX_BYTES", 1000)
        assert "larger than any report" in run("verify", report).err

    def test_a_page_that_a_program_made_carries_nothing(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "x.html").write_bytes(html.render_html(plain()))
        assert "carries 0 records" in run("verify", "x.html").err

    def test_the_command_line(self, run):
        assert run("verify").code == 2
        assert "--no-pages" in run("verify", "--help").out
