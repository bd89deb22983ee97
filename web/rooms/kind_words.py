"""Where a kind of session says something else: in a role nobody speaks for oneself, and a table is not a person."""

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
AT_TABLES = ("counted_joined", "counted_of", "answers")


def words_of_kind(plan: SessionPlan, text: Words, said: dict[str, Any]) -> dict[str, Any]:
    """The words of this kind in the place of the usual ones, as far as a page has those."""
    played = {key: text.for_browser(f"room.{key}_roles") for key in IN_ROLES if plan.kind == "roles" and key in said}
    tables = plan.joining == "tables"
    return played | {key: text.for_browser(f"room.{key}_tables") for key in AT_TABLES if tables and key in said}


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
