"""`icv-checker report` as it is typed: one spec, several, or the catalogue."""

import re

import pytest

DAY = ("--as-of", "2026-11-20")


class TestCatalogue:
    """The state of standardization in place of a spec."""

    @pytest.fixture(autouse=True)
    def _in_a_folder_of_its_own(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

    def test_it_is_written_and_named(self, run, tmp_path):
        ran = run("report", "--catalogue", *DAY, "-o", "state.html")

        assert (ran.code, ran.out, ran.err) == (0, "", "state.html\n")
        assert "State of standardization on 2026-11-20" in (tmp_path / "state.html").read_text("utf-8")

    def test_its_totals_are_those_that_standards_prints(self, run, tmp_path):
        run("report", "--catalogue", *DAY, "-o", "state.html")
        told = run("standards", "--catalogue", *DAY, COLUMNS="300").out.splitlines()[1]

        assert told in (tmp_path / "state.html").read_text("utf-8")

    def test_in_chinese(self, run, tmp_path):
        run("report", "--catalogue", *DAY, "-o", "state.html", "--lang", "zh")

        text = (tmp_path / "state.html").read_text("utf-8")
        assert '<html lang="zh-CN">' in text
        assert "截至 2026-11-20 的标准化状况" in text

    def test_twice_gives_the_same_bytes(self, run, tmp_path):
        run("report", "--catalogue", *DAY, "-o", "a.html")
        run("report", "--catalogue", *DAY, "-o", "b.html")

        assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()

    def test_another_day_is_another_state(self, run, tmp_path):
        run("report", "--catalogue", "--as-of", "2030-01-01", "-o", "later.html")

        text = (tmp_path / "later.html").read_text("utf-8")
        assert "follows from the dates that were known on 2026-11-20" in text

    def test_a_spec_beside_it_is_refused(self, run, car):
        ran = run("report", car, "--catalogue", "-o", "x.html")

        assert ran.code == 2
        assert "--catalogue reports on no spec: leave out 'car.yaml'" in ran.err

    def test_a_wrong_name_is_refused_before_anything_is_read(self, run):
        assert run("report", "--catalogue", "-o", "x.docx").code == 2
        assert run("report", "--catalogue", "-o", "nowhere/x.html").code == 2

    def test_neither_spec_nor_catalogue(self, run):
        ran = run("report", "-o", "x.html")

        assert ran.code == 2
        assert "name a spec, or write --catalogue" in ran.err
        assert "请指定规格文件，或写 --catalogue" in run("report", "-o", "x.html", "--lang", "zh").err

    def test_help_tells_of_it(self, run):
        assert re.search(r"--catalogue\s+in place of a spec", run("report", "--help").out)
