"""The scenario matrix in a PDF: a table that a screen reader can walk, whatever the names in it hold."""

import io

import pikepdf
import pytest

from checker.rendering.pdf import render_pdf
from tests.rendering.matrix import hostile_matrix, matrix_of

try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)


def tags(data):
    """Return the structure tags of a PDF, in the order of the document."""
    with pikepdf.open(io.BytesIO(data)) as document:
        waiting, found = [document.Root.StructTreeRoot.K], []
        while waiting:
            one = waiting.pop()
            if isinstance(one, pikepdf.Array):
                waiting.extend(reversed(list(one)))
            elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
                found.append(str(one.S))
                if "/K" in one:
                    waiting.append(one.K)
        return found


@pytest.fixture(scope="module", params=["en", "zh"])
def rows(request):
    """Return the cells of each row of the last table with a caption: that of the matrix."""
    found = tags(render_pdf(matrix_of(), request.param))
    begin = max(at for at, tag in enumerate(found) if tag == "/Caption")
    inside = found[begin : next((at for at in range(begin, len(found)) if found[at] == "/Table"), None)]
    starts = [at for at, tag in enumerate(inside) if tag == "/TR"]
    return [
        [tag for tag in inside[start:end] if tag in ("/TH", "/TD")]
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]


def test_every_row_and_column_has_its_heading(rows):
    assert rows[0] == ["/TH"] * 6
    assert rows[1:6] == [["/TH", *["/TD"] * 5]] * 5


def test_names_that_are_no_names_are_printed_all_the_same():
    assert render_pdf(hostile_matrix(), "en").startswith(b"%PDF")
