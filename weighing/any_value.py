"""What holds for every value that the unknown effects of a comparison can have."""

from dataclasses import replace

from weighing.comparison import Comparison


def at_worst(comparison: Comparison) -> Comparison | None:
    """The same with every effect that is not known as bad as it can be for the first, and as good for the others.

    What holds for the first here holds for every value that these effects can have. None where another contender may
    then be level or ahead, when there is none, and when the person does not know about a theme.
    """
    if comparison.unsure or not comparison.contenders:
        return None
    scores = comparison.arrays.at_worst_for(comparison.first)
    found = replace(comparison, arrays=replace(comparison.arrays, scores=scores, lowest=scores, highest=scores))
    others = [row for row in comparison.contenders if row != comparison.first]
    return None if found.near(others) or found.first != comparison.first else found
