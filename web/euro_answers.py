"""Euros for every face: totals with what they leave out in equal type, and the address phone and projector ask it of.

Off until somebody asks. Needs no weights; the choices come in the body of the request and nothing is kept.
"""

from typing import Any

from markupsafe import Markup
from starlette.routing import Route

from cases.definition.model import Case
from texts import Words
from web.assets import STATIC
from web.html import render
from web.posted_links import answering
from weighing.euros.euro_links import PART, euros_from_link
from weighing.euros.valuing import EuroChoices, Euros, euros
from weighing.links import Ignored
from weighing.requirements_tested import failing
from wording.amount_words import amount_text, digits
from wording.colours import colours
from wording.euro_rows import TotalRow, amount_name, gap_rows, lens_sentence, set_text, total_rows
from wording.sentences import inline

TEMPLATES = STATIC.parent / "templates"
LEAST_ROOM = 20
"""Hundredths of the scale between two of its words."""


def euros_html(found: Euros, text: Words) -> Markup:
    """The sentence, a bar with low and high for every alternative, and beside it what has no amount."""
    headlines = [found.headline(item.id) for item in found.case.alternatives]
    shown = [amount for amount in headlines if amount is not None]
    rows = _bars(found, text)
    return render(
        TEMPLATES,
        "euros.html",
        text,
        lens=lens_sentence(found, text),
        name=amount_name(found, text),
        terms=amount_text(shown[0], text).terms if shown else None,
        middle=any(amount.value.central is not None for amount in shown),
        doubt=set_text(found, text).doubt,
        rows=rows,
        axis=_axis(found, text),
        n_valued=len(found.valued_criteria),
        n_gaps=len(found.gaps),
        n_all=len(found.case.criteria),
        gaps=gaps_by_reason(found, text),
        gains=_gains(rows),
    )


def euro_totals(found: Euros, text: Words) -> list[TotalRow]:
    """The totals of a case, with a mark on every alternative that fails a hard requirement."""
    case = found.case
    return total_rows(found, text, [item.id for item in case.alternatives if failing(case, item.id)])


def choices_in(case: Case, parts: dict[str, str]) -> tuple[EuroChoices | None, tuple[Ignored, ...]]:
    """The choices in the parts of a link; None when the euros are off. What cannot be used is named."""
    found = parts.get(PART)
    if found is None:
        return None, ()
    choices = euros_from_link(case, found)
    return choices, () if choices else (Ignored(PART, found[:60]),)


def _scale(found: Euros) -> tuple[float, float]:
    """The lowest and the highest amount on the chart, 0 included."""
    ends = [0.0]
    for item in found.case.alternatives:
        amount = found.headline(item.id)
        ends += () if amount is None else amount.value.ends()
    return min(ends), max(ends)


def _axis(found: Euros, text: Words) -> dict[str, Any]:
    """Where 0 is, 0 to 100, and the words at the ends; 0 gets its own words where there is room for them."""
    low, high = _scale(found)
    nought = _place(0.0, low, high)
    room = LEAST_ROOM < nought < 100 - LEAST_ROOM
    return {
        "nought": nought,
        "low": digits(low, text),
        "high": digits(high, text),
        "zero": digits(0.0, text) if room else None,
    }


def _bars(found: Euros, text: Words) -> list[dict[str, Any]]:
    palette = colours(found.case)
    low, high = _scale(found)
    rows = []
    for alternative, row in zip(found.case.alternatives, euro_totals(found, text), strict=True):
        amount = found.headline(alternative.id)
        value = None if amount is None else amount.value
        central = None if value is None else value.central
        ends = None if value is None else [_place(end, low, high) for end in value.ends()]
        bar = None if central is None else sorted((_place(0.0, low, high), _place(central, low, high)))
        rows.append(
            {
                "code": alternative.code,
                "label": row.label,
                "colour": palette[alternative.id],
                "amount": None if amount is None else amount_text(amount, text),
                "bar": bar,
                "ends": ends,
                "gains": row.gains,
                "unknown": row.unknown,
                "breach": row.breach,
            }
        )
    return rows


def _place(value: float, low: float, high: float) -> float:
    """Where a value lies on the scale, 0 to 100."""
    return 0.0 if high == low else round(100 * (value - low) / (high - low), 3)


def _gains(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """What gets better, by effect: its name, and the quantity of every alternative that has it."""
    effects: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        for gain in row["gains"]:
            effects.setdefault(gain.label, []).append({**row, "quantity": gain.quantity})
    return list(effects.items())


def gaps_by_reason(found: Euros, text: Words) -> list[tuple[str, str]]:
    """What has no amount, by reason: the reason and the names, in the order of the case."""
    reasons: dict[str, list[str]] = {}
    for row in gap_rows(found, text):
        name = inline(text.of(found.case.criterion(row.criterion).short))
        reasons.setdefault(row.reason, []).append(name)
    return [(reason, text.listed(names)) for reason, names in reasons.items()]


def _asked(case: Case, parts: dict[str, str], text: Words) -> Markup | None:
    choices, ignored = choices_in(case, parts)
    return None if ignored else euros_html(euros(case, choices or EuroChoices()), text)


routes = [Route("/bedragen/{case_id}", answering(_asked, lambda case: case.has_amounts), methods=["POST"])]
