"""Eerlijk: whether this case and this program treat every alternative alike, in counts that anyone can check."""

from functools import lru_cache

from cases.definition.model import Case
from ui import state
from ui.shared.page_html import show
from weighing.equal_treatment import TWICE, Turned, portions, turned_round, uneven_text, without_weak_point
from weighing.soundness.favours import favours
from wording.colours import colours
from wording.finding_rows import finding_rows, grouped


def show_page() -> None:
    """Findings about the case, choices turned round and counts by alternative; needs no weights."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("audit.title"), level=1, quiet=False, lines=[text("audit.intro")])
    turned = _turned_round(case)
    palette, counts = colours(case), favours(case)
    uneven = uneven_text(case, text.language)
    show(
        "audit.html",
        text,
        parts=grouped(finding_rows(case, text)),
        turned=turned,
        n_themes=len(case.themes),
        n_summed=len(case.summed),
        twice=TWICE,
        rows=[
            {
                "alternative": alternative,
                "colour": palette[alternative.id],
                "portion": portion,
                "favour": counts[alternative.id],
            }
            for alternative, portion in zip(case.alternatives, portions(case, text.language), strict=True)
        ],
        uneven=[text.of(case.alternative(item.alternative).label) for item in uneven] if uneven else [],
        no_weak_point=[text.of(item.label) for item in without_weak_point(case)],
    )


@lru_cache(maxsize=8)
def _turned_round(case: Case) -> Turned:
    """The same for every visitor, so calculated once."""
    return turned_round(case)
