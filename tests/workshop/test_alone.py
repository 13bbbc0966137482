"""A requirement on its example: the file's own condition counts, market and dates do not."""

import shutil

import pytest

from checker.bundled import bundled
from checker.packs.library import load_library
from checker.workshop.alone import judge_alone
from checker.workshop.examples import run_examples
from tests.packs.writing import MODELS
from tests.shipped import remembered, vehicle_schema


@pytest.fixture(scope="module")
def schema():
    return vehicle_schema()


def run(folder, schema, standard):
    library = load_library([bundled("standards"), folder], schema, remembered())
    return run_examples(
        library.standards[standard], library, judge_alone(library.standards[standard], library)
    )


@pytest.mark.parametrize("standard", ["example-100-2030", "example-levels"])
def test_the_examples_of_the_model_files_come_out_as_they_say(schema, standard):
    results = run(MODELS, schema, standard)

    assert results
    assert [problem.in_("en") for result in results for problem in result.problems] == []


def test_a_wrong_expectation_is_told_at_its_line(tmp_path, schema):
    """The runner must not lie: a rule that is mutated breaks an example."""
    shutil.copytree(MODELS, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "example-100-2030.yaml"
    text = file.read_text()
    mutated = text.replace(">=", "<", 1) if ">=" in text else text.replace("<=", ">", 1)
    assert mutated != text
    file.write_text(mutated)

    told = [p.in_("en") for r in run(tmp_path, schema, "example-100-2030") for p in r.problems]
    assert told
    assert all("this example should be" in sentence for sentence in told)
