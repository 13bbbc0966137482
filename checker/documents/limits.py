"""How much a document may hold; a hostile file ends in one sentence, quickly and in bounded memory."""

from checker.documents.document import Source
from checker.errors import Invalid, Problem
from checker.text import Text

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64  # maps and lists within each other
MAX_NODES = 500_000  # keys and values of a file, each alias counted with all that it stands for
MAX_NUMBER = 64  # characters
MAX_PROBLEMS = 100  # of one file; more would only be scrolled past

_SPLIT = Text("split the file", "请拆分文件")


class Budget:
    """Counts what a file holds and collects its problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes = 0
        self.problems: list[Problem] = []

    def report(self, offset: int, what: Text, mend: Text | None = None) -> None:
        """Remember a problem; raise Invalid when there are too many to be read."""
        self.problems.append(Problem(self.source.place(offset), what, mend))
        if len(self.problems) >= MAX_PROBLEMS:
            raise Invalid(self.problems)

    def finish(self) -> None:
        """Raise Invalid with the problems that were collected, if there are any."""
        if self.problems:
            raise Invalid(self.problems)

    def stop(self, offset: int, what: Text, mend: Text | None = None) -> Invalid:
        """Return the Invalid to raise where the file cannot be read on."""
        return Invalid(dict.fromkeys([*self.problems, Problem(self.source.place(offset), what, mend)]))

    def too_deep(self, offset: int) -> Invalid:
        """Return the Invalid for maps and lists nested too deeply."""
        return self.stop(
            offset,
            Text(
                f"maps and lists are nested more than {MAX_DEPTH} deep",
                f"映射与列表的嵌套超过 {MAX_DEPTH} 层",
            ),
            Text("make it flatter", "请减少嵌套层数"),
        )

    def too_many(self, offset: int) -> Invalid:
        """Return the Invalid for a file, aliases expanded, that holds too much."""
        return self.stop(
            offset,
            Text(
                f"the file holds more than {MAX_NODES:,} values once its aliases are expanded",
                f"展开别名后，文件的值超过 {MAX_NODES:,} 个",
            ),
            _SPLIT,
        )
