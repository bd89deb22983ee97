"""The numbers of the futures that a report prints, unrounded and under ids of the case; part of `printed_numbers`."""

from typing import Any

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Floats
from weighing.futures import Futures, InFuture

Json = dict[str, Any]


def future_effects(case: Case) -> Json:
    """Per future the effects that are otherwise, by alternative and criterion."""
    found: Json = {future.id: {item.id: {} for item in case.alternatives} for future in case.futures}
    for (future, alternative, criterion), effect in case.future_effects.items():
        found[future][alternative][criterion] = {
            "value": effect.value, "low": effect.low, "high": effect.high, "grade": effect.grade,
        }  # fmt: skip
    return found


def futures_at(found: Futures) -> Json:
    """One weighting in every future, and what stays good enough."""
    alternatives = [item.id for item in found.case.alternatives]
    return {
        "now": _column(found.columns[0], alternatives),
        "then": {
            column.future.id: _column(column, alternatives) for column in found.columns if column.future is not None
        },
        "largest": _pairs(alternatives, found.largest),
        "standing": {key: found.standing(row) for row, key in enumerate(alternatives)},
    }


def _column(column: InFuture, alternatives: list[str]) -> Json:
    shares = column.shares
    return {
        "totals": _pairs(alternatives, column.comparison.intervals),
        "highest": None if column.highest is None else alternatives[column.highest],
        "regrets": _pairs(alternatives, column.regrets),
        "shares": None if shares is None else dict(zip(alternatives, map(float, shares), strict=True)),
    }


def _pairs(keys: list[str], ends: Floats) -> dict[str, list[float] | None]:
    """The least and the most by alternative; None where a hard requirement is failed."""
    return {key: pair.tolist() if np.isfinite(pair).all() else None for key, pair in zip(keys, ends, strict=True)}
