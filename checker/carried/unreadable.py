"""A file that cannot be verified: it is damaged, or no report of ours."""

from checker.text import Text


class Unreadable(Exception):
    """Why a file is not read as a report; carries the sentence."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what
