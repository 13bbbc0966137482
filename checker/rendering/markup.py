"""Templates to markup, safely: every value that is printed is escaped, and what hides in it is shown."""

import functools
from collections.abc import Iterable

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from checker.bundled import bundled
from checker.rendering.terminal.columns import clip
from checker.rendering.visible import safe_link, visible
from checker.rendering.wording import Words
from checker.text import Text, colon

LANGUAGES = {"en": "en", "zh": "zh-CN", "both": "en"}


def shown(value: object, lang: str) -> Markup | str:
    """Return a value as markup; a Text in both languages marks each with its own.

    Raises TypeError for a value that no template should print, such as None, and UndefinedError for a
    name that the template does not have.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, Text):
        return _both(value) if lang == "both" and value.en != value.zh else escape(visible(value.in_(lang)))
    if isinstance(value, str):
        return escape(visible(value))
    if isinstance(value, Undefined):
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    message = f"a template prints a {type(value).__name__}: {value!r}"
    raise TypeError(message)


def _both(text: Text) -> Markup:
    template = Markup('<span lang="en">{}</span> <span class="zh" lang="zh-CN">{}</span>')
    return template.format(visible(text.en), visible(text.zh))


@functools.cache
def environment(lang: str) -> Environment:
    """Return the environment of the report's templates."""
    made = Environment(
        loader=FileSystemLoader(bundled("reports") / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=functools.partial(shown, lang=lang),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["plain"] = lambda text: visible(text.in_(lang) if isinstance(text, Text) else text)
    made.filters["short"] = lambda text: text.in_("en" if lang == "both" else lang)
    made.filters["label"] = _label
    made.filters["address"] = address
    made.filters["dots"] = dots
    made.filters["brief"] = brief
    return made


def address(link: str) -> Markup:
    """Return where a link leads, whole: a clipped one leads nowhere; "" for an address that is not safe."""
    return escape(safe_link(link) or "")


def brief(text: Text | str, columns: int) -> Text:
    """Return as much of a text as so many columns hold, in each language, a Chinese character taking two."""
    both = text if isinstance(text, Text) else Text(text, text)
    return Text(*(clip(" ".join(visible(said).split()), columns) for said in both))


@pass_context
def _label(context: Context, text: Text) -> Text | str:
    """Return what a link is called: on a page each language by itself, in a PDF as one run of text."""
    return text if context["medium"] == "html" else visible(text.in_(context["lang"]))


def dots(texts: Iterable[Text]) -> Text:
    """Return short texts as one line, each language by itself."""
    texts = tuple(texts)
    return Text(" · ".join(text.en for text in texts), " · ".join(text.zh for text in texts))


def stylesheet(*names: str) -> str:
    """Return the named style sheets of ``reports/styles`` as one."""
    folder = bundled("reports") / "styles"
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def script(name: str) -> str:
    """Return a program of ``reports/scripts``."""
    return (bundled("reports") / "scripts" / f"{name}.js").read_text(encoding="utf-8")


def render(template: str, report: object, words: Words, lang: str, **more: object) -> str:
    """Return a template of ``reports/templates`` filled with a report."""
    names = {"report": report, "say": words, "lang": lang, "html_lang": LANGUAGES[lang], "colon": colon(lang)}
    return environment(lang).get_template(template).render(names | more)
