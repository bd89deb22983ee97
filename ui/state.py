"""One object of ours per visitor. Widgets write into it; they never own an answer. Its compact form is in the address.

Streamlit forgets a widget's value as soon as its page is left, so everything a visitor said lives in `Visit`.
"""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from cases.definition.model import Case
from texts import DEFAULT_LANGUAGE, LANGUAGES, Words
from texts import words as words_of
from web import shared_cases
from web.euro_answers import choices_in
from web.linked_weighing import weighing_in
from weighing.comparison import Comparison, compare
from weighing.euros.euro_links import PART, euros_to_link
from weighing.euros.valuing import EuroChoices
from weighing.links import Ignored, other_version, requirements_in, requirements_to_link, to_link
from weighing.score_draws import SHAPES, TOGETHER, Shape, Together
from weighing.shares_of_weightings import OVER, Over
from weighing.weighing import Weighing

log = logging.getLogger(__name__)
UNDO_STEPS = 100


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
    ignored: tuple[Ignored, ...] = ()
    linked_version: str | None = None
    seen: dict[str, Case] = field(default_factory=dict)
    """Per case the version to which its history belongs."""
    previewed: Case | None = None
    """A version of an own case that only this visitor sees; it goes before the one in the list."""
    pinned: Case | None = None
    """The case in view, the same one from the top of a page to its end, also when a new version is published then."""

    @property
    def case(self) -> Case | None:
        """The case in view, in the version with which this page began; None when there is no such case."""
        if self.pinned is not None and self.pinned.id == self.case_id:
            return self.pinned
        return known_cases(self.previewed).get(str(self.case_id))

    @property
    def history(self) -> list[Weighing]:
        """The weighings of the case in view from old to new; the last one counts."""
        return self.histories.setdefault(str(self.case_id), [Weighing()])


def visit() -> Visit:
    """This visitor's object; made from the address at the first run of a session."""
    if "visit" not in st.session_state:
        st.session_state["visit"] = _from_address(st.query_params.to_dict())
    return st.session_state["visit"]


def follow_address() -> None:
    """After the browser's Back or Forward the address says something else than we wrote: then the address counts.

    Not when a widget just changed something: a fast hand is ahead of the address bar, which then still shows the past.
    """
    here, parts = visit(), st.query_params.to_dict()
    touched, here.touched = here.touched, False
    if touched or here.written is None or parts == here.written or "case" not in parts:
        return  # also: the first run, nothing new, or a page of ours that was opened by its name only
    there = _from_address(parts)
    here.language, here.plain, here.ignored = there.language, there.plain, there.ignored
    here.sure, here.who, here.euros = there.sure, there.who, there.euros
    here.case_id, here.requirements_off = there.case_id, there.requirements_off
    change(there.history[-1])
    here.touched = False


def known_cases(previewed: Case | None) -> dict[str, Case]:
    """The cases that a visitor can open: those in the list, and the version that is looked at before that."""
    found = shared_cases.sound()
    return found if previewed is None else {**found, previewed.id: previewed}


def words() -> Words:
    """The texts in the visitor's language."""
    return words_of(visit().language)


def case() -> Case:
    """The case in view; pages are only shown when there is one."""
    found = visit().case
    if found is None:
        raise RuntimeError("no case is open")
    return found


def weighing() -> Weighing:
    """What was said so far about the steps of the case in view; it may be nothing."""
    return visit().history[-1]


def previous() -> Weighing | None:
    """The state before the last change, shown as a ghost."""
    history = visit().history
    return history[-2] if len(history) > 1 else None


def comparison() -> Comparison | None:
    """The case in view at the present weights; None as long as nothing was weighed."""
    return compare(case(), weighing(), visit().requirements_off)


def change(new: Weighing) -> None:
    """Take over a new state of the weighing; the old one can be undone."""
    visit().touched = True
    history = visit().history
    if new != history[-1]:
        history.append(new)
        del history[:-UNDO_STEPS]


def undo() -> None:
    """Back to the weighing before the last change; nothing happens when there is none."""
    visit().touched = True
    if len(visit().history) > 1:
        visit().history.pop()


def start_again() -> None:
    """Back to no weights at all; undo brings the old ones back."""
    visit().opened_theme = None
    change(Weighing())


def choose_sure(**chosen: str) -> None:
    """Another choice of what is varied on Hoe zeker."""
    visit().touched = True
    visit().sure = replace(visit().sure, **chosen)  # type: ignore[arg-type]


def choose_who(**chosen: str) -> None:
    """Another part or view of Wie en wanneer, or another weight for vulnerable groups."""
    visit().touched = True
    visit().who = replace(visit().who, **chosen)


def choose_euros(chosen: EuroChoices | None) -> None:
    """Other choices about euros; None turns them off."""
    visit().touched = True
    visit().euros = chosen


def switch_requirement(requirement_id: str, on: bool) -> None:
    """Test a hard requirement, or leave it out."""
    visit().touched = True
    off = {*visit().requirements_off, requirement_id} - ({requirement_id} if on else set())
    visit().requirements_off = tuple(item.id for item in case().requirements if item.id in off)


def open_case(case_id: str) -> None:
    """Another case, with the euros off and all hard requirements on; the weighing of this one is kept."""
    visit().touched = True
    visit().requirements_off = ()
    visit().euros = None
    visit().case_id = case_id
    visit().opened_theme = None


def link_parts(language: str | None = None) -> dict[str, str]:
    """The address that brings back exactly this state, without the page."""
    here = visit()
    parts = {"lang": language or here.language}
    if here.case is not None:
        parts |= {"case": str(here.case_id)} | to_link(here.case, weighing())
    elif here.case_id is not None:
        parts["case"] = here.case_id  # in another language it is not here either
    if here.sure != SureChoice():
        parts["z"] = ".".join(astuple(here.sure))
    if here.who != WhoChoice():
        parts["p"] = ".".join(astuple(here.who))
    if here.euros is not None:
        parts[PART] = euros_to_link(here.euros)
    parts |= requirements_to_link(here.requirements_off)
    return parts | ({"plain": "1"} if here.plain else {})


def link() -> str:
    """The whole address of this state, as a stranger can open it."""
    page = str(st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode(link_parts())}"


def write_link() -> None:
    """Keep the address in step with the state, so that every view is a link."""
    parts = link_parts()
    visit().written = parts
    if st.query_params.to_dict() != parts:
        st.query_params.from_dict(parts)


def _from_address(parts: dict[str, str]) -> Visit:
    ignored: list[Ignored] = []
    language = parts.get("lang", DEFAULT_LANGUAGE)
    if language not in LANGUAGES:
        ignored.append(Ignored("lang", language[:60]))
        language = DEFAULT_LANGUAGE
    previewed = st.session_state["visit"].previewed if "visit" in st.session_state else None
    known = known_cases(previewed)
    case_id = parts.get("case", next(iter(known), None))
    new = Visit(language, case_id, plain=parts.get("plain") == "1", previewed=previewed)
    if new.case is not None:
        found, skipped = weighing_in(new.case, parts)
        ignored += skipped
        new.histories[str(case_id)] = [found]
        new.linked_version = other_version(new.case, parts)
        new.sure = SureChoice(*_chosen("z", parts, (OVER, SHAPES, TOGETHER), astuple(SureChoice()), ignored))
        new.who = WhoChoice(
            *_chosen("p", parts, (WHO_PARTS, WHO_VIEWS, ("", *EQUITY_WEIGHTS)), astuple(WhoChoice()), ignored)
        )
        new.requirements_off, unknown = requirements_in(new.case, parts)
        ignored += unknown
        new.euros, strange = choices_in(new.case, parts)
        ignored += strange
    if ignored:
        log.info("ignored in a link: %s", ", ".join(f"{item.part}={item.found!r}" for item in ignored))
    new.ignored = tuple(ignored)
    return new


def _chosen(
    part: str,
    parts: Mapping[str, str],
    allowed: tuple[tuple[str, ...], ...],
    otherwise: tuple[str, ...],
    ignored: list[Ignored],
) -> Iterable[Any]:
    """The words of one part of a link, when each of them is allowed in its place."""
    found = parts.get(part)
    if found is None:
        return otherwise
    chosen = found.split(".")
    if len(chosen) == len(allowed) and all(item in options for item, options in zip(chosen, allowed, strict=True)):
        return chosen
    ignored.append(Ignored(part, found[:60]))
    return otherwise
