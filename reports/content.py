"""What a report is made from: one version of a case, a set of weightings, and the settings. Nothing else gets in.

Everything printed follows from a `Content`, so the same content makes the same report in ten years.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from cases.definition.model import Case
from mcda.robustness import Acceptability
from texts import Words, words
from texts.message import Message, message
from weighing.comparison import Comparison, compare
from weighing.dimensions import by_rule
from weighing.euros.valuing import EuroChoices, Euros, euros
from weighing.futures import Futures, futures
from weighing.opinions import Opinions, opinions
from weighing.people import SMALLEST_GROUP, Person, Room, of_room, room
from weighing.requirements_tested import contenders
from weighing.shares_of_weightings import Over, Tree, WinningValues, first_places, trees, winning_values
from weighing.verdict import Verdict, verdict
from weighing.weighing import Weighing, from_profile
from weighing.what_if import beside
from wording.gap_words import GapPart, gap_parts
from wording.verdict_words import VerdictText, verdict_text

Depth = Literal["summary", "council", "full"]
"""Two pages; with the main tables; with everything."""

FEWEST_ALTERNATIVES = 2
"""The reference included; with fewer there is nothing to compare."""


class NotExportable(ValueError):  # noqa: N818 - it is no mistake of the program
    """A comparison that cannot go to a council as it is; `text` says what is missing and what to do."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(text.get("en"))


@dataclass(frozen=True)
class Settings:
    """What the maker of a report chooses.

    There is no seed to choose: every draw has a fixed one, so that report, screen and phone say the same numbers.
    """

    language: str
    day: date
    """Printed on the report. Given, so that the same settings make the same report."""
    profiles: tuple[str, ...] = ()
    """Ids of the example profiles to show, in this order."""
    own: Weighing | None = None
    """The maker's own weights, on the ranges that they were given on."""
    people: tuple[Person, ...] = ()
    """Anonymous weightings, such as a room gives them."""
    euros: EuroChoices | None = None
    """None: the report has no amounts in euros."""
    requirements_off: tuple[str, ...] = ()
    depth: Depth = "full"
    reference: str | None = None
    """Id of the alternative with which the others are compared; None for that of the case."""
    fields: tuple[tuple[str, str], ...] = ()
    """What people wrote for the council proposal, by the key of its field. Nothing of it is ever worked out."""
    confidential: tuple[str, ...] = ()
    """The formats of which the file is marked as confidential; so is its line in the list of annexes."""


@dataclass(frozen=True)
class View:
    """One weighting of the report with all that follows from it; what takes time is worked out once."""

    id: str
    """Of the profile, or `own`."""
    label: str
    """In the language of the report."""
    comparison: Comparison
    language: str

    @cached_property
    def verdict(self) -> Verdict | None:
        """None as long as not every theme was weighed."""
        return verdict(self.comparison)

    @cached_property
    def said(self) -> VerdictText:
        """The verdict in words."""
        return verdict_text(self.comparison, words(self.language))

    @cached_property
    def opinions(self) -> Opinions | None:
        """What other methods make of it; None where they cannot be asked: they need one weight for each theme."""
        return None if self.comparison.unsure else opinions(self.comparison)

    @cached_property
    def futures(self) -> Futures | None:
        """The same weighting in every future; None for a case without futures."""
        return futures(self.comparison)

    @cached_property
    def around(self) -> Mapping[Tree, Acceptability] | None:
        """How often each alternative comes first with weights close to these, by the list that is weighed.

        None where a theme can have any weight: there is no weighting to be close to.
        """
        return None if self.comparison.unsure else _first_places(self.comparison, "around")

    @property
    def text(self) -> Words:
        """The words in the language of the report."""
        return words(self.language)


@dataclass(frozen=True)
class Content:
    """A case with weightings and settings.

    Raises:
        NotExportable: the case has no reference or too few alternatives; or there is no weighting that may be shown.
        KeyError: a profile or a reference that the case does not have.
        ValueError: a requirement that the case does not have; euros for a case without them.
    """

    case: Case
    settings: Settings

    def __post_init__(self) -> None:
        refuse_to_export(self.case)
        if self.settings.reference is not None:
            chosen = self.case.alternative(self.settings.reference)  # raises for one that is not there
            object.__setattr__(self, "case", beside(self.case, chosen.id))
        contenders(self.case, self.settings.requirements_off)  # raises for a requirement that is not there
        if not self.views and not of_room(self.settings.people):
            raise NotExportable(message("council.no_weighting", least=SMALLEST_GROUP))
        if self.settings.euros is not None and not self.case.has_amounts:
            raise ValueError(f"case '{self.case.id}' has no valuation.yaml, so there are no amounts to report")

    @property
    def text(self) -> Words:
        """The words in the language of the report."""
        return words(self.settings.language)

    def marked(self, title: str) -> str:
        """The title of a document, which of a draft says so: it stands on the first page and above or below others."""
        return self.text("report.draft_title", title=title) if self.case.state == "draft" else title

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
        return tuple(
            View(key, label, comparison, language) for key, label, comparison in compared if comparison is not None
        )

    @cached_property
    def base(self) -> Comparison:
        """The weighting by which a list such as the gaps is put in order.

        The maker's own when every theme was weighed; otherwise every theme the same. Never that of an example: none
        of them is better than another. Whoever prints the order says which it is.
        """
        own = next((view.comparison for view in self.views if view.id == "own"), None)
        if own is not None and own.weighing.complete(self.case):
            return own
        return by_rule(self.case, "themes", requirements_off=self.settings.requirements_off)

    @cached_property
    def room(self) -> Room | None:
        """What the anonymous weightings come to; None when there are none."""
        if not self.settings.people:
            return None
        return room(self.case, self.settings.people, self.settings.requirements_off)

    @cached_property
    def every_weighting(self) -> Mapping[Tree, Acceptability]:
        """How often each alternative comes first over all weightings, by the list that is weighed."""
        return _first_places(by_rule(self.case, "themes", requirements_off=self.settings.requirements_off), "all")

    @cached_property
    def winning_values(self) -> tuple[WinningValues, ...]:
        """Per alternative the values with which it comes first, whatever the effects are that are not known."""
        return winning_values(self.case, "main", self.settings.requirements_off)

    @cached_property
    def gaps(self) -> tuple[GapPart, ...]:
        """What is not in the numbers, in the order that `base` gives."""
        return gap_parts(self.base, self.text)

    @cached_property
    def euros(self) -> Euros | None:
        """None: the report has no amounts in euros."""
        return None if self.settings.euros is None else euros(self.case, self.settings.euros)


def refuse_to_export(case: Case) -> None:
    """A comparison without a reference, or without a choice, is a sales talk.

    A plan of which the figures show no drawback is not refused: the report says so, and so does the page that makes it.

    Raises:
        NotExportable: what is missing and what to do.
    """
    if case.reference not in [alternative.id for alternative in case.alternatives]:
        raise NotExportable(message("council.no_reference"))
    if len(case.alternatives) < FEWEST_ALTERNATIVES:
        raise NotExportable(message("council.one_alternative"))


def _first_places(comparison: Comparison, over: Over) -> Mapping[Tree, Acceptability]:
    return MappingProxyType(
        {tree: first_places(comparison, over, tree, "triangular", "case") for tree in trees(comparison.case)}
    )
