"""The runs that every format is tried on."""

import pytest

from checker.rendering.pipeline.run import Run
from tests.rendering.pipeline.runs import RUNS


@pytest.fixture(params=RUNS)
def run(request: pytest.FixtureRequest) -> Run:
    return RUNS[request.param]()
