from checker.rendering.filters import filters
from checker.rendering.view import view
from checker.rendering.wording import load_words
from tests.rendering.sample import judged, large, plain

WORDS = load_words()


def of(*documents):
    return filters(view(documents, WORDS), WORDS)


def choices(them, name):
    return {it.value: it.number for one in them.picked if one.name == name for it in one.choices}


def test_every_filter_counts_every_finding_once():
    them = of(judged())
    assert them.total == 10
    assert sum(count.number for count in them.verdicts) == 10
    assert all(sum(it.number for it in one.choices) == 10 for one in them.picked)


def test_only_what_is_there_is_offered():
    them = of(judged())
    assert choices(them, "domain") == {"cybersecurity": 3, "data_recording": 7}
    assert choices(them, "standard") == {"gb-44497-2024": 7, "gb-44495-2024": 3}
    assert set(choices(them, "force")) <= {"binding", "upcoming", "voluntary", "not_known", "ended"}
    assert choices(them, "obligation") == {"shall": 10}


def test_verdicts_are_offered_even_where_there_are_none():
    assert [count.number for count in of(plain()).verdicts] == [0] * 5
    assert of(plain()).total == 0


def test_a_standard_of_several_vehicles_is_one_choice():
    assert choices(of(judged(), judged()), "standard") == {"gb-44497-2024": 14, "gb-44495-2024": 6}


def test_standards_are_offered_in_their_order_and_by_their_number():
    them = of(large(130))
    standards = next(one for one in them.picked if one.name == "standard")
    assert [it.label.en for it in standards.choices] == ["GB 50000-2026", "GB 50060-2026", "GB 50120-2026"]


def test_a_choice_reads_in_both_languages():
    forces = next(one for one in of(judged()).picked if one.name == "force")
    upcoming = next(it for it in forces.choices if it.value == "upcoming")
    assert (upcoming.label.en, upcoming.label.zh) == ("upcoming", "即将实施")
