"""Is this case fair and sound? ``findings`` lists what a reader should know before trusting its totals.

Nothing here stops a case from opening. One module per idea: what counts twice (``doubles``), whether the evidence
leans to one side (``evidence_sound``), ranges and units (``range_checks``, ``mixed_units``, ``other_scale``), whether
the list of criteria is in balance (``balance``), whether every alternative is treated alike (``alternatives_alike``),
who leads where (``favours``), whether futures touch all alike (``futures_sound``), whether names can be told apart
(``names_alike``), whether sources can be found again (``sources_sound``), and whether the totals are those that
somebody else worked out (``expected_totals``).
"""

from functools import lru_cache

from cases.definition.draft_state import lacking
from cases.definition.model import Case
from weighing.soundness.alternatives_alike import no_weak_point, reference_unclear, uneven_text
from weighing.soundness.balance import one_sided_list, topic_other_time, topics_without_criterion, uneven_themes
from weighing.soundness.doubles import euro_overlaps, overlaps, same_figures
from weighing.soundness.evidence_sound import grade_d, one_publisher, uneven_grades, unknown
from weighing.soundness.expected_totals import expected_total
from weighing.soundness.finding import Finding
from weighing.soundness.futures_sound import future_not_all, future_not_in_sum, future_outside_range
from weighing.soundness.limits_alike import limit_at_a_plan
from weighing.soundness.mixed_units import mixed_units
from weighing.soundness.names_alike import names_alike
from weighing.soundness.other_scale import other_scale
from weighing.soundness.range_checks import all_equal, little_of_range, outside_range
from weighing.soundness.sources_sound import cut_addresses, excerpt_above_c, undated_sources

_CHECKS = (
    expected_total, reference_unclear, no_weak_point, uneven_text, one_sided_list, uneven_themes, overlaps,
    same_figures, euro_overlaps, one_publisher, uneven_grades, grade_d, unknown, all_equal, little_of_range,
    outside_range, limit_at_a_plan, future_not_all, future_not_in_sum, future_outside_range, mixed_units,
    topics_without_criterion,
    topic_other_time, names_alike, other_scale, excerpt_above_c, undated_sources, cut_addresses,
)  # fmt: skip


@lru_cache(maxsize=64)
def findings(case: Case) -> tuple[Finding, ...]:
    """All findings: warnings first, then kind by kind, in the order of the case; none without alternatives."""
    if {"alternatives", "criteria"} & set(lacking(case)):
        return ()
    found = [finding for check in _CHECKS for finding in check(case)]
    return tuple(sorted(found, key=lambda finding: finding.severity != "warning"))
