"""What only the people who issue a report know of it: its own number, its revision, and who stands for it."""

from checker.record import Record


class Issue(Record):
    """One issue of a report; what is "" stays a blank to be filled in by hand, and is never made up."""

    number: str = ""  # their own; where they have none, the one that the inputs give
    revision: str = ""
    supersedes: str = ""
    changes: tuple[str, ...] = ()  # against what it supersedes
    issued: str = ""  # ISO day
    issued_by: str = ""  # name and address
    customer: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    approved_by: str = ""


#: A report that nobody has issued yet.
BLANK = Issue()
