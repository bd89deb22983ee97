"""Which part of an amount comes from effects that are gross: the true difference may be close to zero."""

from texts import Words
from texts.numbers import percent
from valuation.lines import ValuedLine
from weighing.euros.valuing import Euros, valuation_of
from wording.sentences import inline

LEAST = 0.1
"""Of an amount. A smaller part is not told by alternative."""


def gross_share(euros: Euros, alternative: str) -> float | None:
    """The part of the central yearly costs of an alternative that is gross; None where that cannot be said."""
    gross = {entry.criterion for entry in valuation_of(euros.case).effects if entry.gross}
    costs = [
        (item.criterion, item.line.cost.value.central)
        for item in euros.of(alternative).lines
        if isinstance(item.line, ValuedLine) and item.line.cost.period == "per year"
    ]
    known = [(criterion, abs(cost)) for criterion, cost in costs if cost is not None]
    total = sum(cost for _, cost in known)
    if len(known) < len(costs) or not total:
        return None
    return sum(cost for criterion, cost in known if criterion in gross) / total


def gross_sentence(euros: Euros, text: Words) -> str:
    """`Bruto is: CO2 verkeer (bruto). ... Deel van alle kosten: A 78%, C 64%.`; empty where nothing is gross."""
    case = euros.case
    entries = [entry for entry in valuation_of(case).effects if entry.gross]
    names = [inline(text.of(case.criterion(entry.criterion).short)) for entry in entries]
    if not names or not {entry.criterion for entry in entries} & set(euros.valued_criteria):
        return ""
    shares = [(item.code, gross_share(euros, item.id)) for item in case.alternatives]
    told = [f"{code} {percent(share, text.language)}" for code, share in shares if share is not None and share >= LEAST]
    said = text("euros.gross", names=text.listed(names))
    return " ".join([said, text("euros.gross_share", shares=", ".join(told))]) if told else said
