"""Which topics of the Dutch Monitor of Well-being a case can weigh at all, and how much weight reaches each.

Nobody can give weight to a topic without a criterion in the sum, so a weighing is silent about it. That is shown, and
never spread over the other topics without saying so.
"""

from dataclasses import dataclass
from typing import get_args

from cases.definition.criterion import MonitorTopic
from cases.definition.model import Case
from mcda.inputs import Floats

TOPICS: tuple[MonitorTopic, ...] = get_args(MonitorTopic)


@dataclass(frozen=True)
class Covered:
    """One topic of the monitor."""

    topic: MonitorTopic
    criteria: tuple[str, ...]
    """In the sum."""
    left_out: tuple[str, ...]
    """In the table, not in the sum."""
    weight: float
    """Share of all weight that reaches it, 0 to 1."""

    @property
    def silent(self) -> bool:
        """True when no weighing can say anything about it."""
        return not self.criteria


def says_topics(case: Case) -> bool:
    """True when the case names the topic of any criterion. Otherwise nobody can say which topics are missing."""
    return any(criterion.monitor_topic is not None for criterion in case.criteria)


def without_topic(case: Case) -> tuple[str, ...]:
    """The criteria of which the case names no topic; they may be about any."""
    return tuple(criterion.id for criterion in case.criteria if criterion.monitor_topic is None)


def coverage(case: Case, weights: Floats) -> tuple[Covered, ...]:
    """Every topic of the monitor, in its order.

    Args:
        case: the case.
        weights: shape (summed criterion,), in the order of ``case.summed``.
    """
    share = dict(zip((criterion.id for criterion in case.summed), weights.tolist(), strict=True))
    found = []
    for topic in TOPICS:
        about = [criterion for criterion in case.criteria if criterion.monitor_topic == topic]
        summed = tuple(criterion.id for criterion in about if criterion.in_sum)
        left_out = tuple(criterion.id for criterion in about if not criterion.in_sum)
        found.append(Covered(topic, summed, left_out, sum(share[key] for key in summed)))
    return tuple(found)


def silent_share(case: Case) -> float:
    """The part of the weight on topics without a criterion in the sum, if every topic counted the same; 0 to 1.

    Only for a case that ``says_topics``.
    """
    covered = {criterion.monitor_topic for criterion in case.summed}
    return sum(topic not in covered for topic in TOPICS) / len(TOPICS)


def silent_share_of(case: Case, profile: str) -> float | None:
    """The part of what a profile finds important that falls on topics without a criterion in the sum; 0 to 1.

    None when the case does not say what the profile gives to each topic, or which criterion is about which.
    """
    given = {topic: weight for (owner, topic), weight in case.topic_weights.items() if owner == profile}
    covered = {criterion.monitor_topic for criterion in case.summed}
    if not given or not says_topics(case):
        return None
    return sum(weight for topic, weight in given.items() if topic not in covered) / sum(given.values())
