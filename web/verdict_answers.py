"""How sure a result is, for every face: the card with the verdict, and the address that asks it of these weights."""

from typing import Any

from markupsafe import Markup
from starlette.routing import Route

from cases.definition.model import Case
from mcda.inputs import TIE
from texts import Words
from texts.palette import SCREEN
from web.assets import STATIC
from web.html import render
from web.posted_links import answering
from weighing.comparison import Comparison, compare
from weighing.futures import futures
from weighing.links import from_link, requirements_in
from weighing.verdict import Verdict, verdict
from wording.colours import colours, pattern
from wording.future_words import good_counts
from wording.verdict_words import counts_of_all, verdict_text

TEMPLATES = STATIC.parent / "templates"


def verdict_html(
    comparison: Comparison,
    text: Words,
    *,
    with_flip: bool,
    found: Verdict | None = None,
    with_futures: bool = False,
) -> Markup:
    """The verdict with its reasons, and per alternative how often in 100 it comes first.

    `with_flip` is for places that do not already show when the order flips; `found` for who has that verdict already.
    `with_futures` adds how often each alternative is good enough in the futures of the case, for a phone to show.
    """
    found = found or verdict(comparison)
    in_futures = futures(comparison) if with_futures and found else None
    return render(
        TEMPLATES,
        "verdict.html",
        text,
        verdict=verdict_text(comparison, text, found),
        reason=found and found.reason,
        named=found.named if found else (),
        with_flip=with_flip,
        in_futures=() if in_futures is None else good_counts(in_futures, text),
        futures_short=text("futures.short", count=len(comparison.case.futures)),
        **(hundred_chart(found, text) if found else {"parts": []}),
    )


def hundred_chart(found: Verdict, text: Words) -> dict[str, Any]:
    """The title and the parts of the chart of 100; no parts where nothing was counted."""
    counted = found.counted and (found.effects_vary or found.weights_vary)
    title = text("verdict.hundred" if found.effects_vary else "verdict.hundred_weights")
    return {"title": title, "parts": hundred(found, text) if counted else []}


def hundred(found: Verdict, text: Words) -> list[dict[str, Any]]:
    """Out of 100 ways in which effects and weights may turn out: how often each alternative comes first.

    The last part is how often that depends on the weight of a theme of which the person does not know.
    """
    case = found.comparison.case
    palette = colours(case)
    depends = max(0.0, 1 - float(found.shares.sum()))
    # The count of the first is said in a sentence and compared with the limits; one beside its twins is a part of it.
    counts = counts_of_all([*found.shares, depends], text, None if found.level else found.first)
    last = pattern(len(case.alternatives))
    rest = {
        "code": "?",
        "label": text("verdict.depends"),
        "colour": SCREEN["quiet"],
        "pattern": last,
    }
    parts = [
        {
            "code": alternative.code,
            "label": text.of(alternative.label),
            "colour": palette[alternative.id],
            "pattern": pattern(row),
            "share": float(found.shares[row]),
            "count": counts[row],
        }
        for row, alternative in enumerate(case.alternatives)
    ]
    return [*parts, {**rest, "share": depends, "count": counts[-1]}] if depends > TIE else parts


def _asked(case: Case, parts: dict[str, str], text: Words) -> Markup | None:
    comparison = compare(case, from_link(case, parts)[0], requirements_in(case, parts)[0])
    return None if comparison is None else verdict_html(comparison, text, with_flip=False, with_futures=True)


routes = [Route("/zeker/{case_id}", answering(_asked), methods=["POST"])]
