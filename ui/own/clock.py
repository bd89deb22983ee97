"""A moment as the clock of the visitor shows it."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from texts.numbers import day
from ui import state


def time_of(when: datetime, *, seconds: bool = False) -> str:
    """``14:03``; with ``UTC`` behind it when the browser does not say in which zone it is."""
    here, zone = _here(when)
    return f"{here:%H:%M:%S}{zone}" if seconds else f"{here:%H:%M}{zone}"


def moment(when: datetime) -> str:
    """``21 november 2026, 14:03``."""
    return f"{day(_here(when)[0].date(), state.words().language)}, {time_of(when)}"


def _here(when: datetime) -> tuple[datetime, str]:
    """The same moment in the zone of the browser, and what to write behind the time."""
    try:
        return when.astimezone(ZoneInfo(st.context.timezone or "")), ""
    except (ZoneInfoNotFoundError, ValueError):
        return when, " UTC"
