"""A new version of a case under weights that were already given: which steps are not the same any more.

A person weighs the step from the worst to the best end of a range. When a new version changes that step, what the
person said no longer says it; the weights stay, marked, until the person confirms them.
"""

from dataclasses import replace
from typing import Any

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from weighing.links import Ignored, from_link, to_link
from weighing.weighing import Weighing


def moved(old: Case, new: Case) -> tuple[str, ...]:
    """Ids of criteria in the sum whose step is another one than before, or was not there; in the order of the case."""
    steps = {criterion.id: _step(criterion) for criterion in old.summed}
    return tuple(criterion.id for criterion in new.summed if steps.get(criterion.id) != _step(criterion))


def carried(weighing: Weighing, old: Case, new: Case) -> tuple[Weighing, tuple[Ignored, ...]]:
    """What a person said on one version of a case, on another version of it.

    Returns:
        The weighing with the criteria that moved marked in it; and the points that were left out, because what they
        were given for is no longer there.
    """
    if not weighing.started:
        return weighing, ()
    kept, ignored = from_link(new, to_link(old, weighing))
    return marked(kept, old, new), ignored


def marked(weighing: Weighing, old: Case, new: Case) -> Weighing:
    """The same points, with the criteria whose step moved between the versions marked as not yet confirmed."""
    if not weighing.started:
        return weighing
    found = {*weighing.moved, *moved(old, new)}
    return replace(weighing, moved=tuple(criterion.id for criterion in new.summed if criterion.id in found))


def _step(criterion: Criterion) -> tuple[Any, ...]:
    """All that says how large the step from the worst to the best end is."""
    shape = criterion.value_function
    ends = [(part.worst, part.best) for part in (criterion.range, criterion.second_range) if part is not None]
    levels = tuple((level.id, level.score) for level in shape.levels)
    return criterion.unit, criterion.better, tuple(ends), levels, shape.target
