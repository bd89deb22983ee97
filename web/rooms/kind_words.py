"""Where a kind of session says something else: in a role nobody speaks for oneself, and a table is not a person."""

from collections.abc import Sequence
from typing import Any

from cases.definition.model import Case
from texts import Words
from workshop.plan import SessionPlan
from workshop.roles import roles_of

ROLE_WORDS = ("role_yours", "role_lacks", "role_play")
IN_ROLES = (
    "step_weigh", "step_values", "step_outcome", "step_second", "step_shift", "stage_agreement", "stage_distribution",
    "stage_first", "stage_shift_themes", "stage_shift_outcome", "look_at_phone", "kept_yours", "middle_firm",
    "middle_shaky", "middle_undecided",
)  # fmt: skip
"""What names whose voice it is. Everything else reads the same."""
IN_VALUES = ("look_at_phone", "name_question")
"""First everybody alone, in silence."""
OF_PLANS = (
    "middle_", "robust_", "acceptable", "first_", "agree_", "drawn_", "spread_", "beside_", "more_than", "less_than",
    "unstable", "moved", "same_first", "from_to", "no_first", "alike", "reason", "points", "not_whole", "all_nothing",
    "withheld_all_fail", "withheld_no_middle", "withheld_no_groups", "exploring", "group", "gut_", "desk_typed",
    "role_", "tried_", "two_", "group_", "profile_", "was_", "agree_far",
)  # fmt: skip
"""How the words begin that only a session about plans says."""
AT_TABLES = ("counted_joined", "counted_of", "answers", "desk_doubled")


def words_of_kind(plan: SessionPlan, text: Words, said: dict[str, Any]) -> dict[str, Any]:
    """The words of this kind in the place of the usual ones, as far as a page has those."""
    played = {key: text.for_browser(f"room.{key}_roles") for key in IN_ROLES if plan.kind == "roles" and key in said}
    before = plan.kind == "values"
    played |= {key: text.for_browser(f"room.{key}_values") for key in IN_VALUES if before and key in said}
    tables = plan.joining == "tables"
    return played | {key: text.for_browser(f"room.{key}_tables") for key in AT_TABLES if tables and key in said}


def said_in(plan: SessionPlan, keys: Sequence[str]) -> tuple[str, ...]:
    """The words that a session of this kind can say."""
    return tuple(key for key in keys if plan.kind != "values" or not key.startswith(OF_PLANS))


def role_cards(case: Case, text: Words) -> list[dict[str, str]]:
    """The card of each role, in the words of its profile."""
    return [
        {
            "id": role.id,
            "label": text.of(role.label),
            "about": text.of(role.about),
            "why": text.of(role.rationale),
            "lacks": text.of(role.not_covered) if role.not_covered else "",
            "based": f"{text('case.evidence_of_profile')} {text(f'profile_evidence.{role.evidence}')}.",
        }
        for role in roles_of(case)
    ]
