"""Every number that a report prints, unrounded and under a fixed key: for the JSON bundle and to read a report back.

Keys are ids of the case, so the order of alternatives changes nothing. None is "not known" or "does not exist", never
zero.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Floats
from mcda.robustness import Acceptability
from mcda.tipping import TippingPoint
from reports.content import Content, View
from reports.printed_futures import future_effects, futures_at
from valuation.amounts import Amount, AmountRange
from valuation.lines import Gain, ValuedLine
from weighing.arrays import yardstick_sign
from weighing.comparison import Comparison
from weighing.dimensions import parts
from weighing.euros.valuing import EuroLine, Euros
from weighing.group_matrix import matrix
from weighing.opinions import Opinions
from weighing.people import GroupResult, Room, Spread
from weighing.requirements_tested import tested
from weighing.score_draws import SEED
from weighing.strongest_weakest import strong_points, weak_points
from weighing.turned_choices import turned_choices
from weighing.verdict import Verdict

Json = dict[str, Any]


def numbers(content: Content) -> Json:
    """All of it, as plain dictionaries, lists, texts, numbers and None."""
    case = content.case
    return {
        "case": {"id": case.id, "version": case.version},
        "seeds": seeds(content),
        "effects": _effects(case),
        "points": {
            item.id: {"strong": list(strong_points(case, item.id)), "weak": list(weak_points(case, item.id))}
            for item in case.alternatives
        },
        "groups": _claims(case),
        "requirements": {
            item.id: {requirement.id: tested(case)[item.id, requirement.id].result for requirement in case.requirements}
            for item in case.alternatives
        },
        **({"futures": future_effects(case)} if case.futures else {}),
        "views": {view.id: _view(view) for view in content.views},
        "every_weighting": _shares(case, content.every_weighting),
        "winning_values": _winning(content),
        "room": None if content.room is None else _room(case, content.room),
        "euros": None if content.euros is None else _euros(content.euros),
    }


def seeds(content: Content) -> dict[str, int]:
    """What the draws start from: of the effects at given weights, and of weightings."""
    return {"effects": SEED, "weightings": next(iter(content.every_weighting.values())).seed}


def _effects(case: Case) -> Json:
    return {
        item.id: {
            criterion.id: {
                "value": cell.value,
                "low": cell.low,
                "high": cell.high,
                "grade": cell.grade,
                "sign": yardstick_sign(case, item.id, criterion.id),
            }
            for criterion in case.criteria
            for cell in (case.performances[item.id, criterion.id],)
        }
        for item in case.alternatives
    }


def _claims(case: Case) -> Json:
    return {
        group.id: {
            item.id: [
                {"direction": impact.direction, "size": impact.size, "value": impact.value, "unit": impact.unit}
                for impact in matrix(case)[group.id, item.id].impacts
            ]
            for item in case.alternatives
        }
        for group in case.groups
    }


def _view(view: View) -> Json:
    comparison, case = view.comparison, view.comparison.case
    alternatives, themes = _ids(case.alternatives), _ids(case.themes)
    summed = _ids(case.summed)
    return {
        "points": {"themes": dict(comparison.weighing.theme_points), "within": _inside(comparison)},
        **({"unsure": [themes[place] for place in comparison.unsure]} if comparison.unsure else {}),
        "ranges": {"shown": comparison.weighing.ranges, "given": comparison.weighing.points_on},
        "weights": _by(summed, comparison.weights),
        "theme_weights": _by(themes, comparison.theme_weights),
        "totals": {key: _row(ends) for key, ends in zip(alternatives, comparison.intervals, strict=True)},
        "ranks": dict(zip(alternatives, comparison.ranks.tolist(), strict=True)),
        "first": None if comparison.undecided else alternatives[comparison.first],
        "contributions": {
            key: _by(summed, row) for key, row in zip(alternatives, comparison.contributions, strict=True)
        },
        "theme_contributions": {
            key: _by(themes, row) for key, row in zip(alternatives, comparison.theme_contributions, strict=True)
        },
        "turned_choices": _tipping(comparison),
        "verdict": None if view.verdict is None else _verdict(view.verdict),
        "around": None if view.around is None else _shares(case, view.around),
        "opinions": None if view.opinions is None else _opinions(case, view.opinions),
        "dimensions": {
            part.dimension: {
                "weight": part.weight,
                "contributions": _by(alternatives, part.contributions),
                "totals": None
                if part.inside is None
                else {key: _row(ends) for key, ends in zip(alternatives, part.inside.intervals, strict=True)},
                "shares": None if part.shares is None else _by(alternatives, part.shares),
            }
            for part in parts(comparison)
        },
        "switches": {
            flip.choice: None
            if flip.order is None
            else {"order": [alternatives[row] for row in flip.order], "undecided": flip.undecided}
            for flip in turned_choices(comparison)
        },
        **({} if view.futures is None else {"futures": futures_at(view.futures)}),
    }


def _inside(comparison: Comparison) -> Json:
    return dict(comparison.weighing.criterion_points)


def _tipping(comparison: Comparison) -> Json | None:
    """Per theme; None when an effect is not known (a theme: would start to count), or when there is only one theme."""
    case = comparison.case
    if not comparison.known or comparison.one_theme:
        return None
    alternatives = _ids(case.alternatives)

    def one(point: TippingPoint | None) -> Json | None:
        if point is None:
            return None
        winners = [None if row is None else alternatives[row] for row in (point.lower_winner, point.upper_winner)]
        return {
            "now": point.now,
            "below": {"weight": point.lower, "first": winners[0]},
            "above": {"weight": point.upper, "first": winners[1]},
        }

    return {theme.id: one(point) for theme, point in zip(case.themes, comparison.tipping_points, strict=True)}


def _verdict(found: Verdict) -> Json:
    case = found.comparison.case
    alternatives = _ids(case.alternatives)
    shift = found.shift
    return {
        "word": found.word,
        "reason": found.reason,
        "first": alternatives[found.first],
        "rival": alternatives[found.rival],
        "shares": _by(alternatives, found.shares),
        "tolerance": found.tolerance,
        "first_if_only": {"effects": found.effects_share, "weights": found.weights_share},
        "shift": None if shift is None else {"moved": shift.moved, "rival": alternatives[shift.rival]},
        "gain_of_all": _number(found.gain_of_all),
        "doubts": [
            {
                "cause": doubt.quantity.cause,
                "effects": [
                    {"alternative": alternatives[row], "criterion": case.summed[column].id}
                    for row, column in doubt.quantity.named
                ],
                "at_low": _number(doubt.at_low),
                "at_high": _number(doubt.at_high),
                "gain": _number(doubt.points),
            }
            for doubt in found.doubts
        ],
    }


def _opinions(case: Case, found: Opinions) -> Json:
    alternatives = _ids(case.alternatives)
    return {
        "ranks": {
            method: dict(zip(alternatives, ranks.tolist(), strict=True))
            for method, ranks in zip(found.methods, found.ranks, strict=True)
        },
        "agreement": {method: _number(tau) for method, tau in zip(found.methods, found.agreement[0], strict=True)},
        "refused": [opinion.method for opinion in found.refused],
        "dominated": sorted([alternatives[better], alternatives[worse]] for better, worse in found.dominated),
    }


def _shares(case: Case, found: Mapping[str, Acceptability]) -> Json:
    return {tree: _by(_ids(case.alternatives), item.first) for tree, item in found.items()}


def _winning(content: Content) -> Json:
    case, found = content.case, content.winning_values
    return {
        alternative.id: {
            "share": values.share,
            "margin": _number(values.margin),
            "typical": values.typical,
            "confidence": values.confidence,
            "theme_weights": None if values.weights is None else _by(_ids(case.themes), values.theme_weights),
        }
        for alternative, values in zip(case.alternatives, found, strict=True)
    }


def _room(case: Case, found: Room) -> Json:
    return {
        "groups": [_group(case, group) for group in found.groups],
        "everyone": None if found.everyone is None else _group(case, found.everyone),
        "left_out": found.left_out,
        "agreement": {item.theme: {"gap": item.gap, "word": item.word} for item in found.agreement},
    }


def _group(case: Case, group: GroupResult) -> Json:
    alternatives = _ids(case.alternatives)
    return {
        "kind": group.kind,
        "name": group.name,
        "people": group.people,
        "whole": group.whole,
        "first": dict(zip(alternatives, group.first, strict=True)),
        "open": group.open,
        "totals": {
            key: {"worst": _spread(spread.worst), "best": _spread(spread.best)}
            for key, spread in zip(alternatives, group.totals, strict=True)
        },
        "themes": {
            theme.id: None if spread is None else _spread(spread)
            for theme, spread in zip(case.themes, group.themes, strict=True)
        },
    }


def _spread(spread: Spread) -> list[float]:
    return [spread.low, spread.middle, spread.high]


def _euros(found: Euros) -> Json:
    """Amounts by alternative: each line, and the totals per period; gains and what has no amount apart."""
    return {
        "set": {"id": found.factor_set.id, "version": found.factor_set.basis.version, "biome": found.biome},
        "horizon": found.horizon,
        "rate": found.choices.rate,
        "timing": found.choices.timing,
        "base_year": found.base_year,
        "alternatives": {
            item.alternative: {
                "lines": [_line(line) for line in item.lines],
                "totals": {period: _amount(amount) for period, amount in item.totals.items()},
                "present": None if item.outcome.present_value is None else _amount(item.outcome.present_value),
            }
            for item in found.alternatives
        },
    }


def _line(item: EuroLine) -> Json:
    if isinstance(item.line, ValuedLine):
        return {"criterion": item.criterion, "kind": "valued", "cost": _amount(item.line.cost)}
    if isinstance(item.line, Gain):
        return {"criterion": item.criterion, "kind": "gain", "quantity": _range(item.line.quantity.value)}
    return {"criterion": item.criterion, "kind": "no_amount", "reason": item.line.reason}


def _amount(amount: Amount) -> Json:
    return {**_range(amount.value), "currency": amount.basis.currency, "price_year": amount.basis.price_year}


def _range(value: AmountRange) -> Json:
    return {"low": value.low, "central": value.central, "high": value.high}


def _ids(items: Sequence[Any]) -> list[str]:
    return [item.id for item in items]


def _by(keys: Sequence[str], values: Floats) -> dict[str, float | None]:
    return dict(zip(keys, _row(values), strict=True))


def _row(values: Floats) -> list[float | None]:
    return [_number(value) for value in values]


def _number(value: float) -> float | None:
    """JSON knows no NaN and no infinity: what does not exist is None."""
    return float(value) if np.isfinite(value) else None
