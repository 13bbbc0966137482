"""Files of waivers that were found sound before are not read again, unless something changed."""

import pytest

from checker.cache import Cache
from checker.errors import Invalid
from checker.waivers.loading import load_waivers
from checker.waivers.remembering import Rulebook, remembered_waivers
from tests.test_house import SLOW, imported
from tests.waivers.test_loading import ONE, STANDARDS, WHOLE

RULES = ("std sha256:1",)


class Standards:
    """What is known of standards, and how often it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, standard):
        self.asked += 1
        return STANDARDS.get(standard)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def remembered(cache, yaml=WHOLE, file="w.yaml", rules=RULES):
    """Return the waivers of a file, and whether they had to be made."""
    known = Standards()
    found = remembered_waivers(yaml.encode(), file, Rulebook(known, rules), "yaml", cache)
    return found, known.asked > 0


def test_what_is_remembered_is_what_was_read(cache):
    read = load_waivers(WHOLE.encode(), "w.yaml", STANDARDS.get, "yaml")

    assert remembered(cache) == (read, True)
    assert remembered(cache) == (read, False)


@pytest.mark.parametrize(
    "changed",
    [
        {"yaml": WHOLE + "# a comment\n"},
        {"file": "v.yaml"},
        {"rules": ("std sha256:2",)},
        {"rules": (*RULES, "ours sha256:3")},
        {"rules": ()},
    ],
)
def test_what_changed_is_read_again(changed, cache):
    remembered(cache)

    assert remembered(cache, **changed)[1]
    assert not remembered(cache)[1]


def test_a_file_that_is_wrong_is_never_remembered(cache):
    for _ in range(2):
        with pytest.raises(Invalid):
            remembered(cache, yaml=ONE.replace("std/one", "std/none"))


def test_without_a_cache_every_file_is_read():
    assert remembered(Cache(None))[1]
    assert remembered(Cache(None))[1]


@pytest.mark.parametrize("text", ["'\"\\", "{x}", "a\u2028b", "\U0001f697", "__import__('os')"])
def test_any_text_is_remembered_as_it_is(text, cache):
    yaml = ONE.replace("Under way.", repr(text) if "'" not in text else '"\'\\"\\\\"')
    first, second = remembered(cache, yaml=yaml)[0], remembered(cache, yaml=yaml)[0]

    assert first == second
    assert (
        first.waivers[0].reason
        == load_waivers(yaml.encode(), "w.yaml", STANDARDS.get, "yaml").waivers[0].reason
    )


def test_a_check_with_known_waivers_imports_nothing_slow(tmp_path):
    modules = imported(
        "check", "examples/l3_highway_pilot.yaml",
        "--waivers", "examples/waivers/l3_highway_pilot.yaml", "--standard", "gb-44497-2024",
        remembered=tmp_path,
    )  # fmt: skip

    assert not {name for name in modules if SLOW & {name, name.split(".")[0]}}
    assert "checker.waivers.deciding" in modules
    assert "checker.waivers.loading" not in modules
