"""The text of an expression -> its tree, by precedence."""

from typing import NoReturn

from checker.expression.faults import ExpressionError, Fault
from checker.expression.lexer import Token, tokens
from checker.expression.tree import Tree, depth
from checker.text import Text

#: Python reads the printed tree back, and gives up at some 190 nested brackets.
MAX_DEPTH = 100
#: One macro in another is a product of sizes.
MAX_MACROS = 3
#: How many variables each macro may have, and with which of them how many parts follow.
MACROS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "all": ((1, 2), (1,)),
    "exists": ((1, 2), (1,)),
    "exists_one": ((1, 2), (1,)),
    "existsOne": ((1, 2), (1,)),
    "filter": ((1,), (1,)),
    "map": ((1,), (1, 2)),
    "transformList": ((2,), (1, 2)),
}
_RELATIONS = dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), 3)
_BINDING = {**_RELATIONS, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
_LOGIC = {"||": ("or", 1), "&&": ("and", 2)}
_CONSTANTS = {"true": True, "false": False}
_RESERVED = frozenset(
    (
        *("as", "break", "const", "continue", "else", "for", "function"),
        *("if", "import", "in", "let", "loop", "package"),
        *("namespace", "return", "var", "void", "while"),
    )
)
_WORDS = {"and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "NOT": "!"}


def parse(source: str) -> Tree:
    """Return the tree of an expression; raises ExpressionError at the first thing that is wrong."""
    parser = _Parser(source)
    tree = parser.expression()
    parser.finish()
    if depth(tree) > MAX_DEPTH:
        raise _too_deep(tree[1])
    return tree


def _too_deep(offset: int) -> ExpressionError:
    return ExpressionError(
        Fault(
            offset,
            Text(f"an expression is nested more than {MAX_DEPTH} deep", f"表达式嵌套超过 {MAX_DEPTH} 层"),
            Text("name its parts under let", "请在 let 中为其各部分命名"),
        )
    )


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, source: str) -> None:
        self._tokens = tokens(source)
        self._at = 0
        self._brackets = 0
        self._macros = 0

    def finish(self) -> None:
        """Refuse what follows a complete expression."""
        token = self._token
        if token.kind != "end":
            operator = _WORDS.get(str(token.value))
            named = _named(token)
            self._fail(
                token,
                Text(f"unexpected {named.en}", f"意外的{named.zh}"),
                Text(f"write {operator}", f"请写 {operator}") if operator else None,
            )

    def expression(self) -> Tree:
        """Read a whole expression, a choice ``a ? b : c`` included."""
        self._brackets += 1
        if self._brackets > MAX_DEPTH:
            raise _too_deep(self._token.offset)
        tree = self._operation(1)
        if self._take("?"):
            then = self._operation(1)
            self._expect(":")
            tree = ("cond", tree[1], tree, then, self.expression())
        self._brackets -= 1
        return tree

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _operation(self, binding: int) -> Tree:
        left = self._unary()
        while True:
            token = self._token
            symbol = str(token.value) if token.kind == "op" or token[:2] == ("name", "in") else ""
            if symbol in _LOGIC and _LOGIC[symbol][1] >= binding:
                left = self._logic(symbol, left)
            elif _BINDING.get(symbol, 0) >= binding:
                self._at += 1
                left = ("op", token.offset, symbol, left, self._operation(_BINDING[symbol] + 1))
            else:
                return left

    def _logic(self, symbol: str, first: Tree) -> Tree:
        kind, binding = _LOGIC[symbol]
        operands = [first]
        while self._take(symbol):
            operands.append(self._operation(binding + 1))
        return (kind, first[1], *operands)

    def _unary(self) -> Tree:
        signs: list[Token] = []
        while self._token.kind == "op" and self._token.value in ("!", "-"):
            if signs and signs[0].value != self._token.value:
                break
            signs.append(self._token)
            self._at += 1
        if signs and signs[-1].value == "-" and self._token.kind in ("int", "double"):
            number = self._token
            self._tokens[self._at] = number._replace(value=-number.value, offset=signs.pop().offset)  # type: ignore[operator]
        tree = self._member()
        for sign in reversed(signs):
            tree = ("not" if sign.value == "!" else "neg", sign.offset, tree)
        return tree

    def _member(self) -> Tree:
        tree = self._primary()
        while True:
            token = self._token
            if self._take("["):
                tree = ("index", token.offset, tree, self.expression())
                self._expect("]")
            elif self._take("."):
                tree = self._selected(tree)
            else:
                return tree

    def _selected(self, target: Tree) -> Tree:
        field = self._token
        if field.kind not in ("name", "quoted"):
            self._fail(field, Text("a field's name is missing after the dot", "点号后缺少字段名"))
        self._at += 1
        name = str(field.value)
        if field.kind == "name" and self._token.value == "(" and self._token.kind == "op":
            if name in MACROS:
                return self._macro(field, name, target)
            return ("method", field.offset, name, target, *self._arguments(")"))
        return ("select", field.offset, target, name)

    def _macro(self, at: Token, name: str, target: Tree) -> Tree:
        self._macros += 1
        if self._macros > MAX_MACROS:
            self._fail(
                at,
                Text(f"more than {MAX_MACROS} macros in one another", f"宏嵌套超过 {MAX_MACROS} 层"),
                Text("use for_each, or name a part under let", "请使用 for_each，或在 let 中为其一部分命名"),
            )
        arguments = self._arguments(")")
        self._macros -= 1
        count, parts = MACROS[name]
        names = [tree[2] for tree in arguments[: max(count)] if tree[0] == "ident"]
        fits = [n for n in count if n <= len(names) and len(arguments) - n in parts]
        variables = max(fits, default=0)
        if not variables:
            wanted = f"{name}({', '.join(('key', 'x')[-min(count) :])}, ...)"
            self._fail(at, Text(f"{name} is written {wanted}", f"{name} 应写作 {wanted}"))
        bound, body = tuple(names[:variables]), arguments[-1]
        condition = arguments[-2] if len(arguments) - variables == 2 else None
        return ("macro", at.offset, name, bound, target, condition, body)

    def _primary(self) -> Tree:
        token = self._token
        self._at += 1
        if token.kind in ("int", "double", "string"):
            return self._constant(token)
        if token.kind == "name":
            return self._name(token)
        if token.kind == "op" and token.value == "(":
            tree = self.expression()
            self._expect(")")
            return tree
        if token.kind == "op" and token.value == "[":
            self._at -= 1
            return ("list", token.offset, *self._arguments("]"))
        if token.kind == "op" and token.value == "{":
            return self._map(token)
        self._at -= 1
        return self._missing_value(token)

    def _constant(self, token: Token) -> Tree:
        if token.kind == "int" and not -(2**63) <= int(token.value) < 2**63:
            self._fail(token, Text(f"{token.value} is too large a number", f"数值 {token.value} 过大"))
        return ("lit", token.offset, token.value)

    def _name(self, token: Token) -> Tree:
        name = str(token.value)
        if name in _CONSTANTS:
            return ("lit", token.offset, _CONSTANTS[name])
        if name == "null":
            return ("null", token.offset)
        if name in _RESERVED:
            self._fail(
                token,
                Text(f"{name!r} is a reserved word of the language", f"{name!r} 是语言的保留字"),
                Text("choose another name", "请换一个名称"),
            )
        if self._token.kind == "op" and self._token.value == "(":
            arguments = self._arguments(")")
            return self._has(token, arguments) if name == "has" else ("call", token.offset, name, *arguments)
        return ("ident", token.offset, name)

    def _has(self, token: Token, arguments: list[Tree]) -> Tree:
        if len(arguments) != 1 or arguments[0][0] != "select":
            self._fail(token, Text("has is written has(a.b)", "has 应写作 has(a.b)"))
        return ("has", token.offset, *arguments[0][2:])

    def _map(self, brace: Token) -> Tree:
        entries: list[Tree] = []
        while not self._take("}"):
            if entries:
                self._expect(",")
                if self._take("}"):
                    break
            entries.append(self.expression())
            self._expect(":")
            entries.append(self.expression())
        return ("map", brace.offset, *entries)

    def _arguments(self, closing: str) -> list[Tree]:
        self._at += 1  # the opening bracket
        found: list[Tree] = []
        while not self._take(closing):
            if found:
                self._expect(",", closing)
                if closing == "]" and self._take(closing):
                    break
            found.append(self.expression())
        return found

    def _take(self, symbol: str) -> bool:
        taken = self._token.kind == "op" and self._token.value == symbol
        self._at += taken
        return taken

    def _expect(self, symbol: str, other: str = "") -> None:
        if not self._take(symbol):
            token = self._token
            wanted = f"{symbol} or {other}" if other else symbol
            operator = _WORDS.get(str(token.value)) if token.kind == "name" else None
            named = _named(token)
            self._fail(
                token,
                Text(
                    f"{wanted} is missing before {named.en}",
                    f"{named.zh}之前缺少 {wanted.replace(' or ', ' 或 ')}",
                ),
                Text(f"write {operator}", f"请写 {operator}") if operator else None,
            )

    def _missing_value(self, token: Token) -> NoReturn:
        named = _named(token)
        self._fail(token, Text(f"a value is missing before {named.en}", f"{named.zh}之前缺少值"))

    def _fail(self, token: Token, what: Text, mend: Text | None = None) -> NoReturn:
        raise ExpressionError(Fault(token.offset, what, mend))


def _named(token: Token) -> Text:
    if token.kind == "end":
        return Text("the end", "末尾")
    return Text(f"'{token.value}'", f"“{token.value}”")
