"""A document against a JSON Schema: every problem, at its line, in a sentence that a person understands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from checker.documents import Document
from checker.errors import Problem
from checker.schemas import sentences_of_keys as keys
from checker.schemas import sentences_of_sizes as sizes
from checker.schemas import sentences_of_values as values
from checker.schemas.faults import Fault
from checker.text import Text
from checker.values.dates import is_day

Schema = Mapping[str, Any]

_SENTENCES: dict[str, Callable[[Fault], list[Problem]]] = {
    "type": values.wrong_type,
    "enum": values.not_among,
    "const": values.not_constant,
    "pattern": values.wrong_form,
    "format": values.wrong_format,
    "minLength": sizes.too_short,
    "maxLength": sizes.too_long,
    "minimum": sizes.out_of_bounds,
    "maximum": sizes.out_of_bounds,
    "exclusiveMinimum": sizes.out_of_bounds,
    "exclusiveMaximum": sizes.out_of_bounds,
    "minItems": sizes.too_few,
    "maxItems": sizes.too_many,
    "uniqueItems": sizes.repeated,
    "additionalProperties": keys.unknown,
    "unevaluatedProperties": keys.unknown,
    "required": keys.missing,
    "dependentRequired": keys.missing_beside,
    "minProperties": keys.too_few,
    "maxProperties": sizes.too_many,
    "not": keys.exclude_each_other,
    "anyOf": keys.none_of,
    "oneOf": keys.none_of,
    "false": keys.cannot_stand,
}


def explain(document: Document, schema: Schema) -> tuple[Problem, ...]:
    """Return all that is wrong with a document by a JSON Schema (2020-12), in the order of the file.

    Empty if it is valid. `x-form` of a schema says in words what its `pattern` asks for, `x-words` what
    people write in place of its words, `x-unit` the unit of a number, `x-units` those that may be written.
    """
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - slow, and rarely needed

    formats = FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or is_day(value))
    validator = Draft202012Validator(dict(schema), format_checker=formats)
    fault = partial(Fault, document, can_say_status="qualified" in schema.get("$defs", {}))
    problems: dict[tuple[Any, str], Problem] = {}
    for error in _meant(validator.iter_errors(document.data)):
        for problem in _problems(fault, error):
            problems.setdefault((problem.place, problem.what.en), problem)
    return tuple(sorted(problems.values(), key=lambda problem: problem.place))


def _problems(fault: Callable[..., Fault], error: Any) -> list[Problem]:
    found = fault(
        tuple(error.absolute_path),
        error.validator or "false",
        error.validator_value,
        error.instance,
        error.schema if isinstance(error.schema, dict) else {},
        is_key="propertyNames" in error.absolute_schema_path,
    )
    if found.is_key:
        return keys.bad_key(found)
    if found.value is None:
        return values.nothing(found)
    return _SENTENCES.get(found.keyword, _unexplained)(found)


def _meant(errors: Iterable[Any]) -> Iterator[Any]:
    """Yield the errors of the alternative that was meant, in place of "none of the alternatives"."""
    for error in errors:
        branch = _branch(error)
        if branch:
            yield from _meant(branch)
        else:
            yield error


def _branch(error: Any) -> list[Any] | None:
    """Return the errors of the alternative whose type the value has; None if that is not one."""
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        return None
    branches: dict[Any, list[Any]] = {}
    for inside in error.context:
        branches.setdefault(inside.schema_path[0], []).append(inside)
    for other_kind in (("type", "const", "enum"), ("type", "const", "enum", "required")):
        fitting = [
            errors for errors in branches.values() if not any(_is(error, other_kind) for error in errors)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _is(error: Any, keywords: tuple[str, ...]) -> bool:
    return not error.path and error.validator in keywords


def _unexplained(fault: Fault) -> list[Problem]:
    what = Text(
        f"{fault.name.en}: {fault.shown.en} is not what the schema asks for ({fault.keyword})",
        f"{fault.name.zh}：{fault.shown.zh} 不符合格式定义（{fault.keyword}）",
    )
    return [fault.problem(what)]
