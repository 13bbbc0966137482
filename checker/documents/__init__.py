"""YAML and JSON bytes become plain data and the place of every value."""

from checker.documents.document import Document, Key, Path_, Source, dotted
from checker.documents.reading import read_documents

__all__ = ["Document", "Key", "Path_", "Source", "dotted", "read_documents"]
