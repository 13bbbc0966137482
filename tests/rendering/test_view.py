import pytest

from checker.model.assessment import Accounts, Advice, Coverage, Score
from checker.model.standard import Dates
from checker.record import replace
from checker.rendering.advice import FIELDS, advised
from checker.rendering.limits import limits_of
from checker.rendering.view import view
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import assessment, hostile, judged, plain

WORDS = load_words()


@pytest.fixture(scope="module")
def vehicle():
    return view(judged(), WORDS).vehicles[0]


def test_a_report_of_nothing_is_an_error():
    with pytest.raises(ValueError, match="at least one"):
        view([], WORDS)


def test_one_document_or_several():
    assert len(view(judged(), WORDS).vehicles) == 1
    assert [v.index for v in view([judged(), plain()], WORDS).vehicles] == [1, 2]


def test_the_statement_is_that_of_the_decisive_configuration(vehicle):
    assert (vehicle.statement.look, vehicle.statement.shape) == ("fail", "■")
    assert vehicle.statement.word.zh == "不符合"


@pytest.mark.parametrize(
    ("kind", "look"),
    [
        ("does_not_conform", "fail"),
        ("undetermined", "unknown"),
        ("conforms_with_waivers", "review"),
        ("conforms", "pass"),
        ("not_applicable", "not_applicable"),
        ("nothing_judged", "not_applicable"),
    ],
)
def test_every_statement_has_a_look(kind, look):
    one = judged()
    statement = replace(one.statement, kind=kind, provisional=True)
    shown = view(replace(one, statement=statement), WORDS).vehicles[0].statement
    assert shown.look == look
    assert shown.word.en.endswith(", provisional")


def test_verdicts_are_counted_worst_first(vehicle):
    assert [(c.look, c.number) for c in vehicle.counts] == [
        ("fail", 1),
        ("unknown", 4),
        ("review", 2),
        ("pass", 2),
        ("not_applicable", 1),
    ]


def test_chapters_are_the_standards_with_findings_in_clause_order(vehicle):
    assert [chapter.number.en for chapter in vehicle.chapters] == ["GB 44497-2024", "GB 44495-2024"]
    assert [row.clause for row in vehicle.chapters[0].rows][:3] == ["4.1", "4.5.2 a)", "4.2.2.3 a)"]
    assert [c.look for c in vehicle.chapters[1].counts] == ["unknown", "review", "pass"]


def test_facts_of_a_standard(vehicle):
    assert [fact.en for fact in vehicle.chapters[0].facts] == [
        "standard",
        "market CN",
        "domain: Data recording",
        "mandatory",
        "in force",
        "published: 2024-08-23",
        "new types: 2026-01-01",
    ]


def test_a_date_that_never_comes():
    one = judged()
    result = one.assessments[1].results[0]
    dated = replace(result.standard, series="01", dates=(Dates(all_vehicles="none"),))
    decisive = replace(one.assessments[1], results=(replace(result, standard=dated),))
    shown = view(replace(one, assessments=(decisive,), decisive=0), WORDS).vehicles[0]
    assert shown.chapters[0].facts[-1].en == "all vehicles: never"
    assert shown.chapters[0].number == Text("GB 44497-2024 (01 series)", "GB 44497-2024（01 系列）")


def test_scores_by_standard_and_domain(vehicle):
    assert [line.accounts[0].text for line in vehicle.standards] == ["30–70 %", "14.3–100 %"]
    assert [line.label.en for line in vehicle.domains] == ["Data recording", "Cybersecurity"]
    assert vehicle.overall[2].text == "—"


def test_the_ladder(vehicle):
    highway, city = vehicle.ladder
    assert [rung.state for rung in highway.rungs] == [
        "other",
        "other",
        "supported",
        "claimed",
        "other",
        "other",
    ]
    assert [rung.state for rung in city.rungs][2] == "reached"
    assert "provisional" in highway.sentence.en
    assert highway.blocked.en == "What stands before level 3:"
    assert [row.clause for row in highway.blockers] == ["6.4"]
    assert city.blocked is None


def test_a_feature_that_supports_no_level():
    one = judged()
    step = replace(one.assessments[1].ladder[0], supported=None, provisional=False)
    decisive = replace(one.assessments[1], ladder=(step,))
    shown = view(replace(one, assessments=(decisive,), decisive=0), WORDS).vehicles[0].ladder[0]
    assert shown.sentence.en.endswith("what the spec states: no level.")


def test_failures_are_listed_by_themselves(vehicle):
    assert [(number.en, row.clause) for number, row in vehicle.failures] == [("GB 44497-2024", "4.5.2 a)")]


def test_other_configurations_say_what_differs(vehicle):
    base, full = vehicle.configurations
    assert (base.decisive, full.decisive) == (False, True)
    assert [(d.id, d.text.en) for d in base.differences] == [
        ("gb-44497-2024/type-1-event-capacity", "Pass instead of Fail")
    ]
    assert base.differences[0].anchor == "v1-gb-44497-2024-type-1-event-capacity"
    assert full.differences == ()


def test_one_configuration_is_no_table():
    assert view(plain(), WORDS).vehicles[0].configurations == ()


def test_limits_name_what_was_not_looked_at(vehicle):
    said = " ".join(sentence.en for sentence in vehicle.limits.sentences)
    assert "not a test, not an inspection and not an approval" in said
    assert "4 requirements could not be decided" in said
    assert "2 requirements wait for a person" in said
    assert "1 pass is provisional" in said
    assert "GB/T 41630-2022" in said
    assert "switched 1 requirement off" in said
    assert [scope.clauses.en for scope in vehicle.limits.scopes][3:] == ["outline not known", "1 of 40"]
    assert [scope.applies.en for scope in vehicle.limits.scopes][3:] == [
        "does not apply",
        "applicability open",
    ]
    assert vehicle.limits.scopes[3].anchor == ""
    assert len(vehicle.limits.notes) == 1


def test_what_is_complete_is_not_called_incomplete():
    one = assessment()
    full = tuple(replace(r, applies="yes", coverage=Coverage(3, 3, 0, 3, 3)) for r in one.results[3:])
    limits = limits_of(replace(one, results=full, profile=None), 1, WORDS)
    assert len(limits.sentences) == 5
    assert limits.switched_off == ()
    assert [brief.en for brief in limits.brief] == ["rules for 6 of 6 known clauses"]


def test_the_limits_in_short_are_numbers(vehicle):
    assert [brief.en for brief in vehicle.limits.brief] == [
        "rules for 51 of 102 known clauses",
        "4 requirements undecided",
        "2 wait for a person",
        "1 pass provisional",
        "applicability of 1 standard open",
        "1 requirement switched off by the profile",
    ]


def test_without_any_outline_no_share_of_clauses_is_told():
    one = assessment()
    blind = tuple(replace(r, coverage=Coverage(None, 3, 0, 3, 3)) for r in one.results[:1])
    brief = limits_of(replace(one, results=blind, profile=None), 1, WORDS).brief
    assert brief[0].en == "the outline of 1 standard is not known"


def test_a_standard_that_was_asked_for_by_name_says_that_it_binds():
    one = assessment("", ())
    asked = replace(one, gate=(one.results[0].standard.id,))
    chapters = view(replace(judged(), assessments=(asked,), decisive=0), WORDS).vehicles[0].chapters
    told = [any("asked for by name" in fact.en for fact in chapter.facts) for chapter in chapters]
    assert told == [True, False]


def test_what_a_profile_counts_as_binding_is_a_limit():
    one = assessment()
    known = one.results[0].standard
    gated = replace(one, profile=replace(one.profile, gate=(known.id, "gb-2")))
    said = [sentence.en for sentence in limits_of(gated, 1, WORDS).sentences]
    wanted = f"The profile counts {known.number}, gb-2 as binding, whatever the legal force and the dates."
    assert wanted in said
    assert not any("as binding, whatever" in sentence.en for sentence in limits_of(one, 1, WORDS).sentences)


def test_only_safe_links_of_sources():
    links = [source.link for source in view(hostile(), WORDS).vehicles[0].chapters[0].sources]
    assert links == [None, None]


def test_advice_counts_what_the_named_fields_decide_together():
    one = replace(assessment(), advice=(Advice("a", ("s/1", "s/2")), Advice("b", ("s/2",))))
    shown = advised(one, 1, frozenset())
    assert [(field.path, field.number) for field in shown.fields] == [("a", 2), ("b", 1)]
    assert (shown.decides, shown.more) == (2, 0)


def test_a_requirement_that_waits_for_an_unnamed_field_too_is_not_decided():
    fields = tuple(Advice(f"f{i}", (f"s/{i}", "s/all")) for i in range(FIELDS + 1))
    shown = advised(replace(assessment(), advice=fields), 1, frozenset())
    assert (len(shown.fields), shown.decides, shown.more) == (FIELDS, FIELDS, 1)


def test_a_field_with_many_requirements_names_the_first():
    one = replace(assessment(), advice=(Advice("a", tuple(f"s/{i}" for i in range(9))),))
    field = advised(one, 1, frozenset({"v1-s-0"})).fields[0]
    assert (len(field.waiting), field.more) == (4, 5)
    assert [name for name, _ in field.waiting] == ["v1-s-0", "", "", ""]


def test_a_field_that_decides_nothing_is_not_advised():
    one = replace(assessment(), advice=(Advice("a", ("s/1",)), Advice("b", ())))
    assert [field.path for field in advised(one, 1, frozenset()).fields] == ["a"]


def test_a_standard_that_does_not_apply_has_no_chapter():
    one = judged()
    first, *rest = one.assessments[1].results
    decisive = replace(one.assessments[1], results=(replace(first, applies="no"), *rest))
    shown = view(replace(one, assessments=(decisive,), decisive=0), WORDS).vehicles[0]
    assert [chapter.number.en for chapter in shown.chapters] == ["GB 44495-2024"]
    assert shown.limits.scopes[0].anchor == ""
    assert shown.failures == ()


def test_a_domain_with_nothing_at_stake_is_left_out():
    one = judged()
    none = Accounts(Score(0, 0, 0), Score(0, 0, 0), Score(0, 0, 0))
    decisive = replace(one.assessments[1], domains={"cloud": none, **one.assessments[1].domains})
    shown = view(replace(one, assessments=(decisive,), decisive=0), WORDS).vehicles[0]
    assert [line.label.en for line in shown.domains] == ["Data recording", "Cybersecurity"]
