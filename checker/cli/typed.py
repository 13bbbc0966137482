"""Values of options, as they are typed; each refusal says what to write instead."""

import argparse

from checker.text import Text
from checker.values.dates import NotADate, parse_day


def day(lang: str, text: str) -> str:
    """Return an ISO day as it was written."""
    try:
        parse_day(text)
    except NotADate as error:
        raise argparse.ArgumentTypeError(error.what.in_(lang)) from None
    if len(text) != len("2026-11-20"):
        says = Text(
            f"'{text}' is a month; a day is needed, such as {text}-01",
            f"“{text}”是月份；请写到日，如 {text}-01",
        )
        raise argparse.ArgumentTypeError(says.in_(lang))
    return text


def domain_minimum(lang: str, text: str) -> tuple[str, float]:
    """Return a domain and the share that it has to reach."""
    domain, equals, share = text.partition("=")
    if not domain or not equals:
        says = Text(
            f"'{text}': write DOMAIN=NUMBER, such as cybersecurity=80",
            f"“{text}”：请写成 领域=数值，如 cybersecurity=80",
        )
        raise argparse.ArgumentTypeError(says.in_(lang))
    return domain, percent(lang, share)


def percent(lang: str, text: str) -> float:
    """Return a share from 0 to 1 that was written in percent."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        says = Text(f"'{text}' is not a number from 0 to 100", f"“{text}”不是 0 到 100 之间的数")
        raise argparse.ArgumentTypeError(says.in_(lang))
    return value / 100
