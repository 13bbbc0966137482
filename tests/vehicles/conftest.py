"""Whole vehicles judged by all shipped rules."""

import pytest

from tests.vehicles.court import Court


@pytest.fixture(scope="session")
def court(tmp_path_factory):
    """Return what judges vehicles by the rules that are shipped."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ICV_CHECKER_CACHE", str(tmp_path_factory.mktemp("remembered") / "cache"))
        yield Court()
