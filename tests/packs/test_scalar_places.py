"""An offset inside a value of a YAML file, in every style of scalar."""

import pytest

from checker.documents import read_documents
from checker.packs.scalar_places import place_inside


def find(yaml: str, word: str, path=("when",)):
    """Return line and column that are told for the first character of `word` in the value at `path`."""
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    value = document.data
    for key in path:
        value = value[key]
    place = place_inside(document, path, value.index(word))
    assert place.file == "rule.yaml"
    return place.line, place.column


def wanted(yaml: str, word: str):
    """Return line and column of `word`, counted in the file itself."""
    before = yaml[: yaml.index(word)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize(
    "yaml",
    [
        "when: a.b && target >= 3\n",
        "when:   a.b && target >= 3   # comment\n",
        "when:\n  a.b\n  && target\n",
        "when: a.b\n  && a.c\n\n  && target\n",
        "when: 'a == \"x\" && target'\n",
        "when: 'a == ''x'' && target'\n",
        'when: "a == \\"x\\" && target"\n',
        'when: "a == \\x22x\\u0022 && target"\n',
        'when: "a &&\n  b &&\n  target"\n',
        'when: "a && \\\n  target"\n',
        "when: |\n  !a &&\n  target\n",
        "when: |-\n    a &&\n      target\n",
        "when: |2\n    a &&\n    target\n",
        "when: >\n  a &&\n  b &&\n  target\n",
        "when: >-\n  a\n\n  && target\n",
        "when: | # comment\n  a && target\n",
        "when: &name a && target\n",
        "when: &name\n  a && target\n",
        "when: '中文 == x && target'\n",
        "when: |\r\n  a &&\r\n  target\r\n",
        "{when: a && target}\n",
    ],
)
def test_a_word_is_found_where_it_stands(yaml):
    assert find(yaml, "target") == wanted(yaml, "target")


def test_the_first_character_is_behind_the_quote_or_the_block_sign():
    assert find("when: 'target'\n", "target") == (1, 8)
    assert find("when: |\n  target\n", "target") == (2, 3)
    assert find("when: target\n", "target") == (1, 7)


def test_a_place_inside_a_list():
    yaml = "require:\n  - a\n  - b && target\n"
    assert find(yaml, "target", ("require", 1)) == (3, 10)


def test_behind_the_end_is_behind_the_last_character():
    (document,) = read_documents(b"when: a &&\n", "rule.yaml", name_hint="yaml")
    assert str(place_inside(document, ("when",), 4)) == "rule.yaml:1:11"


def test_a_value_that_stands_elsewhere_is_named_where_it_is_used():
    yaml = "let: {x: &name 'a && b'}\nwhen: *name\n"
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    assert str(place_inside(document, ("when",), 5)) == "rule.yaml:2:7"
