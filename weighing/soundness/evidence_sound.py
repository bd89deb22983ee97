"""Whether the evidence is known, sound, and as good for one alternative as for another."""

from collections.abc import Callable, Iterator

from cases.definition.model import Alternative, Case, Performance
from files.fields import Text
from weighing.soundness.finding import Finding, Kind

APART = 0.25
"""A difference between two alternatives above this share of their figures is worth a finding."""
HALF = 0.5
"""From this share of illustrative figures on, it is a warning."""

ONE_PUBLISHER = Kind(
    "one_publisher",
    Text(nl="Alle cijfers komen van één uitgever", en="All figures come from one publisher"),
    Text(
        nl="Eén uitgever kan een belang hebben of zich vergissen. Dan is er niemand die dat opmerkt.",
        en="One publisher may have an interest or make a mistake. Then there is nobody to notice.",
    ),
    Text(
        nl="Zoek voor de cijfers die het meest tellen een tweede bron, liefst van iemand met een ander belang.",
        en="Find a second source for the figures that count most, preferably from somebody with another interest.",
    ),
)
UNEVEN_GRADES = Kind(
    "uneven_grades",
    Text(nl="Het bewijs is niet voor elk alternatief even goed", en="The evidence is not equally good for all"),
    Text(
        nl="Een alternatief met zwakkere cijfers kan beter of slechter lijken dan het is.",
        en="An alternative with weaker figures may look better or worse than it is.",
    ),
    Text(
        nl="Zoek betere cijfers voor het zwakste alternatief, of geef daar een breder bereik (low en high).",
        en="Find better figures for the weakest alternative, or give those a wider range (low and high).",
    ),
)
GRADE_D = Kind(
    "grade_d",
    Text(nl="Cijfers zijn illustratief", en="Figures are illustrative"),
    Text(
        nl="Een illustratief cijfer is een schatting van de makers. De uitkomst is dan ook niet meer dan dat.",
        en="An illustrative figure is an estimate by the makers. The result is then no more than that.",
    ),
    Text(
        nl="Vervang eerst de cijfers die de uitkomst kunnen veranderen; het scherm Hoe zeker noemt ze.",
        en="First replace the figures that can change the result; the screen How sure names them.",
    ),
)
UNKNOWN = Kind(
    "unknown",
    Text(nl="Een effect is niet bekend", en="An effect is not known"),
    Text(
        nl="Niet bekend is geen nul. Het totaal van dat alternatief blijft een bereik.",
        en="Not known is not zero. The total of that alternative stays a range.",
    ),
    Text(
        nl="Zoek het uit, of laat het leeg met de reden: dan ziet iedereen dat het ontbreekt.",
        en="Find out, or leave it empty with the reason: then everybody sees that it is missing.",
    ),
)


def one_publisher(case: Case) -> Iterator[Finding]:
    """All figures of the case, or of one alternative, rest on a single publisher."""
    by_alternative = {item.id: _publishers(case, item) for item in case.alternatives}
    everyone = set().union(*by_alternative.values())
    if len(everyone) == 1:
        (name,) = everyone
        count = len(_known(case))
        yield Finding(
            ONE_PUBLISHER,
            "warning",
            Text(
                en=f"All {count} known figures rest on sources of one publisher: {name}.",
                nl=f"Alle {count} bekende cijfers rusten op bronnen van één uitgever: {name}.",
            ),
            (),
        )
        return
    for item in case.alternatives:
        found = by_alternative[item.id]
        count = len(_known(case, item))
        if len(found) == 1 and count > 1:
            (name,) = found
            yield Finding(
                ONE_PUBLISHER,
                "warning",
                Text(
                    en=f"All {count} known figures of '{item.label.en}' come from one publisher: {name}. The figures "
                    f"of all alternatives together come from {len(everyone)}.",
                    nl=f"Alle {count} bekende cijfers van '{item.label.nl}' komen van één uitgever: {name}. De cijfers "
                    f"van alle alternatieven samen komen van {len(everyone)}.",
                ),
                (f"alternatives.{item.id}",),
            )


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
    yield from _uneven(
        case, case.alternatives, lambda cell: cell.grade == "D", ("illustrative (grade D)", "illustratief (graad D)")
    )
    yield from _uneven(
        case,
        plans,
        lambda cell: cell.grade in ("A", "B"),
        ("measured or from a study or register (grade A or B)", "gemeten of uit een studie of register (graad A of B)"),
    )


def _uneven(
    case: Case, alternatives: tuple[Alternative, ...], counts: Callable[[Performance], bool], words: tuple[str, str]
) -> Iterator[Finding]:
    shares = {}
    for item in alternatives:
        cells = _known(case, item)
        if cells:
            shares[item.id] = sum(map(counts, cells)) / len(cells)
    if not shares:
        return
    most, least = max(shares, key=lambda key: shares[key]), min(shares, key=lambda key: shares[key])
    if shares[most] - shares[least] <= APART:
        return
    high, low = (case.alternative(key).label for key in (most, least))
    parts = (f"{shares[most]:.0%}", f"{shares[least]:.0%}")
    yield Finding(
        UNEVEN_GRADES,
        "warning",
        Text(
            en=f"Of the figures of '{high.en}' {parts[0]} is {words[0]}, of those of '{low.en}' {parts[1]}.",
            nl=f"Van de cijfers van '{high.nl}' is {parts[0]} {words[1]}, van die van '{low.nl}' {parts[1]}.",
        ),
        (f"alternatives.{most}", f"alternatives.{least}"),
    )


def grade_d(case: Case) -> Iterator[Finding]:
    """The share of the known figures that is illustrative."""
    known = _known(case)
    weakest = sum(cell.grade == "D" for cell in known)
    if not weakest:
        return
    share = f"{weakest / len(known):.0%}"
    yield Finding(
        GRADE_D,
        "warning" if weakest / len(known) >= HALF else "notice",
        Text(
            en=f"{weakest} of the {len(known)} known figures ({share}) are illustrative (grade D).",
            nl=f"{weakest} van de {len(known)} bekende cijfers ({share}) zijn illustratief (graad D).",
        ),
        (),
    )


def unknown(case: Case) -> Iterator[Finding]:
    """Every effect that is not known, with the reason that the case gives."""
    for alternative in case.alternatives:
        for criterion in case.criteria:
            cell = case.performances[alternative.id, criterion.id]
            if cell.value is not None:
                continue
            why = cell.note or Text(nl="-", en="-")
            found = Text(
                en=f"'{criterion.label.en}' of '{alternative.label.en}' is not known. {why.en}",
                nl=f"'{criterion.label.nl}' van '{alternative.label.nl}' is niet bekend. {why.nl}",
            )
            yield Finding(UNKNOWN, "notice", found, (f"performances.{alternative.id}.{criterion.id}",))


def _known(case: Case, alternative: Alternative | None = None) -> list[Performance]:
    return [
        cell
        for (key, _), cell in case.performances.items()
        if cell.value is not None and (alternative is None or key == alternative.id)
    ]
