from checker.model.spec import Stated
from checker.record import replace
from checker.rendering.register import register
from checker.rendering.wording import load_words
from tests.rendering.sample import assessment, at

WORDS = load_words()


def exhibits(**values):
    one = assessment()
    return {
        it.path: it
        for it in register(replace(one, spec=replace(one.spec, values=values or one.spec.values)), WORDS)
    }


def test_documents_tests_approvals_and_reviews_in_the_order_of_the_spec():
    assert list(exhibits()) == [
        "documents.d_csms",
        "documents.d_manual",
        "tests.t_dssad",
        "approvals.r157",
        "reviews.gb-44497-2024/manual",
    ]


def test_a_lapsed_certificate_says_so():
    it = exhibits()["documents.d_csms"]
    assert it.lapsed
    assert [date.en for date in it.dates] == ["issued 2023-10-01", "lapsed: was valid until 2026-09-30"]


def test_a_certificate_is_valid_on_its_last_day():
    it = exhibits(documents={"d": {"type": "certificate", "title": "x", "valid_until": "2026-11-20"}})
    assert not it["documents.d"].lapsed
    assert it["documents.d"].dates[0].en == "valid until 2026-11-20"


def test_what_relies_on_a_test():
    assert exhibits()["tests.t_dssad"].relied_on_by == ("data_recording.dssad.storage_capacity_events",)


def test_an_approval_of_the_same_key_is_not_relied_on():
    one = assessment()
    spec = replace(
        one.spec,
        values={"approvals": {"x": {"standard": "UN R157"}}, "tests": {"x": {"kind": "lab", "title": "t"}}},
        stated={"a.b": Stated(at(1), refs=("x",))},
    )
    by_path = {it.path: it.relied_on_by for it in register(replace(one, spec=spec), WORDS)}
    assert by_path == {"tests.x": ("a.b",), "approvals.x": ()}


def test_kinds_and_states_are_words():
    shown = exhibits()
    assert shown["tests.t_dssad"].kind.en == "laboratory test"
    assert shown["tests.t_dssad"].state.zh == "通过"
    assert shown["approvals.r157"].title.en == "UN R157"
    assert shown["reviews.gb-44497-2024/manual"].state.en == "conforms"


def test_unknown_kinds_and_states_are_shown_as_stated():
    it = exhibits(documents={"d": {"type": "<b>", "title": "x", "status": "odd"}})["documents.d"]
    assert (it.kind.en, it.state.en) == ("<b>", "odd")


def test_a_spec_without_evidence():
    assert exhibits(vehicle={}) == {}


def test_sections_that_are_no_maps_are_passed_over():
    assert exhibits(documents=[], tests={"t": "x"}) == {}
