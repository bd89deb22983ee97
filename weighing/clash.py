"""Where the alternatives pull apart most, before anyone has weighed: the same rule for all of them, and no winner.

Of all pairs of alternatives and all pairs of themes, the one in which each of the two is far ahead on one theme: the
smaller of the two leads is as large as it can be. Within a theme every criterion counts equally, on the main ranges
and the central values; a theme with an effect that is not known does not take part for that alternative.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Floats
from weighing.arrays import arrays

SEEN = 0.5
"""A lead that is smaller than this, in points of score, does not show."""
_DECIMALS = 9
"""Of a lead; what stands behind them is noise and decides nothing."""


@dataclass(frozen=True)
class Clash:
    """Two themes that pull apart, or one on which the alternatives differ most where no two do."""

    themes: tuple[str, ...]
    """In the order of the case."""
    alternatives: tuple[str, str]
    """Between which the difference is largest, in the order of the case."""


def theme_scores(case: Case) -> Floats:
    """Shape (alternative, theme): the mean score of the criteria in the theme, 0 to 100; NaN where one is not known."""
    table = arrays(case, "main")
    return np.column_stack([table.scores[:, table.theme_of == place].mean(axis=1) for place in range(len(case.themes))])


@lru_cache(maxsize=64)
def clash(case: Case) -> Clash | None:
    """The clash of a case; None when no two alternatives differ on a theme as far as is known.

    Of several that are equally large the first by id is taken, so that neither the order nor the names decide.
    """
    found = sorted(_leads(case, themes=2)) or sorted(_leads(case, themes=1))
    if not found:
        return None
    _, themes, alternatives = found[0]
    first, second = (item.id for item in case.alternatives if item.id in alternatives)
    return Clash(tuple(theme.id for theme in case.themes if theme.id in themes), (first, second))


_Lead = tuple[float, tuple[str, ...], tuple[str, ...]]


def _leads(case: Case, themes: int) -> Iterator[_Lead]:
    """The smaller lead of each pair of alternatives on so many themes, each ahead on one; the largest sorts first."""
    scores = theme_scores(case)
    names = [theme.id for theme in case.themes]
    for one, other in combinations(range(len(case.alternatives)), 2):
        ahead = scores[one] - scores[other]
        pair = tuple(sorted((case.alternatives[one].id, case.alternatives[other].id)))
        for group in combinations(range(len(names)), themes):
            signed = ahead[list(group)] * ([1, -1][:themes])
            least = float(np.abs(signed).min()) if abs(np.sign(signed).sum()) == themes else np.nan
            if least > SEEN:
                yield -round(least, _DECIMALS), tuple(sorted(names[place] for place in group)), pair
