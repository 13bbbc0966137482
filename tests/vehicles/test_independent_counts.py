"""Ten requirements over 1,189 vehicles: the verdicts are those of a script that knows nothing of checker."""

import ast
import itertools
from collections import Counter
from pathlib import Path

import pytest

from checker.cli.selection import rules_for
from checker.record import replace
from tests.vehicles import enriched_fleet, independent_counts
from tests.vehicles.court import AS_OF, findings_of
from tests.vehicles.independent_counts import TEN, TODAY, VERDICTS

STANDARDS = sorted({name.split("/")[0] for name in TEN} | {"un-r131-00", "un-r131-02"})  # every edition


@pytest.fixture(scope="module")
def vehicles():
    return enriched_fleet.fleet()


@pytest.fixture(scope="module")
def judged(vehicles, court):
    """Return the verdicts of every vehicle on the ten, as checker has them."""
    assert AS_OF == TODAY
    return [verdicts(court, vehicle) for vehicle in vehicles]


def verdicts(court, vehicle):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.vehicles.court.rules_for", lambda *asked: the_ten_of(rules_for(*asked)))
        (assessment,) = court.judge(vehicle, standard=STANDARDS).assessments
    return {finding.requirement.id: finding.verdict.value for finding in findings_of(assessment)}


def the_ten_of(rules):
    """Return the rules with ten requirements: what is said of the other 400 in these files costs a minute."""
    standards = tuple(replace(its, requirements=ten_of(its)) for its in rules.standards)
    whole = {its.id: [requirement.id in TEN for requirement in its.requirements] for its in rules.standards}

    def judge(id_):
        def of_the_ten(*asked):
            applies, rows = rules.judge(id_)(*asked)
            return applies, rows and tuple(itertools.compress(rows, whole[id_]))

        return of_the_ten

    return replace(rules, standards=standards, judge=judge)


def ten_of(standard):
    return tuple(requirement for requirement in standard.requirements if requirement.id in TEN)


@pytest.mark.parametrize("name", TEN)
def test_the_counts_are_those_of_the_independent_script(name, judged, vehicles):
    decide = TEN[name]
    ours, theirs = [one[name] for one in judged], [decide(vehicle) for vehicle in vehicles]

    differ = [
        (row, our, their) for row, (our, their) in enumerate(zip(ours, theirs, strict=True)) if our != their
    ]
    assert differ == []
    assert Counter(ours) == independent_counts.counts()[name]
    assert len(ours) == 1189


@pytest.mark.parametrize("name", TEN)
def test_each_of_the_ten_tells_vehicles_apart(name):
    its = independent_counts.counts()[name]

    assert set(its) <= set(VERDICTS)
    assert len(its) >= 3
    assert all(count >= 3 for count in its.values()), its


def test_every_verdict_is_reached():
    assert {verdict for its in independent_counts.counts().values() for verdict in its} == set(VERDICTS)


@pytest.mark.parametrize("module", [enriched_fleet, independent_counts])
def test_the_script_and_its_data_use_nothing_of_checker(module):
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert not [name for name in names if name.split(".")[0] == "checker"]


def test_what_is_made_up_leaves_the_real_values_alone():
    rows = enriched_fleet.fleet()

    assert rows == enriched_fleet.fleet()
    assert sum("kerb_kg" in row["vehicle"].get("masses", {}) for row in rows) == 982
    assert all(row["vehicle"]["markets"] for row in rows)
