"""The digest of a requirement: it changes when anything changes that a reader relies on."""

from collections.abc import Mapping
from re import findall
from typing import Any

from checker.sha256 import sha256

#: What is digested of a requirement; not its weight, examples, dates or remedy.
DIGESTED = (
    "id", "clause", "text", "obligation", "when", "require", "evidence", "review", "proof",
    "for_each", "as", "where", "if_none",
)  # fmt: skip

_WORD = r"[A-Za-z_][A-Za-z0-9_]*"


def digest_of(data: bytes) -> str:
    """Return ``sha256:...`` of a file's bytes."""
    return f"sha256:{sha256(data).hexdigest()}"


def requirement_digest(requirement: Mapping[str, Any], named: Mapping[str, Any]) -> str:
    """Return the digest of a requirement as written, and of what it names in `let`, `lists` and `tables`.

    How an expression is laid out in YAML makes no difference; nor does the order of the keys, nor saying
    `obligation: shall`.
    """
    from json import dumps  # noqa: PLC0415 - not where the rules are remembered

    rules = {key: _stripped(requirement[key]) for key in DIGESTED if key in requirement}
    if rules.get("obligation") == "shall":  # the default, which `fmt` drops
        del rules["obligation"]
    canonical = {"requirement": rules, "named": _used(rules, named)}
    text = dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest_of(text.encode())


def _stripped(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [_stripped(item) for item in value]
    return {key: _stripped(item) for key, item in value.items()} if isinstance(value, dict) else value


def _used(rules: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the expressions name, and what that names."""
    used: dict[str, Any] = {}
    waiting = [rules.get(key) for key in ("when", "require", "where", "for_each")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str):
            new = [word for word in findall(_WORD, value) if word in named and word not in used]
            used.update((word, _stripped(named[word])) for word in new)
            waiting.extend(named[word] for word in new if isinstance(named[word], str))
    return used
