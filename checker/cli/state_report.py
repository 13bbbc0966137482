"""`icv-checker report --catalogue`: the state of standardization, as HTML and PDF."""

from collections.abc import Callable
from typing import Any

from checker.assessment.standardization import state_of
from checker.bundled import data_folder
from checker.cli.issuing import issue_said
from checker.cli.places import today
from checker.cli.selection import Refused
from checker.cli.workplace import open_workplace
from checker.packs.catalogue import read_catalogue
from checker.text import Text


def state_report(asked: Any) -> Callable[[str, str], bytes]:
    """Return what writes the report, for a name that ends so, in a language; raises Refused, and Invalid."""
    if asked.specs:
        named = asked.specs[0]
        raise Refused(
            Text(
                f"--catalogue reports on no spec: leave out '{named}'",
                f"--catalogue 不针对规格文件：请去掉“{named}”",
            )
        )
    told = issue_said(asked)
    if told:
        raise Refused(
            Text(
                f"--catalogue makes no report of a vehicle: leave out {told}",
                f"--catalogue 不生成车型报告：请去掉 {told}",
            )
        )
    from checker.rendering.catalogue import region_names  # noqa: PLC0415 - only where it is asked for
    from checker.rendering.standardization import pages  # noqa: PLC0415
    from checker.rendering.standardization.view import state_view  # noqa: PLC0415
    from checker.rendering.wording import load_words  # noqa: PLC0415

    workplace = open_workplace(asked.rules)
    library, words = workplace.library, load_words(cache=workplace.cache)
    documents = read_catalogue(data_folder("standards"), library.markets.regimes)
    state = state_of(documents, library, asked.as_of or today())
    covered = {key for region in state.regions for one in region.standings for key in one.rule_files}
    coverage = {key: library.coverage(library.standards[key]) for key in sorted(covered)}
    report = state_view(
        state,
        region_names(library.markets.regimes, words),
        coverage,
        library.digest(tuple(library.entries)),
        words,
    )
    forms = {".html": pages.render_state_html, ".pdf": pages.render_state_pdf}
    return lambda suffix, lang: forms[suffix](report, lang, words)
