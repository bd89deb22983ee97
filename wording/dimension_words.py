"""Now, later and elsewhere in sentences: who comes first in each, never added up.

Safe HTML, as in `wording.sentences`.
"""

from markupsafe import Markup

from texts import Words
from texts.numbers import percent
from weighing.comparison import Comparison
from weighing.dimensions import Part
from wording.sentences import total_text
from wording.verdict_words import out_of_100


def part_sentence(part: Part, text: Words) -> Markup:
    """Who comes first in this part, and how often that stays so if the effects turn out otherwise."""
    found, shares = part.inside, part.shares
    if found is None or shares is None:
        return text.html("dimension.nothing")
    if not found.contenders:
        return text.html("why.nobody")
    names = {
        "first": _label(found, found.first, text),
        "second": _label(found, found.second, text),
        "first_total": total_text(found, found.first, text),
        "second_total": total_text(found, found.second, text),
        "count": out_of_100(float(shares[found.first]), text),
    }
    if len(found.contenders) == 1:
        return text.html("why.only", **names)
    if found.undecided and not found.known:
        return text.html("dimension.interval", **names)
    return text.html("dimension.first" if part.decided else "dimension.open", **names)


def part_weight(part: Part, text: Words) -> str:
    """How much this part carries, and whether its criteria count equally because it carries nothing."""
    if part.inside is None:
        return ""
    share = percent(part.weight, text.language)
    return text("dimension.no_weight" if part.equal else "dimension.weight", share=share, count=len(part.criteria))


def split_sentence(parts: tuple[Part, ...], text: Words) -> Markup:
    """Whether the same alternative comes first in every part, or another one; empty where that cannot be said."""
    asked = [part for part in parts if part.inside is not None]
    first = {part.inside.first for part in asked if part.inside is not None and part.decided}
    if len(first) > 1:
        return text.html("dimension.differ", count=len(first))
    if len(first) == 1 and len(asked) > 1 and all(part.decided for part in asked) and asked[0].inside is not None:
        return text.html("dimension.same", first=_label(asked[0].inside, first.pop(), text), count=len(asked))
    return Markup()


def _label(comparison: Comparison, row: int, text: Words) -> str:
    return text.of(comparison.case.alternatives[row].label)
