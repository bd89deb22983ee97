"""Now, later and elsewhere, and what nobody knows, for the weights of phone and projector.

As with the verdict, the weights come in the body of a request and nothing is kept. The cards are the ones that the page
Wie en wanneer shows; the list is its short form: the most telling lines of each kind, and how many there are.
"""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from starlette.routing import Route

from cases.definition.model import Case
from texts import Words
from web.html import render
from web.posted_links import Made, answering
from web.verdict_answers import TEMPLATES
from weighing.comparison import Comparison, compare
from weighing.dimensions import Part, by_rule, parts
from weighing.links import from_link, reference_in, requirements_in
from wording.colours import colours
from wording.dimension_words import part_sentence, part_weight, split_sentence
from wording.gap_words import gap_parts
from wording.sentences import total_text

NAMED = 3
"""Lines of each kind in the short list."""


def dimension_cards(comparison: Comparison, text: Words, *, weighed: bool) -> Markup:
    """A card for now, for later and for elsewhere, with a bar for each alternative. They are never added.

    Not ``weighed``: then nothing is said about what comes first.
    """
    cards = [_card(comparison.case, part, weighed, text) for part in parts(comparison)]
    return render(TEMPLATES, "dimensions.html", text, cards=cards)


def when_html(case: Case, comparison: Comparison | None, requirements_off: tuple[str, ...], text: Words) -> Markup:
    """The three cards at these weights; without weights each of the three counts for a third, and it says so."""
    at = comparison or by_rule(case, "dimensions", requirements_off=requirements_off)
    lines = [
        text("dimension.intro"),
        split_sentence(parts(at), text) if comparison is not None else "",
        text("dimension.at_own" if comparison is not None else "dimension.at_rule"),
    ]
    return render(
        TEMPLATES,
        "when.html",
        text,
        lines=[line for line in lines if line],
        cards=dimension_cards(at, text, weighed=comparison is not None),
    )


def gaps_html(case: Case, comparison: Comparison | None, requirements_off: tuple[str, ...], text: Words) -> Markup:
    """What is not in the numbers, in short. Without a whole weighing every theme counts the same, and it says so."""
    own = comparison is not None and comparison.weighing.complete(case)
    at = comparison if comparison is not None and own else by_rule(case, "themes", requirements_off=requirements_off)
    return render(
        TEMPLATES,
        "gaps_short.html",
        text,
        parts=gap_parts(at, text),
        named=NAMED,
        at=text("gap.at_own" if own else "gap.at_rule"),
        palette=colours(case),
    )


def _card(case: Case, part: Part, weighed: bool, text: Words) -> dict[str, Any]:
    inside = part.inside
    palette = colours(case)
    bars = []
    if inside is not None:
        for row, item in enumerate(case.alternatives):
            low, high = inside.intervals[row]
            bars.append(
                {
                    "alternative": item,
                    "colour": palette[item.id],
                    "low": float(low),
                    "unknown": float(high - low),
                    "total": total_text(inside, row, text),
                    "is_first": weighed and row == inside.first and part.decided,
                    "failing": row not in inside.contenders,
                }
            )
    return {
        "label": text(f"time.{part.dimension}"),
        "sentence": part_sentence(part, text) if weighed or inside is None else "",
        "weight": part_weight(part, text),
        "criteria": [text.of(case.criterion(key).short) for key in part.criteria],
        "bars": bars,
        "ranges": any(bar["unknown"] > 0 for bar in bars),
    }


def _asked(made: Callable[[Case, Comparison | None, tuple[str, ...], Words], Markup]) -> Made:
    def at_the_weights(case: Case, parts: dict[str, str], text: Words) -> Markup:
        case, _ = reference_in(case, parts)
        off, _ = requirements_in(case, parts)
        return made(case, compare(case, from_link(case, parts)[0], off), off, text)

    return at_the_weights


routes = [
    Route("/wanneer/{case_id}", answering(_asked(when_html)), methods=["POST"]),
    Route("/leemten/{case_id}", answering(_asked(gaps_html)), methods=["POST"]),
]
