"""Scores recomputed from what a report prints: its words and numbers alone, of a page or of a PDF."""

import re
from collections import defaultdict
from fractions import Fraction
from html.parser import HTMLParser

DOMAINS = (
    "Driving automation",
    "Driver assistance",
    "Perception",
    "Computing",
    "By-wire chassis",
    "Cockpit and HMI",
    "V2X and collaborative perception",
    "Cloud",
    "Cybersecurity",
    "Software update",
    "Data governance",
    "Data recording",
    "Functional safety",
    "Organisation and process",
)
ACCOUNTS = ("score", "readiness", "good practice")
_DOMAIN = "|".join(map(re.escape, DOMAINS))
_VERDICT = r"[■▲◆●○] (?:Fail|Unknown|Review|Pass|Not applicable)\b"
_SHARE = r"—|[\d.]+(?:–[\d.]+)? %"
_POINTS = r"(\d+) of (\d+) earned, (\d+) decided|nothing at stake"
_TOKEN = re.compile(
    rf"market \S+ · domain: (?P<home>{_DOMAIN})(?P<about>.*?)(?= {_VERDICT})"
    rf"|(?P<verdict>{_VERDICT})"
    r"|\b(?P<obligation>shall|should|may) · weight (?P<weight>\d)(?P<more>(?: · (?:"
    rf"level \d set|domain: (?:{_DOMAIN})|voluntary|force not known|ended|superseded; [^·]+? counts instead"
    r"|upcoming, no date yet|upcoming from [\d-]+(?:, \d+ days? left)?"
    r"|rule not compared with the official text|switched off by the profile))*)"
)


class _Visible(HTMLParser):
    """The text that a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        del attrs
        self._hidden += tag in ("svg", "style", "script", "title")
        if tag not in ("a", "span", "b"):
            self.said.append(" ")

    def handle_endtag(self, tag):
        self._hidden -= tag in ("svg", "style", "script", "title")

    def handle_data(self, data):
        if not self._hidden:
            self.said.append(data)


def of_page(page: bytes) -> str:
    """Return the visible text of an HTML report on one line."""
    return " ".join("".join(_Visible(page.decode()).said).split())


def of_pdf(text: str, number: str) -> str:
    """Return what pdftotext -raw says on one line, without the running headers and footers."""
    lines = (
        line
        for line in text.splitlines()
        if not re.match(rf"{number} · |Spec [0-9a-f]{{24}}…", line.strip("\f"))
    )
    return " ".join(" ".join(lines).split())


def chapters(text: str) -> tuple[str, str]:
    """Return the chapter on scores and that with the findings."""
    scores = text.index("A score is an interval: from what")
    ladder = text.index("Level ladder", scores)
    register = text.index("As the spec states it; no document was opened.")
    return text[scores:ladder], text[text.rindex("Findings by standard", 0, register) : register]


def findings(text: str) -> list[tuple[str, str, int, str]]:
    """Return verdict, account, weight and domain of every finding that has points."""
    found, home, gated, verdict = [], "", False, ""
    for token in _TOKEN.finditer(text):
        if token["home"]:
            home, gated = token["home"], "because it was asked for by name" in token["about"]
        elif token["verdict"]:
            verdict = token["verdict"][2:]
        else:
            more = token["more"]
            account = _account(token["obligation"], more, gated=gated)
            if verdict != "Not applicable" and account:
                domain = re.search(f"domain: ({_DOMAIN})", more)
                found.append((verdict, account, int(token["weight"]), domain[1] if domain else home))
    return found


def _account(obligation: str, more: str, *, gated: bool) -> str | None:
    if obligation == "may" or re.search(r"level \d set|switched off", more):
        return None
    if obligation == "should":
        return "good practice"
    if gated or not re.search("upcoming|force not known|voluntary|ended|superseded", more):
        return "score"
    return "readiness" if re.search("upcoming|force not known", more) else "good practice"


def open_points(text: str) -> list[tuple[str, str, int, str]]:
    """Return the same of standards that may not apply."""
    row = rf"(Score|Readiness|Good practice), ({_DOMAIN}): (\d+)"
    return [("Unknown", found[1].lower(), int(found[3]), found[2]) for found in re.finditer(row, text)]


def recomputed(scores: str, text: str) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Return earned, decided and staked points by domain and account; "" is the whole.

    They come from the findings, and from what the chapter on scores says of standards that may not apply.
    """
    sums = defaultdict(lambda: {account: [0, 0, 0] for account in ACCOUNTS})
    for verdict, account, weight, domain in (*findings(text), *open_points(scores)):
        for key in ("", domain):
            points = sums[key][account]
            points[0] += weight * (verdict == "Pass")
            points[1] += weight * (verdict in ("Pass", "Fail"))
            points[2] += weight
    return {key: {name: tuple(points) for name, points in its.items()} for key, its in sums.items()}


def interval(points: tuple[int, int, int]) -> str:
    """Return the interval of these points as a report prints it."""
    earned, decided, stake = points
    if not stake:
        return "—"
    low, high = (_percent(Fraction(part, stake)) for part in (earned, stake - decided + earned))
    return f"{low} %" if low == high else f"{low}–{high} %"


def _percent(share: Fraction) -> str:
    nearest = f"{float(share) * 100:.1f}".removesuffix(".0")
    if share not in (0, 1):
        nearest = {"0": "0.1", "100": "99.9"}.get(nearest, nearest)
    return nearest


def printed_domains(text: str) -> dict[str, tuple[str, str, str]]:
    """Return the three intervals of each domain as they are printed."""
    row = rf"({_DOMAIN}) ({_SHARE}) (?:{_SHARE}) (?:{_POINTS}) ({_SHARE}) ({_SHARE})"
    return {found[1]: (found[2], found[6], found[7]) for found in re.finditer(row, text)}


def printed_whole(text: str) -> tuple[tuple[str, str], ...]:
    """Return the interval and the points of each account as they are printed."""
    row = rf"\b(?:Score|Readiness|Good practice) ({_SHARE}) ({_POINTS})"
    return tuple((found[1], found[2]) for found in re.finditer(row, text))


def points_said(points: tuple[int, int, int]) -> str:
    """Return points as a report prints them."""
    earned, decided, stake = points
    return f"{earned} of {stake} earned, {decided} decided" if stake else "nothing at stake"
