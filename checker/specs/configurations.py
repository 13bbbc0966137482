"""Configurations: one for each variant, or base and full where there are options and no variants."""

from collections.abc import Iterable, Mapping
from typing import Any

from checker.documents import Document, Path_
from checker.documents.document import Marks
from checker.errors import Problem
from checker.model.spec import Configuration
from checker.record import Record, replace
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.fields import Field
from checker.specs.laying import lay_over
from checker.specs.marks import inside
from checker.specs.qualifying import Option, Qualified
from checker.specs.statements import as_text
from checker.text import Text

#: What a variant says of itself that the vehicle of the file says too.
_IDENTITY = ("markets", "type", "variant", "version")
#: Characters of the file times variants; more takes too long to be of use.
MAX_WORK = 20_000_000

BASE = Configuration("base", Text("no option package", "无选装包"))


class Plan(Record):
    """One variant before its options are settled."""

    configuration: Configuration
    document: Document  # the file with all that this variant changes
    overridden: bool  # more was changed than its identity, which the schema has seen


def plans(document: Document, schema: Field) -> tuple[list[Plan], list[Problem]]:
    """Return a plan for each variant of a document, and what is wrong with those that have none."""
    variants: dict[str, Any] = document.data.get("variants", {})
    if len(document.source.text) * len(variants) > MAX_WORK:
        place = document.place(("variants",))
        what = Text(
            f"{len(variants)} variants of so long a file are too many",
            f"文件过长，变型过多（{len(variants)} 个）",
        )
        return [], [Problem(place, what, Text("split the file", "请拆分文件"))]
    made, problems = [], []
    whole = without_variants(document)
    for key, variant in variants.items():
        line = _line_of_descent(key, variants)
        if isinstance(line, _BrokenLine):
            problems.append(line.problem(document, variants))
            continue
        laid = whole
        for each in line:
            for overlay in _overlays(document, each):
                laid = lay_over(laid, overlay, schema)
        stated = [variants[each]["packages"] for each in line if "packages" in variants[each]]
        packages = tuple(stated[-1]) if stated else ()
        overridden = any("overrides" in variants[each] for each in line)
        made.append(Plan(Configuration(key, as_text(variant["name"]), packages), laid, overridden))
    return made, problems


def without_variants(document: Document) -> Document:
    """Return the document as it is apart from its variants."""
    return replace(document, data={key: item for key, item in document.data.items() if key != "variants"})


class _BrokenLine(Record):
    """A variant whose `based_on` leads nowhere, or in a circle."""

    at: str
    to: str
    circle: bool

    def problem(self, document: Document, variants: Mapping[str, Any]) -> Problem:
        place = document.value_place(("variants", self.at, "based_on"))
        if self.circle:
            what = Text(
                f"variant '{self.at}' is based on itself in the end", f"变型“{self.at}”最终基于其自身"
            )
            return Problem(place, what, Text("take the circle apart", "请消除循环"))
        what = Text(f"there is no variant '{self.to}'", f"没有变型“{self.to}”")
        return Problem(place, what, did_you_mean(self.to, variants.keys() - {self.at}))


def _line_of_descent(key: str, variants: Mapping[str, Any]) -> "list[str] | _BrokenLine":
    """Return a variant and all that it is based on, the oldest first."""
    line = [key]
    while "based_on" in variants[line[-1]]:
        base = variants[line[-1]]["based_on"]
        if base not in variants or base in line:
            return _BrokenLine(line[-1], base, base in line)
        line.append(base)
    return line[::-1]


def _overlays(document: Document, key: str) -> Iterable[Document]:
    """Yield what a variant says, as documents to be laid over the file: itself, then its overrides."""
    variant = document.data["variants"][key]
    marks = inside(inside(document.marks)["variants"])[key]
    its = inside(marks)
    identity = {name: variant[name] for name in _IDENTITY if name in variant}
    if identity:
        vehicle: Marks = (marks[0], marks[1], {name: its[name] for name in identity})
        yield replace(
            document,
            data={"vehicle": identity},
            marks=(document.marks[0], document.marks[1], {"vehicle": vehicle}),
        )
    if "overrides" in variant:
        overrides = its["overrides"]
        yield replace(
            document,
            data=variant["overrides"],
            marks=(document.marks[0], document.marks[1], overrides[2]),
        )


def base_and_full(found: Qualified) -> tuple[Configuration, ...]:
    """Return the configurations of a file without variants: one, or two where things are optional."""
    if not found.optional:
        return (Configuration(""),)
    packages = tuple(sorted({item.package for item in found.optional if item.package is not None}))
    return BASE, Configuration("full", Text("all option packages", "全部选装包"), packages)


def fitted_out(found: Qualified, configuration: Configuration) -> dict[str, Any]:
    """Return the values with every option settled as the configuration has it; `found` stays as it is.

    What is part of a thing that is not fitted is not fitted either.
    """
    values = found.values
    for option in found.optional:
        has_it = option.package in configuration.packages if option.package else configuration.key == "full"
        values = _with_fitment(values, option.path.split("."), "standard" if has_it else "not_fitted")
    for part, whole in found.nested:  # the outer ones first
        if _fitment(values, whole) == "not_fitted" and _fitment(values, part) == "standard":
            values = _with_fitment(values, part.split("."), "not_fitted")
    return values


def _fitment(values: Mapping[str, Any], path: str) -> Any:
    thing: Any = values
    for key in path.split("."):
        thing = thing[key]
    return thing.get("fitment")


def _with_fitment(values: Mapping[str, Any], keys: list[str], fitment: str) -> dict[str, Any]:
    if not keys:
        return {**values, "fitment": fitment}
    return {**values, keys[0]: _with_fitment(values[keys[0]], keys[1:], fitment)}


def undecided(options: Iterable[Option], document: Document) -> list[Problem]:
    """Return a problem for each option that names no package, where variants choose by package."""
    return [
        Problem(
            document.source.place(option.offset),
            Text(
                f"{option.path}: optional, but no package brings it, so no variant can have it",
                f"{option.path}：标为选配但未注明选装包，无法确定哪个变型装备",
            ),
            Text("add `package`, or say standard or not_fitted", "请补充 package，或写 standard、not_fitted"),
        )
        for option in options
        if option.package is None
    ]


def unknown_packages(document: Document, known: Iterable[str]) -> list[Problem]:
    """Return a problem for each package of a variant that nothing in the file comes with."""
    packages = set(known)
    problems = []
    for key, variant in document.data.get("variants", {}).items():
        for index, package in enumerate(variant.get("packages", ())):
            if package not in packages:
                path: Path_ = ("variants", key, "packages", index)
                what = Text(
                    f"nothing comes with the package '{package}'", f"没有任何配置属于选装包“{package}”"
                )
                problems.append(Problem(document.value_place(path), what, _packages(package, packages)))
    return problems


def _packages(package: str, known: set[str]) -> Text:
    return did_you_mean(package, known) or Text(
        "write `package` beside the fitment of what it brings", "请在相应配置的 fitment 旁写 package"
    )
