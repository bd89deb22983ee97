"""What varied in the draws behind a count, in words: themes, and what lies within them (record 0013)."""

from texts import Words
from texts.numbers import number
from weighing.comparison import Comparison
from weighing.joint_draws import TOLERANCE


def varied_weights(comparison: Comparison, text: Words) -> str:
    """Which weights varied, and how far, as a part of a sentence; for a case of more than one criterion.

    Of one theme the points change nothing; where nobody gave points within a theme, every division counts.
    """
    case, given = comparison.case, comparison.weighing.criterion_points
    inside = [case.summed_in(theme.id) for theme in case.themes]
    stated = [item.id in given for items in inside if len(items) > 1 for item in items]
    within = "none" if not stated else "all" if all(stated) else "some" if any(stated) else "open"
    tree = "criteria" if comparison.one_theme else "themes"
    return text(f"verdict.varied_{tree}_{within}", tolerance=number(TOLERANCE, text.language))
