"""Sentences about the keys of a map: unknown, missing, misspelt, not together."""

from re import search, sub

from checker.documents import dotted
from checker.errors import Problem
from checker.schemas.did_you_mean import did_you_mean, nearest
from checker.schemas.faults import Fault
from checker.text import Text

_OWN = "^x_"
_OWN_KEY = Text("a key of your own begins with x_", "自定义的键以 x_ 开头")


def unknown(fault: Fault) -> list[Problem]:
    """Complain of keys that the schema does not know, each at its own line."""
    known = fault.schema.get("properties", {})
    patterns = fault.schema.get("patternProperties", {})
    extras = [
        key
        for key in fault.value
        if key not in known and not any(search(pattern, key) for pattern in patterns)
    ]
    inside = _inside(fault)
    unused = [key for key in known if key not in fault.value]
    problems = []
    for key in extras:
        mend = did_you_mean(key, unused if nearest(key, unused) else known)
        if mend and _OWN in patterns and not nearest(key, known):
            mend = Text(f"{mend.en}; {_OWN_KEY.en}", f"{mend.zh}；{_OWN_KEY.zh}")
        what = Text(f"unknown key '{key}'{inside.en}", f"{inside.zh}未知的键“{key}”")
        problems.append(fault.problem(what, mend, (key,)))
    return problems


def missing(fault: Fault) -> list[Problem]:
    """Complain of keys that must be there and are not."""
    inside = _inside(fault)
    if list(fault.wanted) == ["reason"]:
        return [_no_reason(fault)]
    return [
        fault.problem(Text(f"'{key}' is missing{inside.en}", f"{inside.zh}缺少“{key}”"), _add(fault, key))
        for key in fault.wanted
        if key not in fault.value
    ]


def _no_reason(fault: Fault) -> Problem:
    what = Text(
        f"{fault.name.en} is not_applicable without a reason", f"{fault.name.zh} 标为不适用，但未说明理由"
    )
    return fault.problem(what, Text("add `reason` beside `status`", "请在 status 旁补充 reason"))


def missing_beside(fault: Fault) -> list[Problem]:
    """Complain of keys that must be there because another one is."""
    inside = _inside(fault)
    return [
        fault.problem(
            Text(f"'{key}' needs '{other}' beside it{inside.en}", f"{inside.zh}“{key}”须与“{other}”同时给出"),
            _add(fault, other),
            (key,),
        )
        for key, others in fault.wanted.items()
        if key in fault.value
        for other in others
        if other not in fault.value
    ]


def too_few(fault: Fault) -> list[Problem]:
    """Complain of a map without keys, where some are needed."""
    what = Text(f"{fault.name.en} is empty", f"{fault.name.zh} 为空")
    return [
        fault.problem(what, Text("state something in it, or leave the key out", "请填写内容，或删去该键"))
    ]


def exclude_each_other(fault: Fault) -> list[Problem]:
    """Complain of keys that may not stand together."""
    if not fault.wanted:
        return cannot_stand(fault)
    together = fault.wanted.get("required", ())
    if set(together) == {"value", "status"}:
        what = Text(
            f"{fault.name.en} has both a value and a status",
            f"{fault.name.zh} 同时给出了值（value）和状态（status）",
        )
        mend = Text(
            "a status says why there is no value: remove `value` or `status`",
            "状态用于说明为何没有值：请删去 value 或 status",
        )
        return [fault.problem(what, mend)]
    names = Text(" and ".join(f"'{key}'" for key in together), "与".join(f"“{key}”" for key in together))
    what = Text(
        f"{names.en} exclude each other{_inside(fault).en}", f"{_inside(fault).zh}{names.zh}不可同时出现"
    )
    return [fault.problem(what, Text("keep one of them", "请只保留其一"))]


def none_of(fault: Fault) -> list[Problem]:
    """Complain of none of several alternatives."""
    keys = [key for branch in fault.wanted if isinstance(branch, dict) for key in branch.get("required", ())]
    inside = _inside(fault)
    if keys and isinstance(fault.value, dict) and not any(key in fault.value for key in keys):
        what = Text(
            f"one of {', '.join(keys)} is needed{inside.en}",
            f"{inside.zh}须给出 {'、'.join(keys)} 中的至少一项",
        )
        return [fault.problem(what)]
    what = Text(
        f"{fault.name.en}: {fault.shown.en} has none of the forms that may stand here",
        f"{fault.name.zh}：{fault.shown.zh} 不属于此处允许的任何形式",
    )
    return [fault.problem(what)]


def cannot_stand(fault: Fault) -> list[Problem]:
    """Complain of a key that may not stand here at all."""
    key = fault.path[-1] if fault.path else ""
    where = dotted(fault.path[:-1])
    if key == "unit":
        what = Text(f"{where}: this field has no unit", f"{where}：该字段没有单位")
        return [fault.problem(what, Text("remove `unit`", "请删去 unit"))]
    what = Text(f"'{key}' cannot stand in {where or 'the document'}", f"{where or '文档'} 中不可出现“{key}”")
    return [fault.problem(what, Text("remove it", "请删去"))]


def bad_key(fault: Fault) -> list[Problem]:
    """Complain of a key that is not formed as the keys of this map are."""
    form = fault.schema.get("x-form")
    key = str(fault.value)
    inside = _inside(fault)
    what = Text(
        f"the key '{key}'{inside.en} is not " + (form["en"] if form else "formed as keys are here"),
        f"{inside.zh}键“{key}”" + (f"应为{form['zh']}" if form else "不符合此处键的写法"),
    )
    better = _better_key(key, fault.schema.get("pattern", ""))
    mend = Text(f"write {better}", f"请写作 {better}") if better else None
    return [fault.problem(what, mend, (key,))]


def _better_key(key: str, pattern: str) -> str | None:
    for joint in ("_", "-"):
        better = sub(r"[^a-z0-9]+", joint, key.lower()).strip(joint)
        if better and better != key and search(pattern, better):
            return better
    return None


def _inside(fault: Fault) -> Text:
    path = dotted(fault.path)
    return Text(f" in {path}", f"{path} 中") if path else Text("", "")


def _add(fault: Fault, key: str) -> Text:
    """Return how to add a key, with what it means where the schema says so."""
    row = fault.schema.get("properties", {}).get(key)
    row = row if isinstance(row, dict) else {}
    en, said = row.get("title"), row.get("description", "")
    if en and en.casefold() == key and "x-zh" in row:  # a title that says nothing: its sentence does
        en = said.partition("\n")[0].rstrip(".")
    zh = row.get("x-zh") or said.removeprefix(f"{en} / ")  # of fields both languages are described
    if not (en and zh):
        return Text(f"add '{key}'", f"请补充“{key}”")
    return Text(f"add '{key}': {en}", f"请补充“{key}”：{zh.rstrip('。')}")
