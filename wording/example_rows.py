"""Every example weighting of a case in one row: what it weighs, what has the highest total, and how sure that is.

Rows stand in the order of what they weigh most, not of what comes out: nobody should count first places.
"""

from dataclasses import dataclass
from functools import lru_cache

from cases.definition.model import Alternative, Case
from cases.definition.profile import Profile
from texts import Words, words
from weighing.comparison import Comparison, compare
from weighing.verdict import Word, verdict
from weighing.weighing import from_profile
from wording.colours import colours
from wording.sentences import total_text

KINDS = ("reference", "single_value", "view", "party")


@dataclass(frozen=True)
class ExamplePlace:
    """One alternative in one row."""

    alternative: Alternative
    colour: str
    total: str


@dataclass(frozen=True)
class ExampleRow:
    """One example."""

    profile: Profile
    shares: tuple[float, ...]
    """Of all weight, per theme."""
    word: Word | None
    """How sure it is; None where every alternative fails a hard requirement."""
    highest: tuple[ExamplePlace, ...]
    """What has the highest total; where nobody can say, all that may come first, by total."""
    then: ExamplePlace | None
    """The next one by total; None where there is no other."""


def example_rows(case: Case, text: Words) -> tuple[tuple[str, tuple[ExampleRow, ...]], ...]:
    """The rows by kind of example; within a kind by the theme that weighs most, in the order of the themes."""
    return _rows(case, text.language)


@lru_cache(maxsize=32)
def _rows(case: Case, language: str) -> tuple[tuple[str, tuple[ExampleRow, ...]], ...]:
    rows = [_row(case, profile, words(language)) for profile in case.profiles]
    by_kind = ((kind, [row for row in rows if row.profile.kind == kind]) for kind in KINDS)
    return tuple((kind, tuple(sorted(found, key=_heaviest))) for kind, found in by_kind if found)


def _heaviest(row: ExampleRow) -> int:
    return row.shares.index(max(row.shares))


def _row(case: Case, profile: Profile, text: Words) -> ExampleRow:
    comparison = compare(case, from_profile(profile))
    if comparison is None:
        raise RuntimeError(f"profile '{profile.id}' weighs nothing")
    found = verdict(comparison) if comparison.contenders else None
    named = found.candidates if found is not None and found.word == "undecided" else (comparison.first,)
    rest = [row for row in comparison.order if row not in named]
    return ExampleRow(
        profile,
        tuple(comparison.theme_weights.tolist()),
        found.word if found is not None else None,
        tuple(_place(comparison, row, text) for row in comparison.order if row in named),
        _place(comparison, rest[0], text) if rest else None,
    )


def _place(comparison: Comparison, row: int, text: Words) -> ExamplePlace:
    case = comparison.case
    alternative = case.alternatives[row]
    return ExamplePlace(alternative, colours(case)[alternative.id], total_text(comparison, row, text))
