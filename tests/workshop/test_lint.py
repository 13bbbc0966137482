"""What lint says of a rule file that loads."""

import pytest

from checker.documents import read_documents
from checker.packs.entries import entry_of
from checker.record import replace
from checker.workshop.lint import lint
from checker.workshop.linting.clauses import clause_problems
from checker.workshop.linting.editions import edition_problems
from checker.workshop.linting.names import name_problems
from checker.workshop.linting.texts import text_problems
from checker.workshop.linting.unused import unused_problems
from tests.packs.writing import HEAD, WHOLE, changed, load, place_of
from tests.workshop.test_examples import library_of


def document(yaml: str):
    load(yaml)  # lint speaks of files that load
    (read,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    return read


def at(yaml: str, word: str, *said: str) -> str:
    """Return what is said at the first place of a word."""
    return f"rule.yaml:{place_of(yaml, word)}: {''.join(said)}"


def told(find, yaml: str) -> list[str]:
    return [problem.in_("en") for problem in find(document(yaml))]


def several(*requirements: str, head: str = HEAD) -> str:
    """Return a rule file with requirements that differ in what is given, each `key: value` on its lines."""
    written = [
        f"  - id: number-{'abcdefghij'[at]}\n    require: vehicle.seats >= {at + 1}\n"
        + "".join(f"    {line}\n" for line in given.splitlines())
        + ("" if "text:" in given else f"    text: {{en: There are {at}., zh: 有{at}个。}}\n")
        for at, given in enumerate(requirements)
    ]
    return f"{head}requirements:\n{''.join(written)}"


OUTLINED = HEAD + 'outline: ["4.1", {clause: "4.2", title: {en: Two, zh: 二}}, "4.10", "Annex A", "A.1"]\n'


IN_ORDER = "put the requirements in the order of the standard)"
LISTED = "add it to the outline, or mend the clause)"


def test_a_tidy_file_has_no_problem():
    assert lint("rule", library_of(WHOLE)) == ()


class TestUnused:
    @pytest.mark.parametrize(
        ("key", "written", "noun"),
        [
            ("let", "private: vehicle.seats > 1", "named expression"),
            ("lists", "private: [M1]", "list"),
            ("tables", "private: {columns: {a: exact, b: value}, rows: [[M1, 1]]}", "table"),
        ],
    )
    def test_a_name_that_nothing_uses(self, key, written, noun):
        yaml = changed("requirements:\n", f"{key}:\n  {written}\nrequirements:\n")

        assert told(unused_problems, yaml) == [
            at(yaml, "private", f"the {noun} 'private' is used nowhere (use it, or delete it)")
        ]

    def test_a_name_that_is_used_by_way_of_another(self):
        lets = "lists:\n  cars: [M1]\nlet:\n  small: vehicle.category in cars\n  both: small && true\n"
        yaml = changed("requirements:\n", f"{lets}applies_when: both\nrequirements:\n")

        assert told(unused_problems, yaml) == []

    def test_a_name_that_only_an_unused_one_uses(self):
        lets = "let:\n  small: vehicle.seats > 1\n  both: small && vehicle.seats > 2\n"
        yaml = changed("requirements:\n", f"{lets}requirements:\n")

        assert len(told(unused_problems, yaml)) == 2

    def test_a_source_that_no_requirement_names(self):
        two = changed(
            "seen: standard_text}\n", "seen: standard_text}\n  news: {title: News, seen: secondary}\n"
        )
        yaml = changed("    require:", "    source: text\n    require:", two)
        mend = "say `source:` where it was read, or delete it)"

        assert told(unused_problems, yaml) == [
            at(yaml, "news", "no requirement names the source 'news' (", mend)
        ]

    def test_a_source_of_dates_is_used(self):
        two = changed(
            "seen: standard_text}\n", "seen: standard_text}\n  news: {title: News, seen: secondary}\n"
        )
        yaml = changed(
            "    require:",
            "    source: text\n    dates: {new_types: 2030-01-01, source: news}\n    require:",
            two,
        )

        assert told(unused_problems, yaml) == []


class TestClauses:
    def test_in_the_order_of_the_outline(self):
        yaml = several('clause: "4.1 b)"', 'clause: "4.2"', 'clause: "4.10 a)"', "clause: A.1", head=OUTLINED)

        assert told(clause_problems, yaml) == []

    def test_out_of_order(self):
        yaml = several('clause: "4.10"', 'clause: "4.2"', 'clause: "4.10 c)"', head=OUTLINED)

        assert told(clause_problems, yaml) == [
            at(yaml, '"4.2"\n', "the clause 4.2 comes after 4.10 (", IN_ORDER)
        ]

    def test_letters_are_in_order_within_a_clause(self):
        assert len(told(clause_problems, several('clause: "4.1 b)"', 'clause: "4.1 a)"', head=OUTLINED))) == 1

    def test_one_of_several_clauses_is_enough(self):
        yaml = several('clause: "4.2"', 'clause: ["4.1", "4.10"]', 'clause: "4.10"', head=OUTLINED)

        assert told(clause_problems, yaml) == []

    def test_what_has_no_clause_is_passed_over(self):
        assert (
            told(clause_problems, several('clause: "4.2"', "weight: 2", 'clause: "4.2"', head=OUTLINED)) == []
        )

    def test_each_rung_of_a_ladder_begins_anew(self):
        rungs = [
            f'clause: "{clause}"\nrung: {rung}\nfor_each: automation_features\nas: f'
            for rung, clause in ((1, "4.1"), (1, "4.2"), (2, "4.1"))
        ]
        yaml = several(*rungs, head=OUTLINED.replace("kind: standard", "kind: taxonomy"))

        assert told(clause_problems, yaml) == []

    def test_a_clause_that_the_outline_lacks(self):
        yaml = several('clause: "4.3 a)"', head=OUTLINED)

        assert told(clause_problems, yaml) == [
            at(
                yaml,
                '"4.3 a)',
                "the clause 4.3 a) is not in the outline ",
                "(add it to the outline, or mend the clause)",
            )
        ]

    def test_clauses_without_an_outline(self):
        (problem,) = told(clause_problems, several('clause: "4.3"'))

        assert "there is no outline" in problem

    def test_no_clause_and_no_outline(self):
        assert told(clause_problems, several("weight: 2")) == []

    @pytest.mark.parametrize(
        ("en", "zh", "count"),
        [
            ("As clause 4.2 says.", "按第4.2条的规定。", 0),
            ("As clause 4.2.7 says.", "按第4.2.7条的规定。", 0),
            ("As clause 4.9 says.", "如此。", 1),
            ("As paragraph 7.1 says.", "按第7.1条的规定。", 2),
            ("As clause 5.1 of GB 39732-2020 says.", "符合GB 39732—2020第5.1条的规定。", 0),
            ("It meets UN R10. Clause 9.9 says more.", "如此。", 1),
        ],
    )
    def test_references_inside_the_standard(self, en, zh, count):
        yaml = several(f"text: {{en: {en}, zh: {zh}}}", head=OUTLINED)

        assert len(told(clause_problems, yaml)) == count


class TestTexts:
    @pytest.mark.parametrize(
        ("en", "long"),
        [
            ("One sentence.", False),
            ("One sentence. And another.", True),
            ("It meets UN Regulation No. 155 and so on, e.g. Annex 5.", False),
            ("It is 3.5 m long.", False),
            ("Is it? It is.", True),
        ],
    )
    def test_longer_than_a_sentence(self, en, long):
        yaml = several(f"text: {{en: '{en}', zh: 如此。}}")

        assert len(told(text_problems, yaml)) == long
        titled = several(f"text: {{en: '{en}', zh: 如此。}}\ntitle: {{en: Short, zh: 短}}")
        assert told(text_problems, titled) == []

    def test_a_text_that_repeats_another_but_for_dots_and_case(self):
        yaml = several("text: {en: It is so., zh: 如此。}", "text: {en: It Is So, zh: 如此}")
        line = place_of(yaml, "text: {en: It is").split(":")[0]
        mend = "say what is different, or make one requirement of both)"

        assert told(text_problems, yaml) == [
            at(yaml, "It Is So", f"this repeats the text in line {line} (", mend),
            at(yaml, "如此}", f"this repeats the text in line {line} (", mend),
        ]

    def test_a_question_that_is_asked_twice(self):
        asks = "review: {en: Is it so?, zh: 是否如此？}"

        assert len(told(text_problems, several(asks, asks))) == 2


class TestNames:
    def test_an_example_that_names_a_requirement_that_is_not_there(self):
        entries = {"rule": entry_of(load(WHOLE), "rule.yaml")}
        review = "{reviews: {rule/ome: {verdict: conforms, by: A, date: 2030-01-01}}}"
        yaml = changed("unknown: [{}]", f"unknown: [{review}]")
        problems = [problem.in_("en") for problem in name_problems(document(yaml), entries)]

        assert problems == [
            f"rule.yaml:{place_of(yaml, 'rule/ome')}: unknown requirement 'ome' (did you mean 'one'?)"
        ]

    def test_other_standards_and_other_words_with_a_stroke(self):
        entries = {"rule": entry_of(load(WHOLE), "rule.yaml")}
        yaml = changed("title: The text", 'title: "other/one, rule/one, and/or"')

        assert list(name_problems(document(yaml), entries)) == []


class TestEditions:
    @staticmethod
    def entries(*rows: tuple[str, str, tuple[str, ...]]):
        entry = entry_of(load(WHOLE), "rule.yaml")
        return [replace(entry, id=id_, number=number, replaces=old) for id_, number, old in rows]

    def test_two_files_of_one_number(self):
        found = edition_problems(self.entries(("a", "GB 1-2020", ()), ("b", "GB 1-2025", ())))

        assert [problem.what.en for problem in found] == [
            "'b' and 'a' are editions of GB 1, and none replaces another"
        ]

    @pytest.mark.parametrize(
        "rows",
        [
            (("a", "GB 1-2020", ()), ("b", "GB 1-2025", ("a",))),
            (("b", "GB 1-2025", ("a",)), ("a", "GB 1-2020", ())),
            (("c", "GB 1-2030", ("b",)), ("a", "GB 1-2020", ()), ("b", "GB 1-2025", ("a",))),
            (("a", "UN R157", ()), ("b", "UN R157", ("a",))),
            (("a", "GB 1-2020", ()), ("b", "GB 2-2020", ())),
        ],
    )
    def test_editions_that_are_chained(self, rows):
        assert list(edition_problems(self.entries(*rows))) == []

    def test_an_edition_beside_the_chain(self):
        rows = (("a", "GB 1-2020", ()), ("b", "GB 1-2025", ("a",)), ("c", "GB 1-2030", ()))

        assert len(list(edition_problems(self.entries(*rows)))) == 1


def test_all_problems_in_the_order_of_the_file():
    yaml = several(
        'clause: "4.2"', 'clause: "4.1"', 'clause: "9"', head=OUTLINED + "let:\n  unused: vehicle.seats > 1\n"
    )
    problems = lint("rule", library_of(yaml))

    assert len(problems) == 3
    assert list(problems) == sorted(problems, key=lambda problem: problem.place)
    assert all(problem.mend is not None for problem in problems)
    assert all(any("一" <= char <= "鿿" for char in problem.in_("zh")) for problem in problems)
