"""The verdict in sentences that can be read aloud: firm, shaky or undecided, for which weights, and what flips it.

Safe HTML, as in `wording.sentences`.
"""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mcda.information import InformationGain
from texts import Words
from texts.numbers import number, percent
from weighing.comparison import Comparison
from weighing.opinions import opinions
from weighing.score_draws import SAMPLES
from weighing.verdict import (
    FIRM_COUNT,
    FIRM_FACTOR,
    FIRM_SHIFT,
    FIRM_VARIED,
    UNDECIDED_COUNT,
    Verdict,
    Word,
    count_of_100,
    verdict,
)
from weighing.weighing import OWN, from_profile
from wording.doubt_rows import SEEN, quantity_label
from wording.effect_words import value_text, value_with_unit
from wording.flip_words import nearest_flip
from wording.sentences import inline, still_open, unsure_names
from wording.sureness import opinion_sentence

LARGEST_FACTOR = 10
"""A larger factor says no more than this one."""


@dataclass(frozen=True)
class VerdictText:
    """What every face of the product says about one weighing."""

    word: Word | None
    """None as long as not every theme has an answer, and then `main` asks for the others; None too when every
    alternative fails a hard requirement."""
    label: str
    main: Markup
    flip: Markup
    """When another alternative comes first if one theme weighs more or less."""
    why: tuple[Markup, ...]
    """How often in 100, by which factor, and the largest doubt."""
    methods: Markup = Markup()
    """What other methods say of it; empty where they cannot be asked, or have nothing to add to an open verdict."""

    @property
    def sentences(self) -> tuple[Markup, ...]:
        """All of it, in the order in which it is read aloud."""
        return tuple(part for part in (self.main, self.flip, *self.why, self.methods) if part)


def verdict_text(comparison: Comparison, text: Words, found: Verdict | None = None) -> VerdictText:
    """The verdict on this comparison; without a word as long as nobody can come first or not all themes are weighed.

    `found` is for who has that verdict already: it is dear to work out.
    """
    if not comparison.contenders:
        return VerdictText(None, "", text.html("why.nobody"), Markup(), ())
    found = found or verdict(comparison)
    if found is None:
        main = Markup(" ").join([*still_open(comparison, text), text.html("verdict.not_all")])
        return VerdictText(None, "", main, Markup(), ())
    why = [_share(found, text)]
    if found.borderline:
        words = (text(f"verdict.{word}").lower() for word in (found.word, found.borderline))
        why.append(text.html("verdict.borderline", **dict(zip(("word", "other"), words, strict=True))))
    by_themes = not (comparison.unsure and (found.factor is None or comparison.may_be_first))
    if comparison.known and by_themes and not comparison.one_theme:
        why.append(_factor(found, text))
    if found.holds_for_factor and not found.holds_for_shift:
        why.append(_shift(found, text))
    if comparison.undecided and not found.level:
        names = {"first": _label(found, found.first, text), "rival": _label(found, found.rival, text)}
        why.append(text.html("verdict.beats", **names))
    if found.doubts:
        why.append(_largest_doubt(found, found.doubts[0], text))
    flip = nearest_flip(comparison, text).sentence if comparison.known else Markup()
    label, methods = text(f"verdict.{found.word}"), _methods(found, text)
    return VerdictText(found.word, label, _main(found, text), flip, tuple(why), methods)


def weighting_name(comparison: Comparison, text: Words) -> Markup:
    """The weighting that the verdict is about, as the start of a sentence."""
    weighing, case = comparison.weighing, comparison.case
    if weighing.start not in (None, OWN):
        profile = case.profile(str(weighing.start))
        if from_profile(profile, weighing.ranges) == weighing:
            return text.html("verdict.with_profile", profile=text.of(profile.label))
    return text.html("verdict.with_own")


def verdict_limits(text: Words) -> dict[str, Any]:
    """The stated limits of firm and undecided, and how often the effects are drawn, to fill in the explanation."""
    return {
        "firm": FIRM_COUNT,
        "factor": number(FIRM_FACTOR, text.language, 1),
        "shift": count_of_100(FIRM_SHIFT),
        "varied": count_of_100(FIRM_VARIED),
        "undecided": UNDECIDED_COUNT,
        "samples": number(SAMPLES, text.language),
    }


def out_of_100(share: float, text: Words) -> str:
    """A share as a count out of 100; what is not quite none or all is not shown as none or all."""
    if 0.995 <= share < 1:
        return text("verdict.share_above_99")
    if 0 < share < 0.005:
        return text("verdict.share_below_1")
    return number(100 * share, text.language)


def _main(found: Verdict, text: Words) -> Markup:
    values = {
        "with_these": weighting_name(found.comparison, text),
        "first": _label(found, found.first, text),
        "rival": _label(found, found.rival, text),
    }
    if found.comparison.may_be_first:
        themes = text.listed(unsure_names(found.comparison, text))
        return text.html("verdict.open_unsure", themes=themes, **values)
    if found.word == "undecided":
        if not found.comparison.known:
            return text.html("verdict.open_unknown", **values)
        return text.html("verdict.open_near" if found.level else "verdict.open_tie", **values)
    if found.word == "firm":
        return text.html("verdict.first_firm", **values)
    if found.weights_rival is None:
        return text.html("verdict.first_effects" if found.enough_varied else "verdict.first_unvaried", **values)
    other = _label(found, found.weights_rival, text)
    if found.holds_for_effects or not found.enough_varied:
        return text.html("verdict.first_weights", **values | {"rival": other})
    return text.html("verdict.first_both" if other == values["rival"] else "verdict.first_two", other=other, **values)


def _share(found: Verdict, text: Words) -> Markup:
    share, first = float(found.shares[found.first]), _label(found, found.first, text)
    if not found.enough_varied:
        return text.html(
            "verdict.share_part" if found.varied else "verdict.share_none", limit=count_of_100(FIRM_VARIED)
        )
    if found.comparison.unsure:
        return text.html("verdict.share_unsure", first=first, count=out_of_100(share, text))
    if share == 1:
        return text.html("verdict.share_all", first=first)
    return text.html("verdict.share", first=first, count=out_of_100(share, text))


def _factor(found: Verdict, text: Words) -> Markup:
    if found.factor is None:
        first = _label(found, found.first, text)
        return text.html("verdict.factor_never" if found.shift is None else "verdict.factor_among", first=first)
    if found.factor.factor > LARGEST_FACTOR:
        return text.html("verdict.factor_large", first=_label(found, found.first, text), limit=LARGEST_FACTOR)
    rival, factor = _label(found, found.factor.rival, text), number(found.factor.factor, text.language, 1)
    if factor == number(1, text.language, 1):
        return text.html("verdict.factor_small", rival=rival)
    return text.html("verdict.factor", factor=factor, rival=rival)


def _shift(found: Verdict, text: Words) -> Markup:
    shift, case = found.finest_shift, found.comparison.case
    if shift is None or shift.given_to is None:
        return Markup()
    return text.html(
        "verdict.shift",
        moved=percent(shift.moved, text.language, 0 if shift.moved >= 0.02 else 1),
        given=inline(text.of(case.summed[shift.given_to].short)),
        rival=_label(found, shift.rival, text),
    )


def _largest_doubt(found: Verdict, doubt: InformationGain, text: Words) -> Markup:
    """What to find out first, and what that gains; or that knowing one thing changes no choice."""
    if doubt.points < SEEN:
        return text.html("verdict.find_out_none")
    case, points = found.comparison.case, number(doubt.points, text.language, 1)
    if doubt.quantity.cause is not None or len(doubt.quantity.cells) > 1:
        return text.html("verdict.find_out_more", what=quantity_label(case, doubt.quantity, text), points=points)
    ((row, column),) = doubt.quantity.cells
    criterion, alternative = case.summed[column], case.alternatives[row]
    performance = case.performances[alternative.id, criterion.id]
    names = {"criterion": inline(text.of(criterion.short)), "alternative": text.of(alternative.label), "points": points}
    if performance.low is None or performance.high is None:
        return text.html("verdict.find_out_unknown", **names)
    low, high = value_text(criterion, performance.low, text), value_with_unit(criterion, performance.high, text)
    return text.html("verdict.find_out", low=low, high=high, **names)


def _methods(found: Verdict, text: Words) -> Markup:
    """Whether other methods put the same first. An open verdict has no first place, and methods do not settle it."""
    asked = None if found.comparison.unsure else opinions(found.comparison)
    if asked is None:
        return Markup()
    if found.word != "undecided":
        return opinion_sentence(found.comparison, asked, text)
    return text.html("verdict.methods_differ") if len(asked.firsts) > 1 else Markup()


def _label(found: Verdict, alternative: int, text: Words) -> str:
    return text.of(found.comparison.case.alternatives[alternative].label)
