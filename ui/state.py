"""One object of ours per visitor. Widgets write into it; they never own an answer. Its compact form is in the address.

Streamlit forgets a widget's value as soon as its page is left, so everything a visitor said lives in `Visit`.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cases.definition.model import Case
from texts import DEFAULT_LANGUAGE, LANGUAGES, Words
from texts import words as words_of
from ui.visit import EQUITY_WEIGHTS, WHO_PARTS, WHO_VIEWS, SureChoice, Visit, WhoChoice, known_cases
from web.euro_answers import choices_in
from web.kept_points import read_points
from web.linked_weighing import weighing_in
from weighing.comparison import Comparison, compare
from weighing.euros.euro_links import PART, euros_to_link
from weighing.euros.valuing import EuroChoices
from weighing.links import Ignored, other_version, reference_in, requirements_in, requirements_to_link, to_link
from weighing.score_draws import SHAPES, TOGETHER
from weighing.shares_of_weightings import OVER
from weighing.weighing import Weighing

log = logging.getLogger(__name__)
UNDO_STEPS = 100


def visit() -> Visit:
    """This visitor's object; made from the address at the first run of a session."""
    if "visit" not in st.session_state:
        st.session_state["visit"] = _from_address(st.query_params.to_dict())
    return st.session_state["visit"]


def follow_address() -> None:
    """After the browser's Back or Forward the address says something else than we wrote: then the address counts.

    Not when a widget just changed something: a fast hand is ahead of the address bar, which then still shows the past.
    What the board said before that is taken over first. The board writes the address itself, so after Back it can say
    what we wrote last although it is news.
    """
    take_over()
    here, parts = visit(), st.query_params.to_dict()
    touched, here.touched = here.touched, False
    run = get_script_run_ctx()
    back = run is not None and run.is_history_navigation
    known = parts in (here.written, here.offered)
    if here.written is None or "case" not in parts or (not back and (touched or known)):
        return  # the first run, a page of ours that was opened by its name only, or nothing new
    there = _from_address(parts)
    if not back and there.case_id == here.case_id and there.history[-1] in here.history:
        return  # a fast hand: the board wrote this address, and said more since
    here.language, here.plain, here.ignored = there.language, there.plain, there.ignored
    here.sure, here.who, here.euros = there.sure, there.who, there.euros
    here.case_id, here.requirements_off, here.reference = there.case_id, there.requirements_off, there.reference
    change(there.history[-1])
    here.touched = False


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


def take_over() -> None:
    """What the board said since the page was drawn, before anything else changes the weighing."""
    here = visit()
    if here.board is None:
        return
    case, history = here.board.case, here.histories.setdefault(here.board.case.id, [Weighing()])
    for said in here.board.take():
        found = read_points(case, history[-1], said)
        if found is not None:
            _append(history, found[1])


def _touched() -> Visit:
    take_over()
    visit().touched = True
    return visit()


def _append(history: list[Weighing], new: Weighing) -> None:
    if new != history[-1]:
        history.append(new)
        del history[:-UNDO_STEPS]


def change(new: Weighing) -> None:
    """Take over a new state of the weighing; the old one can be undone."""
    _append(_touched().history, new)


def revise(how: Callable[[Weighing], Weighing]) -> None:
    """Make a new state of the weighing as it is when a button is pressed, which the board may have changed since."""
    take_over()
    change(how(weighing()))


def undo() -> None:
    """Back to the weighing before the last change; nothing happens when there is none."""
    history = _touched().history
    if len(history) > 1:
        history.pop()


def start_again() -> None:
    """Back to no weights at all; undo brings the old ones back."""
    visit().opened_theme = None
    change(Weighing())


def choose_sure(**chosen: str) -> None:
    """Another choice of what is varied on Hoe zeker."""
    here = _touched()
    here.sure = replace(here.sure, **chosen)  # type: ignore[arg-type]


def choose_who(**chosen: str) -> None:
    """Another part or view of Wie en wanneer, or another weight for vulnerable groups."""
    here = _touched()
    here.who = replace(here.who, **chosen)


def choose_euros(chosen: EuroChoices | None) -> None:
    """Other choices about euros; None turns them off."""
    _touched().euros = chosen


def switch_requirement(requirement_id: str, on: bool) -> None:
    """Test a hard requirement, or leave it out."""
    here = _touched()
    off = {*here.requirements_off, requirement_id} - ({requirement_id} if on else set())
    here.requirements_off = tuple(item.id for item in case().requirements if item.id in off)


def compare_with(reference: str) -> None:
    """Another alternative with which the others are compared; scores and totals stay."""
    _touched().reference = None if reference == case().own_reference else reference


def open_case(case_id: str) -> None:
    """Another case, with the euros off, all hard requirements on and its own reference; this weighing is kept."""
    here = _touched()
    here.requirements_off, here.reference = (), None
    here.euros = None
    here.case_id = case_id
    here.opened_theme = None


def link_parts(language: str | None = None) -> dict[str, str]:
    """The address that brings back exactly this state, without the page."""
    weights = {} if visit().case is None else to_link(case(), weighing())
    return link_begin(language) | weights | link_rest()


def parts_of_links() -> dict[str, str]:
    """The address for the links to other pages: a server that was started anew finds the weights in it."""
    visit().offered = link_parts()
    return link_parts()


def link_begin(language: str | None = None) -> dict[str, str]:
    """The parts of the address before the weights."""
    here = visit()
    return {"lang": language or here.language} | ({} if here.case_id is None else {"case": here.case_id})


def link_rest() -> dict[str, str]:
    """The parts of the address behind the weights."""
    here, parts = visit(), {}
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
        beside, strange = reference_in(new.case, parts)
        new.reference = None if beside.reference == beside.own_reference else beside.reference
        ignored += strange
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
