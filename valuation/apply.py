"""From an effect and a factor to a line: an amount, a gain, a transfer, or the reason why there is no amount."""

from dataclasses import replace

from valuation.amounts import Amount, AmountRange
from valuation.factor_set import Factor
from valuation.given import as_finite, as_kind
from valuation.lines import Effect, Gain, Line, NotValued, Quantity, Transfer, ValuedLine
from valuation.units import UnitFit, fit


def value_effect(effect: Effect, factor: Factor | None) -> Line:
    """Value one effect with one factor; ``None`` when the set has no factor for it.

    The amount has the widest range that the ranges of effect and factor allow. A negative effect of a True Price set
    becomes a gain. Where its range passes 0, the part below 0 is kept as a possible gain and counts as 0 in the amount;
    the line keeps the whole range for ``cost_doubt``, which draws first and cuts then.

    Raises:
        ValueError: the units do not fit, the period of the effect is not what its unit says, a transfer has no
        party, or
            an average price of land in use is applied to an area that is taken away.
    """
    as_kind(effect, Effect, "the effect")
    as_kind(factor, Factor | None, "the factor")
    if effect.keep_out is not None:
        return NotValued(effect.id, effect.keep_out, effect.impact)
    if effect.quantity is None:
        return NotValued(effect.id, "in_words_only", effect.impact)
    if not effect.quantity.value.known:
        return NotValued(effect.id, "quantity_unknown", effect.impact)
    if factor is None:
        return NotValued(effect.id, "no_factor", effect.impact)
    fitted = _fitted(effect.id, effect.quantity, factor)
    if factor.kind == "transfer":
        if effect.party is None:
            raise ValueError(f"effect '{effect.id}' is a transfer, but it does not say who gets or pays it")
        return Transfer(effect.id, effect.party, effect.quantity)
    if not factor.value.known:
        return NotValued(effect.id, "no_value", effect.impact)
    if factor.kind == "tentative" and factor.basis.frame == "mkba":
        return NotValued(effect.id, "tentative", effect.impact)
    if factor.kind == "occupation_average" and effect.quantity.value.ends()[0] < 0:
        raise ValueError(
            f"effect '{effect.id}': an area taken away cannot be valued with '{factor.id}', an average price of "
            f"land in use; "
            "a change of land use is not the difference of two such averages"
        )
    if factor.basis.frame == "true_price":
        return _remedied(effect, effect.quantity, factor, fitted)
    return _line(effect, effect.quantity.value, factor, fitted)


def _fitted(name: str, quantity: Quantity, factor: Factor) -> UnitFit:
    try:
        found = fit(quantity.unit, factor.unit)
    except ValueError as error:
        raise ValueError(f"effect '{name}': {error}") from None
    if found.period != quantity.period:
        raise ValueError(
            f"effect '{name}' is said to be {quantity.period}, but '{quantity.unit}' with a factor per "
            f"'{factor.unit}' is "
            f"{found.period}"
        )
    return found


def _remedied(effect: Effect, quantity: Quantity, factor: Factor, fitted: UnitFit) -> Line:
    """The cost of the harmful part; what is gained is told apart, in its own unit."""
    low, high = quantity.value.ends()
    if low >= 0:
        return _line(effect, quantity.value, factor, fitted)
    gain = Gain(effect.id, replace(quantity, value=quantity.value.scaled(-1).above_zero()), factor.right)
    if high <= 0:
        return gain
    cut = _line(effect, quantity.value.above_zero(), factor, fitted)
    return replace(cut, possible_gain=gain, uncut=quantity.value.scaled(fitted.multiplier))


def _line(effect: Effect, value: AmountRange, factor: Factor, fitted: UnitFit) -> ValuedLine:
    quantity = value.scaled(fitted.multiplier)
    amount = Amount(quantity.times(factor.value), factor.basis, fitted.period)
    return ValuedLine(effect.id, factor, quantity, amount, effect.party, path=effect.path, after=effect.after)


def msa_loss(left: Quantity, area_ha: float) -> Quantity:
    """How much nature is missing on an area: the area minus the intact part of it.

    Args:
        left: intact nature, such as MSA*ha: hectares times mean species abundance (0 is nothing left, 1 is untouched).
        area_ha: the whole area in hectares, the same for all alternatives that are compared.

    Returns:
        Loss in MSA-loss*ha, during each year.

    Raises:
        ValueError: the unit is not of this kind, or more is left than the area holds, or less than nothing.
    """
    as_kind(left, Quantity, "what is left of nature")
    area_ha = as_finite(area_ha, "the area")
    in_hectares = left.value.scaled(fit(left.unit, "MSA*ha").multiplier)
    loss = AmountRange(central=area_ha).plus(in_hectares.scaled(-1))
    low, high = loss.ends()
    slack = 1e-9 * abs(area_ha)
    if low < -slack or high > area_ha + slack:
        raise ValueError(
            f"on {area_ha:g} ha between 0 and {area_ha:g} MSA*ha can be left, not {area_ha - high:g} to "
            f"{area_ha - low:g}"
        )
    return Quantity(loss.above_zero(), "MSA-loss*ha", "per year")
