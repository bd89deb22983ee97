"""What counts twice: criteria that measure the same thing, and effects that are in euros twice."""

from collections.abc import Iterator
from itertools import combinations

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from files.fields import Text
from weighing.euros.double_count import overlapping_euros
from weighing.soundness.finding import Finding, Kind

OVERLAP = Kind(
    "overlap",
    Text(nl="Twee thema's tellen voor een deel hetzelfde", en="Two themes partly count the same thing"),
    Text(
        nl="Wat in twee thema's meetelt, weegt dubbel. Wie op dat punt goed is, krijgt een voorsprong die niemand gaf.",
        en="What counts in two themes weighs double. Whoever does well on it gets a lead that nobody gave.",
    ),
    Text(
        nl="Laat één van de twee buiten de som (in_sum: nee, met een reden), of zet ze in hetzelfde thema.",
        en="Leave one of the two out of the sum (in_sum: no, with a reason), or put them in the same theme.",
    ),
)
SAME_FIGURES = Kind(
    "same_figures",
    Text(nl="Twee criteria hebben dezelfde cijfers", en="Two criteria have the same figures"),
    Text(
        nl="Zijn de cijfers voor elk alternatief gelijk, dan meten ze misschien hetzelfde. Dan telt het dubbel.",
        en="When the figures are equal for every alternative, they may measure the same. Then it counts double.",
    ),
    Text(
        nl="Kijk of ze echt over iets anders gaan. Zo niet: haal er één weg, of schrijf bij overlaps dat ze "
        "overlappen.",
        en="Check that they really are about different things. If not: remove one, or write under overlaps that they "
        "overlap.",
    ),
)
EURO_OVERLAP = Kind(
    "euro_overlap",
    Text(nl="Hetzelfde staat twee keer in euro's", en="The same is in euros twice"),
    Text(
        nl="Dan staat dezelfde schade of winst twee keer in het totaal in euro's.",
        en="Then the same damage or gain is in the total of euros twice.",
    ),
    Text(
        nl="Geef één van de twee geen bedrag, en schrijf daar waarom.",
        en="Give one of the two no amount, and write there why.",
    ),
)


def overlaps(case: Case) -> Iterator[Finding]:
    """Overlaps that the case itself names, between criteria in the sum of two themes; a pair once."""
    summed = {criterion.id: criterion for criterion in case.summed}
    seen: set[frozenset[str]] = set()
    for criterion in case.summed:
        for overlap in criterion.overlaps:
            for other_id in overlap.criteria:
                other = summed.get(other_id)
                pair = frozenset((criterion.id, other_id))
                if other is None or other.theme == criterion.theme or pair in seen:
                    continue
                seen.add(pair)
                found = Text(
                    en=f"'{criterion.label.en}' and '{other.label.en}' partly measure the same and count in two "
                    f"themes. {overlap.why.en}",
                    nl=f"'{criterion.label.nl}' en '{other.label.nl}' meten voor een deel hetzelfde en tellen in twee "
                    f"thema's mee. {overlap.why.nl}",
                )
                yield Finding(OVERLAP, "warning", found, (f"criteria.{criterion.id}", f"criteria.{other.id}"))


def same_figures(case: Case) -> Iterator[Finding]:
    """Criteria in the sum with one unit and one row of figures, of which the case does not say that they overlap."""
    for first, second in combinations(case.summed, 2):
        if first.unit != second.unit or _names(first, second) or _names(second, first):
            continue
        figures = [_figures(case, first), _figures(case, second)]
        if figures[0] != figures[1] or None in figures[0] or len(set(figures[0])) == 1:
            continue
        found = Text(
            en=f"'{first.label.en}' and '{second.label.en}' have the same figure for each of the "
            f"{len(case.alternatives)} alternatives.",
            nl=f"'{first.label.nl}' en '{second.label.nl}' hebben voor elk van de {len(case.alternatives)} "
            "alternatieven hetzelfde cijfer.",
        )
        yield Finding(SAME_FIGURES, "warning", found, (f"criteria.{first.id}", f"criteria.{second.id}"))


def _names(one: Criterion, other: Criterion) -> bool:
    return any(other.id in overlap.criteria for overlap in one.overlaps)


def _figures(case: Case, criterion: Criterion) -> list[float | None]:
    return [case.performances[alternative.id, criterion.id].value for alternative in case.alternatives]


def euro_overlaps(case: Case) -> Iterator[Finding]:
    """Effects with an amount of which the case says that they overlap."""
    for first_id, second_id, why in overlapping_euros(case):
        first, second = case.criterion(first_id).label, case.criterion(second_id).label
        found = Text(
            en=f"'{first.en}' and '{second.en}' partly measure the same and both have an amount in euros. {why.en}",
            nl=f"'{first.nl}' en '{second.nl}' meten voor een deel hetzelfde en hebben allebei een bedrag in euro's. "
            f"{why.nl}",
        )
        yield Finding(EURO_OVERLAP, "warning", found, (f"criteria.{first_id}", f"criteria.{second_id}"))
