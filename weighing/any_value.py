"""What holds for every value that the unknown effects of a comparison can have."""

from dataclasses import replace

from mcda.tipping import Segment, certain_segments
from weighing.comparison import Comparison
from weighing.open_box import within_themes
from weighing.theme_lines import can_move, line_scores


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


def certain_parts(comparison: Comparison) -> tuple[tuple[Segment, ...], ...]:
    """Per theme: what certainly has the highest total as its weight goes from nothing to everything, where that holds
    for every value that the unknown effects can have; in the gaps nobody can say. Empty for a theme that cannot move.

    Open themes have no weight here. Among the alternatives that may come first.
    """
    table, rows = comparison.arrays, list(comparison.rivals)
    themes = [table.theme_of == place for place in range(len(comparison.case.themes))]
    within = within_themes(comparison.case, comparison.weighing)
    low, high = (line_scores(ends, comparison.weights, within, themes)[rows] for ends in (table.lowest, table.highest))
    return tuple(
        tuple(
            replace(segment, winner=rows[segment.winner])
            for segment in certain_segments(low, high, comparison.weights, group)
        )
        if can_move(group)
        else ()
        for group in themes
    )
