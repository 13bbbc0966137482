"""Terminal pages to print on in tests, and findings to print."""

from checker.model.assessment import (
    Accounts,
    Approval,
    Assessment,
    Coverage,
    Judged,
    Score,
    StandardResult,
    Statement,
)
from checker.rendering.terminal.page import Page
from checker.rendering.terminal.style import Style
from checker.rendering.wording import load_words
from checker.text import Text
from tests.making import finding, spec, standard

WORDS = load_words()
NOTHING = Score(0, 0, 0)


def page(lang="en", width=100, *, colour=False):
    return Page(lang, width, Style(colour), WORDS)


def result(*findings, applies="yes", std=None, why=(), kind="undetermined", provisional=False):
    return StandardResult(
        standard=std or standard("std"),
        applies=applies,
        why=tuple(why),
        findings=tuple(findings),
        statement=Statement(kind, provisional=provisional, text=Text(kind, kind)),
        accounts=Accounts(NOTHING, NOTHING, NOTHING),
        coverage=Coverage(None, 0, 0, 0, 0),
    )


def assessment(*results, values=None, configuration="", kind="undetermined", text=None, **fields):
    defaults = {
        "as_of": "2026-11-20",
        "approval": Approval("new-type", Text("no date is stated", "未填写日期")),
        "profile": None,
        "scope": Text("all of it", "全部"),
        "statement": Statement(
            kind, provisional=False, text=text or Text(f"{kind} over it", f"{kind}（范围）")
        ),
        "accounts": Accounts(NOTHING, NOTHING, NOTHING),
        "domains": {},
        "ladder": (),
        "advice": (),
        "rules_digest": "sha256:0",
        "tool_version": "0",
    }
    vehicle = spec({"vehicle": {"name": "Car"}} if values is None else values, configuration=configuration)
    return Assessment(spec=vehicle, results=results, **(defaults | fields))


def judged(*assessments, file="car.yaml", document=1, decisive=0):
    return Judged(file, document, assessments, assessments[decisive].statement, decisive)


def open_(id_, *reasons, **fields):
    return finding("unknown", id_=id_, reasons=reasons, **fields)
