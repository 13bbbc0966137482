"""The catalogue and the correspondence that come with the tool: complete, and true to what is known."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from checker.bundled import bundled
from checker.packs.catalogue import read_catalogue
from checker.packs.correspondence import read_correspondence
from checker.packs.entries import Entry
from checker.packs.folders import read_rule_files
from checker.packs.numbers import Numbers
from checker.packs.profiles import read_profiles
from checker.packs.standing import replaced_numbers, rule_files, status_on
from checker.record import replace
from tests.packs.test_numbers import entry

STANDARDS = bundled("standards")
FROZEN = json.loads((Path(__file__).parents[1] / "data" / "catalogue.json").read_text("utf-8"))
DAY = "2026-11-20"

#: Numbers that are printed in another way here: parts are named in the title.
OTHERWISE = {
    "GB/T 34590 (parts 1-12)": "GB/T 34590",
    "GB/T 28046 (1-5)": "GB/T 28046",
    "GB 5768.2/.3/.4/.5": "GB 5768.2-5768.5",
    "CAC Order 7": "CAC Order No. 7",
    "MIIT Tongzhuang 103-2021": "MIIT Tongzhuang [2021] No. 103",
    "MIIT Lian Tongzhuang 217-2023": "MIIT Lian Tongzhuang [2023] No. 217",
    "MIIT Lian Tongzhuang 45-2025": "MIIT Lian Tongzhuang [2025] No. 45",
    "ICV standard-system guide 2023": None,
    "Shenzhen ICV regulation": None,
    "Beijing AV regulation": None,
    "Shanghai Pudong driverless rule": None,
}
#: Rows whose dates are better known than in the list: the day where it has the year, from another fact.
BETTER_KNOWN = {
    "gb-t-44286-1-2024", "gb-t-44286-2-2024", "gb-t-44417-2024", "gb-t-45086-1-2024",
    "gb-t-45314-2025", "sz-icv-2022", "bj-av-2025",
}  # fmt: skip
#: Rows that are less sure here: another fact says that the number could not be identified.
LESS_SURE = {"gb-t-43758-1-2024", "gb-t-43758-2-2024"}
KINDS = {"DB": "local", "T/CSAE": "t-csae"}


class Rules(NamedTuple):
    """The rule files as written: loading them is what other tests do."""

    entries: dict[str, Entry]
    numbers: Numbers
    written: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def library():
    written = {}
    for file in read_rule_files([STANDARDS]):
        data = yaml.load(file.data, yaml.CBaseLoader)
        written[data["id"]] = data
    entries = {key: _entry(data) for key, data in written.items()}
    return Rules(entries, Numbers(entries.values()), written)


def _entry(data):
    known = entry(
        data["id"], data["number"], series=data.get("series"), aliases=tuple(data.get("aliases", ()))
    )
    return replace(known, requirements=tuple(one["id"] for one in data["requirements"]))


@pytest.fixture(scope="module")
def documents():
    return read_catalogue(STANDARDS, ("CN", "UNECE", "EU", "US"))


@pytest.fixture(scope="module")
def listed(documents):
    """Return the documents of cn.yaml, in its order, each with its frozen row."""
    own = [document for document in documents if document.place.file.endswith("/cn.yaml")]
    return list(zip(own, FROZEN, strict=True))


def test_there_are_133_chinese_documents(listed):
    assert len(listed) == len(FROZEN) == 133


def test_they_are_those_of_the_list_in_its_order(listed):
    for document, (number, *_) in listed:
        unnumbered = number.startswith("(") or number == "QC/T (draft)"
        wanted = None if unnumbered else OTHERWISE.get(number, number)
        assert (document.number and document.number.en) == wanted, document.id


def test_kinds_and_groups_are_those_of_the_list(listed):
    for document, (_, kind, *_, group, _) in listed:
        assert document.kind == KINDS.get(kind, kind.lower().replace("/", "-")), document.id
        assert document.group == group, document.id


def test_dates_are_those_of_the_list(listed):
    for document, (_, _, _, issued, in_force, *_) in listed:
        if document.status == "draft":  # dates of a plan or of a draft are no dates of issue
            assert (document.issued, document.in_force) == (None, None), document.id
        elif document.id not in BETTER_KNOWN:
            assert document.issued == issued, document.id
            assert document.in_force == (None if in_force == "not recorded" else in_force), document.id


def test_statuses_are_those_of_the_list(listed):
    for document, (_, _, status, *_) in listed:
        if status.startswith("superseded "):  # from a day to come
            assert document.status == "in_force", document.id
            assert document.ended == re.findall(r"\d{4}-\d\d-\d\d", status)[0], document.id
        elif status in ("draft", "consultation", "approval draft", "in work"):
            assert document.status == "draft", document.id
        else:
            assert document.status == status.partition(",")[0].replace(" ", "_"), document.id


def test_nothing_is_surer_than_in_the_list(listed):
    order = ("low", "medium", "high")
    better_read = {"gb-t-47031-2026"}  # its text and title were found in a second reading
    for document, (*_, confidence) in listed:
        if document.id in LESS_SURE:
            assert order.index(document.confidence) < order.index(confidence)
        elif document.id not in better_read:
            assert document.confidence == confidence, document.id


def test_every_rule_file_is_about_one_document_of_its_id(library, documents):
    """But for the regulation on automated driving, whose proposals are two documents with one text."""
    about = {one.id: rule_files(one, library.numbers, library.entries) for one in documents}

    assert about.pop("un-gtr-ads") in ((), ("un-ads",))
    assert {key: ids for key, ids in about.items() if ids not in ((), (key,))} == {}
    assert set(library.entries) - {key for ids in about.values() for key in ids} == set()


def test_dates_agree_with_the_rule_files(library, documents):
    """Day of issue: where both know it, they say the same."""
    for document in documents:
        dates = library.written.get(document.id, {}).get("dates", [])
        rows_ = [dates] if isinstance(dates, dict) else dates
        published = {row["published"] for row in rows_ if "published" in row}
        late = document.id == "miit-2025-45"  # dated three days before it was published
        if document.issued and published and document.market == "CN" and not late:
            assert published == {document.issued}, document.id


def test_a_document_without_a_title_says_so_and_is_not_sure(documents):
    bare = [document for document in documents if document.title is None]

    assert bare
    assert all(document.confidence != "high" for document in bare if document.subject is None)


def test_titles_are_in_the_language_that_they_say(documents):
    for document in documents:
        for text in (document.title, document.subject, document.note):
            if text:
                assert re.search("[\u4e00-\u9fff]", text.zh), (document.id, text.zh)
                assert not re.search("[\u4e00-\u9fff]", text.en), (document.id, text.en)


@pytest.mark.parametrize("number", ["44433", "44434", "39625", "43596"])
def test_numbers_that_circulate_and_mean_nothing_are_not_listed(number, documents):
    assert not any(number in (document.number or ("",))[0] for document in documents)


@pytest.mark.parametrize(
    ("id_", "word"),
    [
        ("gb-t-39265-2020", "blind spot"),
        ("gb-t-41797-2022", "attention"),
        ("gb-t-44721-2024", "automated driving"),
        ("gb-44495-2024", "cybersecurity"),
    ],
)
def test_numbers_that_circulate_with_another_meaning_have_their_own(id_, word, documents):
    (document,) = (document for document in documents if document.id == id_)

    assert document.title is not None
    assert word in document.title.en.lower()


@pytest.mark.parametrize("id_", ["gb-47955-2026", "gb-44721-2026"])
def test_a_number_whose_final_text_was_not_read_says_so(id_, documents):
    (document,) = (document for document in documents if document.id == id_)

    assert document.note is not None
    assert "the final text was not read" in document.note.en


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2026-11-20", {"gb-47955-2026": "issued", "gb-t-39901-2021": "in_force", "un-r157-00": "in_force"}),
        ("2027-01-01", {"gb-47955-2026": "in_force", "gb-44721-2026": "issued"}),
        ("2027-07-01", {"gb-44721-2026": "in_force", "gb-t-44721-2024": "superseded"}),
        ("2028-01-01", {"gb-t-39901-2021": "superseded", "un-r157-00": "superseded"}),
        (
            "2026-01-01",
            {"gb-17675-2025": "issued", "gb-44495-2024": "in_force", "gb-47955-2026": "not_issued"},
        ),
        ("2022-07-05", {"eu-2012-347": "in_force", "eu-2019-2144": "issued"}),
        ("2022-07-06", {"eu-2012-347": "withdrawn", "eu-2019-2144": "in_force"}),
    ],
)
def test_the_status_moves_with_the_day(day, statuses, documents):
    replaced = replaced_numbers(documents)
    found = {document.id: status_on(document, day, replaced) for document in documents}

    assert {key: found[key] for key in statuses} == statuses


def test_correspondence_names_what_is_there(library, documents):
    pairs = read_correspondence(STANDARDS, {*library.entries, *(document.id for document in documents)})
    found = {(pair.standard, pair.counterpart) for pair in pairs}

    assert {
        ("gb-44495-2024", "un-r155"),
        ("gb-44496-2024", "un-r156"),
        ("gb-44497-2024", "un-r157-00"),
        ("gb-44497-2024", "un-r157-01"),
        ("gb-47955-2026", "un-r171"),
        ("gb-39901-2025", "un-r152"),
    } <= found


def test_clauses_that_were_inferred_are_not_sure(library, documents):
    pairs = read_correspondence(STANDARDS, {*library.entries, *(document.id for document in documents)})

    assert all(pair.clauses_confidence == "low" for pair in pairs if pair.clauses)


def test_the_recorder_corresponds_to_a_part_only(library, documents):
    pairs = read_correspondence(STANDARDS, {*library.entries, *(document.id for document in documents)})

    for pair in pairs:
        if pair.standard == "gb-44497-2024":
            assert pair.part is not None
            assert "paragraph 8" in pair.part.en


@pytest.fixture(scope="module")
def profiles(library):
    return {profile.id: profile for profile in read_profiles(STANDARDS, library.entries)}


def test_the_profiles_that_come_with_the_tool(profiles):
    assert {"ads-china", "c-v2x-day-1", "china-m1-l2", "eu-m1", "robotaxi-pilot", "un-ads"} <= set(profiles)


def test_each_says_what_it_is_for_and_why_it_switches_off(profiles):
    for profile in profiles.values():
        assert profile.purpose is not None, profile.id
        assert profile.standards, profile.id
        assert re.search("[\u4e00-\u9fff]", profile.purpose.zh), profile.id
        for reason in profile.off.values():
            assert len(reason.en) > 20, profile.id


def test_what_is_switched_off_is_no_shall(profiles, library):
    """Else nothing could ever conform by the profile."""
    for profile in profiles.values():
        for full in profile.off:
            standard, _, id_ = full.partition("/")
            (found,) = (one for one in library.written[standard]["requirements"] if one["id"] == id_)
            assert found.get("obligation") in ("should", "may"), full


def test_what_is_switched_off_is_in_a_standard_that_is_looked_at(profiles):
    for profile in profiles.values():
        assert {full.partition("/")[0] for full in profile.off} <= set(profile.standards), profile.id
