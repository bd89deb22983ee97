"""A weighing as a short text in a link, and back. Links come from strangers: what cannot be read is named and skipped.

v=0123456789ab&start=residents_nearby&r=21&k=2h7&w=work-35~surroundings-100~nature-x&c=calm-90~...

`b` is the alternative with which the others are compared, where that is not the one of the case.
`w` holds the themes: points from 0 to 100, `x` for "I don't know"; a theme that is not in it was not weighed yet. `c`
holds the criteria within themes. `k` is the number of this format and two characters that check the parts in `CHECKED`:
a link that was cut short or changed on its way gives no weights instead of other ones. Links of format 1 had no `k`;
they are read as they were.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from cases.definition.model import Case
from texts.numbers import STEADY, rounded_decimal
from weighing.arrays import RangeChoice
from weighing.weighing import LARGEST, OWN, Weighing
from weighing.what_if import beside

BETWEEN, POINTS = "~", "-"
"""The marks between items, and before the points of an item. The pages write the same (`web/static/board/link.js`)."""

UNSURE = "x"
"""Stands for points where the person said not to know."""

FORMAT = "2"
"""The first character of `k`. Format 1 had no `k` and no themes of which somebody does not know."""

CHECKED = ("start", "r", "m", "w", "c")
"""The parts that make a weighing, in the order in which they are checked; a part that is not there counts as empty."""

REFERENCE = "b"
CHECKED_WHERE_THERE = (REFERENCE,)
"""Checked behind those, only where it is there: so links without it keep the check that they had."""

LETTERS, STEP, PRIME = "0123456789abcdefghjkmnpqrstvwxyz", 37, 1021
"""Of the check: 32 letters that cannot be mistaken for each other; each character moves on the sum by a step."""

LONGEST = 6000
"""Characters of one part of a link that we read; the largest case that fits the format needs fewer."""

MOST_NAMED = 60
"""Requirements in a link that are looked at."""

RANGES: dict[str, RangeChoice] = {"1": "main", "2": "second"}
CODES = {choice: code for code, choice in RANGES.items()}


@dataclass(frozen=True)
class Ignored:
    """A part of a link that was not used."""

    part: str
    found: str


def to_link(case: Case, weighing: Weighing) -> dict[str, str]:
    """The parts of a link that bring back exactly this weighing."""
    if not weighing.started:
        return reference_to_link(case)
    answers = {key: _written(points) for key, points in weighing.theme_points.items()}
    answers |= dict.fromkeys(weighing.unsure, UNSURE)
    parts = {"w": _answers_text(answers, (theme.id for theme in case.themes))}
    if weighing.criterion_points:
        inside = {key: _written(points) for key, points in weighing.criterion_points.items()}
        parts["c"] = _answers_text(inside, (criterion.id for criterion in case.summed))
    start = start_to_link(case, weighing)
    return start | {"k": FORMAT + check(start | parts)} | parts  # `k` in front, so that it is there when the end is not


def start_to_link(case: Case, weighing: Weighing) -> dict[str, str]:
    """The parts that stay as they are while somebody moves the sliders; of a blank start only the version."""
    parts = {"v": case.version} | reference_to_link(case)
    if not weighing.started:
        return parts
    parts["start"] = str(weighing.start)
    if (weighing.ranges, weighing.points_on) != ("main", "main"):
        parts["r"] = CODES[weighing.ranges] + CODES[weighing.points_on]
    if weighing.moved:
        parts["m"] = BETWEEN.join(weighing.moved)
    return parts


def check(parts: Mapping[str, str]) -> str:
    """Two characters that another text in the checked parts would almost always change; one wrong character always."""
    found = 0
    there = [parts[key] for key in CHECKED_WHERE_THERE if key in parts]
    for character in BETWEEN.join([*(parts.get(key, "") for key in CHECKED), *there]):
        found = (found * STEP + ord(character)) % PRIME
    return LETTERS[found // len(LETTERS)] + LETTERS[found % len(LETTERS)]


def from_link(case: Case, parts: Mapping[str, str]) -> tuple[Weighing, tuple[Ignored, ...]]:
    """The weighing in a link, and what was in it that this case does not know."""
    ignored: list[Ignored] = []
    if "k" in parts and parts["k"] != FORMAT + check(parts):
        same_format = parts["k"][:1] == FORMAT
        return Weighing(), (Ignored("k" if same_format else "format", parts["k"][:60]),)
    known = {theme.id for theme in case.themes}
    answers = _answers(parts.get("w", ""), "w", known, ignored, also=(UNSURE,))
    themes, unsure = _parted(answers)
    summed = {criterion.id for criterion in case.summed}
    criteria = _whole_themes(case, _parted(_answers(parts.get("c", ""), "c", summed, ignored))[0], ignored)
    if themes and max(themes.values()) < LARGEST:
        ignored.append(Ignored("w", parts["w"][:60]))
        themes = {}
    start = parts.get("start")
    if start is not None and start != OWN and start not in {profile.id for profile in case.profiles}:
        ignored.append(Ignored("start", start[:60]))
        start = None
    ranges, points_on = _ranges(parts.get("r", ""), ignored)
    if not themes:
        if start is not None and start != OWN:
            ignored.append(Ignored("start", start))
        return Weighing(), tuple(ignored)
    named = [item for item in parts.get("m", "")[:LONGEST].split(BETWEEN) if item]
    ignored += [Ignored("m", item[:60]) for item in named if item not in summed]
    moved = tuple(criterion.id for criterion in case.summed if criterion.id in named)
    weighing = Weighing(start or OWN, themes, criteria, ranges, points_on, moved, unsure)
    return weighing, tuple(ignored)


def other_version(case: Case, parts: Mapping[str, str]) -> str | None:
    """The case version a link was made with, when that is not the version we have now."""
    version = parts.get("v", "")[:40]
    return version if version and version != case.version else None


def _answers_text(answers: Mapping[str, str], order: Iterable[str]) -> str:
    return BETWEEN.join(f"{key}{POINTS}{answers[key]}" for key in order if key in answers)


def _written(points: float) -> str:
    """Without zeros at the end and never as a power of ten, whose minus would read as the mark before the points."""
    return f"{rounded_decimal(points, STEADY):f}".rstrip("0").rstrip(".")


def requirements_in(case: Case, parts: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[Ignored, ...]]:
    """The hard requirements that a link leaves out, in the order of the case, and names that the case does not know."""
    named = [item for item in parts.get("h", "").split(BETWEEN) if item][:MOST_NAMED]
    known = [requirement.id for requirement in case.requirements]
    strange = tuple(Ignored("h", item[:60]) for item in named if item not in known)
    return tuple(item for item in known if item in named), strange


def requirements_to_link(switched_off: Iterable[str]) -> dict[str, str]:
    """The part of a link that leaves these hard requirements out; nothing when all of them are on."""
    joined = BETWEEN.join(switched_off)
    return {"h": joined} if joined else {}


def reference_in(case: Case, parts: Mapping[str, str]) -> tuple[Case, tuple[Ignored, ...]]:
    """The case as the link compares it, and a reference that this case does not know."""
    found = parts.get(REFERENCE)
    if found is None:
        return case, ()
    if found not in {item.id for item in case.alternatives}:
        return case, (Ignored(REFERENCE, found[:60]),)
    return beside(case, found), ()


def reference_to_link(case: Case) -> dict[str, str]:
    """The part of a link with what the others are compared with; nothing where that is the reference of the case."""
    return {} if case.reference == case.own_reference else {REFERENCE: case.reference}


def _answers(
    text: str, part: str, known: set[str], ignored: list[Ignored], *, also: tuple[str, ...] = ()
) -> dict[str, float | None]:
    """What was said of each of these: points, or None for one of the words in ``also``."""
    answers: dict[str, float | None] = {}
    if len(text) > LONGEST:
        ignored.append(Ignored(part, text[:60] + "..."))
        return answers
    for item in filter(None, text.split(BETWEEN)):
        key, _, value = item.rpartition(POINTS)
        number = _number(value)
        if key in known and key not in answers and (number is not None or value in also):
            answers[key] = number
        else:
            ignored.append(Ignored(part, item[:60]))
    return answers


def _parted(answers: Mapping[str, float | None]) -> tuple[dict[str, float], frozenset[str]]:
    """The points, and the keys without."""
    points = {key: number for key, number in answers.items() if number is not None}
    return points, frozenset(answers) - set(points)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value <= LARGEST else None


def _whole_themes(case: Case, criteria: dict[str, float], ignored: list[Ignored]) -> dict[str, float]:
    """Points within a theme are used only when all its criteria are there and the largest is 100."""
    kept: dict[str, float] = {}
    for theme in case.themes:
        ids = [criterion.id for criterion in case.summed_in(theme.id)]
        given = {key: criteria[key] for key in ids if key in criteria}
        if len(given) == len(ids) and max(given.values(), default=0) == LARGEST:
            kept |= given
        elif given:
            ignored.append(Ignored("c", BETWEEN.join(given)))
    return kept


def _ranges(text: str, ignored: list[Ignored]) -> tuple[RangeChoice, RangeChoice]:
    if not text:
        return "main", "main"
    if len(text) == 2 and set(text) <= set(RANGES):
        return cast(tuple[RangeChoice, RangeChoice], tuple(RANGES[code] for code in text))
    ignored.append(Ignored("r", text[:60]))
    return "main", "main"
