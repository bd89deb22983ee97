"""Effects whose doubt matters most for what comes first, in rows: what they make of the lead at either end."""

from dataclasses import dataclass

from mcda.doubt import MarginDoubt
from texts import Words
from texts.numbers import number, percent
from weighing.verdict import Verdict

MOST_DOUBTS = 10
"""More than this is a list, not an answer to what is worth finding out."""


@dataclass(frozen=True)
class DoubtRow:
    """One effect of one alternative."""

    label: str
    low: str
    """The lead at the lowest score, with its sign; in `high` at the highest."""
    high: str
    share: str
    flips: str
    """Whether this effect by itself can turn the order."""


def doubt_rows(found: Verdict, text: Words) -> tuple[DoubtRow, ...]:
    """The largest doubt on top, at most `MOST_DOUBTS`."""
    return tuple(_row(found, doubt, text) for doubt in found.doubts[:MOST_DOUBTS])


def _row(found: Verdict, doubt: MarginDoubt, text: Words) -> DoubtRow:
    case = found.comparison.case
    criterion, alternative = case.summed[doubt.criterion], case.alternatives[doubt.alternative]
    low, high = (number(value, text.language, 1, signed=True) for value in (doubt.at_low, doubt.at_high))
    return DoubtRow(
        text("sure.doubts_of", criterion=text.of(criterion.short), code=alternative.code),
        low,
        high,
        percent(doubt.variance_share, text.language),
        text("sure.doubts_yes" if doubt.flips else "sure.doubts_no"),
    )
