"""The verdict in sentences that can be read aloud: firm, shaky or undecided, for which weights, and what flips it.

Safe HTML, as in `wording.sentences`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from cases.definition.model import Case
from mcda.information import InformationGain
from texts import Words
from texts.numbers import number, percent, whole_parts
from weighing.any_value import at_worst
from weighing.comparison import Comparison, compare
from weighing.futures import GOOD_ENOUGH
from weighing.joint_draws import TOLERANCE
from weighing.opinions import opinions
from weighing.score_draws import SAMPLES
from weighing.verdict import (
    FIRM_COUNT,
    FIRM_SHIFT,
    FIRM_VARIED,
    NAMED_COUNT,
    UNDECIDED_COUNT,
    Verdict,
    count_of_100,
    verdict,
)
from weighing.verdict_reasons import Word
from weighing.weighing import OWN, from_profile
from wording.cause_words import strength_counts
from wording.doubt_rows import SEEN, quantity_label
from wording.effect_words import value_text, value_with_unit
from wording.flip_words import nearest_flip
from wording.sentences import inline, still_open, unsure_names
from wording.sureness import opinion_sentence
from wording.varied_words import varied_weights

LISTED = 3
"""At most this many alternatives are named in one sentence; more are counted."""

TOLERANCES = (5.0, TOLERANCE, 15.0)
"""Points by which what was given may be off, of which the effect is shown."""


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
    """How often in 100, what else counted, and the largest doubt."""
    nearer: Markup = Markup()
    """A flip for which less weight has to move than for `flip`: it is said in front. Empty where there is none."""
    methods: Markup = Markup()
    """What other methods say of it; empty where they cannot be asked, or have nothing to add to an open verdict."""

    @property
    def sentences(self) -> tuple[Markup, ...]:
        """All of it, in the order in which it is read aloud."""
        return tuple(part for part in (self.main, self.nearer, self.flip, *self.why, self.methods) if part)


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
    label, why, nearer = text(f"verdict.{found.word}"), tuple(_why(found, text)), Markup()
    if _shift_is_nearer(found, text):
        nearer = _shift(found, text)
        why = tuple(sentence for sentence in why if sentence != nearer)
    return VerdictText(found.word, label, _main(found, text), _flip(found, text), why, nearer, _methods(found, text))


def weighting_name(comparison: Comparison, text: Words) -> Markup:
    """The weighting that the verdict is about, as the start of a sentence."""
    weighing, case = comparison.weighing, comparison.case
    if weighing.start not in (None, OWN):
        profile = case.profile(str(weighing.start))
        if from_profile(profile, weighing.ranges) == weighing:
            return text.html("verdict.with_profile", profile=text.of(profile.label))
    return text.html("verdict.with_own")


def verdict_limits(text: Words) -> dict[str, Any]:
    """The stated limits and numbers of the method, to fill in the explanation."""
    return {
        "firm": FIRM_COUNT,
        "tolerance": number(TOLERANCE, text.language),
        "shift": count_of_100(FIRM_SHIFT),
        "varied": count_of_100(FIRM_VARIED),
        "undecided": UNDECIDED_COUNT,
        "named": NAMED_COUNT,
        "samples": number(SAMPLES, text.language),
        "good": number(GOOD_ENOUGH, text.language),
        **strength_counts(),
    }


def tolerance_rows(case: Case, text: Words) -> tuple[str, ...]:
    """What the example weightings of a case are called when points may be off by less, by as much, and by more."""
    comparisons = [compare(case, from_profile(profile)) for profile in case.profiles]
    rows = []
    for tolerance in TOLERANCES:
        found = Counter(Verdict(item, tolerance).word for item in comparisons if item is not None and item.contenders)
        rows.append(
            text("method.tolerance_row", tolerance=number(tolerance, text.language), firm=found["firm"],
                 shaky=found["shaky"], undecided=found["undecided"])
        )  # fmt: skip
    return tuple(rows)


def out_of_100(share: float, text: Words) -> str:
    """A share as a count out of 100; what is not quite none or all is not shown as none or all."""
    if 0.995 <= share < 1:
        return text("verdict.share_above_99")
    if 0 < share < 0.005:
        return text("verdict.share_below_1")
    return number(100 * share, text.language)


def counts_of_all(shares: Iterable[float], text: Words, pinned: int | None = None) -> list[str]:
    """As `out_of_100`, for shares that are shown together and sum to 1: the whole counts then sum to 100.

    What rounding leaves over goes to the largest remainders. `pinned` is the place of a share that is said elsewhere
    too: that one is rounded by itself, and the others share what it leaves.
    """
    exact = [float(share) for share in shares]
    hardly = {place for place, share in enumerate(exact) if 0 < share < 0.005 or 0.995 <= share < 1}
    apart = hardly if pinned is None else hardly | {pinned}
    rest = [place for place in range(len(exact)) if place not in apart]
    taken = sum(count_of_100(exact[place]) for place in apart - hardly)
    left = count_of_100(sum(share for place, share in enumerate(exact) if place not in hardly)) - taken
    counts = dict(zip(rest, whole_parts([100 * exact[place] for place in rest], left), strict=True))
    return [
        number(counts[place], text.language) if place in counts else out_of_100(share, text)
        for place, share in enumerate(exact)
    ]


def _flip(found: Verdict, text: Words) -> Markup:
    """What one theme can change. Of what nobody can say to come first it is not said that it stays so."""
    told = found.comparison.known or at_worst(found.comparison) is not None
    nearest = nearest_flip(found.comparison, text) if told else None
    stays = nearest is not None and nearest.theme is None and found.word == "undecided" and found.reason != "unsure"
    stays |= found.reason == "unrivalled"  # no weights do it, so one theme is no limit
    return Markup() if nearest is None or stays else nearest.sentence


def _main(found: Verdict, text: Words) -> Markup:
    """The one sentence of the reason, and so of the word (`weighing.verdict_reasons.WORDS`)."""
    comparison, reason = found.comparison, str(found.reason)
    named = [_label(found, row, text) for row in found.named]
    values = {"with_these": weighting_name(comparison, text), "first": _label(found, found.first, text)}
    if found.word == "shaky" and named:
        values["rival"] = named[0]
    if found.reason in ("seldom", "near", "unknown"):
        values["alternatives"] = text.either([values["first"], *named])
    if found.reason == "unknown":
        values |= _not_known(found, text)
    elif found.reason == "unsure" or (found.reason == "near" and comparison.unsure):
        reason = "near_unsure" if found.reason == "near" else reason
        values["themes"] = text.listed(unsure_names(comparison, text))
    elif found.reason == "unrivalled" and len(comparison.contenders) < len(comparison.case.alternatives):
        reason = "unrivalled_able"
    elif found.word == "shaky" and len(named) > 1:
        reason, values["other"] = "either_two", named[1]
    return text.html(f"verdict.because_{reason}", **values)


def _not_known(found: Verdict, text: Words) -> dict[str, Any]:
    """What an open order depends on: the effects that are not known and count, of what may come first."""
    comparison = found.comparison
    dark = np.isnan(comparison.arrays.scores) & (comparison.weights > 0)
    cells = [(row, int(column)) for row in found.candidates for column in np.flatnonzero(dark[row])]
    row, column = cells[0] if cells else (found.first, 0)
    criterion = inline(text.of(comparison.case.summed[column].short))
    return {"count": len(cells), "criterion": criterion, "alternative": _label(found, row, text)}


def _certain(found: Verdict, text: Words) -> Iterator[Markup]:
    """Which alternatives are behind another for every value of what is not known, by the one that is ahead of them."""
    behind = found.comparison.surely_behind
    for better in dict.fromkeys(behind.values()):
        names = [_label(found, row, text) for row, ahead in behind.items() if ahead == better]
        key = "verdict.certain" if len(names) <= LISTED else "verdict.certain_more"
        yield text.html(key, better=_label(found, better, text), worse=text.bold(names), count=len(names))


def _why(found: Verdict, text: Words) -> Iterator[Markup]:
    """How often in 100, what else counted, and the largest doubt: as far as they say something in this state."""
    first = _label(found, found.first, text)
    if found.reason == "unknown":
        yield from _certain(found, text)
    if found.level:
        others = [_label(found, row, text) for row in found.level]
        yield text.html("verdict.level", first=first, others=text.listed(others), count=len(others))
    if found.counted:
        yield from _count(found, text)
    if found.borderline:
        words = (text(f"verdict.{word}").lower() for word in (found.word, found.borderline))
        yield text.html("verdict.borderline", **dict(zip(("word", "other"), words, strict=True)))
    if found.reason in ("weights", "either") and not found.holds_for_shift:
        yield _shift(found, text)
    if found.overlaps:
        yield text.html("verdict.overlap")
    if found.counted and found.race.left_out:
        names = text.listed([_label(found, row, text) for row in found.race.left_out])
        yield text.html("verdict.left_out", names=names, count=len(found.race.left_out))
    if found.doubts and found.reason != "alone":
        yield _largest_doubt(found, found.doubts[0], text)


def _count(found: Verdict, text: Words) -> Iterator[Markup]:
    """How often the first came first; without any margin of the effects that count is about the weights alone."""
    first = _label(found, found.first, text)
    varied = varied_weights(found.comparison, text) if found.weights_vary else ""
    if not found.effects_vary:
        yield text.html("verdict.margins_none")
        if varied:
            count = out_of_100(found.weights_share, text)
            yield text.html("verdict.share_weights", first=first, count=count, varied=varied)
        return
    key = "share_unsure" if found.comparison.unsure else "share_all" if found.share == 1 else "share"
    key = key if varied else "share_effects"
    yield text.html(f"verdict.{key}", first=first, count=out_of_100(found.share, text), varied=varied)
    more = int(found.shares.argmax())
    if found.word == "undecided" and count_of_100(float(found.shares[more])) > count_of_100(found.share):
        count = out_of_100(float(found.shares[more]), text)
        yield text.html("verdict.share_more", other=_label(found, more, text), count=count)
    if not found.enough_varied:
        yield text.html("verdict.margins_part", limit=count_of_100(FIRM_VARIED))
    elif found.word != "firm":
        for key, share in (("effects", found.effects_share), ("weights", found.weights_share)):
            if found.reason == "together" or count_of_100(share) < FIRM_COUNT:
                yield text.html(f"verdict.apart_{key}", count=out_of_100(share, text))


def _shift_is_nearer(found: Verdict, text: Words) -> bool:
    """Whether less weight moves in the smallest shift that is said than in the nearest flip of one theme."""
    if found.reason not in ("weights", "either") or found.holds_for_shift or found.finest_shift is None:
        return False
    return found.comparison.known and found.finest_shift.moved < nearest_flip(found.comparison, text).moved


def _shift(found: Verdict, text: Words) -> Markup:
    """The smallest shift, said only where it shakes the verdict: then there is one, and the first leads."""
    shift, case = found.finest_shift, found.comparison.case
    assert shift is not None
    assert shift.given_to is not None, "an alternative level with the first leaves the verdict undecided"
    seldom = count_of_100(found.weights_share) >= FIRM_COUNT and not _shift_is_nearer(found, text)
    return text.html(
        "verdict.shift_still" if seldom else "verdict.shift",
        moved=percent(shift.moved, text.language, 0 if shift.moved >= 0.02 else 1),
        given=inline(text.of(case.summed[shift.given_to].short)),
        rival=_label(found, shift.rival, text),
    )


def _largest_doubt(found: Verdict, doubt: InformationGain, text: Words) -> Markup:
    """What to find out first, and what that gains; or that knowing one thing changes no choice."""
    if doubt.points < SEEN:
        return text.html("verdict.find_out_none")
    case, points = found.comparison.case, number(doubt.points, text.language, 1)
    if doubt.quantity.cause is not None or len(doubt.quantity.named) > 1:
        return text.html("verdict.find_out_more", what=quantity_label(case, doubt.quantity, text), points=points)
    ((row, column),) = doubt.quantity.named
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
