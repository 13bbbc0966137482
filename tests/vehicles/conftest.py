"""Whole vehicles judged by all shipped rules."""

import pytest

from tests.vehicles.court import Court


@pytest.fixture(scope="session")
def court():
    """Return what judges vehicles by the rules that are shipped."""
    return Court()
