"""Ranges that make a criterion say nothing, and effects that lie outside them."""

from collections.abc import Iterator

import numpy as np

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from files.fields import Text
from mcda.inputs import TIE
from weighing.arrays import RangeChoice, arrays, value_function
from weighing.soundness.finding import Finding, Kind, in_dutch

LITTLE = 1.0
"""Points of score. Alternatives that differ by less fill less than 1% of the scale."""

ALL_EQUAL = Kind(
    "all_equal",
    Text(nl="Een criterium is voor alle alternatieven gelijk", en="A criterion is the same for all alternatives"),
    Text(
        nl="Het helpt niet bij het kiezen, en het gewicht dat mensen eraan geven doet niets.",
        en="It cannot help to choose, and the weight that people give to it does nothing.",
    ),
    Text(
        nl="Kijk of het cijfer overal klopt. Klopt het, zet het criterium dan buiten de som en noem het in de tekst.",
        en="Check the figures. If they are right, leave the criterion out of the sum and mention it in the text.",
    ),
)
LITTLE_OF_RANGE = Kind(
    "little_of_range",
    Text(nl="Het bereik is veel te ruim", en="The range is far too wide"),
    Text(
        nl="Alle alternatieven krijgen bijna dezelfde score. Het criterium telt dan niet mee, ook niet als mensen het "
        "zwaar wegen.",
        en="All alternatives get nearly the same score. The criterion then counts for nothing, however heavily people "
        "weigh it.",
    ),
    Text(
        nl="Kies een bereik (worst en best) dat past bij de cijfers, of kijk of een cijfer in de verkeerde eenheid "
        "staat.",
        en="Choose a range (worst and best) that fits the figures, or check whether a figure is in the wrong unit.",
    ),
)
OUTSIDE_RANGE = Kind(
    "outside_range",
    Text(nl="Een effect ligt buiten het bereik", en="An effect lies outside the range"),
    Text(
        nl="De score wordt daar afgekapt op 0 of 100. Wat verder gaat dan het bereik, telt niet mee.",
        en="The score is cut at 0 or 100 there. Whatever goes beyond the range does not count.",
    ),
    Text(
        nl="Maak het bereik (worst en best) ruimer, of verbeter het cijfer.",
        en="Make the range (worst and best) wider, or correct the figure.",
    ),
)


def all_equal(case: Case) -> Iterator[Finding]:
    """Criteria on which every alternative has the same known effect."""
    for criterion in case.criteria:
        values = _values(case, criterion)
        if len(set(values)) == 1 and None not in values:
            found = Text(
                en=f"'{criterion.label.en}' is the same for all {len(values)} alternatives.",
                nl=f"'{criterion.label.nl}' is voor alle {len(values)} alternatieven gelijk.",
            )
            yield Finding(ALL_EQUAL, "warning", found, (f"criteria.{criterion.id}",))


def little_of_range(case: Case) -> Iterator[Finding]:
    """Criteria on which the effects differ, but their scores by less than 1% of the scale.

    Where an effect is not known nobody can say, and nothing is found.
    """
    for criterion in case.criteria:
        values = _values(case, criterion)
        if None in values or len(set(values)) == 1:
            continue
        scores = value_function(criterion).scores(np.array(values, dtype=float))
        width = float(scores.max() - scores.min())
        if width < LITTLE - TIE:
            share = f"{width:.2g}"
            found = Text(
                en=f"The effects on '{criterion.label.en}' fill {share}% of the scale from 0 to 100.",
                nl=f"De effecten op '{criterion.label.nl}' vullen {in_dutch(share)}% van de schaal van 0 tot 100.",
            )
            yield Finding(LITTLE_OF_RANGE, "warning", found, (f"criteria.{criterion.id}",))


def outside_range(case: Case) -> Iterator[Finding]:
    """Effects in the sum that lie outside the main or the second range, with their low and high estimates."""
    yield from _outside(case, "main", "range", "bereik")
    yield from _outside(case, "second", "second range", "tweede bereik")


def _outside(case: Case, choice: RangeChoice, en: str, nl: str) -> Iterator[Finding]:
    table = arrays(case, choice)
    for column, criterion in enumerate(case.summed):
        if choice == "second" and criterion.second_range is None:
            continue
        # The second range is about central values only; low and high estimates lie outside it by choice.
        ends = (table.low, table.high) if choice == "main" else (table.performances, table.performances)
        effects = np.column_stack([ends[0][:, column], table.performances[:, column], ends[1][:, column]])
        beyond = table.functions[column].outside(effects)
        for row in np.flatnonzero(beyond.any(axis=1)):
            low, _, high = effects[row]
            alternative = case.alternatives[row]
            shown = f"{low:.10g}" if low == high else f"{low:.10g} - {high:.10g}"
            yield Finding(
                OUTSIDE_RANGE,
                "warning" if beyond[row, 1] else "notice",
                Text(
                    en=f"'{criterion.label.en}' of '{alternative.label.en}' is {shown} {criterion.unit_label.en}. "
                    f"That lies partly or wholly outside the {en}.",
                    nl=f"'{criterion.label.nl}' van '{alternative.label.nl}' is {in_dutch(shown)} "
                    f"{criterion.unit_label.nl}. Dat ligt voor een deel of helemaal buiten het {nl}.",
                ),
                (f"performances.{alternative.id}.{criterion.id}",),
            )


def _values(case: Case, criterion: Criterion) -> list[float | None]:
    return [case.performances[alternative.id, criterion.id].value for alternative in case.alternatives]
