"""The euros of a case in draws: effects that follow a cause of the case stand where it says, as in the scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cases.definition.model import Case
from valuation.amounts import Amount, AmountRange
from valuation.cost_doubt import CostDraws, Floats, Shared, draw_costs, gain_of_knowing
from valuation.lines import ValuedLine
from weighing.euros.valuing import AlternativeEuros, EuroChoices, Euros, euros, valuation_of
from weighing.requirements_tested import contenders

DRAWS = 10_000
SEED = 2026
"""One seed for all, so that two people read the same number."""

TURNED = ("uptake", "msa_loss")
"""Readings in which a higher figure in the case is a smaller cost."""


@dataclass(frozen=True)
class EuroInformation:
    """What finding out is worth to who looks at the euros only and takes what costs least on average.

    Each is how much lower the expected cost of the choice is then, in the terms of ``Euros.headline``.
    """

    everything: Amount
    effects: Amount | None
    """All effects with an amount become known, and amounts per unit do not. None: no effect has a range."""
    factors: Amount | None
    """All amounts per unit become known, and effects do not. None: no amount per unit has a range."""


@lru_cache(maxsize=32)
def euro_draws(case: Case, choices: EuroChoices) -> CostDraws:
    """All alternatives in the order of the case, drawn together, so that A beside B mirrors B beside A.

    Raises:
        ValueError: as ``euros``, and when the set has average prices of land on which alternatives differ.
    """
    found = euros(case, choices)
    lines = {item.alternative: summed_lines(found, item) for item in found.alternatives}
    drawn = draw_costs(lines, SEED, DRAWS, _shared(found))
    for costs in (drawn.costs, drawn.if_effects_known, drawn.if_factors_known):
        costs.setflags(write=False)
    return drawn


def euro_information(case: Case, choices: EuroChoices) -> EuroInformation | None:
    """Among all alternatives that fail no hard requirement.

    None when fewer than two are left, when one of them has no amount at all, or when an effect that would have an
    amount is not known (``unknown_among``).

    Raises:
        ValueError: as ``euro_draws``.
    """
    found, rows = euros(case, choices), contenders(case)
    headlines = [found.headline(found.alternatives[row].alternative) for row in rows]
    basis = next((amount for amount in headlines if amount is not None), None)
    if len(rows) < 2 or basis is None or None in headlines or unknown_among(found, rows):
        return None
    drawn = euro_draws(case, choices)
    lines = [line for row in rows for line in summed_lines(found, found.alternatives[row])]

    def gain(costs: Floats) -> Amount:
        return replace(basis, value=AmountRange(central=gain_of_knowing([costs[row] for row in rows])))

    return EuroInformation(
        gain(drawn.costs),
        gain(drawn.if_effects_known) if any(_effect_varies(line) for line in lines) else None,
        gain(drawn.if_factors_known) if any(_has_range(line.price) for line in lines) else None,
    )


def unknown_among(found: Euros, rows: Sequence[int]) -> tuple[str, ...]:
    """Criteria with an effect that is not known of one of these alternatives, which would have an amount."""
    return tuple(dict.fromkeys(key for row in rows for key in found.alternatives[row].unknown))


def summed_lines(found: Euros, item: AlternativeEuros) -> list[ValuedLine]:
    """The lines with an amount; yearly, or all brought to the present when years differ."""
    if not found.yearly:
        return list(item.outcome.now)
    return [one.line for one in item.lines if isinstance(one.line, ValuedLine)]


def _effect_varies(line: ValuedLine) -> bool:
    return _has_range(line.uncut or line.quantity) or line.path.doubtful


def _has_range(value: AmountRange) -> bool:
    low, high = value.ends()
    return low < high


def _shared(found: Euros) -> dict[tuple[str, str], Shared]:
    """Two factors of one criterion are two sides of one effect; what follows a cause does so as in the case."""
    case = found.case
    turned = {entry.criterion for entry in valuation_of(case).effects if entry.reading in TURNED}
    caused = {(effect.alternative, effect.criterion): effect for effect in case.caused_effects}
    shared = {}
    for item in found.alternatives:
        for one in item.lines:
            if not isinstance(one.line, ValuedLine):
                continue
            effect = caused.get((item.alternative, one.criterion))
            follows = 0.0 if effect is None else -effect.follows if one.criterion in turned else effect.follows
            cause = None if effect is None else effect.cause
            shared[item.alternative, one.line.effect] = Shared(one.criterion, cause, follows)
    return shared
