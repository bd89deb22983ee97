"""What counts as the weight of one theme goes from nothing to everything, the others keeping their proportions."""

from collections.abc import Sequence

import numpy as np

from mcda.inputs import Bools, Floats


def line_scores(scores: Floats, weights: Floats, within: Floats, themes: Sequence[Bools]) -> Floats:
    """The scores, with in a theme without weight the score within the theme in each of its criteria.

    ``mcda.tipping`` counts those criteria the same; so they count as they will once the theme has weight.

    Args:
        scores: shape (alternative, criterion); NaN is not known.
        weights: shape (criterion,).
        within: shape (criterion,), the share of each within its theme.
        themes: of each theme which criteria it holds, shape (criterion,).
    """
    found = scores.copy()
    for group in themes:
        if not weights[group].any():
            inside = np.where(within[group] == 0, 0.0, scores[:, group] * within[group])
            found[:, group] = inside.sum(axis=1, keepdims=True)
    return found


def can_move(group: Bools) -> bool:
    """False for a theme that holds all criteria in the sum, or none: its weight cannot go anywhere."""
    return bool(group.any() and not group.all())


def unknown_along(group: Bools, scores: Floats, weights: Floats) -> bool:
    """True when an effect that is not known starts to count as the weight of the theme goes from nothing to everything.

    What carries no weight now, inside the theme or outside it, would. ``scores`` are ``line_scores``.
    """
    unknown: Bools = np.any(np.isnan(scores), axis=0)
    return any(bool(unknown[part].any()) for part in (group, ~group) if not weights[part].any())
