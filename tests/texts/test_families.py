"""Texts that are asked for by a part of their key: one for each value that the part can have, and no other."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from cases.definition import hard_requirement, participation, picture
from cases.definition.group_claims import YesNoUnknown
from cases.definition.valuation_file import CaseReason
from cases.store.store_records import State
from cases.workbook.version_differences import Change
from mcda.problem import Reason
from texts import LANGUAGES, words
from valuation.factor_set import COST_TYPES, VERIFIED
from weighing import people, turned_choices
from weighing.euros.chosen_set import STATED
from weighing.shares_of_weightings import OVER
from wording.amount_words import _UNIT_WORDS

STORE = Path(__file__).parent.parent.parent / "cases" / "store"
LOGGED = set(re.findall(r"\.note\(connection, case_id, \"(\w+)\"", "".join(map(Path.read_text, STORE.glob("*.py")))))
BY_SET = ("no_factor", "no_value", "quantity_unknown", "tentative")
"""Reasons of the calculation that a case can meet; it declares its biome, and its effects all have a quantity."""


VALUES = {"count": 1, "number": 1, **dict.fromkeys(("factor", "gap", "maker", "name", "set"), "x")}


def field(model: type, name: str) -> tuple[str, ...]:
    """The values that a field may have."""
    return get_args(get_type_hints(model)[name])


FAMILIES = {
    "choice_reason.": get_args(turned_choices.Reason),
    "euro_cost.": {kind for kinds in COST_TYPES.values() for name in kinds for kind in name.split("+")},
    "euro_unit.": set(_UNIT_WORDS.values()),
    "euro_verified.": (*VERIFIED, STATED),
    "chapters.comment_": get_args(participation.CommentKind),
    "extra.kind_": get_args(participation.CommentKind),
    "chapters.made_": field(picture.Picture, "made"),
    "extra.answer_": get_args(YesNoUnknown),
    "extra.made_": field(picture.Picture, "made"),
    "chapters.agreement_": (*get_args(people.Agreement), "none", "note", "word"),
    "euro_reason.": {*get_args(CaseReason), *BY_SET},
    "euro_reason_about.": BY_SET,
    "link.part.": ("lang", "start", "w", "c", "r", "m", "z", "e", "h", "p", "k", "b", "format"),
    "own_case.count_": field(Change, "kind"),
    "own_case.kind_": field(Change, "kind"),
    "own_case.log_": LOGGED | set(get_args(State)),
    "proposals.state_": ("open", *get_args(State)),
    "requirement.ground_": field(hard_requirement.Requirement, "ground"),
    "refusal.": set(get_args(Reason)) - {"alone"},  # with one alternative no other method is asked
    "sure.over_": (*OVER, *(f"{name}_help" for name in OVER)),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_there_is_a_text_for_every_value_and_for_no_other(family: str):
    named = {key.removeprefix(family) for key in words("nl").texts if key.startswith(family)}
    assert named == set(FAMILIES[family])
    for language in LANGUAGES:
        for name in named:
            assert words(language)(
                f"{family}{name}", count=1, maker="x", gap="x", factor="x", number=1, name="x", set="x"
            )


def test_what_an_answer_does_to_a_proposal_is_explained_where_that_is_needed():
    explained = [state for state in get_args(State) if f"proposals.{state}_help" in words("nl").texts]
    assert explained == ["accepted", "erased"]
    assert all(words(language)(f"proposals.{state}_help") for language in LANGUAGES for state in explained)
