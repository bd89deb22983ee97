"""How far an alternative stays behind the best one in a future, without saying how likely any future is.

Reference:
    Savage (1951), The theory of statistical decision, Journal of the American Statistical Association 46, 55-67.
"""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_numbers


def regret_ranges(low: npt.ArrayLike, high: npt.ArrayLike) -> Floats:
    """The least and the most that each alternative stays behind the best of the others; 0 for the best itself.

    Args:
        low: shape (future, alternative), the lowest total of each, all known; at least two alternatives.
        high: the same shape, the highest total. Each total can be anywhere in its range, whatever the others are.

    Returns:
        Shape (future, alternative, 2), never below 0. The two are equal where every total is known.

    Raises:
        ValueError: another shape, a total is not known or infinite, or a lowest one is above its highest.
    """
    least, most = as_numbers(low, "lowest totals"), as_numbers(high, "highest totals")
    if least.ndim != 2 or least.shape != most.shape or not least.size or least.shape[1] < 2:
        raise ValueError(f"totals must have one shape (future, alternative), not {least.shape} and {most.shape}")
    if not (np.isfinite(least).all() and np.isfinite(most).all()) or (least > most).any():
        raise ValueError("every total must be known and finite, and the lowest not above the highest")
    behind = np.stack([_best_other(least) - most, _best_other(most) - least], axis=-1)
    return np.maximum(behind, 0.0)


def _best_other(totals: Floats) -> Floats:
    """Shape (future, alternative): the highest total among the others."""
    alone = np.where(np.eye(totals.shape[1], dtype=bool), -np.inf, totals[:, np.newaxis, :])
    best: Floats = alone.max(axis=2)
    return best
