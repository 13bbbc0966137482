"""Mutants of a rule file, and whether its examples notice them."""

import pytest

from checker.packs.loading import load_standard
from checker.workshop.mutation.catching import catch
from checker.workshop.mutation.telling import share, survivor_problems
from tests.packs.writing import HEAD, MODELS, WHOLE, changed, place_of, vehicle_schema
from tests.workshop.test_examples import library_of

SEATED = (
    HEAD
    + """\
lists:
  uses: [private, robotaxi]
tables:
  seats_of:
    columns: {category: exact, seats: value}
    rows: [[M1, 2], [M2, 10]]
let:
  known: vehicle.category in ["M1", "M2"]
applies_when: known
requirements:
  - id: one
    text: {en: It is so., zh: 如此。}
    when: missing(uses, vehicle.use) == []
    require:
      - |
        vehicle.seats >= lookup(seats_of, {"category": vehicle.category})
      - vehicle.max_speed_kmh > 25
    proof: {basis: measured}
    evidence: {kind: [certificate, declaration], max_age_months: 12}
    review: {en: Is it so?, zh: 是否如此？}
"""
)


def made(yaml: str):
    library = library_of(yaml)
    return catch(library.standards["rule"], library)


def survivors(yaml: str) -> list[str]:
    return [f"{one.operator}: {one.was} -> {one.now}" for one in made(yaml).survivors]


def test_examples_at_the_limit_notice_everything():
    caught = made(WHOLE)

    assert caught.survivors == ()
    assert (caught.mutants, caught.caught, caught.wrong_examples) == (5, 5, 0)


def test_an_example_far_from_the_limit_misses_what_happens_at_it():
    far = changed("pass: [{vehicle: {seats: 2}}]", "pass: [{vehicle: {seats: 5}}]")

    assert survivors(far) == [
        "boundary moved: vehicle.seats >= 2 -> vehicle.seats > 2",
        "constant moved: 2 -> 3",
    ]


def test_survivors_are_told_at_their_line_and_column():
    far = changed("pass: [{vehicle: {seats: 2}}]", "pass: [{vehicle: {seats: 5}}]")
    told = [problem.in_("en") for problem in survivor_problems(made(far))]

    line, column = place_of(far, "vehicle.seats").split(":")
    says, was, moved = "no example of one notices: ", "vehicle.seats >= 2", "vehicle.seats > 2"
    mend = "write examples at the limit and one step beyond it"
    assert told == [
        f"rule.yaml:{line}:{int(column) + 14}: {says}boundary moved, {was} became {moved} ({mend})",
        f"rule.yaml:{line}:{int(column) + 17}: {says}constant moved, 2 became 3 ({mend})",
    ]
    assert all("未能发现" in problem.in_("zh") for problem in survivor_problems(made(far)))


def test_an_example_that_is_wrong_notices_nothing():
    wrong = made(changed("fail: [{vehicle: {seats: 1}}]", "fail: [{vehicle: {seats: 2}}]"))

    assert wrong.wrong_examples == 1
    assert "constant moved: 2 -> 1" in [f"{one.operator}: {one.was} -> {one.now}" for one in wrong.survivors]


def test_an_example_that_is_no_vehicle_is_wrong():
    assert (
        made(changed("fail: [{vehicle: {seats: 1}}]", "fail: [{vehicle: {seats: one}}]")).wrong_examples == 1
    )


def test_without_examples_everything_survives_and_every_operator_is_there():
    caught = made(SEATED)

    assert caught.caught == 0
    assert {one.operator for one in caught.survivors} == {
        "condition dropped",
        "comparison swapped",
        "boundary moved",
        "constant moved",
        "negated",
        "list item dropped",
        "conjunct dropped",
        "when dropped",
        "proof weakened",
        "evidence dropped",
        "review dropped",
    }


M1 = 'vehicle.category == "M1"'
BELT = "size(vehicle.use) > 0"


@pytest.mark.parametrize(
    ("applies", "when", "left"),
    [
        (M1, M1, set()),  # the one repeats the other: no example can differ
        (M1, f"{M1} && {BELT}", {"when dropped", "conjunct dropped"}),
        (f"{BELT} && {M1}", M1, {"condition dropped", "conjunct dropped"}),
        (M1, BELT, {"condition dropped", "when dropped"}),
        (M1, 'vehicle.category != "M2"', {"condition dropped", "when dropped"}),  # not plainly the same
    ],
)
def test_a_condition_that_repeats_applies_when_makes_no_mutant(applies, when, left):
    yaml = changed("requirements:", f"applies_when: {applies}\nrequirements:")
    yaml = changed("    require: vehicle", f"    when: {when}\n    require: vehicle", yaml)
    lost = [one for one in made(yaml.partition("    examples:")[0]).survivors if one.now == ""]

    assert {one.operator for one in lost} == left
    assert all(one.was != M1 for one in lost if one.operator == "conjunct dropped")


def test_a_shared_name_is_changed_once_and_in_all_that_use_it():
    operators = [
        one
        for one in made(SEATED).survivors
        if one.place.line == int(place_of(SEATED, "known:").split(":")[0])
    ]

    assert [(one.operator, one.was) for one in operators] == [
        ("negated", 'vehicle.category in ["M1", "M2"]'),
        ("list item dropped", '"M1"'),
        ("list item dropped", '"M2"'),
    ]
    assert all(one.requirements == (0,) for one in operators)


def test_results_of_tables_and_items_of_lists_are_changed_where_they_stand():
    caught = made(SEATED)

    cells = [
        (str(one.place), one.was, one.now) for one in caught.survivors if one.operator == "constant moved"
    ]
    assert cells[:2] == [
        (f"rule.yaml:{place_of(SEATED, '2], [M2')}", "2", "3"),
        (f"rule.yaml:{place_of(SEATED, '2], [M2')}", "2", "1"),
    ]
    items = [str(one.place) for one in caught.survivors if one.was == '"robotaxi"']
    assert items == [f"rule.yaml:{place_of(SEATED, 'robotaxi]')}"]


def test_what_the_loader_refuses_is_no_mutant():
    """Without `size(...) > 0` the rule would be true of nothing: such a file never loads."""
    guarded = changed(
        "vehicle.seats >= 2\n",
        'size(vehicle.use) > 0 && vehicle.use.all(x, x == "private")\n',
    )
    dropped = [one for one in made(guarded).survivors if one.operator == "conjunct dropped"]

    assert [one.was for one in dropped] == ['vehicle.use.all(x, x == "private")']


def test_the_order_is_always_the_same():
    assert made(SEATED).survivors == made(SEATED).survivors


@pytest.mark.parametrize("name", ["example-100-2030", "example-levels"])
def test_the_model_files_catch_their_mutants(name):
    """What every rule file is copied from."""
    file = MODELS / f"{name}.yaml"
    standard = load_standard(file.read_bytes(), str(file), vehicle_schema())
    text = file.read_text().replace(f"id: {name}\n", "id: rule\n", 1).replace(f"{name}/", "rule/")
    caught = made(text.replace(f"[{name}]", "[rule]"))

    assert standard.requirements
    assert caught.wrong_examples == 0
    assert caught.caught / caught.mutants >= 0.95


def test_a_sample_is_spread_over_all_mutants():
    library = library_of(SEATED)
    whole = made(SEATED).survivors
    sample = catch(library.standards["rule"], library, sample=len(whole) // 3)

    assert sample.survivors == whole[::3]
    assert sample.mutants == len(sample.survivors)


@pytest.mark.parametrize("more", [0, 1, 100])
def test_a_sample_of_more_than_there_are_is_all_of_them(more):
    library = library_of(SEATED)
    whole = made(SEATED)

    assert catch(library.standards["rule"], library, sample=whole.mutants + more) == whole


def test_a_share_is_never_rounded_up():
    caught = made(WHOLE)
    almost = type(caught)("rule", mutants=10_000, caught=9_499)

    assert share(almost) == "94.9"
    assert share(caught) == "100.0"
