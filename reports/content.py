"""What a report is made from: one version of a case, a set of weightings, and the settings. Nothing else gets in.

Everything printed follows from a `Content`, so the same content makes the same report in ten years.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from cases.comparison import Comparison, compare
from cases.model import Case
from cases.valuing import EuroChoices
from cases.weighing import Weighing, from_profile
from texts import Words, words

Depth = Literal["summary", "full"]
SMALLEST_GROUP = 7
"""Of a smaller group nothing is shown: one could see who weighed what."""


@dataclass(frozen=True)
class Settings:
    """What the maker of a report chooses."""

    language: Literal["nl", "en"]
    day: date
    """Printed on the report. Given, so that the same settings make the same report."""
    profiles: tuple[str, ...] = ()
    """Ids of the example profiles to show, in this order."""
    own: Weighing | None = None
    """The maker's own weights, on the ranges that they were given on."""
    people: tuple["Person", ...] = ()
    """Anonymous weightings, such as a room gives them."""
    euros: EuroChoices | None = None
    """None: the report has no amounts in euros."""
    requirements_off: tuple[str, ...] = ()
    depth: Depth = "full"
    seed: int = 1


@dataclass(frozen=True)
class Person:
    """One anonymous weighting."""

    group: str
    """The group that this person said to belong to; empty for none."""
    weighing: Weighing


@dataclass(frozen=True)
class View:
    """One weighting of the report with all that follows from it."""

    id: str
    """Of the profile, or `own`."""
    label: str
    """In the language of the report."""
    comparison: Comparison


@dataclass(frozen=True)
class Content:
    """A case with weightings and settings.

    Raises:
        KeyError: a profile that the case does not have.
        ValueError: a requirement that the case does not have; no weighting at all.
    """

    case: Case
    settings: Settings

    def __post_init__(self) -> None:
        if not self.views and not self.settings.people:
            raise ValueError("a report needs at least one weighting")

    @property
    def text(self) -> Words:
        """The words in the language of the report."""
        return words(self.settings.language)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The profiles in the order of the settings, then the maker's own weights. People are not in it."""
        language, off = self.settings.language, self.settings.requirements_off
        found = [
            (profile.id, profile.label.get(language), from_profile(profile))
            for profile in map(self.case.profile, self.settings.profiles)
        ]
        if self.settings.own is not None:
            found.append(("own", self.text("report.own"), self.settings.own))
        compared = ((key, label, compare(self.case, weighing, off)) for key, label, weighing in found)
        return tuple(View(key, label, comparison) for key, label, comparison in compared if comparison is not None)
