"""Two alternatives beside each other: the difference in cost, and the price at which their order turns."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from valuation.amounts import Amount, AmountRange, added
from valuation.factor_set import Factor
from valuation.given import as_all, as_kind
from valuation.lines import ValuedLine


def cost_difference(first: Sequence[ValuedLine], second: Sequence[ValuedLine]) -> Amount:
    """Cost of the first alternative minus that of the second, for lines of one period.

    A factor is the same for both, whatever its true value: doubt about it only counts for the quantity in which the
    two differ. So is a price that runs over the years: low, central or high in all of them.

    Raises:
        ValueError: no lines at all, or lines that ``check_comparable`` refuses.
    """
    check_comparable(first, second)
    parts = []
    for name in sorted(_factors(first, second)):
        sides = [(_sign(line.factor), line) for line in first if line.factor.id == name]
        sides += [(-_sign(line.factor), line) for line in second if line.factor.id == name]
        sides.sort(key=lambda side: side[1].effect)
        parts.append(replace(sides[0][1].amount, value=_along(sides)))
    total = added(parts)
    if total is None:
        raise ValueError("neither alternative has an effect with an amount; there is nothing to compare")
    return total


def _along(sides: Sequence[tuple[int, ValuedLine]]) -> AmountRange:
    """What the lines of one factor come to; its price is low, central or high for all of them together."""
    middle = None
    if all(line.quantity.central is not None and line.price.central is not None for _, line in sides):
        middle = sum(side * (line.quantity.central or 0.0) * (line.price.central or 0.0) for side, line in sides)
    if all(line.quantity.low is None and line.price_with_growth.low is None for _, line in sides):
        return AmountRange(central=middle)
    picks: list[Callable[[AmountRange], float]] = [lambda price: price.ends()[0], lambda price: price.ends()[1]]
    if all(line.price.central is not None for _, line in sides):
        picks.append(lambda price: price.central or 0.0)
    ends = [end for pick in picks for end in _at(sides, pick).ends()] + ([] if middle is None else [middle])
    return AmountRange(min(ends), middle, max(ends))


def _at(sides: Sequence[tuple[int, ValuedLine]], pick: Callable[[AmountRange], float]) -> AmountRange:
    """With one end of the price: what grows with one name grows least or most in all its lines together."""
    total = AmountRange(0.0, None, 0.0)
    for name in sorted({line.path.varies_as for _, line in sides}):
        lines = [(side, line) for side, line in sides if line.path.varies_as == name]
        found: list[float] = []
        for place in range(3):
            part = AmountRange(central=0.0)
            for side, line in lines:
                growths = (*line.path.growths.ends(), None)
                part = part.plus(line.quantity.scaled(side * pick(line.price_grown(growths[place]))))
            found += part.ends()
        total = total.plus(AmountRange(min(found), None, max(found)))
    return total


def tipping_price(first: Sequence[ValuedLine], second: Sequence[ValuedLine], factor_id: str) -> float | None:
    """The value per unit of one factor at which both alternatives cost the same; None when no price above 0 does that.

    Below it the one is cheaper, above it the other. Central values are used. Of lines brought to the present it is the
    value for each year; where that differs by year, the one of ``Factor.year``, with all other years in proportion.

    Raises:
        ValueError: as ``check_comparable``; nobody uses the factor, or another line has only a range.
    """
    check_comparable(first, second)
    factors = _factors(first, second)
    as_kind(factor_id, str, "the id of a factor")
    if factor_id not in factors:
        raise ValueError(f"no effect of the two alternatives is valued with '{factor_id}'")
    difference = slope = 0.0
    for sign, lines in ((1, first), (-1, second)):
        for line in lines:
            quantity, price = line.quantity.central, line.price.central
            if quantity is None or (price is None and line.factor.id != factor_id):
                raise ValueError(f"effect '{line.effect}' has only a range; a tipping price needs one central value")
            if line.factor.id == factor_id:
                slope += sign * quantity * _times_a_year(line) * _sign(line.factor)
            else:
                difference += sign * quantity * (price or 0.0) * _sign(line.factor)
    if slope == 0:
        return None
    price = -difference / slope
    return price if price > 0 else None


def _times_a_year(line: ValuedLine) -> float:
    """How many years' worth of its factor a line at present value holds; 1 for another line."""
    if line.price_now is None:
        return 1.0
    now, unit = line.price_now, line.factor.value
    both = (now.central, unit.central) if now.central is not None else (now.ends()[1], unit.ends()[1])
    if not both[1]:
        raise ValueError(f"factor '{line.factor.id}' is 0, so its years cannot be counted")
    return (both[0] or 0.0) / both[1]


def check_comparable(first: Sequence[ValuedLine], second: Sequence[ValuedLine]) -> None:
    """Raises ValueError when two lists of lines cannot be compared.

    Each must be of one period and one basis; a factor must have one value; and average prices of land in use may not
    differ between the two, since their difference would be read as the value of a change of land use.
    """
    first, second = (as_all(lines, ValuedLine, "the lines") for lines in (first, second))
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
