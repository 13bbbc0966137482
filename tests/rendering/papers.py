"""Reports on paper that tests look at, each made once in a process: making one takes seconds."""

import functools
import io

import pikepdf

from checker.assessment.gate import Decision
from checker.carried.record import Made
from checker.model.assessment import Judged
from checker.rendering.pdf import render_pdf
from checker.rendering.result import render_json
from checker.rendering.standardization.pages import render_state_pdf
from checker.rendering.standardization.view import StateReport, state_view
from checker.rendering.wording import load_words
from tests.rendering import sample
from tests.rendering.portfolio.fleets import fleet
from tests.rendering.standardization.states import COVERAGE, REGIONS, state

#: How many findings the long report has; with more, `ICV_VALIDATE=all` makes one of 3,000 beside it.
LONG = 120


@functools.cache
def paper(name: str) -> bytes:
    """Return a report by its name."""
    match name:
        case "en" | "zh":
            return render_pdf(sample.judged(), name)
        case "both":
            return render_pdf(sample.judged(), name, made=made(sample.judged()))
        case "none":
            return render_pdf(sample.plain(), "zh")
        case "hostile":
            return render_pdf(sample.hostile(), "en")
        case "portfolio":
            return render_pdf(fleet(), "en")
        case "catalogue":
            return render_state_pdf(catalogue(), "both")
        case "spoiled":
            return spoiled(paper("none"))
    return render_pdf(sample.large(int(name)), "zh")


def catalogue() -> StateReport:
    """Return what a report about a catalogue shows."""
    return state_view(state(), REGIONS, COVERAGE, "sha256:" + "3" * 64, load_words())


def made(judged: Judged) -> Made:
    """Return what a report carries."""
    decided = [(judged, Decision(holds=False, reasons=()))]
    return Made(render_json(decided, (), tool_version="0.1.0", as_of=sample.AS_OF), {"specs": [sample.FILE]})


def spoiled(data: bytes) -> bytes:
    """Return the same pages without their tags and without the profile of their colours."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        del document.Root.StructTreeRoot, document.Root.OutputIntents
        document.save(out)
    return out.getvalue()
