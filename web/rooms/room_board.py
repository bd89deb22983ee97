"""The board of a session: the figures of its case, or nothing to compare before there are plans."""

from typing import Any

from cases.definition.model import Case
from texts import Words
from web.board_data import board_data
from web.html import script_json
from web.phone import phone_content
from weighing.links import UNSURE
from weighing.weighing import LARGEST, Weighing
from workshop.plan import SessionPlan


def room_board(plan: SessionPlan, case: Case, text: Words) -> dict[str, Any]:
    """What the scripts of wall and desk know of the case."""
    if plan.kind != "values":
        return board_data(case, Weighing(), text, ("bars",), ())
    return {
        "case": case.id,
        "language": text.language,
        "themes": [],
        "alternatives": [],
        "rules": {"largest": LARGEST, "rough": []},
        "link": {"unsure": UNSURE},
        "words": {"unsure": ""},
        "phone": {},
    }


def phone_facts(plan: SessionPlan, case: Case, text: Words) -> dict[str, Any]:
    """What the page of a phone shows of the case."""
    if plan.kind != "values":
        return phone_content(case, text.language, "main", ())
    return {
        "cards": [],
        "themes": [],
        "land": None,
        "not_counted": [(item, []) for item in case.not_counted],
        "board": script_json(room_board(plan, case, text)),
    }


def still_missing(case: Case) -> frozenset[str]:
    """What a draft does not say yet, so that no page says that it is to be added."""
    return frozenset(str(path[0]) for path in case.to_add)
