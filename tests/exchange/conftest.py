import pytest

from tests.exchange.desk import Desk


@pytest.fixture
def desk(tmp_path, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("ICV_CHECKER_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    return Desk(tmp_path)
