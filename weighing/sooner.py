"""Up to which weight of one theme the first surely stays on top, whatever the themes weigh that are not known."""

from itertools import pairwise

import numpy as np

from mcda.inputs import Floats
from texts.numbers import STEADY
from weighing.comparison import Comparison


def surely_until(comparison: Comparison, theme: int, *, above: bool) -> float | None:
    """The nearest share of a weighed theme, above or below its share now, from which another may have a higher total.

    A share is of the weight that was given, as in the tipping points. While it moves the other weighed themes keep
    their ratios, and each theme that is not known weighs anything up to the heaviest. None where that changes nothing
    up to the end, or where another may have a higher total at the weights of now. As in web/static/board/share.js.
    """
    box, first = comparison.unsure_box, comparison.first
    rivals = [row for row in comparison.contenders if row != first]
    weighed = [place for place in range(len(box.points)) if place not in comparison.open and place != theme]
    if not rivals or not weighed or not comparison.unsure or theme in comparison.open:
        return None
    parts = box.points[weighed]
    if not parts.any():
        parts = np.bincount(comparison.arrays.theme_of)[weighed].astype(float)
    ratios = parts / parts.sum()
    heaviest, now = float(ratios.max()), float(comparison.theme_weights[theme])
    leads = box.low[first] - box.high[rivals]
    at_0, at_1 = leads[:, weighed] @ ratios, leads[:, theme]
    at_most = np.minimum(leads[:, list(comparison.unsure)], 0).sum(axis=1)

    def worst(share: float) -> Floats:
        most: Floats = (1 - share) * at_0 + share * at_1 + at_most * max(share, (1 - share) * heaviest)
        return np.round(most, STEADY)

    if (worst(now) <= 0).any():
        return None
    turn, end = heaviest / (1 + heaviest), float(above)  # from the turn on the theme itself is the heaviest
    between = min(now, end) < turn < max(now, end)
    stops = [now, *([turn] if between else []), end]
    for start, stop in pairwise(stops):
        a, b = worst(start), worst(stop)
        shares = [start + (stop - start) * float(x / (x - y)) for x, y in zip(a, b, strict=True) if y < 0]
        if shares:
            return min(shares) if above else max(shares)
    return None
