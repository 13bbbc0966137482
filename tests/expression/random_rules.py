"""Random expressions of rules, and random specs that they read, with fields missing here and there."""

from random import Random
from typing import Any

from checker.schemas.types import FieldType
from tests.expression.sample import list_of, map_of, record

WORDS = ("red", "green", "blue", "")
INT, DOUBLE, BOOL = FieldType(kind="int"), FieldType(kind="double"), FieldType(kind="bool")
STRING = FieldType(kind="string")
THING = {"a": INT, "d": DOUBLE, "p": BOOL, "s": STRING}
SECTIONS = {
    "x": record(
        **THING,
        b=INT,
        e=DOUBLE,
        q=BOOL,
        t=STRING,
        words=list_of(STRING),
        counts=list_of(INT),
        things=list_of(record(**THING)),
        named=map_of(record(**THING, inner=record(a=INT, p=BOOL))),
    )
}


class RandomRules:
    """Makes expressions of each type; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._variables: list[tuple[str, str]] = []  # (name, kind: thing, named, int, string)
        self._numbers = 0

    def truth(self, depth: int = 4) -> str:
        choice = self.random.random()
        if depth <= 0 or choice < 0.25:
            return self._comparison(depth)
        if choice < 0.55:
            sign = self.random.choice(("&&", "||"))
            parts = [f"({self.truth(depth - 1)})" for _ in range(self.random.choice((2, 2, 3)))]
            return f" {sign} ".join(parts)
        if choice < 0.65:
            return f"!({self.truth(depth - 1)})"
        if choice < 0.7:
            return f"(({self.truth(depth - 2)}) ? ({self.truth(depth - 2)}) : ({self.truth(depth - 2)}))"
        return self._macro(depth)

    def _comparison(self, depth: int) -> str:
        kind = self.random.choice(("int", "double", "mixed", "string", "bool", "in", "words", "text", "odd"))
        sign = self.random.choice(("==", "!=", "<", "<=", ">", ">="))
        if kind == "bool":
            return self._field("bool")
        if kind == "in":
            return f"{self._string()} in [{', '.join(repr(w) for w in self.random.sample(WORDS, 2))}]"
        if kind == "words":
            return f"{self._string()} in x.words"
        if kind == "text":
            method = self.random.choice(("startsWith", "endsWith", "contains", "matches"))
            return f"{self._string()}.{method}({self.random.choice(('r', 'e', 'gr', ''))!r})"
        if kind == "string":
            return f"{self._string()} {sign} {self._string()}"
        if kind == "mixed":
            return f"{self._number('int', depth)} {sign} {self._number('double', depth)}"
        if kind == "odd":  # an error in CEL, a fault to our checker; == of different types is false
            return f"{self._field('int')} {sign} {self._string()}"
        return f"{self._number(kind, depth)} {sign} {self._number(kind, depth)}"

    def _number(self, kind: str, depth: int) -> str:
        choice = self.random.random()
        if choice < 0.55:
            return self._field(kind)
        if choice < 0.75 or depth <= 0:
            value = self.random.randint(-3, 9)
            return f"{value}" if kind == "int" else f"{value / 2}"
        if choice < 0.82 and kind == "int":
            return f"size({self.random.choice(('x.words', 'x.counts', 'x.things', 'x.named', 'x.s'))})"
        if choice < 0.9:
            sign = self.random.choice(("+", "-", "*", "/", "%") if kind == "int" else ("+", "-", "*", "/"))
            return f"({self._number(kind, depth - 1)} {sign} {self._number(kind, depth - 1)})"
        if choice < 0.93:
            return f"(-({self._field(kind)}))"
        return f"({self.truth(depth - 2)} ? {self._number(kind, 0)} : {self._number(kind, 0)})"

    def _string(self) -> str:
        return repr(self.random.choice(WORDS)) if self.random.random() < 0.4 else self._field("string")

    def _field(self, kind: str) -> str:
        names = {"int": "ab", "double": "de", "bool": "pq", "string": "st"}[kind]
        plain = [name for name, of in self._variables if of == kind]
        if plain and self.random.random() < 0.6:
            return self.random.choice(plain)
        things = [name for name, of in self._variables if of in ("thing", "named")]
        if things and self.random.random() < 0.7:
            name = self.random.choice(things)
            named = dict(self._variables)[name] == "named"
            inner = ".inner" if named and kind in ("int", "bool") and self.random.random() < 0.3 else ""
            return f"{name}{inner}.{names[0]}"
        return f"x.{self.random.choice(names)}"

    def _macro(self, depth: int) -> str:
        target, kind = self.random.choice(
            (
                ("x.words", "string"),
                ("x.counts", "int"),
                ("x.things", "thing"),
                ("x.named", "named"),
                ("x.named", "named"),
                ("x.named", "key"),
            )
        )
        if len(self._variables) >= 3:
            return self._comparison(depth)
        name = self.random.choice(("exists", "all", "exists_one", "exists", "all", "filter", "map"))
        self._numbers += 1
        variable = f"v{self._numbers}"
        bound = [(variable, kind)]
        written = variable
        if kind == "named" and name in ("exists", "all", "exists_one"):
            written = f"k{self._numbers}, {variable}"
            bound.append((f"k{self._numbers}", "string"))
        elif kind in ("named", "key"):
            bound = [(variable, "string"), (f"x.named[{variable}]", "named")]
        self._variables += bound
        body = self.truth(depth - 2) if name != "map" else self._number("int", depth - 2)
        del self._variables[-len(bound) :]
        if name == "filter":
            return f"size({target}.filter({written}, {body})) > {self.random.randint(0, 1)}"
        if name == "map":
            return f"{self.random.randint(0, 3)} in {target}.map({written}, {body})"
        return f"{target}.{name}({written}, {body})"

    def spec(self) -> dict[str, Any]:
        x = self._thing("abdepqst")
        several = self.random.randint(0, 3)
        x["words"] = [self.random.choice(WORDS) for _ in range(several)]
        x["counts"] = [self.random.randint(0, 5) for _ in range(self.random.randint(0, 3))]
        x["things"] = [self._thing("adps") for _ in range(self.random.randint(0, 3))]
        x["named"] = {
            key: {**self._thing("adps"), "inner": self._thing("ap")}
            for key in self.random.sample(("m1", "m2", "m3"), self.random.randint(0, 3))
        }
        return {"x": {key: value for key, value in x.items() if self.random.random() > 0.12}}

    def _thing(self, fields: str) -> dict[str, Any]:
        made = {
            **{field: self.random.randint(0, 5) for field in "ab"},
            **{field: self.random.randint(-4, 12) / 2 for field in "de"},
            **{field: self.random.random() < 0.5 for field in "pq"},
            **{field: self.random.choice(WORDS) for field in "st"},
        }
        return {field: made[field] for field in fields if self.random.random() > 0.2}
