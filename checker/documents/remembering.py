"""Documents that were read before: their data and marks, by the digest of the file's bytes.

Parsing YAML takes as long as starting Python, and most files that are checked again have not changed. Only
what was read is remembered here, never what it came to.
"""

from typing import Literal

from checker.cache import Cache
from checker.documents.decoding import decode
from checker.documents.document import Document, Source
from checker.documents.reading import read_documents
from checker.sha256 import sha256

#: So many files of a run are remembered; of many more, few would be left to recall in the next run.
MOST = 64


class RememberedDocuments:
    """Reads documents, from memory where the same bytes were read before."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._asked = 0

    def read(
        self, data: bytes, file: str, *, name_hint: Literal["yaml", "json"] = "yaml"
    ) -> tuple[Document, ...]:
        """Return every document of a file, as `read_documents` does; raises Invalid."""
        self._asked += 1
        if self._asked > MOST:
            return read_documents(data, file, name_hint=name_hint)
        key = f"documents\0{name_hint}\0{sha256(data).hexdigest()}"
        held = self._cache.recall(key)
        if held is None:
            documents = read_documents(data, file, name_hint=name_hint)
            self._cache.keep(key, [(document.data, document.marks) for document in documents])
            return documents
        source = Source(file, decode(data, file, json=name_hint == "json"))
        return tuple(Document(source, number, *parts) for number, parts in enumerate(held, start=1))
