"""Two alternatives beside each other: the difference in cost, and the price at which their order turns."""

from collections.abc import Sequence
from dataclasses import replace

from valuation.amounts import Amount, AmountRange, added
from valuation.factor_set import Factor
from valuation.lines import ValuedLine


def cost_difference(first: Sequence[ValuedLine], second: Sequence[ValuedLine]) -> Amount:
    """Cost of the first alternative minus that of the second, for lines of one period.

    A factor is the same for both, whatever its true value: quantities are subtracted first, so that doubt
    about a factor
    only counts for the quantity in which the two differ.

    Raises:
        ValueError: no lines at all, or lines that ``check_comparable`` refuses.
    """
    check_comparable(first, second)
    factors = _factors(first, second)
    parts = []
    for name, factor in sorted(factors.items()):
        quantity = _quantity(first, name).plus(_quantity(second, name).scaled(-1))
        example = next(line for line in (*first, *second) if line.factor.id == name)
        parts.append(replace(example.amount, value=quantity.times(factor.value).scaled(_sign(factor))))
    total = added(parts)
    if total is None:
        raise ValueError("neither alternative has an effect with an amount; there is nothing to compare")
    return total


def tipping_price(first: Sequence[ValuedLine], second: Sequence[ValuedLine], factor_id: str) -> float | None:
    """The value per unit of one factor at which both alternatives cost the same; None when no price above 0 does that.

    Below it the one is cheaper, above it the other. Central values are used.

    Raises:
        ValueError: as ``check_comparable``; nobody uses the factor, or another line has only a range.
    """
    check_comparable(first, second)
    factors = _factors(first, second)
    if factor_id not in factors:
        raise ValueError(f"no effect of the two alternatives is valued with '{factor_id}'")
    difference = slope = 0.0
    for sign, lines in ((1, first), (-1, second)):
        for line in lines:
            quantity, price = line.quantity.central, line.factor.value.central
            if quantity is None or (price is None and line.factor.id != factor_id):
                raise ValueError(f"effect '{line.effect}' has only a range; a tipping price needs one central value")
            if line.factor.id == factor_id:
                slope += sign * quantity * _sign(line.factor)
            else:
                difference += sign * quantity * (price or 0.0) * _sign(line.factor)
    if slope == 0:
        return None
    price = -difference / slope
    return price if price > 0 else None


def check_comparable(first: Sequence[ValuedLine], second: Sequence[ValuedLine]) -> None:
    """Raises ValueError when two lists of lines cannot be compared.

    Each must be of one period and one basis; a factor must have one value; and average prices of land in use may not
    differ between the two, since their difference would be read as the value of a change of land use.
    """
    added(replace(line.amount, value=AmountRange(central=0.0)) for line in (*first, *second))
    for name, factor in _factors(first, second).items():
        if factor.kind == "occupation_average" and _quantity(first, name) != _quantity(second, name):
            raise ValueError(
                f"the alternatives use land differently, and '{name}' is an average price of land in use; the "
                f"value of a "
                "change of land use is not the difference of such averages"
            )


def _factors(first: Sequence[ValuedLine], second: Sequence[ValuedLine]) -> dict[str, Factor]:
    factors: dict[str, Factor] = {}
    for line in (*first, *second):
        if factors.setdefault(line.factor.id, line.factor) != line.factor:
            raise ValueError(f"factor '{line.factor.id}' has two different values or taxes; use one in a comparison")
    return factors


def _quantity(lines: Sequence[ValuedLine], factor_id: str) -> AmountRange:
    total = AmountRange(central=0.0)
    for line in sorted(lines, key=lambda line: line.effect):
        if line.factor.id == factor_id:
            total = total.plus(line.quantity)
    return total


def _sign(factor: Factor) -> int:
    return -1 if factor.kind == "benefit" else 1
