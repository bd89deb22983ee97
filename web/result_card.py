"""What the phone needs to draw a picture of a result: words that name nobody, and the colours of the light page."""

from typing import Any

from texts import Words
from texts.palette import SCREEN

COLOURS = ("ink", "quiet", "line", "paper", "soft", "blue", "warn", "warn-edge")
SAID = ("wait", "failed", "vote", "scan", "undecided", "unsure")
INSTEAD = ("why_unsure", "flip_more_unsure", "flip_without_unsure", "flip_without_others", "flip_unknown",
           "flip_sooner_more", "flip_sooner_less", "flip_sooner_edge")  # fmt: skip
"""Sentences of the board that speak to whoever weighs; on the picture others read them."""


def card_words(text: Words) -> dict[str, Any]:
    """Ready for JSON; the keys are those that the scripts ask for."""
    return {
        **{key: text.for_browser(f"card.{key}") for key in SAID},
        "words": {key: text.for_browser(f"card.{key}") for key in INSTEAD},
        "phone": {"result_first": text.for_browser("card.first")},
        "colours": {**{name: SCREEN[name] for name in COLOURS}, "badge": SCREEN["badge-ink"]},
    }
