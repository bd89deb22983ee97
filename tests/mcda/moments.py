"""Mean and variance of doubtful scores by formula, to hold draws against."""

import numpy as np


def mean(ranges):
    """Expected score of each cell, shape (alternative, criterion)."""
    low, central, high = ranges.low, ranges.central, ranges.high
    means = np.where(_flat(ranges), (low + high) / 2, (low + central + high) / 3)
    for cell in ranges.curved:
        means[cell.alternative, cell.criterion], _ = _moments(cell)
    return means


def variance(ranges):
    """Variance of each cell in score points squared, shape (alternative, criterion)."""
    low, peak, high = ranges.low, ranges.central, ranges.high
    triangular = ((high - low) ** 2 - (peak - low) * (high - peak)) / 18
    variances = np.where(_flat(ranges), (high - low) ** 2 / 12, triangular)
    for cell in ranges.curved:
        _, variances[cell.alternative, cell.criterion] = _moments(cell)
    return variances


def _flat(ranges):
    return np.isnan(ranges.central) | (ranges.shape == "uniform")


def _moments(cell):
    """Exact: between bends density and score are straight lines, for which two Gauss-Legendre points are enough."""
    ends = {end for piece in cell.function.pieces for end in (piece.left, piece.right) if cell.low < end < cell.high}
    edges = np.unique([cell.low, *ends, *([] if cell.flat else [cell.central]), cell.high])
    half = np.diff(edges)[:, np.newaxis] / 2
    nodes = (edges[:-1] + edges[1:])[:, np.newaxis] / 2 + half * np.array([-1, 1]) / np.sqrt(3)
    share = half * _density(cell, nodes)
    scores = cell.function.scores(np.rint(nodes) if cell.function.whole else nodes)
    middle = float((share * scores).sum())
    return middle, float((share * (scores - middle) ** 2).sum())


def _density(cell, performances):
    width = cell.high - cell.low
    if cell.flat:
        return np.full(performances.shape, 1 / width)
    # a peak at an end has no line on that side
    corners = {cell.low: 0.0, cell.high: 0.0} | {cell.central: 2 / width}
    places = sorted(corners)
    return np.interp(performances, places, [corners[place] for place in places])
