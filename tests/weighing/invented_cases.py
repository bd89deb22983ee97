"""Plans with scores that were made up: Breda's themes and criteria, all of them straight lines, with other effects."""

from types import MappingProxyType

import numpy as np

from tests.cases.loaded import FROZEN, loaded
from weighing.what_if import changed

BASE = loaded(FROZEN / "breda_hogevucht")
N = len(BASE.summed)
THEMES = [theme.id for theme in BASE.themes]
ENDS = [(criterion.range.worst, criterion.range.best) for criterion in BASE.summed]


def invented(scores, doubt=0.0, version="invented", names=None):
    """The case with a plan for each row of scores.

    Args:
        scores: shape (plan, criterion); NaN is not known.
        doubt: points up and down, one number or one for each cell; NaN states no margin.
        version: another one for each case.
        names: ids of the plans; as in Breda when there are not more than that.
    """
    scores = np.asarray(scores, dtype=float)
    margins = np.broadcast_to(np.asarray(doubt, dtype=float), scores.shape)
    ids = names or [item.id for item in BASE.alternatives[: len(scores)]]
    first, table = BASE.alternatives[0], {}
    for key, row, wide in zip(ids, scores, margins, strict=True):
        for place, (worst, best) in enumerate(ENDS):
            cell = vars(BASE.performances[first.id, BASE.summed[place].id])
            at = [_effect(row[place] + side * wide[place], worst, best) for side in (-1, 0, 1)]
            low, high = (None, None) if at[0] is None else (min(at[0], at[2]), max(at[0], at[2]))
            value = _effect(row[place], worst, best)
            kind = BASE.performances[first.id, BASE.summed[place].id].__class__
            table[key, BASE.summed[place].id] = kind(**{**cell, "value": value, "low": low, "high": high})
        for criterion in BASE.criteria:
            table.setdefault((key, criterion.id), BASE.performances[first.id, criterion.id])
    return changed(
        BASE,
        version,
        alternatives=tuple(
            BASE.alternatives[place % len(BASE.alternatives)].model_copy(update={"id": key})
            for place, key in enumerate(ids)
        ),
        performances=MappingProxyType(table),
        reference=ids[0],
        requirements=(),
    )


def _effect(score, worst, best):
    return None if np.isnan(score) else worst + (best - worst) * float(score) / 100
