"""Rule files, and random ones, say the same in their form; `fmt --check` sees that shipped ones are in it."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.bundled import data_folder
from checker.cache import Cache
from checker.documents import read_documents
from checker.location import Place
from checker.packs.loading import load_standard
from checker.record import Record
from checker.schemas.vehicle import load_vehicle_schema
from checker.workshop.formatting.meaning import meaning_of
from checker.workshop.formatting.writing import formatted

MODELS = sorted((Path(__file__).parents[2] / "data" / "packs").glob("*.yaml"))


@pytest.fixture(scope="module")
def schema(remembered):
    return load_vehicle_schema(data_folder("standards"), Cache(str(remembered)))


def said(value):
    """Return what a part of a standard says, without the places and the digest of the file."""
    if isinstance(value, Place):
        return None
    if isinstance(value, Record):
        named = {name: getattr(value, name) for name in type(value).__annotations__}
        if "requirements" in named:
            named["digest"] = None
        return type(value).__name__, {name: said(item) for name, item in named.items()}
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple | list):
        return [said(item) for item in value]
    return {key: said(item) for key, item in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_model_file_is_the_same_standard(path, schema):
    data = path.read_bytes()
    made = formatted(data, str(path))

    assert said(load_standard(made, str(path), schema)) == said(load_standard(data, str(path), schema))


WORDS = st.sampled_from(
    [
        "a",
        "M1",
        "it's",
        'say "so"',
        "a: b",
        "x # y",
        "- z",
        "10",
        "1e3",
        "NO",
        "12:30",
        "中文，逗号",
        "",
        "!f(a)",
    ]
) | st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8)
TEXT = st.fixed_dictionaries({"zh": WORDS, "en": WORDS})
SPEC = st.recursive(
    WORDS | st.integers(-5, 5) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=8,
)
REQUIREMENT = st.fixed_dictionaries(
    {"text": TEXT, "id": st.sampled_from(["a", "b-c"])},
    optional={
        "weight": st.integers(1, 5),
        "obligation": st.sampled_from(["shall", "may"]),
        "source": st.sampled_from(["s", "t"]),
        "clause": WORDS | st.lists(WORDS, min_size=1, max_size=3),
        "require": WORDS | st.lists(WORDS, min_size=1, max_size=3),
        "examples": st.fixed_dictionaries({"pass": st.lists(SPEC, max_size=2)}),
        "dates": st.fixed_dictionaries({"new_types": st.just("2026-01-01"), "confidence": st.just("high")}),
    },
)
RULE_FILES = st.fixed_dictionaries(
    {"requirements": st.lists(REQUIREMENT, min_size=1, max_size=3), "id": st.just("a")},
    optional={
        "title": TEXT,
        "sources": st.fixed_dictionaries({"s": st.fixed_dictionaries({"title": WORDS})}),
        "let": st.dictionaries(st.sampled_from("pqrs"), WORDS, min_size=1),
        "lists": st.dictionaries(
            st.sampled_from("pqrs"), st.lists(WORDS, min_size=1, max_size=30), min_size=1
        ),
    },
)


def shuffled(value, chance):
    """Return the same data with the keys of every map in some other order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


def dumper(style):
    """Return what writes texts in one style, and all else plainly."""

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, _):
            return True

    Dumper.add_representer(str, lambda to, text: to.represent_scalar("tag:yaml.org,2002:str", text, style))
    return Dumper


def read(data):
    return read_documents(data, "a.yaml", name_hint="yaml")[0]


@settings(max_examples=60, deadline=None)
@given(RULE_FILES, st.randoms(), st.sampled_from([None, False]), st.sampled_from([None, "'", '"', "|", ">"]))
def test_a_random_file_says_the_same(data, chance, flow, style):
    text = yaml.dump(
        shuffled(data, chance),
        Dumper=dumper(style),
        default_flow_style=flow,
        indent=chance.choice([2, 3, 5]),
        width=chance.choice([20, 80, 10_000]),
        allow_unicode=True,
        sort_keys=False,
    ).encode()
    made = formatted(text, "a.yaml")

    assert meaning_of(read(made)) == meaning_of(read(text))
    assert formatted(made, "a.yaml") == made
    assert list(read(made).data.get("let", {})) == list(read(text).data.get("let", {}))


@settings(max_examples=40, deadline=None)
@given(RULE_FILES, st.integers(0, 2**32))
def test_the_order_in_which_keys_are_written_makes_no_difference(data, seed):
    data.pop("let", None)  # the order of names is their author's; so is that of what only specs have
    data.pop("lists", None)
    for one in data["requirements"]:
        one.pop("examples", None)

    def dumped(chance):
        return yaml.safe_dump(
            shuffled(data, chance), allow_unicode=True, sort_keys=False, width=10_000
        ).encode()

    first, second = (formatted(dumped(random.Random(seed + n)), "a.yaml") for n in range(2))
    assert first == second


@settings(max_examples=40, deadline=None)
@given(RULE_FILES, st.randoms())
def test_no_comment_is_lost(data, chance):
    lines = yaml.dump(
        shuffled(data, chance), Dumper=dumper('"'), allow_unicode=True, sort_keys=False, width=10_000
    ).splitlines()
    put = 0
    for at in range(len(lines) - 1, -1, -1):
        if chance.random() < 0.4:
            indent = len(lines[at]) - len(lines[at].lstrip(" "))
            lines.insert(at, f"{' ' * indent}# comment {put}.")
            put += 1
    made = formatted(("\n".join(lines) + "\n").encode(), "a.yaml")

    assert sorted(line.strip() for line in made.decode().splitlines() if line.lstrip().startswith("# c")) == (
        sorted(f"# comment {number}." for number in range(put))
    )
    assert formatted(made, "a.yaml") == made
