"""What a case is: the question, the alternatives, the themes and criteria, the effects, the sources, the profiles.

The records that planners write in case.yaml and profiles.yaml are described here field by field; a criterion has a
module of its own. They are frozen and checked once, by ``cases.reading.loader``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, Protocol, TypeVar

from pydantic import Field

from cases.definition.criterion import Criterion, TopicWeights
from cases.definition.duties import Duty, FollowUp
from cases.definition.expected_total import ExpectedTotal
from cases.definition.future import FEWEST_FUTURES, MOST_FUTURES, Future
from cases.definition.group_claims import Group, GroupImpact
from cases.definition.hard_requirement import LandFunction, Requirement
from cases.definition.land_areas import LandArea
from cases.definition.land_outline import LandOutline
from cases.definition.land_use import MOST_TILES, LandUse, UsedLand
from cases.definition.participation import Account
from cases.definition.picture import Picture
from cases.definition.profile import Profile
from cases.definition.shared_cause import CausedEffect, SharedCause
from cases.definition.story import Story
from cases.definition.text_languages import texts_in, without
from cases.definition.valuation_file import ValuationFile
from files.fields import Day, Grade, HttpsLink, Id, Number, SourceId, Strict, Text, Whole
from files.yaml_lines import Path

FORMAT = 1
"""The version of the case format that this program reads."""
MOST_ALTERNATIVES = 20
"""As many as there are colours, patterns and dashes."""
MOST_CRITERIA = 100


class Notice(Strict):
    """Something nobody may miss."""

    title: Text
    text: Text
    short: Text = Field(description="One or two sentences, for places with little room.")
    sources: tuple[SourceId, ...] = ()


class RangeRule(Strict):
    """In words: how the two sets of ranges were chosen."""

    main: Text
    second: Text


class Reason(Strict):
    """One reason for or against an alternative."""

    text: Text
    sources: tuple[SourceId, ...] = ()


class Alternative(Strict):
    """Something one can choose."""

    id: Id
    code: Annotated[str, Field(min_length=1, max_length=2)] = Field(description="One or two characters, for charts.")
    label: Text
    about: Text
    governance: Text = Field(description="How it is governed, and who owns it.")
    effects_vary: Literal["apart", "together"] = Field(
        default="apart",
        description="Whether its effects turn out better or worse each by itself, or all at once.",
    )
    picture: Picture | None = None
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()


class Theme(Strict):
    """A group of criteria that belong together."""

    id: Id
    label: Text
    about: Text


class NotCounted(Strict):
    """Something that matters and is not in the sum."""

    text: Text
    alternatives: tuple[Id, ...] = Field(default=(), description="The alternatives it is about; none means all.")


class CaseFile(Strict):
    """The file case.yaml."""

    format: Whole = Field(description="Version of the case format: 1.")
    id: Id = Field(description="Equal to the name of the folder.")
    list_place: Annotated[Whole, Field(ge=0, le=1000)] = Field(
        default=1000, description="Place in the list of cases; the lowest number is opened first."
    )
    state: Literal["draft"] | None = Field(
        default=None, description="`draft`: the case is being made, and almost everything may be missing."
    )
    version_date: Day
    title: Text
    question: Text
    place: Text
    map_link: HttpsLink | None = Field(default=None, description="Web address of a map of the place; https only.")
    place_picture: Picture | None = Field(default=None, description="A picture or a sketch of the place.")
    who_decides: Text
    fixed: tuple[Text, ...] = Field(description="What is fixed.")
    open: tuple[Text, ...] = Field(description="What is still open.")
    notice: Notice | None = None
    evidence: Text = Field(description="How the figures were made.")
    range_rule: RangeRule
    reference: Id = Field(description="The alternative with which the others are compared, unless a reader chooses.")
    reference_why: Text | None = Field(default=None, description="Why this one, and which other could be it.")
    alternatives: tuple[Alternative, ...] = Field(min_length=2, max_length=MOST_ALTERNATIVES)
    themes: tuple[Theme, ...] = Field(min_length=1, max_length=14)
    criteria: tuple[Criterion, ...] = Field(min_length=1, max_length=MOST_CRITERIA)
    not_counted: tuple[NotCounted, ...] = ()
    to_replace_first: tuple[Text, ...] = Field(default=(), description="Which figures to replace first.")
    groups: tuple[Group, ...] = Field(default=(), max_length=30)
    groups_compared_with: Text | None = Field(
        default=None, description="With what a gain or loss of a group is compared, and who chose the sizes."
    )
    land_uses: tuple[LandUse, ...] = Field(default=(), max_length=11)
    land_total: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="How much land there is, in `land_unit`."
    )
    land_unit: Text | None = Field(default=None, description="The unit, as read behind a number: `hectare`.")
    land_tile: Annotated[Number, Field(gt=0)] = Field(
        default=1, description=f"How much land one tile is; {MOST_TILES} tiles at most hold all of it."
    )
    land_about: Text | None = Field(
        default=None, description="What a reader must know of the amounts, such as what may hide in what is not named."
    )
    futures: tuple[Future, ...] = Field(default=(), min_length=FEWEST_FUTURES, max_length=MOST_FUTURES)
    causes: tuple[SharedCause, ...] = Field(default=(), max_length=30)
    requirements: tuple[Requirement, ...] = Field(default=(), max_length=30)
    functions: tuple[LandFunction, ...] = Field(default=(), max_length=30)
    duties: tuple[Duty, ...] = Field(default=(), max_length=40)
    evaluation: tuple[FollowUp, ...] = Field(default=(), max_length=60)


@dataclass(frozen=True)
class Performance:
    """What an alternative does on a criterion: one line of performances.csv or futures.csv, one claim."""

    value: float | None
    """In ``unit``; the number of the class, from 0, on a criterion with classes. None: not known, never zero."""
    low: float | None
    """None when no range is stated."""
    high: float | None
    class_id: str | None
    unit: str
    sources: tuple[str, ...]
    grade: Grade | None
    note: Text | None
    line: int


EXCERPT = ("gelezen als uittreksel", "read as an excerpt")
"""What the title of a source says of which only an excerpt was read."""


@dataclass(frozen=True)
class Source:
    """Where a figure comes from. A title that ends in one of ``EXCERPT`` says that no more than that was read."""

    id: str
    title: Text
    publisher: str
    year: str
    """A year, two years as in 2019-2021, or empty."""
    address: str
    complete: bool
    """True when the address is whole."""

    @property
    def read_as_excerpt(self) -> bool:
        """True when its title says that only an excerpt was read."""
        return any(words in said for said in (self.title.nl, self.title.en) if said for words in EXCERPT)


class Case(CaseFile):
    """A case as the rest of the program sees it. ``cases.reading.loader`` makes it; two are equal when their id and
    version are."""

    performances: dict[tuple[str, str], Performance]
    """By (alternative id, criterion id); every pair is there."""
    sources: dict[str, Source]
    profiles: tuple[Profile, ...]
    expected: dict[tuple[str, str], ExpectedTotal]
    """By (profile id, alternative id); may be empty."""
    topic_weights: TopicWeights
    """What profiles give to the topics of the monitor, in per cent; may be empty, and may leave profiles out."""
    valuation: ValuationFile | None
    """Which effects get an amount in euros; None when the case has no valuation.yaml."""
    group_impacts: tuple[GroupImpact, ...]
    """In the order of the file; every group has at least one about every alternative."""
    land_use: tuple[UsedLand, ...]
    """In the order of the file; empty when the case names no ``land_uses``."""
    future_effects: dict[tuple[str, str, str], Performance]
    """What is otherwise in a future, by (future id, alternative id, criterion id); empty when there are no futures."""
    caused_effects: tuple[CausedEffect, ...]
    """In the order of the file; empty when the case names no ``causes``. No effect is there twice."""
    stories: tuple[Story, ...]
    """In the order of the file; may be empty."""
    pictures: Mapping[str, bytes]
    """By file name, as in ``Picture.file``; every one is named by the case or an alternative, and sound."""
    outline: LandOutline | None
    """Where the land lies; None when the case has no outline.geojson."""
    areas: tuple[LandArea, ...]
    """What lies where under each alternative; empty when the case has no areas.geojson."""
    account: Account | None
    """Who was asked what; None when the case has no account.yaml."""
    to_add: tuple[Path, ...]
    """Where in case.yaml and profiles.yaml a draft says nothing yet; what is there was filled in while reading."""
    version_of_files: Callable[[], str]
    """Works out the version; asked once, when it is first needed."""

    @property
    def has_amounts(self) -> bool:
        """Whether an effect gets an amount in euros; a case may also only name money, such as a business case."""
        return self.valuation is not None and bool(self.valuation.effects)

    @cached_property
    def version(self) -> str:
        """First 12 characters of the SHA-256 of the case files."""
        return self.version_of_files()

    @cached_property
    def untranslated(self) -> Mapping[str, int]:
        """How many of its words are not there in a language, for each language in which it has words."""
        return without(text for name in type(self).model_fields for text in texts_in(getattr(self, name)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Case):
            return False
        return (self.id, self.version, self.reference) == (other.id, other.version, other.reference)

    def __hash__(self) -> int:
        return hash((self.id, self.version, self.reference))

    @cached_property
    def own_reference(self) -> str:
        """The reference that the case file names, also where a reader compares with another alternative."""
        return self.reference

    def alternative(self, alternative_id: str) -> Alternative:
        """The alternative with this id.

        Raises:
            KeyError: there is none. The same holds for the other three.
        """
        return _one(self.alternatives, alternative_id, "alternative")

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id; KeyError when the case does not have it."""
        return _one(self.themes, theme_id, "theme")

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id, in the sum or not; KeyError when the case does not have it."""
        return _one(self.criteria, criterion_id, "criterion")

    def profile(self, profile_id: str) -> Profile:
        """The profile with this id; KeyError when the case does not have it."""
        return _one(self.profiles, profile_id, "profile")

    @cached_property
    def summed(self) -> tuple[Criterion, ...]:
        """The criteria in the sum, in the order of the themes and then of the file."""
        return tuple(criterion for theme in self.themes for criterion in self.summed_in(theme.id))

    def summed_in(self, theme_id: str) -> tuple[Criterion, ...]:
        """The criteria in the sum of one theme, in the order of the file."""
        theme = self.theme(theme_id)
        return tuple(criterion for criterion in self.criteria if criterion.in_sum and criterion.theme == theme.id)

    def stories_about(self, criterion_id: str, alternative_id: str | None = None) -> tuple[Story, ...]:
        """The stories of a criterion in the order of the file.

        With an alternative only what is told about that one, or about all of them.
        """
        self.criterion(criterion_id)
        if alternative_id is not None:
            self.alternative(alternative_id)
        return tuple(
            story
            for story in self.stories
            if story.criterion == criterion_id and alternative_id in (None, story.alternative or alternative_id)
        )


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_WithId)


def _one(items: Iterable[_Item], item_id: str, word: str) -> _Item:
    for item in items:
        if item.id == item_id:
            return item
    raise KeyError(f"this case has no {word} '{item_id}'")
