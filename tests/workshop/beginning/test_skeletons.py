"""A rule file that is begun: every key explained, sound as it is, and clear about what is missing."""

import re

import pytest
import yaml

from checker.bundled import data_folder
from checker.cache import Cache
from checker.documents import read_documents
from checker.errors import Invalid
from checker.packs.folders import read_rule_files
from checker.packs.loading import load_standard
from checker.schemas.vehicle import load_vehicle_schema
from checker.text import Text
from checker.workshop.beginning.appending import with_requirement
from checker.workshop.beginning.guessing import guess
from checker.workshop.beginning.marks import unfinished
from checker.workshop.beginning.skeletons import Beginning, earlier_editions, standard_skeleton
from checker.workshop.formatting.shape import shape_of_rule_files
from checker.workshop.formatting.writing import formatted

SHAPE = shape_of_rule_files(None)


@pytest.fixture(scope="module")
def schema(remembered):
    return load_vehicle_schema(data_folder("standards"), Cache(str(remembered)))


def skeleton(id_="gb-99999-2030", **known):
    return standard_skeleton(Beginning(id_, **known), "standard.schema.json")


def load(text, schema):
    id_ = re.search("^id: (.*)$", text, re.MULTILINE)[1]
    return load_standard(text.encode(), f"{id_}.yaml", schema)


def document(text):
    return read_documents(text.encode(), "a.yaml")[0]


class TestGuessing:
    @pytest.mark.parametrize(
        ("id_", "said"),
        [
            ("gb-44497-2024", ("GB 44497-2024", "CN", "standard", "mandatory", None)),
            ("gb-t-44464-2024", ("GB/T 44464-2024", "CN", "standard", "voluntary", None)),
            ("gb-t-44461-1-2024", ("GB/T 44461.1-2024", "CN", "standard", "voluntary", None)),
            ("t-csae-53-2020", ("T/CSAE 53-2020", "CN", "standard", "voluntary", None)),
            ("un-r157-01", ("UN R157", "UNECE", "regulation", "mandatory", "01")),
            ("un-r155", ("UN R155", "UNECE", "regulation", "mandatory", None)),
            ("eu-2019-2144", (None, "EU", "regulation", "mandatory", None)),
            ("our-rules", (None, None, None, None, None)),
        ],
    )
    def test_what_an_id_tells(self, id_, said):
        assert tuple(guess(id_)) == said

    def test_numbers_of_the_shipped_files_are_guessed_as_they_are_printed(self):
        for file in read_rule_files([data_folder("standards")]):
            data = yaml.load(file.data, yaml.CBaseLoader)
            said = guess(data["id"])
            if said.number and data["status"] != "draft" and data["kind"] != "scenario_set":
                assert (said.number, said.market) == (data["number"], data["market"])


class TestEditions:
    KNOWN = (
        ("gb-1-2020", "GB 1-2020", ()),
        ("gb-1-2024", "GB 1-2024", ("gb-1-2020",)),
        ("un-r1-00", "UN R1", ()),
    )

    def test_the_newest_one_of_its_number_is_replaced(self):
        assert earlier_editions("GB 1-2030", self.KNOWN) == ("gb-1-2024",)
        assert earlier_editions("UN R1", self.KNOWN) == ("un-r1-00",)

    def test_no_other_is(self):
        assert earlier_editions("GB 2-2030", self.KNOWN) == ()
        assert earlier_editions(None, self.KNOWN) == ()


class TestStandard:
    @pytest.mark.parametrize("id_", ["gb-99999-2030", "un-r999-02", "eu-2030-1", "our-rules"])
    def test_it_loads_and_binds_nobody(self, id_, schema):
        standard = load(skeleton(id_), schema)

        assert (standard.id, standard.status) == (id_, "draft")
        assert not standard.dates
        assert not any(requirement.verified for requirement in standard.requirements)

    def test_it_is_in_form(self):
        text = skeleton()
        assert formatted(text.encode(), "a.yaml").decode() == text

    def test_every_key_is_explained_in_both_languages(self):
        text = skeleton()
        requirement = SHAPE.member("requirements").item()
        of_one = {**SHAPE.definitions["requirement"]["properties"]}
        assert requirement.part
        for properties, indent, left_out in (
            (SHAPE.part["properties"], "", {"series", "scenarios"}),
            (of_one, " {4}", {"id", "scenario", "rung", "domain"}),
        ):
            for key in properties.keys() - left_out:
                found = re.search(rf"((?:^ *# .*\n)+)^{indent}(?:# )?{key}:", text, re.MULTILINE)
                assert found, key
                assert re.search(r"[一-鿿]", found[1]), key
                assert re.search(r"# [A-Z].*[a-z]", found[1]), key

    def test_keys_that_are_comments_are_sound_when_they_are_taken_in(self, schema):
        text = skeleton()
        for key in ("aliases", "dates", "applies_when", "outline", "example_base", "note"):
            assert f"\n# {key}: " in text
            load(text.replace(f"\n# {key}: ", f"\n{key}: "), schema)
        for key in (
            "clause",
            "title",
            "weight",
            "confidence",
            "evidence",
            "review",
            "proof",
            "dates",
            "when",
        ):
            assert f"\n    # {key}: " in text
            load(text.replace(f"\n    # {key}: ", f"\n    {key}: "), schema)

    def test_what_is_known_is_filled_in(self, schema):
        text = skeleton(
            "our-rules",
            number="Our rules",
            title=Text("Rules: ours", "我们的规则"),
            kind="regulation",
            legal_force="mandatory",
            market="EU",
            domain="chassis",
            replaces=("our-old-rules",),
        )
        standard = load(text, schema)

        assert (standard.number, standard.title) == ("Our rules", Text("Rules: ours", "我们的规则"))
        assert (standard.kind, standard.legal_force) == ("regulation", "mandatory")
        assert (standard.market, standard.domain) == ("EU", "chassis")
        assert standard.replaces == ("our-old-rules",)
        assert "choose" not in text

    def test_its_editor_finds_the_schema(self):
        assert skeleton().startswith("# yaml-language-server: $schema=standard.schema.json\n")


class TestMarks:
    def test_each_line_with_one_is_told_once(self):
        found = [problem.in_("en") for problem in unfinished(document(skeleton("our-rules")))]

        assert len(found) == len({problem.split(": ")[0] for problem in found})
        assert any(": to be filled in: the number as printed on the cover (" in problem for problem in found)
        assert any(": to be filled in: choose (" in problem for problem in found)

    def test_they_are_told_in_the_language_of_the_reader(self):
        for problem in unfinished(document(skeleton("our-rules"))):
            assert "待填写" not in problem.what.en
            assert "TODO" not in problem.what.zh
            assert re.search(r"[一-鿿]", problem.what.zh.removeprefix("待填写："))

    @pytest.mark.parametrize(
        ("line", "en", "zh"),
        [
            ("id: a  # TODO: say why", "say why", "say why"),
            ("id: a  # 待填写：理由", "理由", "理由"),
            ("id: a  # 待填写:理由", "理由", "理由"),
            ('id: "TODO: one / 待填写：二"', "one", "二"),
        ],
    )
    def test_how_they_may_be_written(self, line, en, zh):
        (problem,) = unfinished(document(f"{line}\n"))

        assert problem.what == Text(f"to be filled in: {en}", f"待填写：{zh}")
        assert problem.place.line == 1

    def test_other_words_are_no_marks(self):
        assert list(unfinished(document("id: a  # a list of TODOs; nothing 待填写\n"))) == []

    def test_no_shipped_file_has_one(self):
        for file in read_rule_files([data_folder("standards")]):
            assert list(unfinished(read_documents(file.data, file.shown)[0])) == []


class TestRequirement:
    def append(self, text, name, *, comments=True):
        return with_requirement(text.encode(), "a.yaml", name, comments=comments).decode()

    @pytest.mark.parametrize("comments", [True, False])
    def test_it_comes_behind_the_others_and_all_else_stays(self, comments, schema):
        before = skeleton()
        after = self.append(before, "warns-early", comments=comments)
        first, _, rest = after.partition("\n\n  # A statement" if comments else "\n\n  - id: warns-early")

        assert before.startswith(first)
        assert before.endswith(rest[rest.index("\n\n# What a reader") :])
        assert [one.id.partition("/")[2] for one in load(after, schema).requirements] == [
            "has-a-seat",
            "warns-early",
        ]
        assert formatted(after.encode(), "a.yaml").decode() == after

    def test_several(self, schema):
        text = skeleton()
        for name in ("b", "c", "d"):
            text = self.append(text, name, comments=False)

        assert len(load(text, schema).requirements) == 4

    def test_where_there_are_none_yet(self, schema):
        text = re.sub(r"(?s)requirements:\n.*?\n\n# What", "requirements: []\n\n# What", skeleton())
        text = text.replace("# note:", "note:")
        assert not load(text, schema).requirements

        made = self.append(text, "warns-early", comments=False)
        assert len(load(made, schema).requirements) == 1
        assert formatted(made.encode(), "a.yaml").decode() == made

    def test_dashes_without_indentation_and_windows_line_ends(self):
        made = self.append("id: a\r\nrequirements:\r\n- id: b # c\r\n\r\nnote: {en: A, zh: 甲}\r\n", "d")
        data = document(made).data

        assert [one["id"] for one in data["requirements"]] == ["b", "d"]
        assert made.index("- id: b # c") < made.index("\n- id: d") < made.index("\nnote: {en: A, zh: 甲}\n")

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("id: a\nrequirements:\n  - id: b\n", "has a requirement of this id"),
            ("id: a\nrequirements: [{id: c}]\n", "in one line"),
            ("id: a\n", "there are no `requirements:`"),
            ("{id: a, requirements: []}\n", "there are no `requirements:`"),
            ("id: [\n", ""),
        ],
    )
    def test_where_it_cannot_be(self, text, says):
        with pytest.raises(Invalid) as raised:
            self.append(text, "b")
        assert says in raised.value.problems[0].what.en
