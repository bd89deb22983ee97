"""The classes that signs and words stand for, from the worst to the best, with even steps between them."""

from typing import NamedTuple

from cases.importing.values import WORDS, Scale

_NAMES = {-3.0: "---", -2.0: "--", -1.0: "-", 0.0: "0", 1.0: "+", 2.0: "++", 3.0: "+++"}
_IDS = {-3.0: "minus_3", -2.0: "minus_2", -1.0: "minus_1", 0.0: "zero", 1.0: "plus_1", 2.0: "plus_2", 3.0: "plus_3"}

SIGNS_WITH_WORDS = {"minus_2", "minus_1", "minus_0_5", "zero", "plus_0_5", "plus_1", "plus_2"}
"""The signs that have a word of their own, by id: `[sign_word]` in `messages.toml`."""


class Level(NamedTuple):
    """One class."""

    id: str
    label: str
    score: float


def levels_of(scale: Scale, words: set[str], better: str) -> dict[str, Level]:
    """The classes by word, the worst first; those of signs by what they stand for, such as ``-0.5``.

    Args:
        scale: which classes.
        words: those that are used; of the half steps only these are there.
        better: ``lower`` turns the scores of words round; a plus is always better.
    """
    if scale == "signs":
        used = {float(word) for word in words}
        most = 3.0 if max(map(abs, used), default=0.0) > 2 else 2.0
        steps = sorted({float(step) for step in range(-int(most), int(most) + 1)} | used)
        return {
            f"{step:g}": Level(_sign_id(step), sign_label(step), round((step + most) / (2 * most) * 100, 1))
            for step in steps
        }
    named = WORDS[scale]
    inside = named if scale in ("judged", "good") else _without_outer(named, words)
    top = len(inside) - 1
    scores = [round(100 * place / top, 1) for place in range(len(inside))]
    scores = scores[::-1] if better == "lower" else scores
    return {word: Level(word.replace(" ", "_"), word, score) for word, score in zip(inside, scores, strict=True)}


def _without_outer(named: tuple[str, ...], words: set[str]) -> tuple[str, ...]:
    """Without the very low and the very high where nobody uses them."""
    outer = {word for word in named if word.startswith("zeer ")}
    return named if words & outer else tuple(word for word in named if word not in outer)


def sign_label(step: float) -> str:
    """``0/-`` for -0.5."""
    if step in _NAMES:
        return _NAMES[step]
    ends = sorted((int(step // 1), int(step // 1) + 1), key=abs)
    return "/".join(_NAMES[float(end)] for end in ends)


def _sign_id(step: float) -> str:
    if step in _IDS:
        return _IDS[step]
    return f"{'plus' if step > 0 else 'minus'}_{abs(step):g}".replace(".", "_")
