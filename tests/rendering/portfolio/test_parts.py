"""What several vehicles share, and in what they differ, before it is a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.assessment import Advice
from checker.model.finding import Verdict
from checker.record import replace
from checker.rendering.portfolio.gaps import GAPS, gaps_of, in_every_vehicle
from checker.rendering.portfolio.grid import ABREAST, grids_of, left_out, seats_of
from checker.rendering.portfolio.levels import shares_of
from checker.rendering.portfolio.variants import variants_of
from checker.rendering.portfolio.view import portfolio_of
from checker.rendering.verdicts import SHAPES
from checker.rendering.view import view
from tests.rendering.portfolio.fleets import WORDS, climbing, fleet, single, with_all
from tests.rendering.sample import judged, plain

FAILED = "gb-44497-2024/type-1-event-capacity"


def grids(*documents):
    return grids_of(seats_of(documents, WORDS), WORDS)


def gaps(*documents):
    return gaps_of(seats_of(documents, WORDS), WORDS)


def with_advice(one, *paths):
    assessment = replace(one.assessments[0], advice=tuple(Advice(path, ("a",)) for path in paths))
    return replace(one, assessments=(assessment,))


class TestGrid:
    """Vehicles by standard."""

    def test_the_configuration_that_decides_comes_first(self):
        columns = grids(*fleet())[0].columns

        assert [(c.name.en, c.configuration.en if c.configuration else None) for c in columns] == [
            ("Yunzhou X9", "full (all option packages)"),
            ("Yunzhou X9", "base (no option package)"),
            ("Single", None),
            ("Cart <L2>", None),
        ]
        assert [c.anchor for c in columns] == ["vehicle-1", "variants-1", "vehicle-2", "vehicle-3"]

    def test_a_cell_leads_to_the_findings_of_its_vehicle(self):
        (first, *_) = grids(*fleet())[0].lines

        assert first.number.en == "GB 44497-2024"
        assert [cell.anchor for cell in first.cells] == [
            "v1-gb-44497-2024",
            "variants-1",
            "v2-gb-44497-2024",
            "",
        ]

    def test_a_cell_is_a_shape_and_a_word(self):
        cells = grids(*fleet())[0].lines[0].cells

        assert [(cell.shape, cell.word.en) for cell in cells] == [
            ("■", "Does not conform"),
            ("■", "Does not conform"),
            ("■", "Does not conform"),
            ("○", "not looked at"),
        ]
        assert cells[2].says.en == "GB 44497-2024, Single: Does not conform"
        assert "云舟 X9" in cells[1].says.zh

    def test_what_stands_between_it_and_conformity_is_counted(self):
        cells = grids(*fleet())[0].lines[0].cells

        assert cells[0].counts.en == "■ 1 Fail, ▲ 3 Unknown, ◆ 1 Review"
        assert cells[0].counts.zh == "■ 1 条不符合、▲ 3 条信息不足、◆ 1 条待人工确认"

    def test_what_is_met_has_nothing_to_count(self):
        one = with_all(single(), Verdict.PASS)

        assert all(cell.counts is None for cell in (line.cells[0] for line in grids(one, plain())[0].lines))

    def test_applicability_that_is_open_leads_to_the_limits(self):
        line = next(line for line in grids(*fleet())[0].lines if line.number.en == "GB/T 41630-2022")

        assert (line.cells[2].word.en, line.cells[2].anchor) == ("applicability open", "limits-2")

    def test_a_standard_that_applies_to_none_is_counted_only(self):
        lines = [line.number.en for grid in grids(*fleet()) for line in grid.lines]

        assert "UN R157 (01 series)" not in lines
        assert left_out(seats_of(fleet(), WORDS)) == 2

    def test_a_taxonomy_wears_its_worst_verdict(self):
        one = single()
        assessment = one.assessments[0]
        levels = replace(assessment.results[0].standard, kind="taxonomy")
        results = (replace(assessment.results[0], standard=levels), *assessment.results[1:])
        one = replace(one, assessments=(replace(assessment, results=results),))

        assert grids(one, plain())[0].lines[0].cells[0].word.en == "Fail"

    @given(st.integers(2, 23))
    def test_tables_are_of_about_the_same_width(self, vehicles):
        widths = [len(grid.columns) for grid in grids(*([single()] * vehicles))]

        assert sum(widths) == vehicles
        assert max(widths) <= ABREAST
        assert max(widths) - min(widths) < max(2, len(widths))

    def test_every_shape_is_that_of_a_verdict(self):
        cells = [cell for grid in grids(*fleet()) for line in grid.lines for cell in line.cells]

        assert all(SHAPES[cell.look] == cell.shape for cell in cells)

    def test_every_cell_leads_to_an_anchor_that_the_report_has(self):
        report = view(fleet(), WORDS)
        known = {chapter.anchor for vehicle in report.vehicles for chapter in vehicle.chapters}
        known |= {f"limits-{vehicle.index}" for vehicle in report.vehicles} | {"variants-1", ""}

        assert {c.anchor for g in report.portfolio.grids for line in g.lines for c in line.cells} <= known


class TestLevels:
    """The share of each level."""

    def test_each_vehicle_counts_by_its_highest_level(self):
        shares = shares_of(seats_of((climbing(2, 3), climbing(2), climbing()), WORDS), WORDS)

        assert [(share.label.en.partition(" (")[0], share.claimed, share.supported) for share in shares] == [
            ("level 3", 1, 0),
            ("level 2", 1, 1),
            ("level 1", 0, 1),
            ("no level", 1, 1),
        ]

    @given(st.lists(st.lists(st.integers(1, 5), max_size=3), min_size=2, max_size=8))
    def test_every_vehicle_counts_once(self, levels):
        shares = shares_of(seats_of([climbing(*one) for one in levels], WORDS), WORDS)

        assert sum(share.claimed for share in shares) == len(levels)
        assert sum(share.supported for share in shares) == len(levels)
        assert sum(share.claimed_share for share in shares) == pytest.approx(100, abs=0.1)

    def test_a_bar_can_be_read_out(self):
        share = shares_of(seats_of((climbing(3), climbing(3)), WORDS), WORDS)[0]

        assert share.alternative.en == (
            "level 3 (conditionally automated driving): claimed by 2 of 2 vehicles, supported for 0"
        )


class TestGaps:
    """What many vehicles lack."""

    def test_a_field_of_one_vehicle_is_not_common(self):
        assert gaps(judged(), plain()).missing == ()

    def test_fields_that_most_vehicles_miss_come_first(self):
        found = gaps(
            with_advice(single("A"), "x.a", "x.b"),
            with_advice(single("B"), "x.b", "x.c"),
            with_advice(single("C"), "x.b", "x.c"),
        )

        assert [(one.path, len(one.where), one.requirements) for one in found.missing] == [
            ("x.b", 3, 3),
            ("x.c", 2, 2),
        ]
        assert [(at.name.en, at.anchor) for at in found.missing[1].where] == [
            ("B", "advice-2"),
            ("C", "advice-3"),
        ]

    def test_a_feature_has_another_name_in_every_spec(self):
        found = gaps(
            with_advice(single("A"), "automation_features.pilot.odd.roads"),
            with_advice(single("B"), "automation_features.chauffeur.odd.roads"),
        )

        assert [one.path for one in found.missing] == ["automation_features.*.odd.roads"]

    @pytest.mark.parametrize("path", ["automation_features", "vehicle.name", "x.automation_features.a.b"])
    def test_other_paths_stay_as_they_are(self, path):
        assert in_every_vehicle(path) == path

    def test_several_features_of_one_vehicle_are_one_vehicle(self):
        one = with_advice(single("A"), "automation_features.a.level", "automation_features.b.level")

        assert gaps(one, with_advice(single("B"))).missing == ()

    def test_many_are_counted(self):
        paths = [f"x.f{i}" for i in range(GAPS + 3)]
        found = gaps(with_advice(single("A"), *paths), with_advice(single("B"), *paths))

        assert (len(found.missing), found.more_missing) == (GAPS, 3)

    def test_a_requirement_that_several_fail_leads_to_each(self):
        (failed,) = gaps(judged(), single()).failed

        assert (failed.id, failed.clause, failed.number.en) == (FAILED, "4.5.2 a)", "GB 44497-2024")
        assert [at.anchor for at in failed.where] == [
            "v1-gb-44497-2024-type-1-event-capacity",
            "v2-gb-44497-2024-type-1-event-capacity",
        ]

    def test_a_requirement_that_one_fails_is_not_common(self):
        assert gaps(judged(), with_all(single(), Verdict.PASS)).failed == ()


class TestVariants:
    """In what configurations differ."""

    def test_one_configuration_differs_from_nothing(self):
        assert variants_of(single(), 1, WORDS) is None

    def test_a_requirement_with_its_verdict_in_each(self):
        found = variants_of(judged(), 4, WORDS)

        assert [variant.decisive for variant in found.variants] == [False, True]
        (difference,) = found.differences
        assert (difference.id, difference.anchor) == (FAILED, "v4-gb-44497-2024-type-1-event-capacity")
        assert [(mark.shape, mark.word.en) for mark in difference.marks] == [("●", "Pass"), ("■", "Fail")]

    def test_a_standard_that_one_alone_is_judged_by_is_named_and_its_requirements_are_no_difference(self):
        one = judged()
        base, full = one.assessments
        base = replace(base, results=base.results[1:])
        found = variants_of(replace(one, assessments=(base, full)), 1, WORDS)

        assert found.differences == ()
        assert [text.en for text in found.only] == [
            "Only full (all option packages) is judged by: GB 44497-2024."
        ]

    def test_equal_configurations(self):
        one = judged()
        found = variants_of(replace(one, assessments=(one.assessments[1],) * 2), 1, WORDS)

        assert (found.differences, found.only, found.more) == ((), (), 0)


class TestWhole:
    """A portfolio is of several."""

    def test_one_vehicle_has_none(self):
        assert portfolio_of((judged(),), WORDS) is None
        assert view(judged(), WORDS).portfolio is None

    def test_several_have_one(self):
        found = portfolio_of(fleet(), WORDS)

        assert found.vehicles == 3
        assert [one.index for one in found.variants] == [1]
        assert portfolio_of(fleet(), WORDS) == found
