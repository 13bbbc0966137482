"""All rule files of some folders, and what is remembered of them."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from checker.cache import Cache
from checker.errors import Invalid
from checker.packs import loading
from checker.packs.library import Library, load_library
from checker.packs.loading import load_standard
from tests.packs.writing import MODELS, STANDARDS, WHOLE, vehicle_schema
from tests.shipped import shipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder like standards/, with the two model files in it."""
    place = tmp_path / "rules"
    copytree(STANDARDS / "vehicle", place / "vehicle")
    for name in ("markets.yaml", "units.yaml"):
        (place / name).write_bytes((STANDARDS / name).read_bytes())
    copytree(MODELS, place / "ex")
    return place


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def library(folder: Path, cache: Cache | None = None, *more: Path) -> Library:
    return load_library([folder, *more], vehicle_schema(), cache or Cache(None))


def problems(folder: Path, *more: Path) -> list[str]:
    with pytest.raises(Invalid) as caught:
        library(folder, None, *more)
    return [problem.in_("en").removeprefix(f"{folder}/") for problem in caught.value.problems]


def add(folder: Path, id_: str, **keys: str) -> None:
    yaml = WHOLE.replace("id: rule\n", f"id: {id_}\n").replace("EX 1-2030", f"EX {id_}")
    for key, value in keys.items():
        yaml = yaml.replace("requirements:", f"{key}: {value}\nrequirements:")
    (folder / f"{id_}.yaml").write_text(yaml, encoding="utf-8")


# ---- what there is


def test_what_a_library_knows_without_making_a_standard(folder):
    entry = library(folder).entries["example-100-2030"]

    assert entry.number == "EX 100-2030"
    assert entry.market == "CN"
    assert entry.kind == "standard"
    assert entry.aliases == ("EX 100", "EXAMPLE 100")
    assert "works-from-standstill" in entry.requirements
    assert str(entry.place) == f"{folder}/ex/example-100-2030.yaml:5:1"
    assert entry.digest.startswith("sha256:")


def test_standards_are_in_the_order_of_the_folders(folder, tmp_path):
    other = tmp_path / "house"
    other.mkdir()
    add(other, "a-house-rule")

    assert list(library(folder, None, other).standards) == [
        "example-100-2030",
        "example-levels",
        "a-house-rule",
    ]


def test_a_standard_is_what_the_loader_made_but_for_its_examples(folder):
    found = library(folder).standards["example-100-2030"]
    file = folder / "ex/example-100-2030.yaml"
    loaded = load_standard(file.read_bytes(), str(file), vehicle_schema())

    assert found.requirements[0].examples == ()
    assert loaded.requirements[0].examples != ()
    assert [r.digest for r in found.requirements] == [r.digest for r in loaded.requirements]
    assert found.digest == loaded.digest
    assert found.tables == loaded.tables
    assert [r.require for r in found.requirements] == [r.require for r in loaded.requirements]


def test_a_standard_is_made_once(folder):
    standards = library(folder).standards

    assert standards["example-levels"] is standards["example-levels"]
    assert len(standards) == 2
    assert "example-levels" in standards
    assert "other" not in standards


def test_an_unknown_standard(folder):
    found = library(folder)

    for ask in (found.standards.__getitem__, found.compiled, found.source):
        with pytest.raises(KeyError):
            ask("other")


def test_the_judge_of_a_standard(folder):
    judge = library(folder).compiled("example-100-2030")
    values = {
        "vehicle": {"category": "M1", "use": ["private"], "seats": 1},
        "automation_features": {"pilot": {"level": 3, "fitment": "standard"}},
    }

    applies, rows = judge(values, values, "2030-01-01")

    assert applies is True
    assert rows[0] == (True, False, ())  # one seat is too few
    assert judge({}, {}, "2030-01-01")[0] is None  # nobody can tell


def test_printed_numbers(folder):
    found = library(folder)

    assert found.standard_ids("EX 100-2030") == ("example-100-2030",)
    assert found.standard_ids("ＥＸ 100—2030") == ("example-100-2030",)
    assert found.standard_ids("example-100-2030/works-from-standstill") == (
        "example-100-2030/works-from-standstill",
    )
    assert found.standard_ids("EX 101") == ()
    assert "EXAMPLE 100" in found.numbers.printed


def test_the_digest_of_some_standards(folder):
    found = library(folder)
    both = ["example-100-2030", "example-levels"]

    assert found.digest(both) == found.digest(both[::-1])
    assert found.digest(both) != found.digest(both[:1])
    assert found.digest([]).startswith("sha256:")


def test_the_source_of_a_standard(folder):
    file = library(folder).source("example-levels")

    assert file.data == (folder / "ex/example-levels.yaml").read_bytes()


# ---- what is remembered


def remembered(cache: Cache) -> set[str]:
    assert cache.folder is not None
    return set(os.listdir(cache.folder))


def test_what_was_found_valid_is_not_read_again(folder, cache, monkeypatch):
    first = library(folder, cache)
    monkeypatch.setattr(loading, "load_standard", lambda *_: pytest.fail("it was remembered"))
    again = library(folder, cache)

    assert dict(again.entries) == dict(first.entries)
    assert again.markets == first.markets
    assert all(again.standards[key] == first.standards[key] for key in first.standards)
    assert len(remembered(cache)) == 3  # the index, and a module for each standard


def test_a_standard_comes_out_of_the_cache_as_it_went_in(folder, cache):
    library(folder, cache)
    warm, cold = library(folder, cache), library(folder)

    for key in cold.standards:
        assert warm.standards[key] == cold.standards[key]
        assert repr(warm.standards[key]) == repr(cold.standards[key])


def test_only_the_file_that_changed_is_read_again(folder, cache, monkeypatch):
    library(folder, cache)
    read = []

    def counting(data, file, schema):
        read.append(Path(file).name)
        return load_standard(data, file, schema)

    monkeypatch.setattr(loading, "load_standard", counting)
    file = folder / "ex/example-levels.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("level 3 the", "level three the"), encoding="utf-8"
    )
    text = library(folder, cache).standards["example-levels"].requirements[0].text.en

    assert read == ["example-levels.yaml"]
    assert "level three" in text


def test_a_change_of_the_vehicle_schema_has_all_rules_checked_again(folder, cache):
    library(folder, cache)
    before = remembered(cache)
    units = folder / "units.yaml"
    units.write_bytes(units.read_bytes() + b"# changed\n")
    library(folder, cache)

    assert len(remembered(cache) - before) == 3


def test_a_change_of_the_markets_makes_the_index_anew(folder, cache):
    library(folder, cache)
    before = remembered(cache)
    markets = folder / "markets.yaml"
    markets.write_text(
        markets.read_text(encoding="utf-8").replace("en: Norway", "en: Kingdom of Norway"), encoding="utf-8"
    )

    assert library(folder, cache).markets.markets["NO"].name.en == "Kingdom of Norway"
    assert len(remembered(cache) - before) == 1


def test_what_is_wrong_is_not_remembered(folder, cache):
    add(folder, "bad", applies_when="vehicle.categry == 3")
    for _ in range(2):
        with pytest.raises(Invalid):
            library(folder, cache)
    (folder / "bad.yaml").unlink()

    assert len(library(folder, cache).entries) == 2


def test_a_damaged_cache_is_made_anew(folder, cache):
    whole = library(folder, cache)
    for entry in Path(cache.folder).iterdir():
        entry.write_bytes(b"damaged")
    again = library(folder, cache)

    assert again.standards["example-levels"] == whole.standards["example-levels"]


def test_texts_of_every_kind_come_through_the_cache(folder, cache):
    text = "quotes ' \\\" \\\\ {braces} %s \\u2028 \\U0001F697 end"
    yaml = WHOLE.replace("It is so.", f'"{text}"')
    (folder / "rule.yaml").write_text(yaml, encoding="utf-8")
    library(folder, cache)

    assert library(folder, cache).standards["rule"].requirements[0].text.en == (
        "quotes ' \" \\ {braces} %s \u2028 \U0001f697 end"
    )


# ---- what does not fit together


def test_the_same_id_twice(folder, tmp_path):
    other = tmp_path / "house"
    other.mkdir()
    (other / "example-levels.yaml").write_bytes((MODELS / "example-levels.yaml").read_bytes())
    (found,) = problems(folder, other)

    assert found == (
        f"{other}/example-levels.yaml:4:1: 'example-levels' is the id of {folder}/ex/example-levels.yaml too"
        " (give each edition its own id)"
    )


def test_an_edition_that_is_not_known(folder):
    add(folder, "new", replaces="[example-level]")

    assert problems(folder) == [
        "new.yaml:1:1: unknown standard in replaces 'example-level' (did you mean 'example-levels'?)"
    ]


def test_editions_that_replace_each_other(folder):
    add(folder, "one", replaces="[two]")
    add(folder, "two", replaces="[three]")
    add(folder, "three", replaces="[one]")
    add(folder, "four", replaces="[one]")

    assert problems(folder) == [
        f"{one}.yaml:1:1: '{one}' replaces itself by way of {others} (name earlier editions only)"
        for one, others in (("one", "three, two"), ("three", "one, two"), ("two", "one, three"))
    ]


def test_a_market_that_is_not_known(folder):
    add(folder, "new")
    file = folder / "new.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("market: CN", "market: UNEC"), encoding="utf-8")

    assert problems(folder) == ["new.yaml:1:1: unknown market 'UNEC' (did you mean 'UNECE'?)"]


def test_all_problems_of_all_files_at_once(folder):
    add(folder, "one", applies_when="vehicle.categry == 3")
    add(folder, "two", note="text")
    (folder / "markets.yaml").write_text(
        "regimes: {CN: {en: a, zh: b}}\nmarkets: {CN: 3}\n", encoding="utf-8"
    )
    found = problems(folder)

    assert [line.partition(":")[0] for line in found] == ["markets.yaml", "one.yaml", "two.yaml"]


def test_where_a_file_cannot_be_read_nothing_is_said_of_its_id(folder):
    add(folder, "old", applies_when="vehicle.categry == 3")
    add(folder, "new", replaces="[old]")

    assert [line.partition(":")[0] for line in problems(folder)] == ["old.yaml"]


def test_a_dictionary_that_is_not_there(folder):
    (folder / "units.yaml").unlink()

    assert problems(folder)[0].startswith("units.yaml:1:1: there is no such file or folder")


def test_fields_that_are_not_there(folder):
    (folder / "vehicle").rename(folder / "elsewhere")
    (folder / "elsewhere").rename(folder.parent / "elsewhere")

    assert problems(folder)[0].startswith("vehicle:1:1: there is no such file or folder")


# ---- what is shipped


def test_the_shipped_rules_load():
    its = shipped().library

    assert {
        "gb-44497-2024",
        "gb-t-40429-2021",
        "un-r157-00",
        "un-r157-01",
        "un-r155",
    } <= its.entries.keys()
    assert all(entry.place.file.startswith("standards/") for entry in its.entries.values())
    assert all(its.standard_ids(entry.number) for entry in its.entries.values())


def test_no_two_shipped_standards_say_they_are_the_same_edition():
    its = shipped().library

    for key, entry in its.entries.items():
        if entry.series is None:
            assert its.standard_ids(entry.number) == (key,)


# ---- what it costs to ask


SLOW = (
    "jsonschema",
    "jinja2",
    "weasyprint",
    "importlib.metadata",
    "difflib",
    "logging",
    "asyncio",
    "calendar",
)
CHECKING = (
    "checker.packs.loading",
    "checker.schemas.structure",
    "checker.expression.checking",
    "checker.schemas.validation",
)


def test_with_a_warm_cache_nothing_is_imported_that_only_loading_needs(folder, cache):
    library(folder, cache)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from checker.cache import Cache\n"
        "from checker.packs.library import load_library\n"
        f"found = load_library([Path({str(folder)!r})], None, Cache(Path({str(cache.folder)!r})))\n"
        "assert all(found.standards[key].requirements for key in found.standards)\n"
        "assert all(found.compiled(key) for key in found.standards)\n"
        f"print(*[name for name in {(*SLOW, *CHECKING)!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=STANDARDS.parent, capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("\n", "")
