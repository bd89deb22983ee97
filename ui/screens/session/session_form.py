"""The form with which a session is prepared; what cannot be is said beside its field."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cases.definition.model import Case
from cases.reading.loader import case_from_files
from cases.store import StoreError, own_cases
from cases.store.case_folders import case_roots
from files.problems import CaseError
from texts import LANGUAGES
from texts.languages import language_name
from ui import state
from ui.own import own_address
from ui.screens.session import session_links
from ui.shared.page_html import say, sentence, show
from web import shared_cases
from workshop.answers import AGES
from workshop.frozen_cases import files_now
from workshop.plan import LONGEST_KEPT, MOST_TABLES, SMALLEST_GROUP, SessionPlan, plan_of
from workshop.room_errors import AnswerError, PlanError
from workshop.room_secrets import LONGEST_PHRASE
from workshop.script import ALWAYS, KINDS, SCRIPTS
from workshop.this_rooms import leading

DEPTHS = ("themes", "criteria")
JOININGS = ("open", "codes", "tables")
MOST_SHARED = 100.0
REFUSED = "session_refused"


def show_form() -> None:
    """All that is chosen beforehand, and the button that makes the session."""
    text = state.words()
    show("text.html", text, title=text("session.prepare"), level=2, quiet=False, lines=[])
    with st.container(border=True, key="session_what"):
        _what()
    with st.container(border=True, key="session_people"):
        _people()
    with st.container(border=True, key="session_who"):
        _who()
    with st.container(border=True, key="session_leader"):
        st.text_input(text("session.passphrase"), max_chars=LONGEST_PHRASE, key="session_passphrase",
                      help=text("session.passphrase_help"))  # fmt: skip
        _wrong("passphrase")
    st.button(text("session.make"), type="primary", key="session_make", on_click=_make)
    if st.session_state.get(REFUSED):
        say("error", text("session.look_above"))


def _what() -> None:
    text, cases = state.words(), shared_cases.sound()
    here = state.visit().case_id
    place = list(cases).index(here) if here in cases else None
    st.selectbox(text("session.case"), list(cases), index=place, key="session_case",
                 placeholder=text("session.choose_case"),
                 format_func=lambda key: text.of(cases[key].title))  # fmt: skip
    st.text_input(text("session.case_link"), key="session_case_link",
                  help=text("session.case_link_help"))  # fmt: skip
    _wrong("case")
    kind = st.radio(text("session.kind"), KINDS, format_func=lambda key: text(f"session.kind_{key}"),
                    captions=[text(f"session.kind_{key}_about") for key in KINDS], key="session_kind")  # fmt: skip
    st.text_input(text("session.name"), max_chars=120, key="session_name")
    _wrong("title")
    optional = [step.id for step in SCRIPTS[kind] if step.id not in ALWAYS]
    st.multiselect(text("session.left_out"), optional, format_func=lambda key: text(f"room.step_{key}"),
                   key=f"session_left_out_{kind}", placeholder=text("session.none_left_out"))  # fmt: skip
    _wrong("left_out")
    if kind != "values":
        st.radio(text("session.depth"), DEPTHS, format_func=lambda key: text(f"session.depth_{key}"),
                 key="session_depth", horizontal=True)  # fmt: skip


def _people() -> None:
    text = state.words()
    joining = st.radio(text("session.joining"), JOININGS, format_func=lambda key: text(f"session.joining_{key}"),
                       captions=[text(f"session.joining_{key}_about") for key in JOININGS],
                       key="session_joining")  # fmt: skip
    if joining == "tables":
        st.number_input(text("session.tables"), 0, MOST_TABLES, 0, key="session_tables")
        _wrong("tables")
    st.multiselect(text("session.languages"), LANGUAGES, default=[text.language], key="session_languages",
                   format_func=lambda key: language_name(key, text.language), help=text("session.languages_help"),
                   placeholder=text("session.languages_none"))  # fmt: skip
    _wrong("languages")
    st.number_input(text("session.smallest_group"), SMALLEST_GROUP, 50, SMALLEST_GROUP, key="session_smallest_group",
                    help=text("session.smallest_group_help"))  # fmt: skip
    st.number_input(text("session.days_kept"), 1, LONGEST_KEPT, 30, key="session_days_kept",
                    help=text("session.days_kept_help"))  # fmt: skip
    st.text_area(text("session.invited"), max_chars=2000, key="session_invited", help=text("session.invited_help"))
    _wrong("invited")


def _who() -> None:
    text = state.words()
    if not st.checkbox(text("session.asks_who"), key="session_asks_who", help=text("session.asks_who_help")):
        return
    st.text_area(text("session.areas"), key="session_areas", help=text("session.areas_help"))
    _wrong("areas")
    for place, age in zip(st.columns(len(AGES)), AGES, strict=True):
        with place:
            st.number_input(text("session.share_of", group=text(f"room.age_{age}")), 0.0, MOST_SHARED, None,
                            key=f"session_age_{age}")  # fmt: skip
    _wrong("shares")
    st.text_input(text("session.shares_source"), max_chars=200, key="session_shares_source")


def _wrong(part: str) -> None:
    """What cannot be about this field, right below it."""
    refused: Mapping[str, str] = st.session_state.get(REFUSED) or {}
    if part in refused:
        say("error", refused[part])


def _make() -> None:
    """Make the session, or keep what was refused for the next look at the page."""
    text, found = state.words(), st.session_state
    found[REFUSED] = None
    try:
        case, files = _case()
        plan = _plan()
        if case.state is not None and plan.kind != "values":
            raise PlanError("case")
        made = leading().prepare(case, files, plan, found["session_passphrase"])
    except PlanError as error:
        part = error.part.partition(".")[0]
        found[REFUSED] = {part: text(f"session.wrong_{part}")}
    except AnswerError as error:
        found[REFUSED] = {error.part: sentence(text.of(error.text))}
    except StoreError as error:
        found[REFUSED] = {"case": sentence(text.of(error.text))}
    except CaseError:
        found[REFUSED] = {"case": text("session.wrong_case")}
    else:
        session_links.keep(made, plan)


def _case() -> tuple[Case, dict[str, bytes]]:
    """The case of the link when there is one, otherwise the one that was chosen, with the files as they are now."""
    found = st.session_state
    if link := found["session_case_link"].strip():
        parts = own_address.parts_of(link)
        if parts is None:
            raise PlanError("case")
        own_cases().access(*parts)
        versions = own_cases().versions(parts[0])
        if not versions:
            raise PlanError("case")
        files = files_now(parts[0], max(version.number for version in versions))
        return case_from_files(files), files
    chosen = found["session_case"]
    if chosen is None:
        raise PlanError("case")
    on_disk = any((root / chosen).is_dir() for root in case_roots())
    files = files_now(chosen, None if on_disk else own_cases().about(chosen).published)
    return case_from_files(files), files


def _plan() -> SessionPlan:
    found, kind = st.session_state, st.session_state["session_kind"]
    plan: dict[str, Any] = {
        "kind": kind,
        "title": found["session_name"].strip(),
        "left_out": found[f"session_left_out_{kind}"],
        "depth": found.get("session_depth", DEPTHS[0]) if kind != "values" else DEPTHS[0],
        "joining": found["session_joining"],
        "tables": found.get("session_tables", 0) if found["session_joining"] == "tables" else 0,
        "languages": found["session_languages"],
        "smallest_group": found["session_smallest_group"],
        "days_kept": found["session_days_kept"],
        "invited": found["session_invited"].strip(),
        "asks_who": found["session_asks_who"],
    }
    if plan["asks_who"]:
        areas = areas_in(found["session_areas"])
        ages = {age: found[f"session_age_{age}"] for age in AGES if found[f"session_age_{age}"] is not None}
        shares = {"age": ages, "area": {name: share for name, share in areas.items() if share is not None}}
        for part, known in (("areas", shares["area"]), ("shares", ages)):
            if sum(known.values()) > MOST_SHARED:
                raise PlanError(part)
        plan |= {"areas": list(areas), "shares": {key: known for key, known in shares.items() if known}}
        plan["shares_source"] = found["session_shares_source"].strip()
    return plan_of(plan)


def areas_in(typed: str) -> dict[str, float | None]:
    """The neighbourhoods as somebody typed them, one a line, with a share behind the last colon where that is known.

    Raises:
        PlanError: a share that is no number from 0 to 100, or a neighbourhood that is named twice.
    """
    areas: dict[str, float | None] = {}
    for line in filter(None, map(str.strip, typed.splitlines())):
        name, colon, share = line.rpartition(":") if ":" in line else (line, "", "")
        try:
            value = float(share.strip().rstrip("%").replace(",", ".")) if colon else None
        except ValueError:
            raise PlanError("areas") from None
        if name.strip() in areas or not name.strip() or (value is not None and not 0 <= value <= MOST_SHARED):
            raise PlanError("areas")
        areas[name.strip()] = value
    return areas
