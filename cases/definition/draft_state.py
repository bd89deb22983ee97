"""A draft: a case that is being made. It has the format of a case, and almost everything in it may be missing.

What is missing is filled in while reading (``cases.reading.draft_filling``) with words that say so, and ``Case.to_add``
keeps where: it is never written, and it is the list of what to do. A draft is never published.
"""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from cases.definition.criterion import Criterion
from cases.definition.model import MOST_ALTERNATIVES, MOST_CRITERIA, Alternative, Case, CaseFile, Theme
from cases.definition.profile import MOST_PROFILES, Profile, ProfilesFile
from files.fields import CASE_LANGUAGES, Text
from texts.message import Message, message


def _placeholder(key: str) -> Text:
    return Text.model_validate({language: message(key).get(language) for language in CASE_LANGUAGES})


TO_ADD = _placeholder("draft_case.to_add")
"""Stands where words belong that nobody wrote yet."""
OWN_YARDSTICK = _placeholder("draft_case.own_yardstick")
NO_RANGE = _placeholder("draft_case.no_range")


class DraftCriterion(Criterion):
    """A criterion that may have no range yet; then it is not in the sum."""

    always_has_range: ClassVar[bool] = False


class DraftCaseFile(CaseFile):
    """The file case.yaml of a draft, after what is missing was filled in."""

    alternatives: tuple[Alternative, ...] = Field(default=(), max_length=MOST_ALTERNATIVES)
    themes: tuple[Theme, ...] = Field(default=(), max_length=14)
    criteria: tuple[DraftCriterion, ...] = Field(default=(), max_length=MOST_CRITERIA)
    reference: str = ""


class DraftProfilesFile(ProfilesFile):
    """The file profiles.yaml of a draft: there may be no profile yet."""

    profiles: tuple[Profile, ...] = Field(default=(), max_length=MOST_PROFILES)


Need = Literal["alternatives", "criteria", "ranges", "profiles"]
NEEDS: tuple[Need, ...] = ("alternatives", "criteria", "ranges", "profiles")
"""What a screen may need of a case and a draft may lack, in the order in which one adds it."""


def lacking(case: Case) -> tuple[Need, ...]:
    """What the case lacks of ``NEEDS``; nothing for a case that is no draft.

    ``ranges``: a theme has no criterion that can be weighed.
    """
    lacks: dict[Need, bool] = {
        "alternatives": len(case.alternatives) < 2,
        "criteria": not case.criteria,
        "ranges": not case.themes or any(not case.summed_in(theme.id) for theme in case.themes),
        "profiles": not case.profiles,
    }
    return tuple(need for need in NEEDS if lacks[need]) if case.state == "draft" else ()


class ToDo(NamedTuple):
    """One thing that a case for a council has and this draft lacks."""

    kind: str
    times: int
    """How often it is missing."""

    @property
    def text(self) -> Message:
        """What to do."""
        return message(f"draft_todo.{self.kind}", count=self.times)


KINDS = (
    "alternatives", "criteria", "question", "place", "who_decides", "fixed_and_open", "reference", "about_alternatives",
    "governance", "about_themes", "ranges", "better", "yardsticks", "time_place", "topics", "about_criteria", "sources",
    "grades", "unknown", "profiles", "how_made",
)  # fmt: skip
"""Of things to do, in the order in which they are best done."""
_KINDS = {
    "fixed": "fixed_and_open", "open": "fixed_and_open", "evidence": "how_made", "range_rule": "how_made",
    "governance": "governance", "range": "ranges", "yardstick": "yardsticks", "monitor_topic": "topics",
    "time_place": "time_place", "level": "time_place",
}  # fmt: skip
_WORKED_OUT = {"short", "unit_label", "decimals", "in_sum", "left_out_because", "code"}
"""What follows from the rest, so that nobody has to add it."""


def to_do(case: Case) -> tuple[ToDo, ...]:
    """What is missing for a report for a council, each kind once; nothing for a case that is no draft."""
    if case.state != "draft":
        return ()
    counted = Counter(_missing(case))
    return tuple(ToDo(kind, counted[kind]) for kind in KINDS if counted[kind])


def _missing(case: Case) -> Iterator[str]:
    if len(case.alternatives) < 2:
        yield "alternatives"
    if not case.criteria:
        yield "criteria"
    if not case.profiles:
        yield "profiles"
    for path in case.to_add:
        last = str(path[-1])
        if last not in _WORKED_OUT:
            listed = f"about_{path[0]}" if len(path) > 1 else last
            yield _KINDS.get(last, last if last in KINDS else listed if listed in KINDS else "how_made")
    for cell in case.performances.values():
        if cell.value is None:
            if cell.note == TO_ADD:
                yield "unknown"
            continue
        if not cell.sources:
            yield "sources"
        if cell.grade is None:
            yield "grades"
