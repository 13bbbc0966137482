"""The rule files as they are shipped: sound, and their examples notice what goes wrong in them.

`icv-checker lint`, a step of its own in `./dev test`, sees that they are tidy.
"""

import os

import pytest

from checker.workshop.mutation.catching import Caught, catch
from checker.workshop.mutation.telling import survivor_problems
from tests.shipped import shipped

#: Of each file so many mutants are tried, evenly spread, and all where too few of them are noticed;
#: ICV_MUTANTS=all tries all of every file, as `icv-checker lint --mutants` does.
SAMPLE = None if os.environ.get("ICV_MUTANTS") == "all" else 20
LEAST = 0.95
FEW = 3  # so many may go unnoticed in a file of few mutants, of which one more or less is several percent

LIBRARY = shipped().library


def enough(caught: Caught) -> bool:
    return caught.mutants - caught.caught <= max(FEW, (1 - LEAST) * caught.mutants)


def tried(name: str) -> Caught:
    sample = catch(LIBRARY.standards[name], LIBRARY, sample=SAMPLE)
    return sample if enough(sample) or SAMPLE is None else catch(LIBRARY.standards[name], LIBRARY)


@pytest.mark.parametrize("name", LIBRARY.entries)
def test_examples_are_right_and_notice_mistakes_in_the_rules(name):
    caught = tried(name)

    assert caught.wrong_examples == 0
    assert caught.mutants or not LIBRARY.standards[name].requirements
    assert enough(caught), "\n".join(problem.in_("en") for problem in survivor_problems(caught))
