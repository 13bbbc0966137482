"""What identifies a report: its number, and the block that an auditor checks before reading on."""

import hashlib
from collections.abc import Mapping

from checker.model.assessment import Assessment, Judged
from checker.rendering.issue import BLANK, Issue
from checker.rendering.observed import localized
from checker.rendering.wording import Words
from checker.text import Text

#: A label and what stands beside it; "" is a blank to be filled in by hand.
Entry = tuple[Text, Text | str]


def report_number(judged: tuple[Judged, ...]) -> str:
    """Return a number that is equal exactly for equal inputs: ``ICV-20261120-1A2B3C4D``."""
    said = []
    for one in judged:
        said += [one.file, one.document]
        for assessment in one.assessments:
            profile = assessment.profile
            said += [assessment.spec.digest, assessment.spec.configuration.key, assessment.rules_digest]
            said += [profile.digest if profile else "", assessment.approval.kind, assessment.scope.en]
            said += [assessment.as_of, assessment.tool_version, assessment.score_model]
            said += [file.digest for file in assessment.waiver_files]
    digest = hashlib.sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()
    return f"ICV-{judged[0].assessments[0].as_of.replace('-', '')}-{digest[:8].upper()}"


def vehicle_name(assessment: Assessment) -> Text:
    """Return the name of the vehicle type, its id or its file where it has none."""
    vehicle = assessment.spec.values.get("vehicle")
    vehicle = vehicle if isinstance(vehicle, Mapping) else {}
    file = assessment.spec.file
    return localized(vehicle.get("name")) or localized(vehicle.get("id")) or Text(file, file)


def configuration_name(assessment: Assessment, words: Words) -> Text:
    """Return the name of what was judged: "the only one", "base", "full", or the variant's name."""
    configuration = assessment.spec.configuration
    if configuration.name:
        return words("report.configuration_named", name=configuration.name, key=configuration.key)
    key = configuration.key or "only"
    if f"configuration.{key}" in words:
        return words(f"configuration.{key}")
    return Text(key, key)


def control_block(judged: Judged, identity: str, words: Words, issue: Issue = BLANK) -> tuple[Entry, ...]:
    """Return the document control block: this issue, what was judged, by which rules, and who stands for it.

    ``identity`` is the number that the inputs give; it stands beside a number of the issuer's own.
    """
    assessment = judged.assessments[judged.decisive]
    entries = [
        *_issue(issue, identity),
        *_item(judged, words),
        *_rules_used(assessment, words),
        ("prepared", issue.prepared_by),
        ("reviewed", issue.reviewed_by),
        ("approved", issue.approved_by),
    ]
    return tuple((words(f"control.{key}"), value) for key, value in entries)


def _issue(issue: Issue, identity: str) -> list[tuple[str, Text | str]]:
    entries: list[tuple[str, Text | str]] = [("number", issue.number or identity)]
    if issue.number:
        entries.append(("identity", identity))
    entries += [("revision", issue.revision), ("supersedes", issue.supersedes)]
    if issue.changes:
        entries.append(("changes", "; ".join(issue.changes)))
    return [*entries, ("issued", issue.issued), ("issued_by", issue.issued_by), ("customer", issue.customer)]


def _item(judged: Judged, words: Words) -> list[tuple[str, Text | str]]:
    assessment = judged.assessments[judged.decisive]
    spec = assessment.spec
    version = [str(spec.values[key]) for key in ("spec_version", "spec_date") if spec.values.get(key)]
    return [
        ("vehicle", _vehicle(assessment)),
        ("spec_file", _file(judged, words)),
        ("spec_version", ", ".join(version) or "—"),
        ("spec_digest", digest(spec.digest)),
        ("configuration", configuration_name(assessment, words)),
    ]


def _rules_used(assessment: Assessment, words: Words) -> list[tuple[str, Text | str]]:
    profile = assessment.profile
    entries: list[tuple[str, Text | str]] = [
        ("as_of", assessment.as_of),
        ("rules", _rules(assessment, words)),
        ("rules_digest", digest(assessment.rules_digest)),
        ("profile", _profile(assessment, words)),
    ]
    if profile:
        purpose = [("profile_purpose", profile.purpose)] if profile.purpose else []
        entries += [*purpose, ("profile_digest", digest(profile.digest))]
    for file in assessment.waiver_files:
        told = words.count("waiver.file", len(file.waivers), file=file.file)
        entries += [("waivers", told), ("waivers_digest", digest(file.digest))]
    tool = words("report.tool", version=assessment.tool_version, model=assessment.score_model)
    return [
        *entries,
        ("approval", _approval(assessment, words)),
        ("decision_rule", words("report.decision_rule_short")),
        ("tool", tool),
    ]


def digest(text: str) -> str:
    """Return the hexadecimal digits of a digest."""
    return text.removeprefix("sha256:")


def _vehicle(assessment: Assessment) -> Text:
    vehicle = assessment.spec.values.get("vehicle")
    keys = ("manufacturer", "make", "model", "announcement_model", "category")
    facts = [str(vehicle[key]) for key in keys if vehicle.get(key)] if isinstance(vehicle, Mapping) else []
    name = vehicle_name(assessment)
    return Text(*(" · ".join([said, *dict.fromkeys(facts)]) for said in name))


def _file(judged: Judged, words: Words) -> Text:
    text = words("report.document", file=judged.file, n=judged.document)
    extended = judged.assessments[judged.decisive].spec.extended
    if not extended:
        return text
    return words("report.document_extends", document=text, files=", ".join(extended))


def _rules(assessment: Assessment, words: Words) -> Text:
    requirements = sum(len(result.standard.requirements) for result in assessment.results)
    return words("report.rules", standards=len(assessment.results), requirements=requirements)


def _profile(assessment: Assessment, words: Words) -> Text:
    profile = assessment.profile
    return (
        words("report.profile", title=profile.title, id=profile.id) if profile else words("report.no_profile")
    )


def _approval(assessment: Assessment, words: Words) -> Text:
    kind = words(f"approval.{assessment.approval.kind}")
    return words("report.approval", kind=kind, reason=assessment.approval.reason)
