"""Whether the totals come out as somebody else worked them out: the file `expected.csv` beside ours."""

from collections.abc import Iterator
from math import isnan

from cases.definition.model import Case
from cases.workbook.cell_places import CellProblem
from files.places import CellPlace, Place
from mcda.inputs import TIE
from mcda.value import total_scores
from texts import Told
from texts.message import Message, message
from weighing.arrays import arrays, profile_weights
from weighing.soundness.finding import Decimal, Finding


def expected_total(case: Case) -> Iterator[Finding]:
    """Totals that differ from the expected ones, in the digits in which those are written."""
    if not case.expected:
        return
    rows = {item.id: row for row, item in enumerate(case.alternatives)}
    scores = arrays(case, "main").scores
    totals = {profile.id: total_scores(scores, profile_weights(case, profile)) for profile in case.profiles}
    for (profile, alternative), expected in case.expected.items():
        total = float(totals[profile][rows[alternative]])
        if _alike(total, expected.total, expected.decimals):
            continue
        said = message(
            "soundness.expected_total",
            alternative=case.alternative(alternative).label,
            profile=case.profile(profile).label,
            expected=_said(expected.total, expected.decimals),
            total=_said(None if isnan(total) else total, max(expected.decimals, 1)),
        )
        yield Finding("expected_total", "warning", _placed(expected.place, said), (f"alternatives.{alternative}",))


def _alike(total: float, expected: float | None, decimals: int) -> bool:
    if expected is None or isnan(total):
        return expected is None and isnan(total)
    return abs(total - expected) <= 0.5 * 0.1**decimals + TIE


def _placed(place: Place, said: Message) -> Message:
    if isinstance(place, CellPlace):
        return CellProblem(*place, said).placed
    return message("problem.in_line", file="expected.csv", line=place, said=said)


def _said(total: float | None, decimals: int) -> Told:
    return message("soundness.total_unknown") if total is None else Decimal(f"{total:.{decimals}f}")
