"""The pages of the rules: all of them are made, links lead somewhere, and nothing of a rule is missing.

They are never committed, so none can be out of date.
"""

import posixpath
import re

import pytest

from checker.bundled import data_folder
from checker.cache import Cache
from checker.model.assessment import Coverage
from checker.model.standard import Source
from checker.packs.library import load_library
from checker.rendering.documentation.field_pages import Reader, fields_of, readers_of
from checker.rendering.documentation.marking import anchor_name, code, plain, row
from checker.rendering.documentation.pages import LANGUAGES, pages
from checker.rendering.documentation.reading import page_of, read_by, read_in_scope
from checker.rendering.naming import numbered
from checker.rendering.wording import load_words
from checker.schemas.vehicle import load_vehicle_schema
from checker.text import Text
from tests.making import requirement, standard

LINK = re.compile(r"\]\(([^()\s]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')


@pytest.fixture(scope="module")
def schema(remembered):
    return load_vehicle_schema(data_folder("standards"), Cache(str(remembered)))


@pytest.fixture(scope="module")
def library(schema, remembered):
    return load_library([data_folder("standards")], schema, Cache(str(remembered)))


@pytest.fixture(scope="module")
def made(library, schema):
    """Return every page by its path."""
    standards = list(library.standards.values())
    coverages = {one.id: library.coverage(one) for one in standards}
    return dict(pages(standards, schema, load_words(), coverages, {}))


def page_about(schema, one, examples=(), lang="en", known=()):
    """Return the page of one standard."""
    coverage = Coverage(None, 0, 0, len(one.requirements), 0)
    every = [one, *known]
    found = pages(every, schema, load_words(), dict.fromkeys((s.id for s in every), coverage), dict(examples))
    return dict(found)[f"{lang}/{one.id}.md"]


class TestAll:
    def test_there_is_a_page_for_each_standard_and_section_in_each_language(self, made, library, schema):
        for lang in LANGUAGES:
            wanted = {f"{lang}/index.md", *(f"{lang}/{id_}.md" for id_ in library.entries)}
            wanted |= {f"{lang}/fields/{name}.md" for name in ("spec", *schema.sections)}
            assert {path for path in made if path.startswith(f"{lang}/")} == wanted

    def test_every_link_leads_somewhere(self, made):
        anchors = {path: set(ANCHOR.findall(text)) for path, text in made.items()}
        broken = []
        for path, text in made.items():
            for target in set(LINK.findall(text)):
                file, _, place = target.partition("#")
                page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
                if page not in made or (place and place not in anchors[page]):
                    broken.append((path, target))
        assert broken == []

    def test_no_place_is_there_twice(self, made):
        for path, text in made.items():
            found = ANCHOR.findall(text)
            assert len(found) == len(set(found)), path

    def test_nothing_of_a_requirement_is_missing(self, made, library):
        for lang in LANGUAGES:
            for one in library.standards.values():
                text = made[f"{lang}/{one.id}.md"]
                parts = re.split(r'(?=<a id=")', text)[1:]
                assert len(parts) == len(one.requirements)
                for rule, part in zip(one.requirements, parts, strict=True):  # in clause order
                    assert part.startswith(f'<a id="{rule.id.partition("/")[2]}"></a>')
                    said = [rule.text, *(text for text in (rule.title, rule.remedy, rule.review) if text)]
                    wanted = [plain(text.in_(lang)) for text in said]
                    wanted += [plain(clause) for clause in rule.clause]
                    wanted += [
                        code(expression.source) for expression in (rule.when, *rule.require) if expression
                    ]
                    wanted += [code(source) for source in rule.sources]
                    assert [words for words in wanted if words not in part] == [], rule.id

    def test_nothing_of_a_standard_is_missing(self, made, library):
        for lang in LANGUAGES:
            for one in library.standards.values():
                text = made[f"{lang}/{one.id}.md"]
                wanted = [plain(numbered(one)), plain(one.title.in_(lang)), one.digest]
                wanted += [plain(source.title) for source in one.sources.values()]
                wanted += [f"| {plain(clause.number)} |" for clause in one.outline]
                wanted += [day for dates in one.dates for day in (dates.new_types, dates.all_vehicles) if day]
                if one.note:
                    wanted.append(plain(one.note.in_(lang)))
                missing = [words for words in wanted if words not in text and words != "none"]
                assert missing == [], one.id

    def test_every_field_is_there_with_its_meaning(self, made, schema):
        for lang in LANGUAGES:
            for path, field in fields_of(schema):
                text = made[f"{lang}/fields/{page_of(path, schema)}.md"]
                assert f'<a id="{anchor_name(path)}"></a>' in text
                assert plain(field.text.in_(lang)) in text

    def test_what_a_rule_reads_is_a_field_that_has_a_row(self, library, schema):
        known = {path for path, _ in fields_of(schema)}
        for one in library.standards.values():
            for rule in one.requirements:
                assert [path for path in read_by(rule, schema) if path not in known] == [], rule.id

    def test_every_requirement_that_names_a_field_is_among_its_readers(self, library, schema):
        readers = readers_of(library.standards.values(), schema)
        for one in library.standards.values():
            for rule in one.requirements:
                if rule.require:
                    reader = Reader(one.id, rule.id.partition("/")[2])
                    assert any(reader in readers[path] for path in read_by(rule, schema)), rule.id

    def test_rows_of_a_table_have_as_many_cells_as_its_head(self, made):
        for path, text in made.items():
            for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
                counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
                assert len(counts) == 1, path

    def test_no_word_is_left_in_the_other_language(self, made):
        labels = [re.match(r"- ([^：:`]+)[：:]", line) for line in made["zh/gb-44497-2024.md"].splitlines()]
        assert all(re.search(r"[一-鿿]", label[1]) for label in labels if label)
        assert not re.search(r"[一-鿿]", "\n".join(re.findall(r"^- .*", made["en/index.md"], re.MULTILINE)))


class TestReading:
    def test_members_of_maps_and_items_of_lists_are_named(self, library, schema):
        rule = next(
            one for one in library.standards["un-r131-02"].requirements if one.id.endswith("/few-runs-fail")
        )
        read = read_by(rule, schema)

        assert read[0] == "tests"
        assert any(path.startswith("tests.*.") for path in read)

    def test_the_scope_of_a_standard(self, library, schema):
        assert read_in_scope(library.standards["gb-44497-2024"], schema) == [
            "vehicle.category",
            "automation_features",
            "automation_features.*.level",
        ]
        assert read_in_scope(standard("std"), schema) == []

    def test_a_requirement_without_an_expression(self, schema):
        assert read_by(requirement("std/one", review=Text("Is it so?", "是否如此？")), schema) == []


class TestOnePage:
    def test_examples_are_counted(self, schema):
        one = standard("std", requirement("std/one"))
        text = page_about(schema, one, {"std/one": {"pass": 2, "fail": 1, "unknown": 0}})

        assert "- examples: pass 2, fail 1\n" in text
        assert "- 示例：无\n" in page_about(schema, one, lang="zh")

    def test_an_edition_that_has_no_page_is_named_without_a_link(self, schema):
        one = standard("std", replaces=("old",))

        assert "- replaces: `old`\n" in page_about(schema, one)
        assert "- replaces: [`old`](old.md)\n" in page_about(schema, one, known=[standard("old")])

    def test_hostile_texts_are_shown_as_they_are(self, schema):
        text = Text("<b>x</b> | [a](b) `c` *d*\n# e", "<script>|")
        one = standard("std", requirement("std/one", text=text, clause=("4 | <i>",)))
        page = page_about(schema, one)

        assert r"\<b\>x\</b\> \| \[a\](b) \`c\` \*d\* \# e" in page
        assert "<b>" not in page
        assert "\n# e" not in page

    def test_sources_with_an_address(self, schema):
        source = Source("Text of it", "https://example.org/", "draft", Text("In part.", "部分。"))
        page = page_about(schema, standard("std", sources={"s": source}))

        assert "- `s`: Text of it <https://example.org/>; draft\n  In part.\n" in page

    def test_what_has_no_points_says_none(self, schema):
        assert "- weight: 1\n" in page_about(schema, standard("std", requirement("std/one")))
        assert "weight" not in page_about(schema, standard("std", requirement("std/one", obligation="may")))


class TestMarking:
    def test_code_within_a_table(self):
        assert code("a || b") == r"`a \|\| b`"
        assert code("a ` b\n  c") == "`` a ` b c ``"

    def test_rows(self):
        assert row(["a", plain("b|c")]) == r"| a | b\|c |"
