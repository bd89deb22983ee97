"""Who may do what with an own case: one table of roles and actions, asked at every change and every reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

LinkRole = Literal["read", "comment", "edit", "approve"]
"""What a link can be made for."""
Role = Literal["read", "comment", "edit", "approve", "manage"]
"""``manage`` is whoever holds the key that came with the case."""
Action = Literal[
    "draft", "save_draft", "save_version", "publish", "freeze", "unfreeze", "delete", "restore",
    "new_key", "links", "make_link", "revoke_link", "bind_link", "set_four_eyes",
    "note_report", "comment", "answer_comment", "close_comment",
    "open_call", "close_call", "answer", "erase",
]  # fmt: skip
LINK_ROLES: tuple[LinkRole, ...] = get_args(LinkRole)
ROLES: tuple[Role, ...] = get_args(Role)
_WRITERS: tuple[Role, ...] = ("edit", "manage")
_SPEAKERS: tuple[Role, ...] = ("comment", "edit", "approve", "manage")
_MANAGER: tuple[Role, ...] = ("manage",)
ALLOWED: Mapping[Action, tuple[Role, ...]] = MappingProxyType(
    {
        "draft": ROLES,
        "save_draft": _WRITERS,
        "save_version": _WRITERS,
        "publish": ("approve", "manage"),
        "freeze": _MANAGER,
        "unfreeze": _MANAGER,
        "delete": _MANAGER,
        "restore": _MANAGER,
        "new_key": _MANAGER,
        "links": _MANAGER,
        "make_link": _MANAGER,
        "revoke_link": _MANAGER,
        "bind_link": LINK_ROLES,
        "set_four_eyes": _MANAGER,
        "note_report": ("edit", "approve", "manage"),
        "comment": _SPEAKERS,
        "answer_comment": _SPEAKERS,
        "close_comment": _WRITERS,
        "open_call": _MANAGER,
        "close_call": _MANAGER,
        "answer": _WRITERS,
        "erase": _MANAGER,
    }
)
"""The roles that may do each action."""


@dataclass(frozen=True)
class Access:
    """What a key or a link opens."""

    role: Role
    label: str
    """Of the link: a role that people know, such as "planner"; empty for whoever manages the case."""

    def may(self, action: Action) -> bool:
        """Whether this role may do it. Other rules, such as frozen facts, can still stand in the way."""
        return self.role in ALLOWED[action]
