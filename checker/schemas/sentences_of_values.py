"""Sentences about single values: of another type, not among the known, out of bounds, not a date."""

from re import fullmatch

from checker.errors import Problem
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.faults import Fault, shown
from checker.schemas.sentences_of_sizes import too_short
from checker.text import Text
from checker.values.dates import days_in_month, is_day

_TYPES = {
    "number": Text("a number", "数字"),
    "integer": Text("a whole number", "整数"),
    "string": Text("text", "文本"),
    "boolean": Text("true or false", " true 或 false"),
    "object": Text("a map of keys and values", "由键和值组成的映射"),
    "array": Text("a list", "列表"),
    "null": Text("nothing", "空值"),
}
_YES = frozenset(("yes", "y", "on", "true", "是", "有", "支持"))
_NO = frozenset(("no", "n", "off", "false", "否", "无", "不支持"))
_NUMBER = r"\s*([+-]?\d+(?:\.\d+)?)\s*(.*?)\s*"
_SPAN = r"\s*([+-]?\d+(?:\.\d+)?)\s*(?:-|–|~|～|\.\.|to|至|到)\s*(\d+(?:\.\d+)?)[^\d]*"
_DATE = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"


def nothing(fault: Fault) -> list[Problem]:
    """Complain of a key without a value."""
    what = Text(f"{fault.name.en} has no value (null)", f"{fault.name.zh} 没有值（null）")
    mend = Text("give it a value, or leave the key out", "请填写值，或删去该键")
    if fault.can_say_status:
        mend = Text(
            "leave the key out if it is not stated, or write {status: unknown, reason: ...}",
            "未填写时请删去该键，或写 {status: unknown, reason: ...}",
        )
    return [fault.problem(what, mend)]


def wrong_type(fault: Fault) -> list[Problem]:
    """Complain of a value of another type than the field's."""
    types = fault.wanted if isinstance(fault.wanted, list) else [fault.wanted]
    wanted = Text(
        " or ".join(_TYPES[name].en for name in types), "或".join(_TYPES[name].zh for name in types)
    )
    what = Text(
        f"{fault.name.en}: {wanted.en} is wanted here, not {_described(fault).en}",
        f"{fault.name.zh}：此处应为{wanted.zh}，而不是{_described(fault).zh}",
    )
    return [fault.problem(what, _mend_type(fault, types[0]))]


def _described(fault: Fault) -> Text:
    """Return a value with what it was read as."""
    match fault.value:
        case str():
            return Text(f"the text {fault.shown.en}", f"文本{fault.shown.zh}")
        case bool():
            if fault.typed == str(fault.value).lower():
                return fault.shown
            return Text(
                f"{fault.typed} (read as {shown(fault.value).en})",
                f"{fault.typed}（读作 {shown(fault.value).zh}）",
            )
        case int() | float():
            return Text(f"the number {fault.shown.en}", f"数字 {fault.shown.zh}")
        case _:
            return fault.shown


def _mend_type(fault: Fault, wanted: str) -> Text | None:
    value = fault.value
    match wanted, value:
        case (("number" | "integer"), str()):
            return _mend_number(fault)
        case (("number" | "integer"), dict()) if value.keys() & {"min", "max"}:
            return Text("one value is wanted here, not a range", "此处应为单个值，而不是范围")
        case "object", str() if _in_both_languages(fault):
            return Text(
                f"write it in both languages: {{en: {fault.typed}, zh: ...}}",
                f"请写中英文：{{en: ..., zh: {fault.typed}}}",
            )
        case "object", list():
            return Text(
                "give each item a key of its own: `key: {...}`", "请为每一项起一个键名，写成“键: {...}”"
            )
        case "integer", float():
            return Text("write a whole number", "请写整数")
        case "boolean", str() if value.strip().casefold() in _YES | _NO:
            word = "true" if value.strip().casefold() in _YES else "false"
            return Text(f"write {word}", f"请写 {word}")
        case "boolean", _:
            return Text("write true or false", "请写 true 或 false")
        case "string", bool() | int() | float():
            return Text(f'put it in quotes: "{fault.typed}"', f'请加引号："{fault.typed}"')
        case "string", list() if len(value) == 1 and isinstance(value[0], str):
            return Text(f"write it without brackets: {value[0]}", f"请去掉方括号：{value[0]}")
        case "array", str() | int() | float():
            return Text(f"put it in brackets: [{fault.typed}]", f"请加方括号：[{fault.typed}]")
        case _:
            return None


def _in_both_languages(fault: Fault) -> bool:
    return set(fault.schema.get("properties", {})) == {"en", "zh"}


def _mend_number(fault: Fault) -> Text:
    span = fullmatch(_SPAN, fault.value)
    if span is not None:
        written = f"{{min: {span[1]}, max: {span[2]}}}"
        return Text(
            f"one number, or where a range may stand {written}", f"单个数字；可填写范围处写作 {written}"
        )
    match = fullmatch(_NUMBER, fault.value)
    if match is None:
        return Text("write a number", "请写数字")
    number, unit = match.groups()
    if not unit:
        return Text(f"write it without quotes: {number}", f"请去掉引号：{number}")
    ending = fault.schema.get("x-unit")
    if not ending:
        return Text(f"write the number alone: {number}", f"请只写数字：{number}")
    units = fault.schema.get("x-units", [])
    if units and unit.casefold() == units[0].casefold():
        return Text(
            f"write {number}: the key says {units[0]}", f"请只写 {number}：键名已表明单位为 {units[0]}"
        )
    written = f"{{value: {number}, unit: {unit if unit in units else '...'}}}"
    if unit in units:
        return Text(f"write {written}", f"请写作 {written}")
    return Text(
        f"write the number in _{ending}, or {written} with one of {', '.join(units)}",
        f"请按 _{ending} 写数字，或写 {written}，单位可用 {'、'.join(units)}",
    )


def not_among(fault: Fault) -> list[Problem]:
    """Complain of a word that is not among the known ones."""
    known = [str(word) for word in fault.wanted]
    ending = fault.schema.get("x-unit")
    if ending:
        what = Text(
            f"{fault.name.en}: {fault.shown.en} is no unit that is known for _{ending}",
            f"{fault.name.zh}：{fault.shown.zh}不是 _{ending} 可用的单位",
        )
    else:
        what = Text(
            f"{fault.name.en}: {fault.shown.en} is not one of the words that may stand here",
            f"{fault.name.zh}：{fault.shown.zh}不是此处可用的词",
        )
    return [fault.problem(what, _meant_word(fault) or did_you_mean(fault.typed, known))]


def _meant_word(fault: Fault) -> Text | None:
    words = fault.schema.get("x-words", {})
    word = words.get(fault.typed) or _in_capitals(fault)
    return Text(f"write {word}", f"请写作 {word}") if word else None


def _in_capitals(fault: Fault) -> str | None:
    """Return a code as it is written; None for what is none."""
    pattern = fault.schema.get("pattern")
    return fault.typed.upper() if pattern and fullmatch(pattern, fault.typed.upper()) else None


def not_constant(fault: Fault) -> list[Problem]:
    """Complain of another value than the only one."""
    only = shown(fault.wanted)
    what = Text(
        f"{fault.name.en}: only {only.en} may stand here, not {fault.shown.en}",
        f"{fault.name.zh}：此处只能是{only.zh}，而不是{fault.shown.zh}",
    )
    return [fault.problem(what)]


def wrong_form(fault: Fault) -> list[Problem]:
    """Complain of a text that is not formed as the field's texts are."""
    form = fault.schema.get("x-form")
    if not form and not fault.value.strip():
        return too_short(fault)
    what = Text(
        f"{fault.name.en}: {fault.shown.en} is not "
        + (form["en"] if form else "of the form that is wanted here"),
        f"{fault.name.zh}：{fault.shown.zh} " + (f"不是{form['zh']}" if form else "不符合此处要求的写法"),
    )
    examples = [str(example) for example in fault.schema.get("examples", [])]
    as_in = Text(f"as in {examples[0]}", f"例如 {examples[0]}") if examples else None
    return [fault.problem(what, _meant_word(fault) or as_in)]


def wrong_format(fault: Fault) -> list[Problem]:
    """Complain of a text that is not a day of the calendar."""
    match = fullmatch(_DATE, fault.value.strip())
    if match is None:
        what = Text(
            f"{fault.name.en}: {fault.shown.en} is not a date", f"{fault.name.zh}：{fault.shown.zh}不是日期"
        )
        return [fault.problem(what, Text("write year-month-day: 2026-07-01", "请写成 年-月-日：2026-07-01"))]
    year, month, day = (int(part) for part in match.groups())
    written = f"{year:04d}-{month:02d}-{day:02d}"
    if is_day(written):
        what = Text(
            f"{fault.name.en}: {fault.shown.en} is not a date as year-month-day",
            f"{fault.name.zh}：{fault.shown.zh}不是“年-月-日”形式的日期",
        )
        return [fault.problem(what, Text(f"write {written}", f"请写作 {written}"))]
    what = Text(
        f"{fault.name.en}: there is no day {fault.shown.en} in the calendar",
        f"{fault.name.zh}：日历中没有{fault.shown.zh}这一天",
    )
    if not 1 <= month <= 12:
        return [fault.problem(what, Text("a year has 12 months", "一年只有 12 个月"))]
    days = days_in_month(year, month)
    return [
        fault.problem(
            what, Text(f"{year:04d}-{month:02d} has {days} days", f"{year} 年 {month} 月只有 {days} 天")
        )
    ]
