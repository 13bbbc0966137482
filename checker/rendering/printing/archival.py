"""One PDF that is archival (PDF/A-3a) and accessible (PDF/UA-1); WeasyPrint writes only one of the marks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

_UA = (
    b'<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>'
    # PDF/A asks for a description of every property that it does not know itself.
    b'<rdf:Description rdf:about=""'
    b' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    b'<rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name>"
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def archival(metadata: Any, day: str) -> None:
    """Date a WeasyPrint document by the assessment's day, and mark it as PDF/UA-1 beside its PDF/A level.

    Both marks have to stand in one ``rdf:RDF``: readers do not look into a second.
    """
    metadata.created = metadata.modified = f"{day}T00:00:00Z"
    written = metadata.generate_rdf_metadata

    def with_ua(*arguments: Any, **named: Any) -> bytes:
        rdf: bytes = written(*arguments, **named)
        before, _, after = rdf.rpartition(b"</rdf:RDF>")
        return before + _UA + b"</rdf:RDF>" + after

    metadata.generate_rdf_metadata = with_ua


def attachments(files: Mapping[str, bytes], day: str) -> list[Any]:
    """Return files for WeasyPrint to attach as data of the document, dated by the assessment's day."""
    from weasyprint import Attachment  # noqa: PLC0415 - slow, and only there with Pango

    noted = datetime.fromisoformat(day)
    return [
        Attachment(string=data, name=name, relationship="Data", created=noted, modified=noted)
        for name, data in sorted(files.items())  # readers look a name up in their order
    ]
