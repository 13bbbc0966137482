"""What an author is told of the mutants that no example of hers noticed."""

from checker.errors import Problem
from checker.text import Text
from checker.workshop.mutation.catching import Caught
from checker.workshop.mutation.rules import Mutant

_ONE_MORE = Text("write an example that comes out differently", "请补充能区分二者的示例")
_AT_THE_LIMIT = Text(
    "write examples at the limit and one step beyond it", "请补充取临界值和超出一个步长的示例"
)
#: Operator -> what it is called in Chinese, and which example notices it.
_OPERATORS = {
    "comparison swapped": ("比较方向颠倒", _AT_THE_LIMIT),
    "boundary moved": ("边界开闭改变", _AT_THE_LIMIT),
    "constant moved": ("常数偏移一个步长", _AT_THE_LIMIT),
    "and/or swapped": (
        "与、或互换",
        Text("write an example that meets one part only", "请补充仅满足其中一部分的示例"),
    ),
    "conjunct dropped": (
        "缺少一项条件",
        Text("write an example that violates this part only", "请补充仅不满足该项的示例"),
    ),
    "negated": ("取反", _ONE_MORE),
    "list item dropped": (
        "缺少一个列表项",
        Text(
            "write an example in which this item alone makes the difference", "请补充仅由该项决定结果的示例"
        ),
    ),
    "condition dropped": (
        "缺少适用条件",
        Text("write a not_applicable example", "请补充 not_applicable 示例"),
    ),
    "when dropped": ("缺少 when", Text("write a not_applicable example", "请补充 not_applicable 示例")),
    "where dropped": (
        "缺少 where",
        Text(
            "add a member to example_base that `where` leaves out and that does not meet the rule",
            "请在 example_base 中增加一个被 where 排除且不符合要求的成员",
        ),
    ),
    "proof weakened": (
        "证明要求放宽",
        Text(
            "write an unknown example whose value or evidence is too weak or too old",
            "请补充证明过弱或过旧的 unknown 示例",
        ),
    ),
    "evidence dropped": (
        "缺少 evidence",
        Text("write an unknown example without the evidence", "请补充缺少证明材料的 unknown 示例"),
    ),
    "review dropped": (
        "缺少 review",
        Text("write an unknown example without an answer", "请补充无人工结论的 unknown 示例"),
    ),
}


def survivor_problems(caught: Caught) -> tuple[Problem, ...]:
    """Return the mutants that no example notices, each at its line with the example that would."""
    return tuple(_problem(mutant) for mutant in caught.survivors)


def share(caught: Caught) -> str:
    """Return the caught share in percent, never rounded up."""
    return f"{caught.caught * 1000 // caught.mutants / 10:.1f}"


def _problem(mutant: Mutant) -> Problem:
    chinese, mend = _OPERATORS[mutant.operator]
    requirement = mutant.standard.requirements[mutant.requirements[0]].id.partition("/")[2]
    more = len(mutant.requirements) - 1
    who = Text(
        f"{requirement} and {more} more" if more else requirement,
        f"{requirement} 等 {more + 1} 条" if more else requirement,
    )
    became = Text(
        f"{mutant.was} became {mutant.now}" if mutant.now else f"without {mutant.was}",
        f"{mutant.was} 变为 {mutant.now}" if mutant.now else f"删去 {mutant.was}",
    )
    what = Text(
        f"no example of {who.en} notices: {mutant.operator}, {became.en}",
        f"{who.zh}的示例未能发现：{chinese}，{became.zh}",
    )
    return Problem(mutant.place, what, mend)
