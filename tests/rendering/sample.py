# ruff: noqa: E501, FBT003
"""A judged vehicle made by hand from the model's classes: several standards, every verdict, two configurations.

What it says of standards is made up; the shapes are what an assessment really looks like.
"""

from collections.abc import Iterable
from typing import Any

from checker.location import Place
from checker.model.assessment import (
    Accounts,
    Advice,
    Approval,
    Assessment,
    Coverage,
    Judged,
    LadderStep,
    Score,
    StandardResult,
    Statement,
)
from checker.model.finding import Finding, Force, Member, Outcome, Read, Reason, Verdict
from checker.model.spec import Configuration, Stated, VehicleSpec
from checker.model.standard import (
    Dates,
    Evidence,
    Expression,
    Profile,
    Proof,
    Requirement,
    Source,
    Standard,
)
from checker.record import replace
from checker.text import Text
from checker.values.spreads import Envelope, Spread

FILE = "specs/yunzhou_x9.yaml"
AS_OF = "2026-11-20"
DIGEST = "sha256:d4f02eaafd1a9e9de7d10972ca8e47fa7a985825c3c9c1e249c72683cb3e4f19"

#: Text that tries to get out of its cell.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><link rel=attachment href="file:///etc/passwd">',
    "{{ 7 * 7 }}{% raw %}",
    "left \u202eright-to-left\u202c \u2066isolated\u2069",
    "nul\x00byte",
    "w" * 40_000,
    "</style><style>@import url(http://127.0.0.1:9/x.css);",
    "javascript:alert(1)",
)


def at(line: int, column: int = 7, file: str = FILE) -> Place:
    return Place(file, line, column)


def expression(source: str, line: int = 40) -> Expression:
    return Expression(source, (), Place("standards/cn/gb-44497-2024.yaml", line, 14))


def requirement(id_: str, clause: str | None, en: str, zh: str, **more: Any) -> Requirement:
    facts = {"domain": "data_recording", "confidence": "high", "verified": True, **more}
    if isinstance(facts.get("require"), str):
        facts["require"] = (expression(facts["require"]),)
    clauses = (clause,) if clause else ()
    return Requirement(id=id_, place=at(40), text=Text(en, zh), clause=clauses, **facts)


def finding(
    rule: Requirement,
    verdict: Verdict,
    *,
    reads: Iterable[Read] = (),
    reason: Reason | None = None,
    force: Force | None = None,
    **more: Any,
) -> Finding:
    outcome = {
        Verdict.PASS: Outcome.HOLDS,
        Verdict.FAIL: Outcome.VIOLATED,
        Verdict.UNKNOWN: Outcome.OPEN,
        Verdict.REVIEW: Outcome.OPEN,
        Verdict.NOT_APPLICABLE: Outcome.OUT,
    }[verdict]
    outcome = more.pop("outcome", outcome)
    members = more.pop("members", None) or (Member(None, outcome, (reason,) if reason else (), tuple(reads)),)
    return Finding(rule, outcome, verdict, force or Force("binding"), members, **more)


def score_of(findings: Iterable[Finding]) -> Score:
    """Score binding `shall`, as an assessment would."""
    counted = [f for f in findings if f.verdict is not Verdict.NOT_APPLICABLE and f.force.kind == "binding"]
    weights = {f.requirement.id: f.requirement.weight for f in counted}
    decided = [f for f in counted if f.verdict in (Verdict.PASS, Verdict.FAIL)]
    return Score(
        earned=sum(weights[f.requirement.id] for f in decided if f.verdict is Verdict.PASS),
        decided_points=sum(weights[f.requirement.id] for f in decided),
        at_stake=sum(weights.values()),
    )


def accounts_of(findings: Iterable[Finding]) -> Accounts:
    findings = list(findings)
    upcoming = [
        replace(f, force=Force("binding")) for f in findings if f.force.kind in ("upcoming", "not_known")
    ]
    voluntary = [replace(f, force=Force("binding")) for f in findings if f.force.kind == "voluntary"]
    return Accounts(score_of(findings), score_of(upcoming), score_of(voluntary))


DSSAD = Standard(
    id="gb-44497-2024",
    number="GB 44497-2024",
    title=Text("Data storage system for automated driving", "智能网联汽车 自动驾驶数据记录系统"),
    kind="standard",
    legal_force="mandatory",
    market="CN",
    domain="data_recording",
    status="in_force",
    place=Place("standards/cn/gb-44497-2024.yaml", 1, 1),
    digest="sha256:" + "1" * 64,
    requirements=(),
    dates=(Dates(published="2024-08-23", new_types="2026-01-01"),),
    sources={
        "s1": Source(
            "Published text of GB 44497-2024 (machine-read copy)",
            "https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=7E9EE0CFECDCD1ABFE2EE1FE4F7B3968",
            "standard_text",
            Text("Single-digit cells of the tables are lost in places.", "表格中个别一位数单元格缺失。"),
        )
    },
)
CYBER = replace(
    DSSAD,
    id="gb-44495-2024",
    number="GB 44495-2024",
    title=Text("Technical requirements for vehicle cybersecurity", "汽车整车信息安全技术要求"),
    domain="cybersecurity",
    sources={"s1": Source("Article on the standard", "http://example.org/44495", "secondary")},
)
LEVELS = replace(
    DSSAD,
    id="gbt-40429-2021",
    number="GB/T 40429-2021",
    title=Text("Taxonomy of driving automation for vehicles", "汽车驾驶自动化分级"),
    kind="taxonomy",
    legal_force="voluntary",
    domain="driving_automation",
    dates=(Dates(published="2021-08-20"),),
)
ALKS = replace(
    DSSAD,
    id="un-r157-01",
    number="UN R157",
    series="01",
    title=Text("Automated lane keeping systems", "自动车道保持系统（ALKS）"),
    kind="regulation",
    market="UNECE",
    domain="driving_automation",
    dates=(Dates(published="2022-06-22", all_vehicles="none"),),
    sources={"s1": Source("UN Regulation No. 157, 01 series", "https://unece.org/r157", "official_page")},
)
PARKING = replace(
    DSSAD,
    id="gbt-41630-2022",
    number="GB/T 41630-2022",
    title=Text("Intelligent parking assist", "智能泊车辅助系统性能要求及试验方法"),
    legal_force="voluntary",
    domain="driver_assistance",
    sources={"s1": Source("Table of contents", None, "contents")},
)


def dssad_findings() -> tuple[Finding, ...]:
    path = "data_recording.dssad."
    measured = Read(f"{path}storage_capacity_events", 4, at(118, 31), basis="measured")
    return (
        finding(
            requirement(
                "gb-44497-2024/recorder-fitted",
                "4.1",
                "A vehicle of category M1 with an automated driving system of level 3 or above carries a type I or a type II recorder.",
                "配备3级及以上自动驾驶系统的M1类车辆应配备Ⅰ型或Ⅱ型自动驾驶数据记录系统。",
                require='data_recording.dssad.type in ["type_1", "type_2"]',
                weight=3,
            ),
            Verdict.PASS,
            reads=[Read(f"{path}type", "type_1", at(116, 12), basis="declared")],
        ),
        finding(
            requirement(
                "gb-44497-2024/type-1-event-capacity",
                "4.5.2 a)",
                "A type I recorder stores the data of at least five time-window events.",
                "Ⅰ型系统应至少能存储5次时间段事件的数据。",
                require=f"{path}storage_capacity_events >= 5",
                weight=3,
                proof=Proof("measured", 36),
                remedy=Text(
                    "Enlarge the storage to at least five time-window events and measure again.",
                    "将存储容量扩大到至少5次时间段事件，并重新实测。",
                ),
            ),
            Verdict.FAIL,
            reads=[measured],
            reason=Reason(
                "violated",
                Text("4 is 1 below the limit of 5.", "实际值 4 比限值 5 少 1。"),
                (measured.path,),
                measured.place,
            ),
        ),
        finding(
            requirement(
                "gb-44497-2024/pre-event-record",
                "4.2.2.3 a)",
                "The record of a collision starts 15 s before the event, or when the system was activated if that was later.",
                "碰撞事件自起点前15 s或激活时刻（取较晚者）开始记录。",
                require=f"{path}pre_event_s >= 15.0",
                proof=Proof("measured"),
            ),
            Verdict.UNKNOWN,
            reads=[
                Read(f"{path}pre_event_s", Spread(15.0, 18.5), at(119, 20), basis="declared", masked="weak")
            ],
            reason=Reason(
                "proof",
                Text(
                    "The value is declared; a measured one is asked for.",
                    "该值为企业申报，要求提供实测值。",
                ),
                (f"{path}pre_event_s",),
            ),
        ),
        finding(
            requirement(
                "gb-44497-2024/retention",
                "4.5.3",
                "Stored events are kept for as long as the standard asks.",
                "已存储的事件数据应按规定期限保存。",
                require=f"{path}retention_months >= 6",
                weight=2,
            ),
            Verdict.UNKNOWN,
            reads=[Read(f"{path}retention_months", None, at(121, 9), status="unknown")],
            reason=Reason(
                "missing",
                Text(f"{path}retention_months is not stated.", f"未说明 {path}retention_months。"),
                (f"{path}retention_months",),
            ),
        ),
        finding(
            requirement(
                "gb-44497-2024/survives-power-loss",
                "4.5.4",
                "Stored data survive the loss of the vehicle's power supply.",
                "断电后已存储的数据不应丢失。",
                require=f"{path}survives_power_loss",
            ),
            Verdict.UNKNOWN,
            reads=[Read(f"{path}survives_power_loss", None, at(115, 3))],
            reason=Reason("missing", Text("Not stated.", "未说明。"), (f"{path}survives_power_loss",)),
            force=Force("upcoming", "2028-01-01", 407),
        ),
        finding(
            requirement(
                "gb-44497-2024/privacy-statement",
                None,
                "The user is told which data are stored and who may read them.",
                "应告知用户所存储的数据及有权读取者。",
                review=Text(
                    "Does the user manual say which data are stored, for how long, and who may read them?",
                    "使用手册是否说明存储的数据内容、期限及有权读取者？",
                ),
                verified=False,
                confidence="medium",
            ),
            Verdict.REVIEW,
            reason=Reason("review_open", Text("Nobody has answered yet.", "尚无人工确认结论。")),
        ),
        finding(
            requirement(
                "gb-44497-2024/type-2-storage",
                "4.5.2 b)",
                "A type II recorder stores continuously for at least eight hours.",
                "Ⅱ型系统应至少连续存储8 h的数据。",
                require=f"{path}continuous_h >= 8.0",
            ),
            Verdict.NOT_APPLICABLE,
            reason=Reason("condition", Text("The recorder is of type I.", "该系统为Ⅰ型。")),
        ),
    )


def cyber_findings() -> tuple[Finding, ...]:
    expired = Reason(
        "evidence_lapsed",
        Text(
            "The certificate documents.d_csms expired on 2026-09-30.",
            "证书 documents.d_csms 已于 2026-09-30 失效。",
        ),
        ("documents.d_csms",),
        at(130, 3),
    )
    tested = requirement(
        "gb-44495-2024/external-interfaces-protected",
        "7.1.1",
        "Every external interface refuses what is not authorised.",
        "每个外部接口均应拒绝未经授权的访问。",
        domain="cybersecurity",
        require="cybersecurity.interfaces != []",
        verified=False,
        confidence="medium",
    )
    members = (
        Member(
            "highway_pilot",
            Outcome.HOLDS,
            reads=(Read("automation_features.highway_pilot.level", 3, at(38, 12), basis="declared"),),
        ),
        Member(
            "city_pilot",
            Outcome.VIOLATED,
            (
                Reason(
                    "not_verified",
                    Text(
                        "Looks violated; the rule was not compared with the official text.",
                        "看似不满足；规则未与官方文本核对。",
                    ),
                ),
            ),
            (
                Read(
                    "automation_features.city_pilot.speed_kmh", Envelope(0, 80), at(60, 14), basis="declared"
                ),
                Read(
                    "automation_features.city_pilot.takeover.request_to_mrm_s",
                    6.5,
                    at(66, 25),
                    basis="simulated",
                ),
            ),
        ),
    )
    return (
        finding(
            requirement(
                "gb-44495-2024/csms-certificate",
                "5.1",
                "The manufacturer has a certified cybersecurity management system.",
                "企业应具有经认证的汽车信息安全管理体系。",
                domain="cybersecurity",
                evidence=Evidence(("certificate", "declaration"), 36),
                weight=5,
                remedy=Text("Renew the certificate.", "重新取得有效证书。"),
            ),
            Verdict.UNKNOWN,
            reason=expired,
        ),
        finding(
            tested,
            Verdict.PASS,
            reads=[
                Read(
                    "cybersecurity.interfaces",
                    ("obd", "usb", "bluetooth", "wifi", "cellular", "v2x", "charging"),
                    at(101, 16),
                    basis="declared",
                )
            ],
            provisional=True,
        ),
        finding(
            requirement(
                "gb-44495-2024/takeover-time",
                "7.2.4",
                "Each feature that asks for a takeover leaves the driver ten seconds.",
                "每项请求接管的功能应给予驾驶员至少10 s。",
                domain="cybersecurity",
                require="f.takeover.request_to_mrm_s >= 10.0",
                verified=False,
                confidence="low",
            ),
            Verdict.REVIEW,
            outcome=Outcome.VIOLATED,
            members=members,
        ),
    )


def ladder_findings() -> tuple[Finding, ...]:
    blocker = finding(
        requirement(
            "gbt-40429-2021/takeover-request-in-time",
            "6.4",
            "The system asks for a takeover early enough for the fallback-ready user to respond.",
            "系统发出介入请求时应为动态驾驶任务后援用户留出足够的响应时间。",
            domain="driving_automation",
            rung=3,
        ),
        Verdict.UNKNOWN,
        reads=[Read("automation_features.highway_pilot.takeover.request_to_mrm_s", None, at(52, 5))],
        reason=Reason(
            "missing", Text("Not stated.", "未说明。"), ("automation_features.highway_pilot.takeover",)
        ),
        force=Force("voluntary"),
    )
    return (blocker,)


def result(standard: Standard, findings: tuple[Finding, ...], kind: str, en: str, zh: str) -> StandardResult:
    full = replace(standard, requirements=tuple(f.requirement for f in findings))
    provisional = any(f.provisional for f in findings)
    verified = sum(f.requirement.verified for f in findings)
    return StandardResult(
        standard=full,
        applies="yes",
        why=(),
        findings=findings,
        statement=Statement(kind, provisional and kind == "conforms", Text(en, zh)),  # type: ignore[arg-type]
        accounts=accounts_of(findings),
        coverage=Coverage(34, 17, 4, len(findings), verified),
    )


def results() -> tuple[StandardResult, ...]:
    away = Reason("market", Text("The vehicle is sold in CN only.", "该车型仅在中国销售。"))
    asks = Reason(
        "missing",
        Text("State assistance.ipa to decide whether it applies.", "请说明 assistance.ipa，以判断是否适用。"),
        ("assistance.ipa",),
    )
    none = Accounts(Score(0, 0, 0), Score(0, 0, 0), Score(0, 0, 0))
    nothing = Statement("not_applicable", False, Text("not applicable", "不适用"))
    parking = requirement(
        "gbt-41630-2022/parks", "5.1", "It parks.", "应能泊车。", domain="driver_assistance"
    )
    return (
        result(
            DSSAD,
            dssad_findings(),
            "does_not_conform",
            "does not conform in the 6 applicable requirements, from 17 of 34 clauses",
            "在已转化 17/34 个条款中的 6 条适用要求范围内不符合",
        ),
        result(
            CYBER,
            cyber_findings(),
            "undetermined",
            "undetermined over the 3 applicable requirements, from 17 of 34 clauses",
            "在已转化 17/34 个条款中的 3 条适用要求范围内尚不能判定",
        ),
        result(LEVELS, (), "not_applicable", "not applicable", "不适用"),
        StandardResult(
            replace(ALKS, requirements=(parking,) * 12),
            "no",
            (away,),
            (),
            nothing,
            none,
            Coverage(None, 12, 1, 12, 12),
        ),
        StandardResult(
            replace(PARKING, requirements=(parking,)),
            "open",
            (asks,),
            (),
            nothing,
            none,
            Coverage(40, 1, 0, 1, 0),
        ),
    )


def values() -> dict[str, Any]:
    return {
        "spec_version": "0.9.2",
        "spec_date": "2026-11-05",
        "vehicle": {
            "id": "yunzhou_x9",
            "name": {"en": "Yunzhou X9", "zh": "云舟 X9"},
            "make": "YUNZHOU",
            "manufacturer": "Yunzhou Automobile Co., Ltd.",
            "model": "X9",
            "category": "M1",
            "markets": ["CN"],
        },
        "documents": {
            "d_csms": {
                "type": "certificate",
                "title": {"en": "CSMS certificate", "zh": "汽车信息安全管理体系证书"},
                "number": "CN-CSMS-0107",
                "issuer": "Example Certification",
                "covers": ["gb-44495-2024"],
                "issued": "2023-10-01",
                "valid_until": "2026-09-30",
                "status": "valid",
                "digest": "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            },
            "d_manual": {"type": "manual", "title": "User manual", "issued": "2026-08-01"},
        },
        "tests": {
            "t_dssad": {
                "kind": "lab",
                "title": "DSSAD capacity",
                "date": "2026-08-30",
                "result": "pass",
                "lab": "House laboratory",
                "covers": ["gb-44497-2024/type-1-event-capacity"],
            }
        },
        "approvals": {
            "r157": {"standard": "UN R157", "series": "01", "number": "E1*157R01", "date": "2025-12-15"}
        },
        "reviews": {
            "gb-44497-2024/manual": {"verdict": "conforms", "by": "A. Reader", "date": "2026-10-01"},
        },
    }


def assessment(key: str = "full", packages: tuple[str, ...] = ("Pilot package",)) -> Assessment:
    told = results()
    findings = [f for r in told for f in r.findings]
    stated = {
        "data_recording.dssad.storage_capacity_events": Stated(
            at(118), "measured", ("t_dssad",), "2026-08-30"
        ),
        "documents.d_csms": Stated(at(130, 3)),
        "tests.t_dssad": Stated(at(128, 3)),
    }
    domains = {f.requirement.domain: [] for f in findings}  # type: dict[str, list[Finding]]
    for f in findings:
        domains[f.requirement.domain].append(f)
    return Assessment(
        spec=VehicleSpec(FILE, DIGEST, 1, Configuration(key, None, packages), values(), stated),
        as_of=AS_OF,
        approval=Approval(
            "new-type", Text("the spec states no type approval date", "规格文件未说明型式批准日期")
        ),
        profile=Profile(
            "china-l3",
            Text("Level 3 in China", "中国有条件自动驾驶准入"),
            "sha256:" + "7" * 64,
            off={"gb-44495-2024/annex-a": Text("Judged by the technical service.", "由技术服务机构判定。")},
        ),
        scope=Text(
            "Standards of the markets CN and UNECE, as the profile china-l3 names them.",
            "按评价方案 china-l3 选取的 CN、UNECE 市场标准。",
        ),
        results=told,
        statement=Statement(
            "does_not_conform",
            False,
            Text(
                "does not conform in the 9 binding requirements of 2 standards that apply",
                "在适用的 2 项标准法规中 9 条强制性要求范围内不符合",
            ),
        ),
        accounts=accounts_of(findings),
        domains={domain: accounts_of(those) for domain, those in domains.items()},
        ladder=(
            LadderStep(
                "highway_pilot",
                Text("Highway pilot (level 3)", "高速有条件自动驾驶"),
                3,
                2,
                True,
                3,
                ladder_findings(),
            ),
            LadderStep("city_navigate", Text("City navigation", "城市领航"), 2, 2, False, None, ()),
        ),
        advice=(
            Advice(
                "data_recording.dssad.retention_months",
                ("gb-44497-2024/retention", "gb-44497-2024/survives-power-loss"),
            ),
            Advice("documents.d_csms", ("gb-44495-2024/csms-certificate",)),
        ),
        rules_digest="sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        tool_version="0.1.0",
        notes=(
            Reason(
                "test_contradicts",
                Text(
                    "tests.t_alks states pass beside an inconclusive run.",
                    "tests.t_alks 结论为通过，但有一次试验结论不明。",
                ),
                place=at(140, 3),
            ),
        ),
    )


def judged() -> Judged:
    """Return one file with a base and a full configuration; the full one decided."""
    full = assessment()
    base = assessment("base", ())
    first, *rest = base.results
    passing = tuple(
        replace(f, verdict=Verdict.PASS, outcome=Outcome.HOLDS) if f.verdict is Verdict.FAIL else f
        for f in first.findings
    )
    undetermined = Statement(
        "undetermined",
        False,
        Text(
            "undetermined over the 9 binding requirements of 2 standards that apply",
            "在适用的 2 项标准法规中 9 条强制性要求范围内尚不能判定",
        ),
    )
    base = replace(base, statement=undetermined, results=(replace(first, findings=passing), *rest))
    return Judged(FILE, 1, (base, full), full.statement, 1)


def plain() -> Judged:
    """Return a file with one configuration to which nothing applies."""
    one = assessment("", ())
    nothing = Statement(
        "nothing_judged",
        False,
        Text(
            "nothing judged: no requirement that binds on this day applies to this configuration",
            "未作判定：评价基准日没有适用于该配置的强制性要求",
        ),
    )
    none = Accounts(Score(0, 0, 0), Score(0, 0, 0), Score(0, 0, 0))
    spec = replace(one.spec, values={"vehicle": {"name": "Cart <L2>"}}, stated={})
    one = replace(
        one,
        spec=spec,
        profile=None,
        results=one.results[3:],
        statement=nothing,
        accounts=none,
        domains={},
        ladder=(),
        advice=(),
        notes=(),
    )
    return Judged(FILE, 1, (one,), nothing, 0)


def hostile() -> Judged:
    """Return a file each of whose texts attacks the report."""
    one = assessment("", ())
    first, *rest = one.results
    attacks = tuple(
        finding(
            requirement(
                f"gb-44497-2024/attack-{i}", text[:3000], text, text, require=text, remedy=Text(text, text)
            ),
            Verdict.FAIL,
            reads=[Read(text[:90], text, at(i + 1, file=text[:120]), basis="declared")],
            reason=Reason("violated", Text(text, text)),
        )
        for i, text in enumerate(HOSTILE)
    )
    evil = Source(HOSTILE[0], "javascript:alert(1)", "standard_text", Text(HOSTILE[4], HOSTILE[4]))
    files = Source("a file", "file:///etc/passwd", "standard_text")
    standard = replace(first.standard, title=Text(HOSTILE[1], HOSTILE[1]), sources={"s1": evil, "s2": files})
    vehicle = {
        "name": HOSTILE[0],
        "manufacturer": HOSTILE[6],
        "model": HOSTILE[4],
        "make": HOSTILE[5],
        "category": HOSTILE[3],
    }
    documents = {
        "d": {"type": "certificate", "title": HOSTILE[2], "number": HOSTILE[4], "file": "file:///etc/passwd"},
        "e": {"type": HOSTILE[1], "title": {"en": HOSTILE[7]}, "covers": list(HOSTILE)},
    }
    spec = replace(
        one.spec, file=f"{HOSTILE[0]}.yaml", values={"vehicle": vehicle, "documents": documents}, stated={}
    )
    results_ = (replace(first, standard=standard, findings=attacks), *rest)
    one = replace(one, spec=spec, results=results_)
    return Judged(spec.file, 1, (one,), one.statement, 0)


def large(number: int) -> Judged:
    """Return a file with so many findings, in standards of sixty."""
    one = assessment("", ())
    models = [f for r in one.results[:2] for f in r.findings]
    many = []
    for start in range(0, number, 60):
        standard = replace(DSSAD, id=f"standard-{start}", number=f"GB {50000 + start}-2026")
        findings = tuple(
            replace(model, requirement=replace(model.requirement, id=f"{standard.id}/r-{i}"))
            for i, model in ((i, models[i % len(models)]) for i in range(start, min(start + 60, number)))
        )
        many.append(
            result(standard, findings, "undetermined", "undetermined over these", "在此范围内尚不能判定")
        )
    return Judged(FILE, 1, (replace(one, results=tuple(many)),), one.statement, 0)
