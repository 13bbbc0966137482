"""Reports on paper are PDF/A-3a and PDF/UA-1, by the engine of veraPDF.

One run of Java judges all of them. `ICV_VALIDATE=all` adds a report of 3,000 findings, which takes minutes.
"""

import os

import pytest

from tests.rendering.papers import LONG, paper
from tests.rendering.verapdf import FLAVOURS, command, judge

try:
    import weasyprint  # noqa: F401 - only to know whether it is there
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

SOUND = ["en", "zh", "both", "none", "hostile", "portfolio", "catalogue", str(LONG)]
if os.environ.get("ICV_VALIDATE") == "all":
    SOUND.append("3000")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    command()  # skips before anything is made
    folder = tmp_path_factory.mktemp("papers")
    files = [folder / f"{name}.pdf" for name in (*SOUND, "spoiled")]
    for file in files:
        file.write_bytes(paper(file.stem))
    return judge(files)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", SOUND)
def test_it_is_archival_and_accessible(verdicts, name, flavour):
    told = verdicts[name, flavour]

    assert told["failed"] == []
    assert told["compliant"]
    assert told["rules"] > 100
    assert told["checks"] > 1000


@pytest.mark.parametrize(
    ("flavour", "rules"), [("3a", ("6.7.3.3-1", "6.2.4.3")), ("ua1", ("7.1-11", "7.1-3"))]
)
def test_pages_without_tags_and_colours_are_not(verdicts, flavour, rules):
    failed = " ".join(verdicts["spoiled", flavour]["failed"])

    assert not verdicts["spoiled", flavour]["compliant"]
    assert all(rule in failed for rule in rules)
