"""Profiles on a terminal: what each is for, what it chooses and what it switches off."""

from collections.abc import Iterable, Iterator, Mapping

from checker.model.standard import Profile
from checker.rendering.catalogue import Name
from checker.rendering.terminal.page import Page
from checker.text import Text


def list_profiles(profiles: Iterable[Profile], names: Mapping[str, Name], page: Page) -> Iterator[str]:
    """Yield a few lines for each profile."""
    yield from page.wrapped(page.say("profiles.intro"), "")
    for profile in profiles:
        yield ""
        yield from _head(profile, names, page)
        if profile.off:
            yield from page.wrapped(page.count("profiles.off", len(profile.off)), "    ")


def show_profile(profile: Profile, names: Mapping[str, Name], page: Page) -> Iterator[str]:
    """Yield one profile in full: why each requirement was switched off, and the digest of its file."""
    yield from _head(profile, names, page)
    if profile.off:
        yield from page.wrapped(page.count("profiles.off", len(profile.off)), "    ")
        for id_, reason in profile.off.items():
            yield from page.hanging(page.say("profiles.off_one", id=id_, reason=reason), "      ", "        ")
    yield from page.wrapped(page.say("profiles.digest", digest=profile.digest), "    ")


def _head(profile: Profile, names: Mapping[str, Name], page: Page) -> Iterator[str]:
    for line in page.hanging(f"{profile.id}  {page.text(profile.title)}", "", "    "):
        yield line.replace(profile.id, page.style("bold", profile.id), 1)
    if profile.purpose:
        yield from page.wrapped(page.text(profile.purpose), "    ")
    if profile.standards:
        told = page.say("profiles.standards", standards=_numbers(profile.standards, names, page))
    else:
        told = page.say("profiles.of_markets")
    yield from page.hanging(told, "    ", "      ")
    if profile.gate:
        gate = page.say("profiles.gate", standards=_numbers(profile.gate, names, page))
        yield from page.hanging(gate, "    ", "      ")


def _numbers(ids: Iterable[str], names: Mapping[str, Name], page: Page) -> Text:
    return page.words.join([names[key].number for key in ids])
