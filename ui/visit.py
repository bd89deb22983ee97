"""What one visitor chose and said: the object that `ui/state.py` keeps, one for every session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.definition.model import Case
from texts import DEFAULT_LANGUAGE
from web import shared_cases
from web.kept_points import KeptPoints
from weighing.euros.valuing import EuroChoices
from weighing.links import Ignored
from weighing.score_draws import Shape, Together
from weighing.shares_of_weightings import Over
from weighing.weighing import Weighing
from weighing.what_if import beside


@dataclass(frozen=True)
class SureChoice:
    """What is varied on the page Hoe zeker."""

    over: Over = "around"
    doubt: Shape = "triangular"
    together: Together = "case"


WHO_PARTS = ("groups", "time", "requirements", "themes", "gaps")
WHO_VIEWS = ("apart", "total")
EQUITY_WEIGHTS = ("2", "3", "5")
"""How much heavier vulnerable groups may count in the switch. Any of them is a choice, so none is chosen beforehand."""


@dataclass(frozen=True)
class WhoChoice:
    """What is in view on the page Wie en wanneer."""

    part: str = "groups"
    view: str = "apart"
    """Of now, later and elsewhere."""
    equity: str = ""
    """One of `EQUITY_WEIGHTS`; empty for none."""


@dataclass
class Visit:
    """What one visitor chose and said."""

    language: str = DEFAULT_LANGUAGE
    case_id: str | None = None
    histories: dict[str, list[Weighing]] = field(default_factory=dict)
    """Per case every state of the weighing, the newest last: the one before it is the ghost, and undo goes back."""
    written: dict[str, str] | None = None
    """The address as we wrote it last."""
    offered: dict[str, str] | None = None
    """The address that the links to other pages hold; the board may have moved on since."""
    touched: bool = False
    """True from the moment a widget changed something until the page was drawn anew."""
    opened_theme: str | None = None
    plain: bool = False
    """True for plain sliders instead of the board that moves along."""
    sure: SureChoice = SureChoice()
    who: WhoChoice = WhoChoice()
    euros: EuroChoices | None = None
    """What was chosen about euros; None as long as they are off."""
    requirements_off: tuple[str, ...] = ()
    """Hard requirements of the case in view that are left out, in the order of the case."""
    reference: str | None = None
    """The alternative with which the others are compared; None for that of the case."""
    ignored: tuple[Ignored, ...] = ()
    linked_version: str | None = None
    seen: dict[str, Case] = field(default_factory=dict)
    """Per case the version to which its history belongs."""
    previewed: Case | None = None
    """A version of an own case that only this visitor sees; it goes before the one in the list."""
    previewed_files: Mapping[str, bytes] | None = None
    """Of a draft that is looked at before it is kept as a version; by name."""
    board: KeptPoints | None = None
    """What the board said since the page was drawn; None as long as there was no board."""
    pinned: Case | None = None
    """The case in view, the same one from the top of a page to its end, also when a new version is published then."""

    @property
    def case(self) -> Case | None:
        """The case in view, in the version with which this page began and compared as this visitor chose; or None."""
        if self.pinned is not None and self.pinned.id == self.case_id:
            found: Case | None = self.pinned
        else:
            found = known_cases(self.previewed).get(str(self.case_id))
        if found is None or self.reference not in {item.id for item in found.alternatives}:
            return found
        return beside(found, self.reference)

    @property
    def history(self) -> list[Weighing]:
        """The weighings of the case in view from old to new; the last one counts."""
        return self.histories.setdefault(str(self.case_id), [Weighing()])


def known_cases(previewed: Case | None) -> dict[str, Case]:
    """The cases that a visitor can open: those in the list, and the version that is looked at before that."""
    found = shared_cases.sound()
    return found if previewed is None else {**found, previewed.id: previewed}
