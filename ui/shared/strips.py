"""Per theme a strip from no weight to all weight, in the colour of what comes first there."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from mcda.tipping import Segment
from texts.numbers import inner_decimals, percent
from ui import state
from ui.shared.page_html import show
from weighing.any_value import certain_parts
from weighing.comparison import Comparison
from wording.colours import colours
from wording.flip_words import flip, nearest_flip


def can_show(comparison: Comparison) -> bool:
    """False when there is only one theme to weigh."""
    return not comparison.one_theme


def show_strips(comparison: Comparison, before: Sequence[str] = ()) -> None:
    """A strip for each theme that can change what comes first, and one sentence for all that cannot.

    `before` are sentences that stand beside the introduction.
    Where an effect is not known, a strip shows what is certain and leaves open what is not. A sentence instead when
    there is one theme only.
    """
    text = state.words()
    if not can_show(comparison):
        show("list.html", text, intro=None, lines=[nearest_flip(comparison, text).sentence], outro=None)
        return
    shaded = not comparison.known or bool(comparison.dark)
    every = certain_parts(comparison) if shaded else comparison.segments
    shown = [place for place in range(len(every)) if shaded or every[place]]
    fixed = [place for place in shown if len(every[place]) == 1 and every[place][0].end - every[place][0].start == 1]
    intro = [text("flip.intro"), *([text("flip.intro_unknown")] if shaded else [])]
    lines = [*before, *(intro if len(fixed) < len(shown) else [])]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    if len(fixed) < len(shown):
        strips = [_strip(comparison, place, _with_gaps(every[place])) for place in shown if place not in fixed]
        show("segments.html", text, strips=strips)
    if fixed:
        themes = text.bold([text.of(comparison.case.themes[place].label) for place in fixed])
        sentence = text.html("flip.fixed", count=len(fixed), themes=themes)
        lines = [text.html("flip.without_unsure", sentence=sentence) if comparison.unsure else sentence]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)


def _with_gaps(parts: Sequence[Segment]) -> list[tuple[float, float, int | None]]:
    """Start, end and winner from no weight to all weight; None where nobody can say."""
    found: list[tuple[float, float, int | None]] = []
    for part in (*parts, None):
        start, reached = 1.0 if part is None else part.start, found[-1][1] if found else 0.0
        if start > reached + 1e-9:
            found.append((reached, start, None))
        if part is not None:
            found.append((start, part.end, part.winner))
    return found


def _strip(comparison: Comparison, theme: int, stretches: Sequence[tuple[float, float, int | None]]) -> dict[str, Any]:
    case, text = comparison.case, state.words()
    palette = colours(case)
    parts = []
    for start, end, winner in stretches:
        alternative = None if winner is None else case.alternatives[winner]
        words = {
            "alternative": text("dial.unknown") if alternative is None else text.of(alternative.label),
            "start": percent(start, text.language, inner_decimals(start)),
            "end": percent(end, text.language, inner_decimals(end)),
        }
        parts.append(
            {
                "width": 100 * (end - start),
                "colour": None if alternative is None else palette[alternative.id],
                "code": "?" if alternative is None else alternative.code,
                "words": text("flip.part", **words),
            }
        )
    return {
        "number": theme + 1,
        "label": text.of(case.themes[theme].label),
        "parts": parts,
        "now": 100 * float(comparison.theme_weights[theme]),
        "sentence": _sentence(
            comparison,
            theme,
            [part["words"] for part, (*_, winner) in zip(parts, stretches, strict=True) if winner is not None],
        ),
        "message": f"{text('flip.strip')}: {'; '.join(part['words'] for part in parts)}",
    }


def _sentence(comparison: Comparison, theme: int, certain: Sequence[str]) -> Markup:
    """When the theme flips the order; where nobody can say, in which stretches the highest total is certain."""
    text = state.words()
    if comparison.known and theme not in comparison.dark:
        return flip(comparison, theme, text)
    return text.html("flip.certain", parts="; ".join(certain)) if certain else text.html("flip.unknown")
