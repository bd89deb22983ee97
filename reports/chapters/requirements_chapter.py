"""Hard requirements: what is asked, by whom and on what ground, and whether each alternative meets it."""

from collections.abc import Iterator

from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock
from reports.chapters.chapter_parts import (
    banded,
    bold,
    columns,
    heads,
    is_wide,
    joined,
    note,
    plain,
    row,
    source_ids,
    source_list,
)
from reports.content import Content
from texts import Words
from wording.requirement_line import requirement_line
from wording.requirement_words import RequirementRow, requirement_rows


def chapter(content: Content) -> Section:
    """Every requirement, also one that is left out; a case without requirements says so."""
    case, text, off = content.case, content.text, content.settings.requirements_off
    if not case.requirements:
        blocks = plain(text("requirement.intro"), text("requirement.none"))
        return Section("requirements", text("requirement.title"), blocks)
    rows = requirement_rows(case, text)
    intro = plain(text("requirement.intro"), requirement_line(case, off, text))
    matrix = _matrix(case, rows, off, text)
    sections = (
        Section("requirements_met", text("chapters.requirements_met"), (matrix,), wide=is_wide(case)),
        Section("requirements_asked", text("chapters.requirements_asked"), (_asked(rows, text),)),
        Section(
            "requirements_why",
            text("chapters.requirements_why"),
            tuple(_why(case, rows, text)),
            wide=True,
            one_by_one=True,
        ),
    )
    return Section("requirements", text("requirement.title"), (*intro, *sections))


def _matrix(case: Case, rows: tuple[RequirementRow, ...], off: tuple[str, ...], text: Words) -> TableBlock:
    """What certainly fails stands out by its letters, not by colour."""
    return TableBlock(
        "requirements_matrix",
        text("chapters.requirements_met"),
        columns(case, text, text("requirement.column"), width=2.2),
        tuple(
            row(
                joined([item.label, f"({item.status})", bold(text("requirement.off")) if item.id in off else ""]),
                *(bold(found.word) if found.result == "not_met" else found.word for found in item.results),
            )
            for item in rows
        ),
    )


def _asked(rows: tuple[RequirementRow, ...], text: Words) -> TableBlock:
    widths = {
        "requirement.column": 1.6, "requirement.why": 4, "requirement.set_by": 1.2,
        "chapters.requirement_ground": 1.2, "effects.sources": 0.8,
    }  # fmt: skip
    return TableBlock(
        "requirements_list",
        text("chapters.requirements_asked"),
        heads(text, widths),
        tuple(
            row(item.label, item.why, item.set_by, f"{item.ground}; {item.status}", source_ids(item.sources))
            for item in rows
        ),
    )


def _why(case: Case, rows: tuple[RequirementRow, ...], text: Words) -> Iterator[Block]:
    """Each result with its number and limit, or with the reason."""
    lines = banded(
        (
            item.label,
            (
                row(f"{found.alternative} ({found.code})", found.word, found.sentence, source_list(case, found.sources))
                for found in item.results
            ),
        )
        for item in rows
    )
    widths = {
        "explore.alternative": 1.5, "chapters.result": 1, "chapters.requirement_reason": 4.5, "effects.sources": 1.3,
    }  # fmt: skip
    yield note(text("chapters.sources_note"))
    yield TableBlock("requirements_results", text("chapters.requirements_why"), heads(text, widths), lines)
