"""A project file is read whole, or refused with every problem at its line."""

import pytest

from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid
from checker.settings.keys import GATE, KEYS
from checker.settings.loading import has_table, load_settings

EVERY = """\
# what our pipeline asks for
rules = ["rules", "../shared/rules"]
standard = ["gb-44497-2024"]
profile = "ads-china"
market = ["CN", "DE"]
approval = "new-type"
waivers = ["waivers.yaml"]
issued-by = "Example Service, 1 Road"
fail-on = "fail"
min-score = 80
min-decided = 66.5
baseline = "result.json"
strict = true
allow-empty = false

[min-domain]
cybersecurity = 90
"""


def problems(text: str, file: str = "icv-checker.toml") -> list[str]:
    with pytest.raises(Invalid) as refused:
        load_settings(text.encode(), file)
    return [problem.in_("en") for problem in refused.value.problems]


def test_every_key_can_be_stated():
    settings = load_settings(EVERY.encode(), "icv-checker.toml")

    assert set(settings.values) == set(KEYS)
    assert settings.values["min-domain"] == {"cybersecurity": 90}


def test_files_are_seen_from_the_folder_of_the_project_file():
    settings = load_settings(EVERY.encode(), "../icv-checker.toml")

    assert settings.values["rules"] == ["../rules", "../../shared/rules"]
    assert settings.values["baseline"] == "../result.json"
    assert settings.values["profile"] == "ads-china"


def test_a_pyproject_is_read_from_its_table():
    text = b'[project]\nname = "x"\n[tool.icv-checker]\nmin-score = 70\n'

    assert load_settings(text, "pyproject.toml").values == {"min-score": 70}


def test_a_pyproject_without_the_table_says_nothing():
    assert load_settings(b'[project]\nname = "x"\n', "pyproject.toml") is None


def test_an_unknown_key_is_refused_where_it_stands():
    assert problems("strict = true\n  min_scor = 3\n") == [
        "icv-checker.toml:2:3: there is no setting 'min_scor' (did you mean 'min-score'?)"
    ]


def test_an_unknown_key_of_a_pyproject_is_refused_in_its_own_table():
    text = "[other]\nfoo = 1\n\n[tool.icv-checker]\nfoo = 1\n"

    assert problems(text, "pyproject.toml")[0].startswith("pyproject.toml:5:1: there is no setting 'foo'")


@pytest.mark.parametrize(
    "line",
    [
        "min-score = 101",
        "min-score = true",
        'min-score = "80"',
        'strict = "yes"',
        'fail-on = "warn"',
        'market = "CN"',
        "market = []",
        "market = [1]",
        'profile = " "',
        "min-domain = {}",
        "min-domain = {cybersecurity = 120}",
    ],
)
def test_a_value_that_does_not_fit_is_refused(line):
    (problem,) = problems(line)

    assert problem.startswith("icv-checker.toml:1:1: ")
    assert "(write " in problem


def test_all_problems_are_told_at_once():
    assert len(problems('a = 1\nb = 2\nmin-score = "x"\n')) == 3


def test_a_table_is_found_by_its_header():
    assert problems("strict = true\n[min-domain]\ncybersecurity = 900\n")[0].startswith(
        "icv-checker.toml:2:1: "
    )


def test_what_is_no_toml_is_refused_where_it_breaks():
    (problem,) = problems("strict = true\nmin-score 80\n")

    assert problem.startswith("icv-checker.toml:2:")


def test_more_than_a_file_may_hold_is_refused_and_not_cut_off():
    (problem,) = problems("strict = true\n" + "#" * MAX_BYTES)

    assert problem == "icv-checker.toml:1:1: the file is larger than 16 MiB"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("[tool.icv-checker]\n", True),
        ('[tool . "icv-checker"]\nstrict = true\n', True),
        ("[tool]\nicv-checker = {strict = true}\n", True),
        ("tool = 5\n", False),
        ('[project]\nname = "icv-checker"  # no [tool.icv-checker]\n', False),
    ],
)
def test_whether_a_pyproject_has_the_table_however_it_is_written(text, there):
    assert has_table(text.encode(), "pyproject.toml") is there


def test_what_is_not_utf_8_is_refused():
    with pytest.raises(Invalid):
        load_settings("# 项目".encode("gbk"), "icv-checker.toml")


def test_the_keys_of_the_gate_are_keys():
    assert set(KEYS) >= GATE
