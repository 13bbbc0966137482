"""What the page of a command tells beyond its options."""

from checker.record import Record
from checker.text import Text


class Prose(Record):
    """What a command does, what its exit code 1 means, and which commands belong to it."""

    about: tuple[Text, ...]  # paragraphs
    one: Text | None = None  # when it ends with 1; None: never
    see: tuple[str, ...] = ()  # commands
