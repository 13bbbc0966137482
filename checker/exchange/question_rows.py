"""Answers to questions -> `reviews` of the spec."""

from collections.abc import Iterator, Mapping
from typing import Any

from checker.errors import Problem
from checker.evaluation.answering import WantedDigests
from checker.exchange.answers import VERDICTS, Row
from checker.exchange.edits import Edit
from checker.exchange.situation import Situation, day
from checker.model.standard import Requirement, Standard
from checker.schemas.did_you_mean import did_you_mean
from checker.text import Text

_AGAIN = Text(
    "write the checklist again and look at the question anew",
    "请重新生成检查表，并重新确认该问题",
)


def question_edits(
    row: Row, situation: Situation, wanted: WantedDigests, documents: Mapping[str, Any]
) -> Iterator[Edit | Problem]:
    """Yield what an answer puts into the spec, and all that is wrong with it; nothing where it stands there.

    ``documents`` are those that other rows bring. Whether its digest is current is asked by `outdated`.
    """
    found = situation.requirement(row)
    refs = situation.refs(row, documents)
    problems = [*_unfit(row, situation), *(one for one in (found, refs) if isinstance(one, Problem))]
    yield from problems
    if problems or isinstance(found, Problem) or isinstance(refs, Problem):
        return
    answer = _answer(row, situation, refs)
    earlier = situation.whole.get("reviews", {}).get(row.about)
    if earlier is None:
        yield Edit(("reviews", row.about), answer, row)
        return
    if _compared(earlier) == _compared(answer):
        return
    if row.about not in situation.own.get("reviews", {}):
        yield _elsewhere(row)
        return
    current = [one for one in _digests(earlier) if one in wanted.of(*found)]
    kept = [one for one in current if one not in row.several("digest")]
    if len(kept) < len(current) or (kept and earlier.get("verdict") != answer["verdict"]):
        yield _answered_already(row, earlier)
        return
    yield Edit(
        ("reviews", row.about), {**answer, "digest": _one_or_more([*kept, *row.several("digest")])}, row
    )


def outdated(
    row: Row, asked: tuple[Requirement, Standard], before: WantedDigests, after: WantedDigests
) -> Problem | None:
    """Return why an answer no longer fits: the requirement or what it reads changed, or changes with it."""
    digests = set(row.several("digest"))
    if digests <= set(after.of(*asked)):
        return None
    if digests <= set(before.of(*asked)):
        what = Text(
            "another row of this file changes a value that the question was asked about",
            "本文件的其他行更改了该问题所依据的数值",
        )
        mend = Text(
            "leave this answer empty, bring the values in first, and write the checklist again",
            "请先清空该结论并导入数值，再重新生成检查表",
        )
        return Problem(row.at("digest"), what, mend)
    what = Text(
        f"{row.about}: the requirement, or a value that it reads, changed since the question was asked",
        f"{row.about}：自提出问题以来，要求或其读取的数值已变更",
    )
    return Problem(row.at("digest"), what, _AGAIN)


def _unfit(row: Row, situation: Situation) -> Iterator[Problem]:
    verdict = row.cells.get("verdict")
    if verdict is None:
        yield _missing(
            row, "verdict", Text(f"write one of: {', '.join(VERDICTS)}", f"可填：{'、'.join(VERDICTS)}")
        )
    elif verdict not in VERDICTS:
        what = Text(f"verdict: '{verdict}' is none of the answers", f"verdict：“{verdict}”不是可选结论")
        yield Problem(row.at("verdict"), what, did_you_mean(str(verdict), VERDICTS))
    if not isinstance(row.cells.get("by", situation.by), str):
        yield _missing(row, "by", Text("say who answered", "请填写确认人"))
    if row.cells.get("date", situation.on) is None:
        yield _missing(row, "date", Text("say on which day", "请填写确认日期"))
    wrong = day(row, "date")
    if wrong:
        yield wrong
    if not row.several("digest"):
        what = Text(
            "the row has no digest, so nobody can tell what was asked about",
            "该行没有摘要值，无法确定所确认的内容",
        )
        mend = Text("answer a checklist that was made for the spec", "请使用为该规格文件生成的检查表")
        yield Problem(row.place, what, mend)


def _missing(row: Row, column: str, mend: Text) -> Problem:
    return Problem(
        row.at(column), Text(f"{row.about}: `{column}` is missing", f"{row.about}：缺少 {column}"), mend
    )


def _answer(row: Row, situation: Situation, refs: tuple[str, ...]) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "verdict": row.cells["verdict"],
        "by": row.cells.get("by", situation.by),
        "date": str(row.cells.get("date", situation.on)),
    }
    if refs:
        answer["ref"] = _one_or_more(refs)
    answer["digest"] = _one_or_more(row.several("digest"))
    if "note" in row.cells:
        answer["note"] = row.cells["note"]
    return answer


def _one_or_more(items: Any) -> Any:
    return items[0] if len(items) == 1 else list(items)


def _digests(answer: Mapping[str, Any]) -> list[str]:
    digests = answer.get("digest", [])
    return [digests] if isinstance(digests, str) else list(digests)


def _compared(answer: Mapping[str, Any]) -> dict[str, Any]:
    refs = answer.get("ref", ())
    return {
        **answer,
        "ref": {refs} if isinstance(refs, str) else set(refs),
        "digest": set(_digests(answer)),
    }


def _elsewhere(row: Row) -> Problem:
    what = Text(
        f"the answer to {row.about} stands in a file that this spec extends",
        f"{row.about} 的人工结论写在本规格文件所引用的文件中",
    )
    return Problem(row.place, what, Text("bring the answer into that file", "请在该文件中更新结论"))


def _answered_already(row: Row, earlier: Mapping[str, Any]) -> Problem:
    by, on, verdict = (earlier.get(name) for name in ("by", "date", "verdict"))
    what = Text(
        f"{row.about} was answered by {by} on {on} ({verdict}), and that answer is current",
        f"{row.about} 已由 {by} 于 {on} 确认（{verdict}），且该结论仍有效",
    )
    mend = Text(
        "take that answer out of the spec if this one replaces it",
        "如需以本结论替代，请先从规格文件中删除原结论",
    )
    return Problem(row.place, what, mend)
