"""Whether a result is good enough for the pipeline that asked; exit codes never lie."""

from collections.abc import Sequence
from typing import Literal

from checker.model.assessment import Assessment, Judged
from checker.record import Record
from checker.text import Text


class Gate(Record):
    """What a pipeline asks for."""

    fail_on: Literal["undetermined", "fail"] = "undetermined"  # "fail" lets an undetermined vehicle through
    min_score: float | None = None  # 0 to 1, of the low end of the score
    min_decided: float | None = None  # 0 to 1
    min_domains: tuple[tuple[str, float], ...] = ()  # domain -> 0 to 1, of the low end of its score
    strict: bool = False  # provisional is not enough
    allow_empty: bool = False  # nothing judged is enough


class Decision(Record):
    """What the gate came to, and why."""

    holds: bool
    reasons: tuple[Text, ...]  # against it; where it holds, what it let through


def decide(judged: Judged, gate: Gate, worse: Sequence[Text] | None = None) -> Decision:
    """Return whether every configuration of a document passes the gate.

    ``worse`` says what got worse than in a baseline: then this decides in place of the statement.
    """
    against: dict[Text, list[Assessment]] = {}
    let_through: dict[Text, list[Assessment]] = {}
    for assessment in judged.assessments:
        failed, passed = _statement(assessment, gate) if worse is None else (list(worse), [])
        for reason in [*failed, *_thresholds(assessment, gate)]:
            against.setdefault(reason, []).append(assessment)
        for reason in passed:
            let_through.setdefault(reason, []).append(assessment)
    reasons = (_of(its, reason, judged) for reason, its in (against or let_through).items())
    return Decision(holds=not against, reasons=tuple(reasons))


def _of(assessments: list[Assessment], reason: Text, judged: Judged) -> Text:
    """Return a reason with the configurations that it is about, unless it is about all of them."""
    if len(assessments) == len(judged.assessments):
        return reason
    names = [_name(assessment) for assessment in assessments]
    return Text(
        f"{reason.en} ({', '.join(name.en for name in names)})",
        f"{reason.zh}（{'、'.join(name.zh for name in names)}）",
    )


def _name(assessment: Assessment) -> Text:
    configuration = assessment.spec.configuration
    return (
        configuration.name or _COMPUTED.get(configuration.key) or Text(configuration.key, configuration.key)
    )


#: Configurations that a file does not name: of its optional items none, or all.
_COMPUTED = {"base": Text("no option package", "无选装包"), "full": Text("all option packages", "全部选装包")}


_WAIVED = Text("what is not met is waived", "不符合项均在豁免有效期内")


def _statement(assessment: Assessment, gate: Gate) -> tuple[list[Text], list[Text]]:
    """Return what the statement holds against the gate, and what the gate lets through."""
    statement = assessment.statement
    match statement.kind:
        case "does_not_conform":
            return [Text("a binding requirement is not met", "有强制性要求不符合")], []
        case "undetermined":
            says = Text(
                "undetermined: not everything that binds could be decided", "尚不能判定：强制性要求未全部判定"
            )
            if gate.fail_on == "undetermined":
                return [says], []
            return [], [
                Text(f"{says.en} (let through by --fail-on fail)", f"{says.zh}（因 --fail-on fail 放行）")
            ]
        case "nothing_judged" | "not_applicable":
            says = Text("nothing was judged, which is not conformity", "未作任何判定，不等于符合")
            if gate.allow_empty:
                return [], [
                    Text(f"{says.en} (let through by --allow-empty)", f"{says.zh}（因 --allow-empty 放行）")
                ]
            mend = Text(
                "see vehicle.category and vehicle.markets, or let it through with --allow-empty",
                "请核对 vehicle.category 和 vehicle.markets；如允许放行，请加 --allow-empty",
            )
            return [Text(f"{says.en}: {mend.en}", f"{says.zh}：{mend.zh}")], []
        case "conforms" | "conforms_with_waivers":
            if gate.strict and statement.provisional:
                return [
                    Text(
                        "conforms only provisionally: rules not compared with the official text (--strict)",
                        "仅为暂定符合：部分规则未与官方文本核对（--strict）",
                    )
                ], []
            waived = [_WAIVED] if statement.kind == "conforms_with_waivers" else []
            return [], waived


def _thresholds(assessment: Assessment, gate: Gate) -> list[Text]:
    score = assessment.accounts.score
    return [
        *_below(score.low, gate.min_score, Text("score", "得分"), "--min-score"),
        *_below(score.decided, gate.min_decided, Text("decided share", "已判定比例"), "--min-decided"),
        *(reason for domain, wanted in gate.min_domains for reason in _domain(assessment, domain, wanted)),
    ]


def _domain(assessment: Assessment, domain: str, wanted: float) -> list[Text]:
    its = assessment.domains.get(domain)
    name = Text(f"score of {domain}", f"{domain} 得分")
    return _below(its.score.low if its else None, wanted, name, "--min-domain")


def _below(value: float | None, wanted: float | None, name: Text, option: str) -> list[Text]:
    """Return a complaint where a value does not reach what is wanted; no value never does."""
    if wanted is None or (value is not None and value >= wanted):
        return []
    if value is None:
        return [
            Text(
                f"there is no {name.en}, nothing counts for it; {100 * wanted:g} is wanted ({option})",
                f"没有{name.zh}（无计分的要求），要求 {100 * wanted:g}（{option}）",
            )
        ]
    shown = f"{100 * value:.1f}"
    return [
        Text(
            f"{name.en} {shown} is below {100 * wanted:g} ({option})",
            f"{name.zh} {shown} 低于 {100 * wanted:g}（{option}）",
        )
    ]
