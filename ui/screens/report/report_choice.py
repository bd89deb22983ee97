"""What goes into a report, as a visitor chose it; widgets write into it and never own an answer."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import streamlit as st

from cases.definition.model import Case
from files.fields import case_language
from reports.content import Depth, Settings
from reports.making.request import Format
from ui import state
from weighing.euros.valuing import EuroChoices
from weighing.people import Person


@dataclass(frozen=True)
class ReportChoice:
    """Nothing is chosen beforehand but the form: whoever signs a report says which weightings are in it."""

    profiles: tuple[str, ...] = ()
    own: bool = False
    people: tuple[Person, ...] = ()
    euros: bool = False
    language: str = ""
    """Empty: the language of the screen, or that of a case which has no words in it."""
    depth: Depth = "council"
    formats: tuple[Format, ...] = ("docx", "pdf")
    fields: tuple[tuple[str, str], ...] = ()
    """What somebody wrote for the council proposal, by the key of its field."""
    confidential: tuple[str, ...] = ()
    """The formats of which the file is marked."""
    template: bytes | None = field(default=None, repr=False)

    @property
    def has_weighting(self) -> bool:
        """True when something was chosen that weighs: a profile, the own weights or a table of people."""
        return bool(self.profiles or self.own or self.people)


def choice() -> ReportChoice:
    """For the case in view; another case begins anew."""
    return st.session_state.setdefault("report_choices", {}).get(state.case().id, ReportChoice())


def choose(**chosen: Any) -> None:
    """Take over what a widget says."""
    st.session_state["report_choices"][state.case().id] = replace(choice(), **chosen)


def report_language(case: Case, chosen: ReportChoice) -> str:
    """In which language the report is made; of a case in one language that one, as long as nobody chose another."""
    here = state.visit().language
    own = tuple(case.untranslated)
    return chosen.language or (here if case_language(here) in own else own[0])


def settings(case: Case, chosen: ReportChoice, day: date) -> Settings:
    """The settings of the report, with the weights and the switches of this visitor."""
    visit, comparison = state.visit(), state.comparison()
    return Settings(
        language=report_language(case, chosen),
        day=day,
        profiles=tuple(profile.id for profile in case.profiles if profile.id in chosen.profiles),
        own=state.weighing() if chosen.own and comparison is not None else None,
        people=chosen.people,
        euros=(visit.euros or EuroChoices()) if chosen.euros and case.has_amounts else None,
        requirements_off=visit.requirements_off,
        reference=None if case.reference == case.own_reference else case.reference,
        depth=chosen.depth,
        fields=chosen.fields if "proposal" in chosen.formats else (),
        confidential=tuple(name for name in chosen.confidential if name in chosen.formats),
    )
