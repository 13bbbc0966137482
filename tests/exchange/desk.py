"""A desk to fill in lists at: rules of our own, a spec, its checklist, and the way back."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from checker.bundled import bundled
from checker.cli.answer import _situation
from checker.cli.selection import request_of
from checker.cli.specs import judge_file, load_file
from checker.cli.workplace import Workplace, open_workplace
from checker.exchange.answers import AnswerFile
from checker.exchange.blank import blank_form
from checker.exchange.bringing import Brought, bring_in
from checker.exchange.checklist import Checklist
from checker.exchange.collecting import checklist_of
from checker.exchange.reading_text import read_text
from checker.model.assessment import Judged
from checker.rendering.checklists.yaml import render_checklist_yaml
from checker.rendering.wording import load_words

DAY = "2026-11-20"
RULES = """\
id: ours-1
number: OURS 1
title: {en: Ours, zh: 自有}
kind: standard
legal_force: mandatory
market: CN
domain: cloud
status: in_force
dates: {new_types: 2020-01-01}
sources:
  s: {title: Ours, seen: standard_text}
requirements:
  - id: seats-are-enough
    clause: "4.1"
    text: {en: It has seats., zh: 有座椅。}
    require: vehicle.seats >= 4
    examples: {pass: [{vehicle: {seats: 4}}], fail: [{vehicle: {seats: 3}}], unknown: [{}]}
  - id: seats-are-comfortable
    clause: "4.2"
    text: {en: Its seats are comfortable., zh: 座椅舒适。}
    require: vehicle.seats >= 1
    review: {en: Are the seats comfortable?, zh: 座椅是否舒适？}
    examples:
      fail: [{vehicle: {seats: 0}}]
      unknown: [{}]
  - id: looks-pleasant
    clause: "4.3"
    text: {en: It looks pleasant., zh: 外观美观。}
    when: vehicle.energy != "ice"
    review: {en: Does it look pleasant?, zh: 外观是否美观？}
    examples:
      unknown: [{vehicle: {energy: bev}}]
      not_applicable: [{vehicle: {energy: ice}}]
  - id: speed-is-limited
    clause: "5"
    text: {en: Its speed is limited., zh: 车速受限。}
    require: vehicle.max_speed_kmh <= 200.0
    proof: {basis: measured, max_age_months: 36}
    examples:
      pass: [{vehicle: {max_speed_kmh: {value: 200, basis: measured, date: 2026-01-01}}}]
      fail: [{vehicle: {max_speed_kmh: 210}}]
      unknown: [{}]
  - id: is-certified
    clause: "6.1"
    text: {en: It is certified., zh: 已取得证书。}
    evidence: {kind: certificate}
    examples:
      pass: [{documents: {d: {type: certificate, title: x, covers: [ours-1]}}}]
      unknown: [{}]
  - id: is-tested
    clause: "6.2"
    text: {en: It was tested., zh: 已试验。}
    evidence: {kind: [test_report, analysis], max_age_months: 24}
    examples:
      pass: [{documents: {d: {type: test_report, title: x, covers: [ours-1], issued: 2026-01-01}}}]
      unknown: [{}]
  - id: asks-for-takeover
    text: {en: It asks for a takeover., zh: 发出介入请求。}
    for_each: automation_features
    as: f
    when: f.level >= 3
    require: f.takeover.request
    examples:
      pass: [{automation_features: {a: {name: A, level: 3, takeover: {request: true}}}}]
      fail: [{automation_features: {a: {name: A, level: 3, takeover: {request: false}}}}]
      unknown: [{automation_features: {a: {name: A, level: 3}}}]
      not_applicable: [{automation_features: {a: {name: A, level: 2}}}]
  - id: warns-visually
    text: {en: It warns visually., zh: 视觉报警。}
    require: '"visual" in assistance.aeb.warnings'
    examples:
      pass: [{assistance: {aeb: {warnings: [visual]}}}]
      fail: [{assistance: {aeb: {warnings: [haptic]}}}]
      unknown: [{assistance: {aeb: {}}}]
  - id: works-at-city-speed
    text: {en: It works at city speed., zh: 城区车速下工作。}
    require: covers(assistance.aeb.operating_speed_kmh, 10.0, 60.0)
    examples:
      pass: [{assistance: {aeb: {operating_speed_kmh: {min: 5, max: 80}}}}]
      fail: [{assistance: {aeb: {operating_speed_kmh: {min: 20, max: 80}}}}]
      unknown: [{assistance: {aeb: {}}}]
"""
CAR = """\
# a spec that a person wrote
schema: icv-vehicle/1
vehicle:
  id: car  # as in the tool
  name: {en: Car, zh: 样车}
  manufacturer: 'Maker'
  category: M1
  markets: [CN]
  energy: bev

automation_features:
  pilot: { name: Pilot, level: 3 }
assistance:
  aeb: {fitment: standard}

# the end
"""


class Desk:
    """A folder with rules and a spec, and what the two commands do there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rules = folder / "standards"
        shutil.copytree(bundled("standards") / "vehicle", self.rules / "vehicle")
        for name in ("units.yaml", "markets.yaml"):
            shutil.copy(bundled("standards") / name, self.rules / name)
        (self.rules / "cn").mkdir()
        self.rule(RULES)
        self.spec = folder / "car.yaml"
        self.spec.write_text(CAR, "utf-8")

    def rule(self, text: str) -> None:
        (self.rules / "cn" / "ours-1.yaml").write_text(text, "utf-8")
        self._workplace: Workplace | None = None

    @property
    def workplace(self) -> Workplace:
        if self._workplace is None:
            self._workplace = open_workplace((), str(self.rules))
        return self._workplace

    def judged(self, spec: Path | None = None, **asked: Any) -> Judged:
        said = {"market": [], "profile": None, "standard": ["ours-1"], "as_of": DAY, "approval": None}
        options = SimpleNamespace(**{**said, "variant": None, **asked})
        request = request_of(options, self.workplace, explain_all=True)
        (one,) = judge_file(str(spec or self.spec), options, request, self.workplace)
        assert isinstance(one, Judged), one
        return one

    def verdicts(self, spec: Path | None = None, configuration: int = 0) -> dict[str, str]:
        (result,) = self.judged(spec).assessments[configuration].results
        return {one.requirement.id.partition("/")[2]: str(one.verdict) for one in result.findings}

    def list(self, spec: Path | None = None, **asked: Any) -> Checklist:
        return checklist_of(self.judged(spec, **asked), self.workplace.schema)

    def blank(self) -> Checklist:
        standards = [self.workplace.library.standards["ours-1"]]
        return blank_form(standards, self.workplace.schema, as_of=DAY, digest="sha256:0")

    def yaml(self, spec: Path | None = None, lang: str = "en", **asked: Any) -> str:
        return render_checklist_yaml(self.list(spec, **asked), load_words(), lang, "open.yaml").decode()

    def bring(
        self,
        answers: str | AnswerFile,
        spec: Path | None = None,
        by: str | None = None,
        on: str | None = None,
    ) -> Brought:
        """Bring answers into the spec, in place; raises Invalid."""
        if isinstance(answers, str):
            answers = read_text(answers.encode(), "open.yaml", "yaml")
        path = spec or self.spec
        data, form = path.read_bytes(), "json" if path.suffix == ".json" else "yaml"
        asked = SimpleNamespace(by=by, on=on)
        situation = _situation(data, str(path), form, asked, self.workplace)

        def load(made: bytes) -> Any:
            path.with_name(f"made{path.suffix}").write_bytes(made)
            return load_file(str(path.with_name(f"made{path.suffix}")), self.workplace)

        brought = bring_in(data, form, answers, situation, load)
        path.write_bytes(brought.data)
        return brought


def fill(text: str, about: str, **cells: Any) -> str:
    """Return a list with a row filled in as a person does it: behind the colons of its empty keys."""
    lines = text.splitlines()
    starts = [f"  - requirement: {about}", f'  - path: "{about}"']
    section = {"value": "values:", "status": "values:", "verdict": "questions:", "key": "evidence:"}
    named = next((section[name] for name in cells if name in section), None)
    at = lines.index(named) if named in lines else 0
    start = next(index for index in range(at, len(lines)) if lines[index] in starts)
    for column, cell in cells.items():
        here = next(i for i in range(start, len(lines)) if lines[i].startswith(f"    {column}:"))
        lines[here] = (
            f"    {column}: {cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)}"
        )
    return "\n".join(lines) + "\n"


def told(invalid: Any, lang: str = "en") -> list[str]:
    return [problem.in_(lang) for problem in invalid.value.problems]
