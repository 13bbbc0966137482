"""The gate of a run that is compared with an earlier result: only what got worse fails."""

import json
from collections.abc import Callable

from checker import __version__
from checker.assessment.gate import Decision, Gate, decide
from checker.cli.reading import read_file, shown_as
from checker.comparison.comparing import Change, Comparison, compare, regressions
from checker.comparison.results import load_result, result_of
from checker.model.assessment import Judged
from checker.rendering.result import render_json
from checker.text import Text

#: So many requirements that got worse are named; the rest is counted.
NAMED = 5


def against(
    name: str,
    judged: list[tuple[Judged, Decision]],
    gate: Gate,
    as_of: str,
    read: Callable[[str], bytes] = read_file,
) -> list[tuple[Judged, Decision]]:
    """Return the decisions in the light of an earlier result; raises Invalid where the file is none.

    What the earlier result does not know is decided as if there were none. ``read`` gives the bytes of a file
    that is shown by its name.
    """
    earlier = load_result(read(name), shown_as(name))
    now = json.loads(render_json(judged, (), tool_version=__version__, as_of=as_of))
    compared = compare(earlier, result_of(now))
    return [(one, _decision(one, decision, compared, gate, name)) for one, decision in judged]


def _decision(
    judged: Judged, decision: Decision, compared: tuple[Comparison, ...], gate: Gate, name: str
) -> Decision:
    own = [
        one
        for one in compared
        if one.after is not None and (one.after.file, one.after.document) == (judged.file, judged.document)
    ]
    if any(one.before is None for one in own):
        return decision
    changes = regressions(own, fail_on=gate.fail_on)
    return decide(judged, gate, [_worse(changes, name)] if changes else [])


def _worse(changes: list[Change], name: str) -> Text:
    ids = list(dict.fromkeys(change.requirement for change in changes))
    named = ", ".join(ids[:NAMED])
    more = len(ids) - NAMED
    new = len({change.requirement for change in changes if change.before is None})
    unlike = Text(
        f"; {new} of them it does not know: write it again with the options of this run",
        f"；其中 {new} 条未列入该文件，请按本次的选项重新生成",
    )
    return Text(
        f"worse than in {name}: {named}"
        + (f" and {more} more" if more > 0 else "")
        + (unlike.en if new else ""),
        f"与 {name} 相比变差：{named.replace(', ', '、')}"
        + (f" 等 {len(ids)} 条" if more > 0 else "")
        + (unlike.zh if new else ""),
    )
