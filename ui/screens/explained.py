"""Uitleg: how it is calculated, what words mean, which sources there are, and what this is not."""

import numpy as np

from cases.comparison import Comparison
from mcda.second_opinion import topsis_closeness
from texts import Words
from texts.glossary import terms
from ui import state
from ui.html import show


def show_page() -> None:
    case, text = state.case(), state.words()
    show("text.html", text, title=text("explained.title"), level=1, quiet=False, lines=[text("explained.intro")])
    show("explained.html", text)
    show("method.html", text, second=_second_opinion(state.comparison(), text))
    show("glossary.html", text, terms=terms(text.language))
    show("sources.html", text, sources=list(case.sources.values()))


def _second_opinion(comparison: Comparison | None, text: Words) -> str:
    """What TOPSIS makes of the same effects and weights, beside the usual calculation."""
    if comparison is None or not comparison.known:
        return text("method.second_none")
    higher = np.array([criterion.better == "higher" for criterion in comparison.case.summed])
    plain = np.array([criterion.better in ("higher", "lower") for criterion in comparison.case.summed])
    if not plain.all():
        return text("method.second_none")
    closeness = topsis_closeness(comparison.arrays.performances, comparison.weights, higher)
    best = int(closeness.argmax())
    names = [alternative.label.get(text.language) for alternative in comparison.case.alternatives]
    if best == comparison.first:
        ending = text("method.second_agree")
    else:
        ending = text("method.second_differ", first=names[comparison.first])
    return f"{text('method.second', first=names[best])} {ending}"
