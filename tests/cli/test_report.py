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
        assert "截至 2026-11-20 的标准化现状" in text

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


class TestSeveral:
    """Several specs in one report."""

    ONE = ("--standard", "GB 44497-2024", *DAY)

    def second(self, tmp_path):
        text = (tmp_path / "car.yaml").read_text("utf-8").replace("Yunzhou X9", "Yunzhou Z1")
        (tmp_path / "other.yaml").write_text(text, "utf-8")
        return "other.yaml"

    def test_they_are_compared_before_each_is_reported(self, run, car, tmp_path):
        ran = run("report", car, self.second(tmp_path), *self.ONE, "-o", "x.html")

        assert (ran.code, ran.err) == (0, "x.html\n")
        text = (tmp_path / "x.html").read_text("utf-8")
        assert (
            text.index("Vehicles by standard") < text.index('id="vehicle-1"') < text.index('id="vehicle-2"')
        )
        assert "Yunzhou Z1" in text

    def test_one_alone_is_the_report_that_it_was(self, run, car, tmp_path):
        run("report", car, *self.ONE, "-o", "x.html")

        assert "Vehicles by standard" not in (tmp_path / "x.html").read_text("utf-8")

    @pytest.mark.usefixtures("car")
    def test_several_documents_of_one_file_are_several_vehicles(self, run, tmp_path):
        text = (tmp_path / "car.yaml").read_text("utf-8")
        (tmp_path / "two.yaml").write_text(f"{text}\n---\n{text}", "utf-8")
        ran = run("report", "two.yaml", *self.ONE, "-o", "x.html")

        assert ran.code == 0
        assert 'id="vehicle-2"' in (tmp_path / "x.html").read_text("utf-8")

    @pytest.mark.usefixtures("car")
    def test_a_pattern_stands_for_the_files_that_it_fits(self, run, tmp_path):
        self.second(tmp_path)
        ran = run("report", "*.yaml", *self.ONE, "-o", "x.html")

        assert ran.code == 0
        assert "Yunzhou Z1" in (tmp_path / "x.html").read_text("utf-8")

    @pytest.mark.usefixtures("car")
    def test_a_pattern_that_fits_nothing_is_an_error(self, run, tmp_path):
        ran = run("report", "gone/*.yaml", *self.ONE, "-o", "x.html")

        assert ran.code == 3
        assert "no file fits this pattern" in ran.err
        assert not (tmp_path / "x.html").exists()

    def test_a_bad_file_does_not_stop_the_rest(self, run, car, tmp_path):
        (tmp_path / "bad.yaml").write_text("vehicel: {}\n", "utf-8")
        ran = run("report", "bad.yaml", car, self.second(tmp_path), *self.ONE, "-o", "x.html")

        assert ran.code == 3
        assert "bad.yaml" in ran.err
        text = (tmp_path / "x.html").read_text("utf-8")
        assert 'id="vehicle-2"' in text
        assert "1 document is invalid. It is in no other part of this report." in text

    def test_a_bad_file_is_named_with_its_problem_beside_a_single_good_one(self, run, car, tmp_path):
        (tmp_path / "bad.yaml").write_text("vehicel: {}\n", "utf-8")
        ran = run("report", car, "bad.yaml", *self.ONE, "-o", "x.html", "--lang", "zh")

        assert ran.code == 3
        part = (
            (tmp_path / "x.html").read_text("utf-8").partition('id="refused"')[2].partition("</section>")[0]
        )
        assert "bad.yaml，第 1 个文档" in part
        assert "bad.yaml:1:1" in part
        assert "vehicel" in part

    def test_nothing_but_bad_files_is_no_report(self, run, tmp_path):
        (tmp_path / "bad.yaml").write_text("vehicel: {}\n", "utf-8")

        assert run("report", str(tmp_path / "bad.yaml"), *self.ONE, "-o", str(tmp_path / "x.html")).code == 3
        assert not (tmp_path / "x.html").exists()

    def test_the_gate_looks_at_every_vehicle(self, run, car, tmp_path):
        asked = ("report", car, self.second(tmp_path), *self.ONE, "-o", "x.html")

        assert run(*asked).code == 0
        assert run(*asked, "--fail-on", "fail").code == 1


class TestIssue:
    """What only the people who issue a report know."""

    ONE = ("--standard", "GB 44497-2024", *DAY, "-o", "x.html")
    SAID = (
        ("--number", "CR-118"),
        ("--revision", "B"),
        ("--supersedes", "CR-118 A"),
        ("--change", "capacity measured again"),
        ("--change", "new manual"),
        ("--issued", "2026-11-21"),
        ("--issued-by", "Example Service, 1 Road"),
        ("--customer", "Yunzhou"),
        ("--prepared-by", "A. Author"),
        ("--reviewed-by", "B. Reader"),
        ("--approved-by", "C. Chief"),
    )

    def test_it_is_on_the_first_page_and_beside_the_signatures(self, run, car, tmp_path):
        ran = run("report", car, *self.ONE, *(word for pair in self.SAID for word in pair))

        assert ran.code == 0
        text = (tmp_path / "x.html").read_text("utf-8")
        cover = text.partition("<h1")[2].partition("</header>")[0]
        for said in ("CR-118", "CR-118 A", "capacity measured again; new manual", "2026-11-21", "Yunzhou"):
            assert f"<td>{said}</td>" in cover
        signatures = text.partition('id="signatures-1"')[2]
        assert '<th scope="row">Approved</th><td>C. Chief</td><td></td><td></td>' in signatures
        assert "Standards compliance report · Amended report" in text
        assert "<title>Yunzhou X9, Standards compliance report, CR-118</title>" in text

    def test_what_is_not_said_is_a_blank(self, run, car, tmp_path):
        run("report", car, *self.ONE)

        text = (tmp_path / "x.html").read_text("utf-8")
        assert '<th scope="row">Revision</th><td></td>' in text
        assert '<th scope="row">Approved</th><td></td><td></td><td></td>' in text
        assert "Amended" not in text.partition("</header>")[0]

    def test_who_issues_it_may_stand_in_the_project_file(self, run, car, tmp_path):
        (tmp_path / "icv-checker.toml").write_text('issued-by = "House, 1 Road"\n', "utf-8")
        run("report", car, *self.ONE)

        assert "<td>House, 1 Road</td>" in (tmp_path / "x.html").read_text("utf-8")
        assert run("report", "--catalogue", "-o", "c.html").code == 0

    def test_changes_against_no_report_are_refused(self, run, car):
        ran = run("report", car, *self.ONE, "--change", "x")

        assert ran.code == 2
        assert "name it with --supersedes" in ran.err

    def test_a_day_of_issue_is_a_day(self, run, car):
        assert run("report", car, *self.ONE, "--issued", "2026-13-01").code == 2

    @pytest.mark.parametrize("option", ["--number", "--approved-by", "--issued", "--change"])
    def test_the_state_of_standardization_has_none_of_it(self, run, option):
        ran = run("report", "--catalogue", "-o", "x.html", option, "2026-11-21")

        assert ran.code == 2
        assert f"leave out {option}" in ran.err
