"""What people write in a council proposal: the program keeps its place and never fills it."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from reports.blocks import Form, FormField
from reports.content import Content
from texts import LANGUAGES, Words, words

COVER = ("subject", "reference", "holder", "day_executive", "day_committee", "day_council")
"""On top of the proposal."""
LONG = (
    "background", "goal", "choice", "choice_why", "values", "evaluation", "weighing", "other", "money", "people",
    "after",
)  # fmt: skip
"""Where more than a line can be written."""
DECISION = ("council", "law")
"""Only in the draft decision."""
FIELDS = (*COVER, *LONG, *DECISION)


def form(content: Content, *keys: str, cover: bool = False) -> Form:
    """The fields with what was written in them; the subject is the title of the case until somebody writes another."""
    text = content.text
    written = dict(content.settings.fields)
    if not written.get("subject"):
        written["subject"] = text.of(content.case.title)
    return Form(tuple(_field(key, written.get(key, ""), text) for key in keys), cover)


def _field(key: str, value: str, text: Words) -> FormField:
    return FormField(tag(key, text), text(f"proposal_field.{key}"), text(f"proposal_prompt.{key}"), value.strip())


def tag(key: str, text: Words) -> str:
    """The name of a field, or of a part after `part_`, in a template."""
    return text(f"proposal_tag.{key}")


@cache
def by_tag() -> Mapping[str, str]:
    """The key of each tag in every language, in small letters: a template may be in one and a report in another."""
    keys = [key.partition(".")[2] for key in words(LANGUAGES[0]).texts if key.startswith("proposal_tag.")]
    return MappingProxyType({tag(key, words(language)).lower(): key for language in LANGUAGES for key in keys})
