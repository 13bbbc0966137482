"""Whatever can be written is read back, from where it stands; whatever else comes gets a sentence."""

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.documents import Document, from_yaml, read_documents
from checker.documents.pure_parser import PureParser
from checker.documents.text_checks import forbidden_in_value
from checker.errors import Invalid

texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\u2028\u2029\ufeff"), max_size=12
) | st.sampled_from(
    ["NO", "1.10", "010", "12:30", "null", "", "~", ".nan", "a: b", "#", "- x", "!x", "2026-01-01"]
)
keys = texts.filter(lambda key: not key or key[0] not in "：\u3000\xa0").filter(lambda key: "：" not in key)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


class Dumper(yaml.SafeDumper):
    """Writes no aliases, and quotes what YAML 1.2 would read as another thing than text."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True

    def represent_str(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style='"')


Dumper.add_representer(str, Dumper.represent_str)


def same(first: Any, second: Any) -> bool:
    """Return whether two values are equal and of the same type, all the way down."""
    if type(first) is not type(second):
        return False
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(same(first[key], second[key]) for key in first)
    if isinstance(first, list):
        return len(first) == len(second) and all(map(same, first, second))
    return first == second


def read(text: str, hint: str) -> Document:
    (document,) = read_documents(text.encode(), "file", name_hint=hint, root="any")
    return document


@given(data, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_is_read_back(value: Any, indent: Any, ascii_only: Any) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert same(read(text, "json").data, value)


@given(data, st.sampled_from([None, True, False]), st.booleans())
@settings(deadline=None)
def test_yaml_is_read_back(value: Any, flow: Any, unicode: Any) -> None:
    text = yaml.dump(value, Dumper=Dumper, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
    assert same(read(text, "yaml").data, value)


@given(data)
def test_both_parsers_read_the_same(value: Any) -> None:
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True)
    fast = read(text, "yaml")
    usual = from_yaml.event_reader
    from_yaml.event_reader = lambda text: PureParser(text).get_event
    try:
        slow = read(text, "yaml")
    finally:
        from_yaml.event_reader = usual
    assert same(fast.data, slow.data)
    assert fast.marks == slow.marks


def check_problems(error: Invalid, text: str) -> None:
    lines = lines_of(text)
    assert error.problems
    for problem in error.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.mend
        assert "\n" not in problem.in_("both")


def lines_of(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(data, st.sampled_from(["yaml", "json"]))
@settings(deadline=None)
def test_every_place_points_at_what_it_names(value: Any, hint: str) -> None:
    if hint == "json":
        text = json.dumps(value, indent=1, ensure_ascii=False)
    else:
        text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, width=10**6)
    document = read(text, hint)
    lines = lines_of(text)
    for path, place in document.places.items():
        found = document.data
        for key in path:
            found = found[key]
        rest = lines[place.line - 1][place.column - 1 :]
        if isinstance(found, str):
            assert rest.startswith('"')
        elif not isinstance(found, dict | list):
            assert rest.startswith(document.typed[path])
        elif not found:
            assert rest.startswith(("{}", "[]"))
    for path, place in document.keys.items():
        rest = lines[place.line - 1][place.column - 1 :]
        if isinstance(path[-1], str) and len(path[-1]) < 100:
            assert rest.startswith(('"', "? "))


@given(st.binary(max_size=200), st.sampled_from(["yaml", "json"]))
def test_any_bytes_are_read_or_refused(noise: bytes, hint: str) -> None:
    try:
        read_documents(noise, "noise", name_hint=hint)
    except Invalid as error:
        check_problems(error, noise.decode("utf-8", "replace"))


WORDS = """a b : ， ： - -- --- ... ? ! & * | > ' " # % @ ` { } [ ] , 1 1.0 .nan true null ~ << &a *a !!x
when: require: let: \\ \\0 \\x / // é 汽车 🚗"""
PIECES = [*WORDS.split(), "\t", "\n", "\n", "\r\n", "\u3000", "\xa0"]
SPACED = [" ", "  ", "\n  ", "\n- ", ": ", ": ", " #", '"a"', '{"a":', '"a":1']
pieces = st.lists(
    st.sampled_from(PIECES + SPACED),
    max_size=30,
).map("".join)


@given(pieces, st.sampled_from(["yaml", "json"]), st.booleans())
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_or_refused(text: str, hint: str, pure: Any) -> None:
    usual = from_yaml.event_reader
    if pure:
        from_yaml.event_reader = lambda text: PureParser(text).get_event
    try:
        documents = read_documents(text.encode(), "noise", name_hint=hint, root="any")
    except Invalid as error:
        check_problems(error, text)
    else:
        assert all(set(document.keys) | {()} == set(document.places) for document in documents)
        assert all(forbidden_in_value(json.dumps(document.data)) is None for document in documents)
    finally:
        from_yaml.event_reader = usual
