"""Sentences about sizes: empty, too long, out of bounds, too many, repeated."""

from checker.errors import Problem
from checker.schemas.faults import Fault, shown
from checker.text import Text


def too_short(fault: Fault) -> list[Problem]:
    """Complain of an empty text."""
    what = Text(f"{fault.name.en} is an empty text", f"{fault.name.zh} 是空文本")
    return [fault.problem(what, Text("write something, or leave the key out", "请填写内容，或删去该键"))]


def too_long(fault: Fault) -> list[Problem]:
    """Complain of a text that is longer than allowed."""
    what = Text(
        f"{fault.name.en} has {len(fault.value)} characters; at most {fault.wanted} may stand here",
        f"{fault.name.zh} 有 {len(fault.value)} 个字符，最多 {fault.wanted} 个",
    )
    return [fault.problem(what)]


def out_of_bounds(fault: Fault) -> list[Problem]:
    """Complain of a number that is too small or too large."""
    low = "inimum" in fault.keyword
    limit = Text("below", "小于") if low else Text("above", "大于")
    bound = Text("smallest", "最小值") if low else Text("largest", "最大值")
    if fault.keyword.startswith("exclusive"):
        what = Text(
            f"{fault.name.en}: {fault.shown.en} must be {'above' if low else 'below'} {fault.wanted}",
            f"{fault.name.zh}：{fault.shown.zh} 应{'大于' if low else '小于'} {fault.wanted}",
        )
        return [fault.problem(what)]
    what = Text(
        f"{fault.name.en}: {fault.shown.en} is {limit.en} {fault.wanted}, the {bound.en} value here",
        f"{fault.name.zh}：{fault.shown.zh} {limit.zh}此处允许的{bound.zh} {fault.wanted}",
    )
    return [fault.problem(what)]


def too_few(fault: Fault) -> list[Problem]:
    """Complain of a list that is too short."""
    what = Text(
        f"{fault.name.en} has {len(fault.value)} items; at least {fault.wanted} is needed",
        f"{fault.name.zh} 有 {len(fault.value)} 项，至少需要 {fault.wanted} 项",
    )
    return [
        fault.problem(what, Text("name at least one, or leave the key out", "请至少列出一项，或删去该键"))
    ]


def too_many(fault: Fault) -> list[Problem]:
    """Complain of a list that is too long."""
    what = Text(
        f"{fault.name.en} has {len(fault.value)} items; at most {fault.wanted} may stand here",
        f"{fault.name.zh} 有 {len(fault.value)} 项，最多 {fault.wanted} 项",
    )
    return [fault.problem(what)]


def repeated(fault: Fault) -> list[Problem]:
    """Complain of an item that stands twice in a list; each repetition at its own line."""
    problems = []
    for index, item in enumerate(fault.value):
        if item in fault.value[:index]:
            said = shown(item)
            what = Text(
                f"{fault.name.en}: {said.en} stands here twice", f"{fault.name.zh}：{said.zh}重复出现"
            )
            problems.append(fault.problem(what, Text("remove one", "请删去重复项"), (index,)))
    return problems
