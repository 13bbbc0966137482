"""A place in the tokens of an expression, and what is said where the wrong one stands there."""

from typing import NoReturn

from checker.expression.faults import ExpressionError, Fault
from checker.expression.lexer import Token, tokens
from checker.text import Text

_WORDS = {"and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "NOT": "!"}


class Cursor:
    """Goes through tokens from left to right."""

    def __init__(self, source: str) -> None:
        self._tokens = tokens(source)
        self._at = 0

    @property
    def token(self) -> Token:
        """The next token."""
        return self._tokens[self._at]

    def step(self) -> Token:
        """Return the next token and go past it."""
        token = self._tokens[self._at]
        self._at += token.kind != "end"
        return token

    def replace(self, token: Token) -> None:
        """Put another token in the place of the next one."""
        self._tokens[self._at] = token

    def is_at(self, *symbols: str) -> bool:
        """Return whether the next token is one of these operators or brackets."""
        return self.token.kind == "op" and self.token.value in symbols

    def take(self, symbol: str) -> bool:
        """Go past an operator or bracket if it is next, and return whether it was."""
        taken = self.is_at(symbol)
        self._at += taken
        return taken

    def expect(self, symbol: str, other: str = "") -> None:
        """Go past an operator or bracket; raises ExpressionError if it (or the other) is not there."""
        if not self.take(symbol):
            named = _named(self.token)
            en = f"{symbol} or {other}" if other else symbol
            zh = f"{symbol} 或 {other}" if other else symbol
            self.fail(
                self.token,
                Text(f"{en} is missing before {named.en}", f"{named.zh}之前缺少 {zh}"),
                self._operator(),
            )

    def finish(self) -> None:
        """Raise ExpressionError if anything follows."""
        if self.token.kind != "end":
            named = _named(self.token)
            self.fail(self.token, Text(f"unexpected {named.en}", f"意外的{named.zh}"), self._operator())

    def missing_value(self, token: Token) -> NoReturn:
        """Raise ExpressionError: there should be a value."""
        named = _named(token)
        self.fail(token, Text(f"a value is missing before {named.en}", f"{named.zh}之前缺少值"))

    def fail(self, token: Token, what: Text, mend: Text | None = None) -> NoReturn:
        """Raise ExpressionError at a token."""
        raise ExpressionError(Fault(token.offset, what, mend))

    def _operator(self) -> Text | None:
        operator = _WORDS.get(str(self.token.value)) if self.token.kind == "name" else None
        return Text(f"write {operator}", f"请写 {operator}") if operator else None


def _named(token: Token) -> Text:
    if token.kind == "end":
        return Text("the end", "末尾")
    return Text(f"'{token.value}'", f"“{token.value}”")
