"""Content controls of Word: places by name that a person, a template or a program fills."""

from collections.abc import Sequence

from reports.blocks import FormField
from reports.writers.inline import readable
from reports.writers.word.word_xml import Element, el, val

LONGEST_TAG = 64
"""Characters that Word takes for a tag or a title of a content control."""


def content_control(field: FormField, shown: Sequence[Element]) -> Element:
    """A control inside a paragraph. Without a value it shows what to write, which goes away at the first letter."""
    about = el(
        "w:sdtPr",
        None,
        val("w:alias", readable(field.label)[:LONGEST_TAG]),
        val("w:tag", field.tag[:LONGEST_TAG]),
        None if field.value else el("w:showingPlcHdr"),
        el("w:text", {"multiLine": "1"}),
    )
    return el("w:sdt", None, about, el("w:sdtContent", None, *shown))
