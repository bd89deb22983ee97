"""What a reader of a sound case should know before trusting its totals. Nothing here stops a case from opening."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from cases.arrays import arrays
from cases.audit import uneven_text, without_weak_point
from cases.criterion import MonitorTopic
from cases.double_count import overlapping_euros
from cases.fields import Text
from cases.model import Case
from mcda.inputs import TIE, Floats

Kind = Literal[
    "overlap",
    "unknown",
    "grade_d",
    "all_equal",
    "outside_range",
    "uneven_themes",
    "topic_without_criterion",
    "euro_overlap",
    "uneven_text",
    "no_weak_point",
]


@dataclass(frozen=True)
class Finding:
    """One thing to know about a case."""

    kind: Kind
    text: Text
    where: str
    """The place as ids with points between: ``criteria.jobs``, ``performances.tram.co2``, ``themes.work``."""


@dataclass(frozen=True)
class Favour:
    """On how many points an alternative leads, whatever the unknown effects turn out to be; ties count for each."""

    criteria: int
    themes: int
    """With equal weights within the theme."""


def checks(case: Case) -> tuple[Finding, ...]:
    """All findings, kind by kind and in the order of the case."""
    return tuple(
        finding
        for kind in (
            _overlaps,
            _unknown,
            _grade_d,
            _all_equal,
            _outside_range,
            _uneven_themes,
            _topics_without_criterion,
            _euro_overlaps,
            _uneven_text,
            _no_weak_point,
        )  # fmt: skip
        for finding in kind(case)
    )


def favours(case: Case) -> dict[str, Favour]:
    """How many criteria and themes in the sum each alternative leads, on central values and the main ranges.

    The choice of criteria decides as much as the weights do; these counts make that visible. They are no verdict.
    """
    found = arrays(case)
    low = np.where(np.isnan(found.scores), 0.0, found.scores)
    high = np.where(np.isnan(found.scores), 100.0, found.scores)
    members = [found.theme_of == number for number in range(len(case.themes))]
    criteria = _leads(low, high)
    themes = _leads(
        np.column_stack([low[:, member].mean(axis=1) for member in members]),
        np.column_stack([high[:, member].mean(axis=1) for member in members]),
    )
    return {
        alternative: Favour(int(criteria[place]), int(themes[place]))
        for place, alternative in enumerate(found.alternatives)
    }


def _leads(low: Floats, high: Floats) -> Floats:
    """In how many columns a row is at least as good as every other row, even if its unknown scores are the worst."""
    best_of_others = np.array([np.delete(high, row, axis=0).max(axis=0) for row in range(len(high))])
    return (low >= best_of_others - TIE).sum(axis=1)


def _overlaps(case: Case) -> Iterator[Finding]:
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
                yield Finding(
                    "overlap",
                    Text(
                        en=f"'{criterion.label.en}' and '{other.label.en}' partly measure the same and count in "
                        "two themes. "
                        f"{overlap.why.en}",
                        nl=f"'{criterion.label.nl}' en '{other.label.nl}' meten voor een deel hetzelfde en "
                        "tellen in twee "
                        f"thema's mee. {overlap.why.nl}",
                    ),
                    f"criteria.{criterion.id}",
                )


def _unknown(case: Case) -> Iterator[Finding]:
    for alternative in case.alternatives:
        for criterion in case.criteria:
            cell = case.performances[(alternative.id, criterion.id)]
            if cell.value is None:
                why = cell.note or Text(nl="-", en="-")
                yield Finding(
                    "unknown",
                    Text(
                        en=f"'{criterion.label.en}' of '{alternative.label.en}' is not known. {why.en}",
                        nl=f"'{criterion.label.nl}' van '{alternative.label.nl}' is niet bekend. {why.nl}",
                    ),
                    f"performances.{alternative.id}.{criterion.id}",
                )


def _grade_d(case: Case) -> Iterator[Finding]:
    known = [cell for cell in case.performances.values() if cell.value is not None]
    weakest = sum(cell.grade == "D" for cell in known)
    if weakest:
        share = round(100 * weakest / len(known))
        yield Finding(
            "grade_d",
            Text(
                en=f"{weakest} of the {len(known)} known figures ({share}%) are illustrative (grade D): estimates by "
                "the makers.",
                nl=f"{weakest} van de {len(known)} bekende cijfers ({share}%) zijn illustratief (graad D): een "
                "schatting van de makers.",
            ),
            "performances",
        )


def _all_equal(case: Case) -> Iterator[Finding]:
    for criterion in case.criteria:
        values = {case.performances[(alternative.id, criterion.id)].value for alternative in case.alternatives}
        if len(values) == 1 and None not in values:
            yield Finding(
                "all_equal",
                Text(
                    en=f"'{criterion.label.en}' is the same for all alternatives. It cannot help to choose.",
                    nl=f"'{criterion.label.nl}' is voor alle alternatieven gelijk. Het helpt niet bij het kiezen.",
                ),
                f"criteria.{criterion.id}",
            )


def _outside_range(case: Case) -> Iterator[Finding]:
    for choice, words in (("main", ("range", "bereik")), ("second", ("second range", "tweede bereik"))):
        found = arrays(case, choice)
        for column, criterion in enumerate(case.summed):
            if choice == "second" and criterion.second_range is None:
                continue
            # The second range is about central values only; low and high estimates lie outside it by choice.
            ends = (found.low, found.high) if choice == "main" else (found.performances, found.performances)
            effects = np.column_stack([ends[0][:, column], found.performances[:, column], ends[1][:, column]])
            beyond = found.functions[column].outside(effects).any(axis=1)
            for row in np.flatnonzero(beyond):
                low, _, high = effects[row]
                alternative = case.alternatives[row]
                shown = f"{low:.10g}" if low == high else f"{low:.10g} - {high:.10g}"
                yield Finding(
                    "outside_range",
                    Text(
                        en=f"'{criterion.label.en}' of '{alternative.label.en}' is {shown} {criterion.unit_label.en}. "
                        f"That lies partly or wholly outside the {words[0]}; the score is cut at 0 or 100 there.",
                        nl=f"'{criterion.label.nl}' van '{alternative.label.nl}' is {shown.replace('.', ',')} "
                        f"{criterion.unit_label.nl}. Dat ligt voor een deel of helemaal buiten het {words[1]}; "
                        "de score "
                        "is daar afgekapt op 0 of 100.",
                    ),
                    f"performances.{alternative.id}.{criterion.id}",
                )


def _uneven_themes(case: Case) -> Iterator[Finding]:
    counts = {theme.id: len(case.summed_in(theme.id)) for theme in case.themes}
    least = min(case.themes, key=lambda theme: counts[theme.id])
    for theme in case.themes:
        if counts[theme.id] > 2 * counts[least.id]:
            more, fewer = counts[theme.id], counts[least.id]
            yield Finding(
                "uneven_themes",
                Text(
                    en=f"Theme '{theme.label.en}' has {more} criteria and '{least.label.en}' has {fewer}. "
                    "A large theme draws more attention, and each of its criteria carries less weight.",
                    nl=f"Thema '{theme.label.nl}' heeft {more} criteria en '{least.label.nl}' heeft er {fewer}. "
                    "Een groot "
                    "thema krijgt meer aandacht, en elk criterium erin weegt minder.",
                ),
                f"themes.{theme.id}",
            )


def _topics_without_criterion(case: Case) -> Iterator[Finding]:
    covered = {criterion.monitor_topic for criterion in case.criteria}
    for topic in get_args(MonitorTopic):
        if topic not in covered:
            en, nl = _TOPIC_WORDS[topic]
            yield Finding(
                "topic_without_criterion",
                Text(
                    en=f"No criterion is about '{en}', a topic of the Dutch broad-prosperity monitor.",
                    nl=f"Geen criterium gaat over '{nl}', een onderwerp van de Monitor Brede Welvaart.",
                ),
                f"monitor_topics.{topic}",
            )


def _euro_overlaps(case: Case) -> Iterator[Finding]:
    for first_id, second_id, why in overlapping_euros(case):
        first, second = case.criterion(first_id).label, case.criterion(second_id).label
        yield Finding(
            "euro_overlap",
            Text(
                en=f"'{first.en}' and '{second.en}' partly measure the same and both have an amount in euros. {why.en}",
                nl=f"'{first.nl}' en '{second.nl}' meten voor een deel hetzelfde en hebben allebei een bedrag in "
                f"euro's. {why.nl}",
            ),
            f"criteria.{first_id}",
        )


def _uneven_text(case: Case) -> Iterator[Finding]:
    for language in ("nl", "en"):
        found = uneven_text(case, language)
        if found is None:
            continue
        most, least = (case.alternative(portion.alternative).label for portion in found)
        yield Finding(
            "uneven_text",
            Text(
                en=f"'{most.en}' is described with {found[0].words} words and '{least.en}' with {found[1].words}. "
                "Describe all alternatives at about the same length.",
                nl=f"'{most.nl}' is beschreven in {found[0].words} woorden en '{least.nl}' in {found[1].words}. "
                "Beschrijf alle alternatieven ongeveer even lang.",
            ),
            f"alternatives.{found[0].alternative}",
        )
        return


def _no_weak_point(case: Case) -> Iterator[Finding]:
    for alternative in without_weak_point(case):
        yield Finding(
            "no_weak_point",
            Text(
                en=f"'{alternative.label.en}' does worse than the mean of the others on no criterion. Check whether a "
                "criterion is missing on which it does.",
                nl=f"'{alternative.label.nl}' doet het op geen enkel criterium slechter dan het gemiddelde van de "
                "andere. Kijk of een criterium ontbreekt waarop dat wel zo is.",
            ),
            f"alternatives.{alternative.id}",
        )


_TOPIC_WORDS = {
    "here_now.subjective_wellbeing": ("subjective well-being", "subjectief welzijn"),
    "here_now.material_prosperity": ("material prosperity", "materiële welvaart"),
    "here_now.health": ("health", "gezondheid"),
    "here_now.work_and_leisure": ("work and leisure", "arbeid en vrije tijd"),
    "here_now.housing": ("housing", "wonen"),
    "here_now.society": ("society", "samenleving"),
    "here_now.safety": ("safety", "veiligheid"),
    "here_now.environment": ("environment", "milieu"),
    "later.economic_capital": ("economic capital", "economisch kapitaal"),
    "later.natural_capital": ("natural capital", "natuurlijk kapitaal"),
    "later.human_capital": ("human capital", "menselijk kapitaal"),
    "later.social_capital": ("social capital", "sociaal kapitaal"),
    "elsewhere.trade_and_aid": ("trade and aid", "handel en hulp"),
    "elsewhere.environment_and_resources": ("environment and resources elsewhere", "milieu en grondstoffen elders"),
}
