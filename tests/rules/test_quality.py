"""The rule files as they are shipped: tidy, sound, and their examples notice what goes wrong in them."""

import math

import pytest

from checker.bundled import bundled
from checker.cache import Cache
from checker.packs.library import Library, load_library
from checker.schemas.vehicle import load_vehicle_schema
from checker.workshop.lint import lint
from checker.workshop.mutation.catching import Caught, catch
from checker.workshop.mutation.telling import survivor_problems

pytestmark = pytest.mark.no_cover  # thousands of mutants: other tests say what they run through


#: Of many files and mutants every n-th is tried here; `icv-checker lint --mutants` tries them all.
FILES, EVERY = 12, 3
LEAST = 0.95


@pytest.fixture(scope="module")
def library() -> Library:
    standards = bundled("standards")
    return load_library([standards], load_vehicle_schema(standards, Cache(None)), Cache(None))


@pytest.fixture(scope="module")
def caught(library) -> list[Caught]:
    names = list(library.entries)
    sample = names[:: math.ceil(len(names) / FILES)]
    return [catch(library.standards[name], library, every=EVERY) for name in sample]


def test_nothing_is_untidy(library):
    told = [problem.in_("en") for standard in library.entries for problem in lint(standard, library)]

    assert told == []


def test_no_example_is_wrong(caught):
    assert {one.standard: one.wrong_examples for one in caught if one.wrong_examples} == {}


def test_examples_notice_mistakes_in_the_rules(caught):
    tried, noticed = sum(one.mutants for one in caught), sum(one.caught for one in caught)
    survivors = [problem.in_("en") for one in caught for problem in survivor_problems(one)]

    assert tried > 500
    assert noticed / tried >= LEAST, "\n".join(survivors)


def test_no_file_hides_behind_the_others(caught):
    """Of few mutants one more or less makes much of a difference, so each file is allowed three."""
    weak = [one for one in caught if one.mutants - one.caught > max(3, (1 - LEAST) * 2 * one.mutants)]

    assert [(one.standard, one.caught, one.mutants) for one in weak] == []
