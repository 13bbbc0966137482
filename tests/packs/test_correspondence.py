"""The correspondence of standards: what a file says, and what is wrong with it."""

import pytest

from checker.errors import Invalid
from checker.model.catalogue import ClausePair
from checker.packs.correspondence import load_correspondence, read_correspondence
from checker.text import Text

KNOWN = ("gb-1-2024", "un-r1", "un-r2")
WHOLE = """\
sources:
  texts: {title: Both texts, seen: standard_text}
  notes: {title: Notes, seen: secondary}
pairs:
  - standard: gb-1-2024
    counterpart: un-r1
    kind: based_on
    part: {en: Clause 8, zh: 第8章}
    differs: {en: It asks for more., zh: 要求更多。}
    clauses:
      - {standard: "5", counterpart: "7.2", about: {en: process, zh: 过程}}
      - {standard: "6", counterpart: "7.3"}
    clauses_confidence: low
    source: [texts, notes]
    confidence: medium
  - standard: gb-1-2024
    counterpart: un-r2
    kind: comparable
    differs: {en: Other limits., zh: 限值不同。}
    source: texts
"""


def load(yaml: str):
    return load_correspondence(yaml.encode(), "correspondence.yaml", KNOWN)


def problems(yaml: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        load(yaml)
    return [problem.in_("en") for problem in caught.value.problems]


def test_all_that_a_file_says():
    first, second = load(WHOLE)

    assert (first.standard, first.counterpart, first.kind) == ("gb-1-2024", "un-r1", "based_on")
    assert first.part == Text("Clause 8", "第8章")
    assert first.differs == Text("It asks for more.", "要求更多。")
    assert first.clauses == (ClausePair("5", "7.2", Text("process", "过程")), ClausePair("6", "7.3"))
    assert (first.clauses_confidence, first.confidence) == ("low", "medium")
    assert [source.seen for source in first.sources] == ["standard_text", "secondary"]
    assert (second.part, second.clauses, second.clauses_confidence, second.confidence) == (
        None,
        (),
        "high",
        "high",
    )
    assert second.place.line == 16


def test_clauses_are_as_sure_as_the_rest_unless_they_say_so():
    first, _ = load(WHOLE.replace("    clauses_confidence: low\n", ""))

    assert first.clauses_confidence == "medium"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "counterpart: un-r1",
            "counterpart: un-r",
            "correspondence.yaml:6:18: unknown standard 'un-r' (did you mean 'un-r",
        ),
        ("kind: based_on", "kind: same", "correspondence.yaml:7:5: pairs[0].kind: 'same' is not one"),
        ("source: texts", "source: text", "correspondence.yaml:20:13: unknown source 'text'"),
        (
            "    differs: {en: Other",
            "    difers: {en: Other",
            "correspondence.yaml:19:5: unknown key 'difers'",
        ),
        (
            "{en: It asks for more., zh: 要求更多。}",
            "{en: It asks.}",
            "correspondence.yaml:9:5: 'zh' is missing",
        ),
        (
            "counterpart: un-r2",
            "counterpart: gb-1-2024",
            "correspondence.yaml:17:18: 'gb-1-2024' is paired with itself",
        ),
        (
            "counterpart: un-r2",
            "counterpart: un-r1",
            "correspondence.yaml:16:5: 'gb-1-2024' and 'un-r1' are paired in line 5 already",
        ),
        (
            "clauses_confidence: low",
            "clauses_confidence: none",
            "correspondence.yaml:13:5: pairs[0].clauses_confidence: 'none' is not one",
        ),
    ],
)
def test_what_is_wrong_with_a_file(old, new, expected):
    assert old in WHOLE
    found = problems(WHOLE.replace(old, new, 1))

    assert any(line.startswith(expected) for line in found), found


def test_a_pair_is_one_in_either_order():
    turned = WHOLE.replace(
        "standard: gb-1-2024\n    counterpart: un-r2", "standard: un-r1\n    counterpart: gb-1-2024"
    )

    assert len(problems(turned)) == 1


@pytest.mark.parametrize("yaml", ["", "[]", "pairs: []\n"])
def test_what_is_no_correspondence(yaml):
    assert problems(yaml)


def test_a_folder_without_one_has_no_pairs(tmp_path):
    assert read_correspondence(tmp_path, KNOWN) == ()


def test_it_is_read_from_its_folder(tmp_path):
    (tmp_path / "correspondence.yaml").write_text(WHOLE, "utf-8")

    pairs = read_correspondence(tmp_path, KNOWN)

    assert len(pairs) == 2
    assert pairs[0].place.file.endswith("/correspondence.yaml")
