"""A file of ours against its published JSON Schema."""

from collections.abc import Sequence
from json import loads

from checker.bundled import bundled
from checker.documents import Document
from checker.errors import Problem
from checker.location import Place
from checker.schemas.validation import explain
from checker.text import Text


def structure_problems(documents: Sequence[Document], schema: str, file: str) -> tuple[Problem, ...]:
    """Return what is wrong with the shape of a file that holds one document.

    `schema` is the name of a published schema: standard, profile, markets or waivers.
    """
    if len(documents) != 1:
        what = Text(
            f"the file holds {len(documents)} documents, and one is wanted",
            f"文件含有 {len(documents)} 个文档，而应只有一个",
        )
        place = documents[1].value_place(()) if documents else Place(file, 1, 1)
        mend = Text("write one file each", "请分别写入单独的文件")
        return (Problem(place, what, mend),)
    text = (bundled("standards") / "schema" / f"{schema}.schema.json").read_text(encoding="utf-8")
    return explain(documents[0], loads(text))
