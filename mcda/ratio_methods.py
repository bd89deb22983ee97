"""MARCOS and EDAS: methods that take ratios, so performances must have a true zero and may not be below it."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats
from mcda.problem import DecisionProblem, NoAnswerError, as_problem
from mcda.pymcdm_parts import pymcdm


def marcos_utility(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> Floats:
    """MARCOS: utility of each alternative between the best and the worst performances found.

    A performance counts as its ratio to the best of the alternatives (linear normalisation: x / best where more is
    better, best / x where less is). S adds the weighted ratios, and b is the same sum for the worst performances found;
    for the best ones it is 1. The utility function of the method then comes down to S (1 + b) / (1 + b + b^2), so it
    ranks as S does.

    Args:
        performances: as for ``topsis_closeness``, on scales with a true zero. A performance may be 0 only where more is
            better.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.

    Returns:
        Shape (alternative,), above 0 unless every ratio is 0, higher is better.

    Raises:
        ValueError: as for ``topsis_closeness``.
        NoAnswerError: as for ``topsis_closeness``, or a performance with weight is negative, or is 0 where less is
            better, or all are 0 on a criterion.

    Reference:
        Stevic, Pamucar, Puska and Chatterjee (2020), Sustainable supplier selection in healthcare industries using a
        new MCDM method: MARCOS, Computers & Industrial Engineering 140, 106231.
    """
    problem = as_problem("MARCOS", performances, weights, better_is_higher)
    _refuse_negative("MARCOS", problem)
    columns, higher = problem.performances, problem.higher
    lowest, highest = columns.min(axis=0), columns.max(axis=0)
    if (np.where(higher, highest, lowest) == 0).any():
        raise NoAnswerError(
            "zero",
            "MARCOS divides by performances: a 0 where less is better, or only 0 where more is, has no ratio",
        )
    ratios = np.where(higher, columns, lowest) / np.where(higher, highest, columns)
    totals = (problem.weights * ratios).sum(axis=1)
    worst = (problem.weights * (lowest / highest)).sum()
    utility: Floats = totals * (1 + worst) / (1 + worst + worst**2)
    return utility


def edas_appraisal(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> Floats:
    """EDAS: how far each alternative is above and below the average of all.

    Distances to the average are divided by that average; gains and losses are weighted and added up apart, each is
    divided by the largest of all alternatives, and the appraisal is their mean. A criterion on which all are equal, or
    without weight, cannot distinguish and is left out.

    Args:
        performances: as for ``topsis_closeness``, on scales with a true zero: 0 or more.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.

    Returns:
        Shape (alternative,), from 0 to 1, higher is better.

    Raises:
        ValueError: as for ``topsis_closeness``.
        NoAnswerError: as for ``topsis_closeness``, or a performance with weight is negative.

    Reference:
        Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis (2015), Multi-criteria inventory classification using a new
        method of evaluation based on distance from average solution (EDAS), Informatica 26(3), 435-451. Calculated by
        pymcdm.
    """
    problem = as_problem("EDAS", performances, weights, better_is_higher)
    _refuse_negative("EDAS", problem)
    problem = problem.distinguishing()
    method = pymcdm("methods").EDAS()
    appraisal: Floats = method(problem.performances, problem.weights, problem.directions, validation=False)
    return appraisal


def _refuse_negative(method: str, problem: DecisionProblem) -> None:
    if (problem.performances < 0).any():
        raise NoAnswerError(
            "negative",
            f"{method} takes ratios, which mean nothing below 0; a performance is {problem.performances.min():g}",
        )
