"""Futures that touch some alternatives only, change nothing that counts, or lead outside a range."""

from collections.abc import Iterator

from cases.definition.model import Case
from texts.message import Joined, message
from weighing.futures import in_future, touched
from weighing.soundness.finding import Finding
from weighing.soundness.range_checks import outside_main_range


def future_not_all(case: Case) -> Iterator[Finding]:
    """Futures that change effects of some alternatives only, and do not say why not of the others."""
    for future in case.futures:
        named = touched(case, future.id)
        left = [item for item in case.alternatives if item.id not in named]
        if left and future.why_not_all is None:
            others = Joined(tuple(item.label for item in left))
            found = message("soundness.future_not_all", future=future.label, others=others)
            yield Finding("future_not_all", "warning", found, (f"futures.{future.id}",))


def future_not_in_sum(case: Case) -> Iterator[Finding]:
    """Futures that change only effects outside the sum: every total stays as it is."""
    summed = {criterion.id for criterion in case.summed}
    for future in case.futures:
        if not any(key[0] == future.id and key[2] in summed for key in case.future_effects):
            found = message("soundness.future_not_in_sum", future=future.label)
            yield Finding("future_not_in_sum", "warning", found, (f"futures.{future.id}",))


def future_outside_range(case: Case) -> Iterator[Finding]:
    """Effects in a future that lie outside the main range, where the effect of today does not do so in the same way.

    The second range is about the central values of today, so it says nothing here.
    """
    today = {(finding.found, finding.severity) for finding in outside_main_range(case)}
    for future in case.futures:
        for finding in outside_main_range(in_future(case, future.id)):
            if (finding.found, finding.severity) not in today:
                found = message("soundness.future_outside_range", future=future.label, found=finding.found)
                yield Finding(
                    "future_outside_range", finding.severity, found, (f"futures.{future.id}", *finding.places)
                )
