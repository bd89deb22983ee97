"""The alternatives, each with the same room: what it is, who governs it, its strongest and weakest points, reasons."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markupsafe import Markup

from cases.definition.model import Alternative, Case, Reason
from cases.definition.picture import reencoded
from reports.blocks import Block, Items, Paragraph, PictureBlock, Section, TableBlock, TableRow
from reports.chapters.chapter_parts import (
    banded,
    bold,
    columns,
    effect,
    heads,
    is_wide,
    items,
    joined,
    labelled,
    named,
    note,
    plain,
    row,
    source_ids,
)
from reports.content import Content
from texts import Words
from weighing.strongest_weakest import strong_points, weak_points
from wording.effect_words import performance_text
from wording.grade_words import grade_mark
from wording.land_tiles import LandCell, land_picture


def chapter(content: Content) -> Section:
    """The point of comparison first, then the others in the order of the case."""
    case, text = content.case, content.text
    order = sorted(case.alternatives, key=lambda item: item.id != case.reference)
    sections = (_one(case, item, text) for item in order)
    intro = plain(text("chapters.alternatives_intro"), text("chapters.sources_note"))
    return Section("alternatives", text("case.alternatives"), (*intro, *_land(case, text), *sections))


def _land(case: Case, text: Words) -> Iterator[Block]:
    """The figures behind the tiles of the summary, with grade and sources."""
    picture = land_picture(case, text)
    if picture is not None:
        rows = tuple(
            row(item.label, *(joined([cell.shown, *_evidence(cell, text)], "; ") for cell in item.cells))
            for item in picture.rows
        )
        about = joined([*(f"{named(plan.alternative, text)}: {plan.rest}" for plan in picture.plans), picture.about])
        head = columns(case, text, text("land.use_heading"))
        table = TableBlock("land_use", text("land.title"), head, rows, about)
        yield Section("land", text("land.title"), (table,), wide=is_wide(case))


def _evidence(cell: LandCell, text: Words) -> tuple[str, ...]:
    return (grade_mark(cell.grade, text), " ".join(cell.sources))


def _one(case: Case, alternative: Alternative, text: Words) -> Section:
    return Section(f"alternative_{alternative.id}", named(alternative, text), tuple(_blocks(case, alternative, text)))


def _blocks(case: Case, alternative: Alternative, text: Words) -> Iterator[Block]:
    language = text.language
    if alternative.id == case.reference:
        yield note(text("chapters.reference_tag"))
    yield from plain(alternative.about.get(language))
    if alternative.picture is not None:
        picture = alternative.picture
        made = text(f"chapters.made_{picture.made}")
        caption = f"{alternative.label.get(language)}. {made}. {picture.credit.get(language)}"
        data = _printable(case.pictures[picture.file])
        yield PictureBlock(f"picture_{alternative.id}", caption, picture.alt.get(language), data)
    elif any(item.picture is not None for item in case.alternatives):
        yield note(text("chapters.no_picture"))
    yield from plain(labelled(text("case.governance"), alternative.governance.get(language)))
    yield _points(case, alternative, text)
    for title, reasons in (("case.for", alternative.reasons_for), ("case.against", alternative.reasons_against)):
        yield Paragraph(bold(text(title)))
        yield _reasons(reasons, text)


def _points(case: Case, alternative: Alternative, text: Words) -> TableBlock:
    """Where it does best and worst compared with the others, with the others beside it."""
    sides = {"case.strongest": strong_points(case, alternative.id), "case.weakest": weak_points(case, alternative.id)}
    none = [row(text("chapters.no_point"), "", "", "", "")]
    widths = {"criterion": 2, "effect": 2, "others": 1.8, "grade": 0.7, "sources": 1.2}
    return TableBlock(
        f"points_{alternative.id}",
        text("chapters.points", alternative=text.of(alternative.label)),
        heads(text, widths, "chapters.points_"),
        banded(
            (text(side), [_point(case, alternative, key, text) for key in keys] or none) for side, keys in sides.items()
        ),
    )


def _point(case: Case, alternative: Alternative, criterion_id: str, text: Words) -> TableRow:
    criterion, cell = case.criterion(criterion_id), case.performances[alternative.id, criterion_id]
    others = [
        f"{item.code} {performance_text(criterion, case.performances[item.id, criterion_id], text)}"
        for item in case.alternatives
        if item.id != alternative.id
    ]
    return row(
        text.of(criterion.label),
        effect(criterion, cell, text),
        "; ".join(others),
        grade_mark(cell.grade, text),
        source_ids(cell.sources),
    )


def _reasons(reasons: Sequence[Reason], text: Words) -> Items | Paragraph:
    if not reasons:
        return plain(text("chapters.nothing_named"))[0]
    return items(
        Markup("{} <i>{}</i>").format(text.of(reason.text), source_ids(reason.sources))
        if reason.sources
        else text.of(reason.text)
        for reason in reasons
    )


@lru_cache(maxsize=32)
def _printable(data: bytes) -> bytes:
    """PNG as it is; another picture written anew, because paper knows no WebP and does not turn a photo upright."""
    return data if data.startswith(b"\x89PNG") else reencoded(data)
