"""Profiles: which standards are looked at for a purpose, and what an organisation has verified."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

from checker.documents import Document, Path_, read_documents
from checker.errors import Invalid, Problem
from checker.model.standard import Profile
from checker.packs.digests import digest_of
from checker.packs.entries import Entry
from checker.packs.folders import PROFILES, Folder, read_bytes, shown_as, unreadable
from checker.packs.shapes import bilingual, bilingual_or_none, mapping, texts
from checker.packs.unknown import unknown
from checker.schemas.structure import structure_problems
from checker.text import Text

_STANDARD = Text("standard", "标准")
_REQUIREMENT = Text("requirement", "要求")


def load_profile(data: bytes, file: str, entries: Mapping[str, Entry]) -> Profile:
    """Return a profile; raises Invalid with every problem, standards that are not known included."""
    documents = read_documents(data, file, name_hint="yaml")
    problems = list(structure_problems(documents, "profile", file))
    if documents and isinstance(documents[0].data, dict):
        problems += _problems(documents[0], entries)
    if problems:
        raise Invalid(problems)
    return _profile(documents[0].data, digest_of(data))


def read_profiles(folder: Folder, entries: Mapping[str, Entry]) -> tuple[Profile, ...]:
    """Return the profiles in `profiles` of a folder, by id; raises Invalid with all problems of all."""
    found: list[Profile] = []
    problems: list[Problem] = []
    for name in profile_names(folder):
        shown = f"{shown_as(folder)}/{PROFILES}/{name}.yaml"
        try:
            data = read_bytes(f"{os.fspath(folder)}/{PROFILES}/{name}.yaml")
            found.append(load_profile(data, shown, entries))
        except Invalid as invalid:
            problems += invalid.problems
        except OSError as error:
            problems.append(unreadable(shown, error))
    if problems:
        raise Invalid(problems)
    return tuple(found)


def profile_names(folder: Folder) -> list[str]:
    """Return the ids of the profiles in a folder, sorted."""
    path = f"{os.fspath(folder)}/{PROFILES}"
    names = os.listdir(path) if os.path.isdir(path) else []
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def _profile(data: dict[str, Any], digest: str) -> Profile:
    verified = data.get("verified", {})
    return Profile(
        id=data["id"],
        title=bilingual(data["title"]),
        digest=digest,
        standards=tuple(data.get("standards", ())),
        off={key: bilingual(reason) for key, reason in data.get("off", {}).items()},
        gate=tuple(data.get("gate", ())),
        verified={key: tuple(record["requirements"].items()) for key, record in verified.items()},
        compared={key: (record["by"], record["on"], record["edition"]) for key, record in verified.items()},
        purpose=bilingual_or_none(data.get("purpose")),
    )


def _problems(document: Document, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    for key in ("standards", "gate"):
        for path, standard in texts(document.data.get(key), (key,)):
            if standard not in entries:
                yield Problem(document.place(path), *unknown(standard, entries, _STANDARD))
    yield from _outside(document)
    for full in mapping(document.data, "off"):
        standard, _, requirement = full.partition("/")
        yield from _requirement_problem(document, ("off", full), (standard, requirement), entries)
    for standard, record in mapping(document.data, "verified").items():
        if standard not in entries:
            yield Problem(document.place(("verified", standard)), *unknown(standard, entries, _STANDARD))
            continue
        for requirement in mapping(record, "requirements"):
            path = ("verified", standard, "requirements", requirement)
            yield from _requirement_problem(document, path, (standard, requirement), entries)


def _outside(document: Document) -> Iterator[Problem]:
    """Yield the standards of the gate that the profile does not look at."""
    chosen = [standard for _, standard in texts(document.data.get("standards"), ())]
    for path, standard in texts(document.data.get("gate"), ("gate",)):
        if chosen and standard not in chosen:
            what = Text(
                f"'{standard}' is in the gate and not among the standards",
                f"“{standard}”在 gate 中，但不在 standards 中",
            )
            yield Problem(document.place(path), what, Text("add it to standards", "请加入 standards"))


def _requirement_problem(
    document: Document, path: Path_, name: tuple[str, str], entries: Mapping[str, Entry]
) -> Iterator[Problem]:
    standard, requirement = name
    if standard not in entries:
        yield Problem(document.place(path), *unknown(standard, entries, _STANDARD))
    elif requirement not in entries[standard].requirements:
        yield Problem(
            document.place(path), *unknown(requirement, entries[standard].requirements, _REQUIREMENT)
        )
