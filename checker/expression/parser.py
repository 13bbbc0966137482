"""The text of an expression -> its tree, by precedence."""

from checker.expression.cursor import Cursor
from checker.expression.faults import ExpressionError, Fault
from checker.expression.lexer import Token
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


class _Parser(Cursor):
    """Reads an expression from its tokens."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._brackets = 0
        self._macros = 0

    def expression(self) -> Tree:
        """Read a whole expression, a choice ``a ? b : c`` included."""
        self._brackets += 1
        if self._brackets > MAX_DEPTH:
            raise _too_deep(self.token.offset)
        tree = self._operation(1)
        if self.take("?"):
            then = self._operation(1)
            self.expect(":")
            tree = ("cond", tree[1], tree, then, self.expression())
        self._brackets -= 1
        return tree

    def _operation(self, binding: int) -> Tree:
        left = self._unary()
        while True:
            token = self.token
            symbol = str(token.value) if token.kind == "op" or token[:2] == ("name", "in") else ""
            if symbol in _LOGIC and _LOGIC[symbol][1] >= binding:
                left = self._logic(symbol, left)
            elif _BINDING.get(symbol, 0) >= binding:
                self.step()
                left = ("op", token.offset, symbol, left, self._operation(_BINDING[symbol] + 1))
            else:
                return left

    def _logic(self, symbol: str, first: Tree) -> Tree:
        kind, binding = _LOGIC[symbol]
        operands = [first]
        while self.take(symbol):
            operands.append(self._operation(binding + 1))
        return (kind, first[1], *operands)

    def _unary(self) -> Tree:
        signs: list[Token] = []
        while self.is_at(str(signs[0].value)) if signs else self.is_at("!", "-"):
            signs.append(self.step())
        if signs and signs[-1].value == "-" and self.token.kind in ("int", "double"):
            value = self.token.value
            assert not isinstance(value, str)
            self.replace(self.token._replace(value=-value, offset=signs.pop().offset))
        tree = self._member()
        for sign in reversed(signs):
            tree = ("not" if sign.value == "!" else "neg", sign.offset, tree)
        return tree

    def _member(self) -> Tree:
        tree = self._primary()
        while True:
            token = self.token
            if self.take("["):
                tree = ("index", token.offset, tree, self.expression())
                self.expect("]")
            elif self.take("."):
                tree = self._selected(tree)
            else:
                return tree

    def _selected(self, target: Tree) -> Tree:
        field = self.token
        if field.kind not in ("name", "quoted"):
            self.fail(field, Text("a field's name is missing after the dot", "点号后缺少字段名"))
        self.step()
        name = str(field.value)
        if field.kind == "name" and self.is_at("("):
            if name in MACROS:
                return self._macro(field, name, target)
            return ("method", field.offset, name, target, *self._arguments(")"))
        return ("select", field.offset, target, name)

    def _macro(self, at: Token, name: str, target: Tree) -> Tree:
        self._macros += 1
        if self._macros > MAX_MACROS:
            self.fail(
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
            self.fail(at, Text(f"{name} is written {wanted}", f"{name} 应写作 {wanted}"))
        bound, body = tuple(names[:variables]), arguments[-1]
        condition = arguments[-2] if len(arguments) - variables == 2 else None
        return ("macro", at.offset, name, bound, target, condition, body)

    def _primary(self) -> Tree:
        token = self.token
        if self.is_at("["):
            return ("list", token.offset, *self._arguments("]"))
        if self.take("{"):
            return self._map(token)
        if self.take("("):
            tree = self.expression()
            self.expect(")")
            return tree
        if token.kind not in ("int", "double", "string", "name"):
            self.missing_value(token)
        self.step()
        return self._name(token) if token.kind == "name" else self._constant(token)

    def _constant(self, token: Token) -> Tree:
        if token.kind == "int" and not -(2**63) <= int(token.value) < 2**63:
            self.fail(token, Text(f"{token.value} is too large a number", f"数值 {token.value} 过大"))
        return ("lit", token.offset, token.value)

    def _name(self, token: Token) -> Tree:
        name = str(token.value)
        if name in _CONSTANTS:
            return ("lit", token.offset, _CONSTANTS[name])
        if name == "null":
            return ("null", token.offset)
        if name in _RESERVED:
            self.fail(
                token,
                Text(f"{name!r} is a reserved word of the language", f"{name!r} 是语言的保留字"),
                Text("choose another name", "请换一个名称"),
            )
        if self.is_at("("):
            arguments = self._arguments(")")
            return self._has(token, arguments) if name == "has" else ("call", token.offset, name, *arguments)
        return ("ident", token.offset, name)

    def _has(self, token: Token, arguments: list[Tree]) -> Tree:
        if len(arguments) != 1 or arguments[0][0] != "select":
            self.fail(token, Text("has is written has(a.b)", "has 应写作 has(a.b)"))
        return ("has", token.offset, *arguments[0][2:])

    def _map(self, brace: Token) -> Tree:
        entries: list[Tree] = []
        while not self.take("}"):
            if entries:
                self.expect(",")
                if self.take("}"):
                    break
            entries.append(self.expression())
            self.expect(":")
            entries.append(self.expression())
        return ("map", brace.offset, *entries)

    def _arguments(self, closing: str) -> list[Tree]:
        self.step()  # over the opening bracket
        found: list[Tree] = []
        while not self.take(closing):
            if found:
                self.expect(",", closing)
                if closing == "]" and self.take(closing):
                    break
            found.append(self.expression())
        return found
