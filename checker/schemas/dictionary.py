"""The field dictionary, `standards/vehicle/*.yaml`, read into fields; every mistake in it with its line."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.documents import Document, Path_, read_documents
from checker.errors import Invalid, Problem
from checker.record import Record, fresh
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.fields import SCALARS, TYPES, Field
from checker.text import Text
from checker.values.units import Units

_FLAGS = ("single", "status_words")
_TEXTS = ("type", "en", "zh", "range", "pattern", "form", "keys", "based_on", "absent", "plain")
_NUMBERS = ("min", "max", "step", "min_items")
_INSIDE = ("terms", "words", "of", "fields", "required", "ref")
_KEYS = frozenset((*_TEXTS, *_NUMBERS, *_INSIDE, *_FLAGS))
_ROOT = "spec"
_KINDS = "kinds"


class Dictionary(Record, frozen=False):
    """The files of the dictionary while they are read."""

    documents: dict[str, Document]  # by name: "vehicle", "kinds", "spec" ...
    units: Units
    sections: tuple[str, ...] = ()
    kinds: dict[str, Field] = fresh(factory=dict)
    problems: list[Problem] = fresh(factory=list)
    _open: list[str] = fresh(factory=list)  # kinds being built, to see recursion

    def root(self) -> Field:
        """Return the whole spec as one record; raise Invalid with all that is wrong with the dictionary."""
        for name in self.documents[_KINDS].data:
            self._kind(name, self.documents[_KINDS], (name,))
        spec = self.documents[_ROOT]
        self.sections = tuple(spec.data.pop("sections", ()))
        own = self._field(spec, (), "", plain=False)
        fields = dict(own.fields or {})
        for section in self.sections:
            if section in self.documents:
                fields[section] = self._field(self.documents[section], (), section, plain=False)
            else:
                self._complain(spec, ("sections",), _no_file(section))
        for name in self.documents.keys() - {_KINDS, _ROOT, *self.sections}:
            self._complain(self.documents[name], (), _not_a_section(name))
        if self.problems:
            raise Invalid(self.problems)
        return own._replace(fields=fields)

    def _kind(self, name: str, document: Document, path: Path_) -> Field | None:
        """Return a kind, built once; None, with a problem at `path`, where there is none of that name."""
        if name in self.kinds:
            return self.kinds[name]
        source = self.documents[_KINDS]
        if name in self._open:
            self._complain(document, path, Text(f"the kind '{name}' holds itself", f"种类“{name}”包含了自身"))
            return None
        if name not in source.data:
            known = (*TYPES, *source.data)
            what = Text(f"unknown type '{name}'", f"未知类型“{name}”")
            self._complain(document, path, what, did_you_mean(name, known))
            return None
        self._open.append(name)
        built = self._field(source, (name,), "", plain=False)
        self._open.pop()
        self.kinds[name] = built._replace(kind=name)
        return self.kinds[name]

    def _field(self, document: Document, path: Path_, key: str, *, plain: bool) -> Field:
        """Return the field that stands at `path`; complains of what is wrong with it."""
        row = _at(document.data, path)
        if not isinstance(row, dict) or not isinstance(row.get("type"), str):
            self._complain(document, path, Text("a field needs a `type`", "字段缺少 type"))
            return Field("text")
        self._check_keys(document, path, row)
        text = Text(row.get("en", ""), row.get("zh", ""))
        plain = plain or row.get("plain", False)
        if row["type"] not in TYPES:
            return self._of_kind(document, path, key, text, plain=plain)
        if not (text.en and text.zh) and path[-1:] != ("of",):
            self._complain(document, path, Text("a field needs `en` and `zh`", "字段缺少 en 或 zh 说明"))
        return self._built(document, path, key, text, plain=plain)

    def _of_kind(self, document: Document, path: Path_, key: str, text: Text, *, plain: bool) -> Field:
        name = _at(document.data, path)["type"]
        kind = self._kind(name, document, (*path, "type"))
        if kind is None:
            return Field("text", text)
        if plain and kind.fields is not None and not self.documents[_KINDS].data[name].get("plain"):
            what = Text(f"the kind '{name}' is not plain", f"种类“{name}”不是 plain")
            self._complain(document, path, what)
        return kind._replace(
            text=Text(text.en or kind.text.en, text.zh or kind.text.zh),
            plain=plain or kind.plain,
            unit=self._unit(kind.type, key),
        )

    def _built(self, document: Document, path: Path_, key: str, text: Text, *, plain: bool) -> Field:
        row = _at(document.data, path)
        kind = row["type"]
        of = self._field(document, (*path, "of"), key, plain=plain or kind == "list") if "of" in row else None
        if kind in ("list", "map") and of is None:
            self._complain(document, path, Text(f"a {kind} needs `of`", f"{kind} 缺少 of"))
        fields = self._fields(document, path, plain=plain) if kind in ("record", "parameters") else None
        required = tuple(row.get("required", ()))
        for name in required:
            if fields is not None and name not in fields and name not in self.sections:
                what = Text(f"'{name}' is required but is no field", f"必填项“{name}”不是字段")
                self._complain(document, (*path, "required"), what)
        form = row.get("form")
        return Field(
            kind,
            text,
            range=row.get("range"),
            unit=self._unit(kind, key),
            min=row.get("min"),
            max=row.get("max"),
            step=row.get("step", {"integer": 1, "number": 0.1}.get(kind)),
            terms=tuple(row.get("terms", ())),
            words=dict(row.get("words", {})),
            pattern=row.get("pattern"),
            form=Text(form["en"], form["zh"]) if form else None,
            of=of,
            fields=fields,
            required=required,
            keys=row.get("keys", "slug"),
            min_items=row.get("min_items", 0),
            ref=tuple(row.get("ref", ())),
            plain=plain or not _says_more(kind, of, row),
            absent_none=row.get("absent") == "none",
            **{flag: row[flag] for flag in _FLAGS if flag in row},
        )

    def _fields(self, document: Document, path: Path_, *, plain: bool) -> dict[str, Field]:
        row = _at(document.data, path)
        fields: dict[str, Field] = {}
        if "based_on" in row:
            base = self._kind(row["based_on"], document, (*path, "based_on"))
            fields |= dict((base and base.fields) or {})
        for key in row.get("fields", ()):
            fields[key] = self._field(document, (*path, "fields", key), key, plain=plain)
        return fields

    def _unit(self, kind: str, key: str) -> str | None:
        return self.units.unit_of(key) if kind in ("number", "integer") else None

    def _check_keys(self, document: Document, path: Path_, row: dict[str, Any]) -> None:
        for key in row:
            if key not in _KEYS:
                what = Text(f"unknown key '{key}' of a field", f"字段的未知键“{key}”")
                self._complain(document, (*path, key), what, did_you_mean(key, _KEYS))

    def _complain(self, document: Document, path: Path_, what: Text, mend: Text | None = None) -> None:
        self.problems.append(Problem(document.place(path), what, mend))


def open_dictionary(folder: Path, files: Iterable[str], units: Units) -> Dictionary:
    """Return the dictionary of these files of a folder; raises Invalid with all that cannot be read."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in files:
        file = folder / name
        try:
            documents[file.stem] = read_documents(file.read_bytes(), str(file))[0]
        except Invalid as invalid:
            problems.extend(invalid.problems)
    if problems:
        raise Invalid(problems)
    return Dictionary(documents, units)


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data[key]
    return data


def _says_more(kind: str, of: Field | None, row: dict[str, Any]) -> bool:
    """Return whether {value, basis, ...} may stand in place of such a value."""
    if "ref" in row:
        return False
    return kind in SCALARS or (kind == "list" and of is not None and of.type in SCALARS)


def _no_file(section: str) -> Text:
    return Text(f"the section '{section}' has no file", f"章节“{section}”没有对应的文件")


def _not_a_section(name: str) -> Text:
    return Text(f"'{name}' is not among the sections of spec.yaml", f"“{name}”未列入 spec.yaml 的 sections")
