"""The sentences of every output, from ``reports/wording``: one file per language, the same keys in each."""

import os
from collections.abc import Mapping

from checker.bundled import data_folder
from checker.cache import Cache
from checker.sha256 import sha256
from checker.text import Text

_BETWEEN = b"\0"


class Words:
    """Sentences by key; every answer comes in both languages."""

    def __init__(self, en: Mapping[str, str], zh: Mapping[str, str]) -> None:
        self._en, self._zh = en, zh

    def __contains__(self, key: str) -> bool:
        return key in self._en

    def __call__(self, key: str, /, **values: object) -> Text:
        """Return the sentence with its placeholders filled in; a Text fills each language with its own.

        Raises KeyError for a key or placeholder that the wording files do not have.
        """
        if not values:
            return Text(self._en[key], self._zh[key])
        en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
        zh = {name: value.zh if isinstance(value, Text) else value for name, value in values.items()}
        return Text(self._en[key].format_map(en), self._zh[key].format_map(zh))

    def keys_of(self, prefix: str) -> list[str]:
        """Return the keys that begin so, in the order of the wording."""
        return [key for key in self._en if key.startswith(prefix)]

    def count(self, key: str, n: int, /, **values: object) -> Text:
        """Return ``key.one`` for one thing and ``key.many`` for any other number, with ``{n}`` filled in."""
        return self(f"{key}.one" if n == 1 else f"{key}.many", n=n, **values)

    def join(self, texts: list[Text] | tuple[Text, ...]) -> Text:
        """Return the texts as one list in each language: ``a, b`` and ``a、b``."""
        return Text(
            self._en["list.comma"].join(text.en for text in texts),
            self._zh["list.comma"].join(text.zh for text in texts),
        )


def load_words(folder: "str | os.PathLike[str] | None" = None, cache: Cache | None = None) -> Words:
    """Return the wording of ``folder``, or of this installation; the sentences are remembered in a cache."""
    path = os.fspath(folder) if folder else f"{data_folder('reports')}/wording"
    written = [_bytes(f"{path}/{lang}.json") for lang in ("en", "zh")]
    key = f"wording\0{sha256(_BETWEEN.join(written)).hexdigest()}"
    sentences = cache.recall(key) if cache else None
    if sentences is None:
        import json  # noqa: PLC0415 - not where they are remembered

        sentences = [json.loads(one) for one in written]
        if cache:
            cache.keep(key, sentences)
    return Words(*sentences)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
