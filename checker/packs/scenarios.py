"""The scenarios that a rule file names, and which of its requirements each of them needs."""

from collections.abc import Iterator
from typing import Any

from checker.documents import Document
from checker.errors import Problem
from checker.model.standard import Scenario
from checker.packs.references import requirements
from checker.packs.shapes import bilingual, listed, mapping, texts
from checker.packs.unknown import unknown
from checker.text import Text

#: What a requirement gives as its scenario where every scenario of the file needs it.
ALL = "all"
_SCENARIO = Text("scenario", "场景")


def read_scenarios(data: dict[str, Any]) -> tuple[Scenario, ...]:
    """Return the scenarios of a rule file that nothing is wrong with, in its order."""
    return tuple(
        Scenario(id_, bilingual(row["name"]), listed(row.get("clause"))) for id_, row in data.items()
    )


def scenarios_named(value: Any, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids that a requirement gives as its `scenario`, of those of its file."""
    return ids if value == ALL else listed(value)


def scenario_problems(document: Document) -> Iterator[Problem]:
    """Yield the scenarios that there are not, and what no scenario of a scenario set needs."""
    known = mapping(document.data, "scenarios")
    if ALL in known:
        what = Text("no scenario is called 'all': the word stands for each of them", "场景不得命名为“all”")
        mend = Text("give it another id", "请改用其他标识")
        yield Problem(document.place(("scenarios", ALL)), what, mend)
    for path, requirement in requirements(document):
        named = list(texts(requirement.get("scenario"), (*path, "scenario")))
        for at, id_ in named:
            if id_ not in known and not (id_ == ALL and known and len(at) == len(path) + 1):
                yield Problem(document.value_place(at), *(unknown(id_, known, _SCENARIO) if known else _NONE))
        if known and not named and document.data.get("kind") == "scenario_set":
            yield Problem(document.place(path), *_WHICH)


_NONE = (
    Text("the file names no scenarios", "文件没有列出场景"),
    Text("write them under `scenarios:`, or leave out scenario", "请在 scenarios 中列出，或删去 scenario"),
)
_WHICH = (
    Text("the requirement does not say which scenario needs it", "未注明该要求所属的场景"),
    Text("say scenario: an id of `scenarios`, a list, or all", "请填写 scenario：场景标识、列表或 all"),
)
