"""Limits of a yardstick that lie exactly where one plan differs from the reference."""

from collections.abc import Iterator

from cases.definition.model import Case
from texts.message import message
from weighing.arrays import gain_by_yardstick
from weighing.soundness.finding import Finding

NEAR = 0.005
"""Part of a limit. A difference that is this near to it is the limit, but for rounding."""


def limit_at_a_plan(case: Case) -> Iterator[Finding]:
    """Criteria of which a limit equals the difference of one alternative: then that plan seems to have set it."""
    for criterion in case.criteria:
        for limit in dict.fromkeys((criterion.yardstick.some, criterion.yardstick.much)):
            for alternative in case.alternatives:
                gain = gain_by_yardstick(case, alternative.id, criterion.id)
                if gain is not None and abs(abs(gain) - limit) <= NEAR * limit:
                    found = message(
                        "soundness.limit_at_a_plan",
                        criterion=criterion.label,
                        limit=limit,
                        alternative=alternative.label,
                    )
                    yield Finding("limit_at_a_plan", "notice", found, (f"criteria.{criterion.id}",))
