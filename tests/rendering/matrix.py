"""A judged vehicle with scenario sets: each verdict, a set that does not apply, one that is not known."""

from checker.model.finding import Outcome, Reason
from checker.model.standard import Requirement, Scenario, Standard
from checker.record import replace
from checker.text import Text
from tests.making import finding, missing, standard
from tests.rendering.sample import HOSTILE, judged
from tests.rendering.terminal.paper import result

NAMES = {
    "ahead": Text("Forward collision warning", "前向碰撞预警"),
    "jam": Text("Traffic jam warning", "前方拥堵提醒"),
    "signs": Text("In-vehicle signage", "车内标牌"),
    "payment": Text("Near-field payment", "汽车近场支付"),
    "braking": Text("Emergency brake warning", "紧急制动预警"),
    "turning": Text("Left turn assist", "左转辅助"),
    "parking": Text("Parking", "泊车"),
}
SCENARIOS = tuple(Scenario(id_, name, (f"5.2.{at}",)) for at, (id_, name) in enumerate(NAMES.items(), 2))
OBTAINED = Text("The official list has not been obtained.", "官方清单尚未取得。")
WHY = Reason("condition", Text("applies only where v2x", "仅当 v2x 时适用"))
REPORT = Reason("evidence_missing", Text("no test report covers it", "缺少试验报告"))
FIELDS = missing("v2x.applications.jam.range_m", "v2x.applications.jam.delay_ms", "v2x.radio")


def need(verdict, scenario, **fields):
    return finding(verdict, id_=f"set-1/{scenario}-needs-it", scenarios=(scenario,), **fields)


def findings():
    return (
        need("pass", "ahead", provisional=True),
        need("unknown", "jam", reasons=(FIELDS, REPORT)),
        need("fail", "signs"),
        need("review", "payment", outcome=Outcome.VIOLATED),
        need("pass", "braking"),
        need("not_applicable", "turning"),
    )


def a_set(id_: str = "set-1", *requirements: Requirement, **fields) -> Standard:
    return standard(id_, *requirements, kind="scenario_set", **fields)


def results():
    named = a_set(scenarios=SCENARIOS, number="SET 1", note=Text("Read in a copy.", "取自转载文本。"))
    return (
        result(*findings(), std=named),
        result(std=a_set("set-2", number="SET 2", scenarios=SCENARIOS), applies="no", why=(WHY,)),
        result(std=a_set("set-3", number="SET 3", scenarios=SCENARIOS), applies="open", why=(FIELDS,)),
        result(std=a_set("top-10", number="TOP 10", note=OBTAINED)),
    )


def matrix_of(*more, also=()):
    """Return a judged vehicle with the scenario sets, or with these results in their place."""
    one = judged()
    decisive = one.assessments[one.decisive]
    changed = replace(decisive, results=(*decisive.results, *(more or results()), *also))
    return replace(one, assessments=(changed,), decisive=0)


def hostile_matrix():
    text = Text(" ".join(HOSTILE), HOSTILE[0])
    named = a_set(scenarios=(Scenario("ahead", text, (HOSTILE[2],)),), number="SET 1", note=text)
    bad = Reason("evidence_missing", text)
    return matrix_of(result(need("unknown", "ahead", reasons=(bad, missing(HOSTILE[0]))), std=named))
