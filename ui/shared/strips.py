"""Per theme a strip from no weight to all weight, in the colour of what comes first there."""

from collections.abc import Sequence
from typing import Any

from texts.numbers import inner_decimals, percent
from ui import state
from ui.shared.page_html import show
from weighing.comparison import Comparison
from wording.colours import colours
from wording.flip_words import flip, nearest_flip


def can_show(comparison: Comparison) -> bool:
    """False when an effect is not known, or there is only one theme to weigh."""
    return comparison.known and not comparison.one_theme


def show_strips(comparison: Comparison, before: Sequence[str] = ()) -> None:
    """A strip for each theme that can change what comes first, and one sentence for all that cannot.

    `before` are sentences that stand beside the introduction.
    A sentence instead when an effect that counts is not known, or when there is one theme only.
    """
    text = state.words()
    if not can_show(comparison):
        show("list.html", text, intro=None, lines=[nearest_flip(comparison, text).sentence], outro=None)
        return
    shown = [place for place, parts in enumerate(comparison.segments) if parts]
    fixed = [place for place in shown if len(comparison.segments[place]) == 1]
    lines = [*before, *([text("flip.intro")] if len(fixed) < len(shown) else [])]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    if len(fixed) < len(shown):
        strips = [_strip(comparison, place) for place in shown if place not in fixed]
        show("segments.html", text, strips=strips)
    if fixed:
        themes = text.bold([text.of(comparison.case.themes[place].label) for place in fixed])
        sentence = text.html("flip.fixed", count=len(fixed), themes=themes)
        lines = [text.html("flip.without_unsure", sentence=sentence) if comparison.unsure else sentence]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)


def _strip(comparison: Comparison, theme: int) -> dict[str, Any]:
    case, text = comparison.case, state.words()
    palette = colours(case)
    parts = []
    for segment in comparison.segments[theme]:
        alternative = case.alternatives[segment.winner]
        words = {
            "alternative": text.of(alternative.label),
            "start": percent(segment.start, text.language, inner_decimals(segment.start)),
            "end": percent(segment.end, text.language, inner_decimals(segment.end)),
        }
        parts.append(
            {
                "width": 100 * (segment.end - segment.start),
                "colour": palette[alternative.id],
                "code": alternative.code,
                "words": text("flip.part", **words),
            }
        )
    return {
        "number": theme + 1,
        "label": text.of(case.themes[theme].label),
        "parts": parts,
        "now": 100 * float(comparison.theme_weights[theme]),
        "sentence": flip(comparison, theme, text),
        "message": f"{text('flip.strip')}: {'; '.join(part['words'] for part in parts)}",
    }
