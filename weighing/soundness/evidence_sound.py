"""Whether the evidence is known, sound, and as good for one alternative as for another."""

from collections.abc import Iterator

from cases.definition.model import Alternative, Case, Performance
from files.fields import Grade
from texts.message import Message, message
from weighing.soundness.finding import Finding

APART = 0.25
"""A difference between two alternatives above this share of their figures is worth a finding."""
HALF = 0.5
"""From this share of illustrative figures on, it is a warning."""


def one_publisher(case: Case) -> Iterator[Finding]:
    """All figures of the case, or of one alternative, rest on a single publisher."""
    by_alternative = {item.id: _publishers(case, item) for item in case.alternatives}
    everyone = set().union(*by_alternative.values())
    if len(everyone) == 1:
        (name,) = everyone
        found = message("soundness.one_publisher", figures=len(_known(case)), publisher=name)
        yield Finding("one_publisher", "warning", found)
        return
    for item in case.alternatives:
        count = len(_known(case, item))
        if len(by_alternative[item.id]) == 1 and count > 1:
            (name,) = by_alternative[item.id]
            found = message(
                "soundness.one_publisher_of",
                figures=count,
                alternative=item.label,
                publisher=name,
                publishers=len(everyone),
            )
            yield Finding("one_publisher", "warning", found, (f"alternatives.{item.id}",))


def _publishers(case: Case, alternative: Alternative) -> set[str]:
    """Names as written, told apart without capitals; a source without a publisher stands for itself."""
    names: dict[str, str] = {}
    for cell in _known(case, alternative):
        for key in cell.sources:
            name = case.sources[key].publisher or key
            names.setdefault(name.casefold(), name)
    # One spelling for the whole case, so that the names of two alternatives can be compared.
    spelling = {source.publisher.casefold(): source.publisher for source in reversed(case.sources.values())}
    return {spelling.get(folded, name) for folded, name in names.items()}


def uneven_grades(case: Case) -> Iterator[Finding]:
    """One alternative has far more weak figures, or far fewer sound ones, than another.

    The reference is left out of the second comparison: what is there today can always be measured best.
    """
    plans = tuple(item for item in case.alternatives if item.id != case.reference)
    yield from _uneven(case, case.alternatives, ("D",), message("soundness.illustrative"))
    yield from _uneven(case, plans, ("A", "B"), message("soundness.measured"))


def _uneven(
    case: Case, alternatives: tuple[Alternative, ...], grades: tuple[Grade, ...], named: Message
) -> Iterator[Finding]:
    shares = {}
    for item in alternatives:
        cells = _known(case, item)
        if cells:
            shares[item.id] = sum(cell.grade in grades for cell in cells) / len(cells)
    if not shares:
        return
    most, least = max(shares, key=lambda key: shares[key]), min(shares, key=lambda key: shares[key])
    if shares[most] - shares[least] > APART:
        found = message(
            "soundness.uneven_grades",
            most=case.alternative(most).label,
            more=f"{shares[most]:.0%}",
            grade=named,
            least=case.alternative(least).label,
            fewer=f"{shares[least]:.0%}",
        )
        yield Finding("uneven_grades", "warning", found, (f"alternatives.{most}", f"alternatives.{least}"))


def grade_d(case: Case) -> Iterator[Finding]:
    """The share of the known figures that is illustrative."""
    known = _known(case)
    weakest = sum(cell.grade == "D" for cell in known)
    if weakest:
        share = weakest / len(known)
        found = message("soundness.grade_d", count=weakest, figures=len(known), share=f"{share:.0%}")
        yield Finding("grade_d", "warning" if share >= HALF else "notice", found)


def unknown(case: Case) -> Iterator[Finding]:
    """Every effect that is not known, with the reason that the case gives."""
    for alternative in case.alternatives:
        for criterion in case.criteria:
            cell = case.performances[alternative.id, criterion.id]
            if cell.value is not None:
                continue
            found = message(
                "soundness.unknown", criterion=criterion.label, alternative=alternative.label, why=cell.note or "-"
            )
            yield Finding("unknown", "notice", found, (f"performances.{alternative.id}.{criterion.id}",))


def _known(case: Case, alternative: Alternative | None = None) -> list[Performance]:
    return [
        cell
        for (key, _), cell in case.performances.items()
        if cell.value is not None and (alternative is None or key == alternative.id)
    ]
