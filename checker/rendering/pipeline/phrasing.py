"""A point in the sentences of a format, without characters that hide or turn a line around."""

from checker.rendering.pipeline.points import Point
from checker.rendering.visible import visible
from checker.rendering.wording import Words
from checker.text import Text


def said(text: Text, lang: str) -> str:
    """Return a text on one line as any viewer may show it."""
    return said_plain(text.in_(lang))


def said_plain(text: str) -> str:
    """Return a name or sentence of one language on one line as any viewer may show it."""
    return " ".join(visible(text).split())


def reference(point: Point) -> str:
    """Return the standard and clause: ``GB 44497-2024 4.2.1.1 b)``; empty for what no standard asks."""
    return visible(f"{point.standard} {point.clause}".strip())


def reasons(point: Point, words: Words, lang: str) -> str:
    """Return why a point is as it is, the reasons one after the other."""
    between = words("pipeline.between").in_("zh" if lang == "zh" else "en")
    return between.join(said(why, lang) for why in point.why)


def verdict_word(point: Point, words: Words) -> Text:
    """Return the verdict as a word; an applicability that is open has its own."""
    return words(f"verdict.{point.verdict}")


def message(point: Point, words: Words, lang: str) -> str:
    """Return the whole point in a few sentences: verdict, what is asked, why, how to mend it, its waiver."""
    colon, between = ("：", "") if lang == "zh" else (": ", " ")
    parts = [f"{said(verdict_word(point, words), lang)}{colon}{said(point.asks, lang)}"]
    why = reasons(point, words, lang)
    if why:
        parts.append(said(words("pipeline.because", why=Text(why, why)), lang))
    if point.remedy and point.level != "none":
        parts.append(said(words("pipeline.mend", remedy=point.remedy), lang))
    parts += [said(told, lang) for told in point.waiver]
    if point.configurations:
        names = words.join(point.configurations)
        parts.append(said(words("pipeline.in_configurations", names=names), lang))
    return between.join(parts)
