# ruff: noqa: FBT003
"""A vehicle with more of everything than one page holds, and longer words than any."""

from checker.assessment.scores import accounts_of, domains_of, sum_of
from checker.model.assessment import Advice, Judged, LadderStep
from checker.model.finding import Verdict
from checker.model.timeline import Course, Event, Part, Timeline
from checker.record import replace
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import assessment, finding, ladder_findings, requirement

LONG = Text("a rather long sentence, " * 9, "一句相当长的话，" * 18)
WORD = "w" * 150
DOMAINS = tuple(key.removeprefix("domain.") for key in load_words().keys_of("domain."))


def crowded() -> Judged:
    """Return it: every domain, many failures, fields, features and days, and long words in all of them."""
    one = assessment("", ())
    first, *rest = one.results
    clause = ("4.1.2.3 a) " * 5).strip()
    failing = tuple(
        finding(
            requirement(
                f"{first.standard.id}/r-{i}",
                clause,
                LONG.en,
                LONG.zh,
                domain=domain,
                remedy=LONG,
                weight=i % 5 + 1,
            ),
            Verdict.PASS if i % 4 == 3 else Verdict.FAIL,
        )
        for i, domain in enumerate(DOMAINS)
    )
    standard = replace(first.standard, number=f"GB 44497-2024 {WORD}", title=LONG)
    first = replace(
        first, standard=standard, findings=failing, accounts=accounts_of(failing, lambda _: False)
    )
    step = LadderStep("f", Text(WORD, LONG.zh), 3, None, False, 3, ladder_findings())
    event = Event(
        day="2027-01-01",
        days=42,
        parts=tuple(
            Part(
                what="begins",
                standard=standard,
                requirements=("a/b",),
                whole=True,
                verdicts={Verdict.FAIL: 1},
            )
            for _ in range(3)
        ),
        turns=(),
        before=one.statement,
        after=one.statement,
    )
    statement = replace(one.statement, text=LONG)
    course = Course("CN", "new-type", True, statement, (event,) * 6, ())
    told = replace(
        one,
        spec=replace(one.spec, values={"vehicle": {"name": {"en": WORD[:40], "zh": LONG.zh[:24]}}}),
        statement=statement,
        results=(first, *rest[2:]),
        accounts=sum_of((first.accounts,)),
        domains=domains_of(failing, lambda _: False),
        ladder=tuple(replace(step, feature=f"f_{i}") for i in range(5)),
        advice=tuple(Advice(f"field_{i}.{WORD}", (f"{standard.id}/r-{i}",)) for i in range(5)),
    )
    return Judged(
        "x.yaml", 1, (told,), statement, 0, Timeline(told.spec, told.as_of, (), (course,), told.scope, "", "")
    )
