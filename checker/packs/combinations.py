"""Which keys of a requirement go together, and what `for_each` may say of nothing."""

from collections.abc import Iterator
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.packs.references import requirements
from checker.text import Text

#: What no member means where the rule does not say: sections of a spec -> `if_none`.
IF_NONE = {
    "automation_features": "not_applicable",
    "documents": "unknown",
    "tests": "unknown",
    "reviews": "unknown",
}
#: Sections that show what is known of a vehicle: leaving them out must never take a requirement away.
SHOWN = ("documents", "tests", "reviews")


def combination_problems(document: Document) -> Iterator[Problem]:
    """Yield what each requirement combines that does not go together."""
    taxonomy = document.data.get("kind") == "taxonomy"
    for path, requirement in requirements(document):
        if "rung" in requirement:
            yield from _rung_problems(document, path, requirement, taxonomy=taxonomy)
        if "weight" in requirement and ("rung" in requirement or requirement.get("obligation") == "may"):
            what = Text("a rung and a `may` have no points", "等级阶梯要求和“可”类要求不计分")
            yield Problem(document.place((*path, "weight")), what, Text("leave out weight", "请删去 weight"))
        if isinstance(requirement.get("for_each"), str):
            yield from _if_none_problems(document, path, requirement)


def if_none(requirement: dict[str, Any]) -> str | None:
    """Return what no member means, said or by default; None where it has to be said."""
    said = requirement.get("if_none")
    return said if isinstance(said, str) else IF_NONE.get(section(requirement["for_each"]))


def section(path: str) -> str:
    """Return the section of a spec that a path begins in."""
    return path.strip().partition(".")[0].strip()


def _rung_problems(
    document: Document, path: Path_, requirement: dict[str, Any], *, taxonomy: bool
) -> Iterator[Problem]:
    place = document.place((*path, "rung"))
    if not taxonomy:
        what = Text("only a taxonomy has rungs", "仅分级标准（taxonomy）可使用 rung")
        yield Problem(
            place, what, Text("say kind: taxonomy, or leave out rung", "请写 kind: taxonomy，或删去 rung")
        )
    if str(requirement.get("for_each")).strip() != "automation_features":
        what = Text("a rung is judged for every feature", "rung 须对每项功能分别判定")
        mend = Text(
            "write for_each: automation_features, as: f", "请写 for_each: automation_features 和 as: f"
        )
        yield Problem(place, what, mend)


def _if_none_problems(document: Document, path: Path_, requirement: dict[str, Any]) -> Iterator[Problem]:
    inside = section(requirement["for_each"])
    said = if_none(requirement)
    if said is None:
        yield Problem(
            document.place((*path, "for_each")),
            Text(
                f"the rule does not say what it means if there is none in '{inside}'",
                f"规则未说明“{inside}”中没有成员时的结果",
            ),
            Text(
                "say if_none: unknown, not_applicable or violated",
                "请填写 if_none：unknown、not_applicable 或 violated",
            ),
        )
    elif inside in SHOWN and said == "not_applicable":
        yield Problem(
            document.value_place((*path, "if_none")),
            Text(
                f"leaving out all {inside} would take the requirement away",
                f"删去全部 {inside} 会使该要求不再适用",
            ),
            Text("say unknown, or violated", "请改为 unknown 或 violated"),
        )
