"""Definitions that the JSON Schema of a vehicle spec refers to: keys, days, texts, qualified values."""

from typing import Any

from checker.model.spec import BASES
from checker.schemas.fields import (
    DIGEST,
    LANGUAGE,
    REQUIREMENT_ID,
    SLUG,
    SLUG_LENGTH,
    STATUSES,
)
from checker.schemas.leaves import says_more
from checker.text import Text

Schema = dict[str, Any]

_SLUG_FORM = Text(
    "a key of lower-case letters, digits and underscores that begins with a letter",
    "由小写字母、数字和下划线组成、以字母开头的键",
)
_REQUIREMENT_FORM = Text(
    "the full id of a requirement, as in gb-44497-2024/type-1-event-capacity",
    "要求的完整标识，如 gb-44497-2024/type-1-event-capacity",
)
_DIGEST_FORM = Text(
    "a digest: sha256: and 64 hexadecimal digits (or sha512: and 128, sm3: and 64)",
    "摘要值：sha256: 后接 64 位十六进制数（或 sha512: 后接 128 位、sm3: 后接 64 位）",
)
_LANGUAGE_FORM = Text("a language code: en, zh", "语言代码：en、zh")


def definitions() -> Schema:
    """Return the definitions that every vehicle schema has, by name."""
    slug = {"type": "string", "pattern": SLUG, "maxLength": SLUG_LENGTH}
    text = {"type": "string", "minLength": 1}
    return {
        "slug": {**slug, "x-form": _SLUG_FORM._asdict()},
        "requirement_id": {
            "type": "string",
            "pattern": REQUIREMENT_ID,
            "x-form": _REQUIREMENT_FORM._asdict(),
        },
        "digest": {"type": "string", "pattern": DIGEST, "x-form": _DIGEST_FORM._asdict()},
        "day": {"type": "string", "format": "date"},
        "localized": {
            "if": {"type": "object"},
            "then": {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": LANGUAGE, "x-form": _LANGUAGE_FORM._asdict()},
                "additionalProperties": text,
            },
            "else": text,
        },
        "named_value": _named_value(),
        "qualified": _qualified(slug, text),
    }


def _qualified(slug: Schema, text: Schema) -> Schema:
    localized, refs = (
        {"$ref": "#/$defs/localized"},
        {"type": "array", "items": slug, "minItems": 1, "uniqueItems": True},
    )
    return {
        "description": "A value with its source, or why there is none / 数值及其来源，或未给出的原因",
        "type": "object",
        "properties": {
            "value": True,
            "unit": text,
            "status": {"enum": list(STATUSES)},
            "reason": localized,
            "basis": {"enum": list(BASES)},
            "ref": {"if": {"type": "array"}, "then": refs, "else": slug},
            "date": {"$ref": "#/$defs/day"},
            "by": text,
            "note": localized,
        },
        "additionalProperties": False,
        "not": {"required": ["value", "status"]},
        "if": {"required": ["status"]},
        "then": {
            "if": {"properties": {"status": {"const": "not_applicable"}}},
            "then": {"required": ["reason"]},
        },
        "else": {"required": ["value"]},
    }


def _named_value() -> Schema:
    number = {"type": "number"}
    ends = {
        "type": "object",
        "properties": {"min": number, "max": number},
        "additionalProperties": False,
        "minProperties": 1,
    }
    items = {"type": "array", "items": {"type": ["string", "number"]}, "uniqueItems": True}
    one = {"type": ["string", "number", "boolean"]}
    value = {
        "if": {"type": "array"},
        "then": items,
        "else": {"if": {"type": "object"}, "then": ends, "else": one},
    }
    return {
        "description": "A named value for people / 供人阅读的命名参数",
        "if": says_more(),
        "then": {"$ref": "#/$defs/qualified", "properties": {"value": value}},
        "else": value,
    }
