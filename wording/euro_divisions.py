"""The cost to remedy divided: which right it protects, and in which way harm is remedied. Each division adds up."""

from collections.abc import Mapping
from dataclasses import dataclass

from texts import Words
from valuation.amounts import Amount
from valuation.true_price import TruePriceTotals
from weighing.euros.valuing import Euros
from wording.amount_words import amount_text


@dataclass(frozen=True)
class DivisionRow:
    """One part of the division, with an amount for each alternative in the order of the case."""

    label: str
    amounts: tuple[str, ...]
    """A dash where the alternative has no such cost."""


def by_right(euros: Euros, text: Words) -> list[DivisionRow]:
    """Cost to remedy by the right it protects; nothing in a set that does not start from rights."""
    parts = _parts(euros, "by_right")
    return _rows(euros, [{text.of(key): cost for key, cost in part.items()} for part in parts], text)


def by_remedy(euros: Euros, text: Words) -> list[DivisionRow]:
    """Cost to remedy by the kind of remedy: restoring, compensating, preventing, a fine."""
    return _rows(
        euros,
        [
            {" + ".join(text(f"euro_cost.{kind}") for kind in key.split("+")): cost for key, cost in part.items()}
            for part in _parts(euros, "by_cost_type")
        ],
        text,
    )


def _parts(euros: Euros, division: str) -> list[dict]:
    """Per alternative the amounts by part; costs per year and costs once stay apart."""
    found = []
    for item in euros.alternatives:
        totals = item.outcome.totals
        tables = totals.tables.values() if isinstance(totals, TruePriceTotals) else ()
        parts: dict = {}
        for table in tables:
            for key, cost in getattr(table, division).items():
                parts.setdefault(key, []).append(cost)
        found.append(parts)
    return found


def _rows(euros: Euros, parts: list[dict[str, list[Amount]]], text: Words) -> list[DivisionRow]:
    labels = sorted({label for part in parts for label in part})
    as_in = [euros.base_year if item.changes else None for item in euros.alternatives]
    return [
        DivisionRow(label, tuple(_shown(part, label, year, text) for part, year in zip(parts, as_in, strict=True)))
        for label in labels
    ]


def _shown(part: Mapping[str, list[Amount]], label: str, as_in: int | None, text: Words) -> str:
    return " / ".join(amount_text(cost, text, as_in).full for cost in part.get(label, ())) or "-"
