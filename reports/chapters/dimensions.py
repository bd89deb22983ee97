"""Now, later and elsewhere: each by itself in every weighting, and never added up."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cases.comparison import Comparison
from cases.coverage import silent_share
from cases.dimensions import Part, Rule, by_rule, parts
from reports.blocks import Block, Column, Section, Table
from reports.chapters.parts import columns, is_wide, items, joined, labelled, plain, row
from reports.chapters.results import total_cells
from reports.content import Content
from reports.dimensions import part_sentence, split_sentence
from texts.numbers import percent

RULES: tuple[Rule, ...] = ("topics", "dimensions")


def chapter(content: Content) -> Section:
    """A table per part with all weightings of the report, and two rules that both sound fair beside them."""
    text = content.text
    found = [(label, parts(comparison)) for label, comparison in _weightings(content)]
    sections = (_part(content, place, found) for place in range(3))
    return Section("dimensions", text("dimension.title"), (*_intro(content, found), *sections))


def _weightings(content: Content) -> Iterator[tuple[str, Comparison]]:
    off = content.settings.requirements_off
    for view in content.views:
        yield view.label, view.comparison
    for rule in RULES:
        yield content.text(f"dimension.rule_{rule}"), by_rule(content.case, rule, requirements_off=off)


def _intro(content: Content, found: Sequence[tuple[str, tuple[Part, ...]]]) -> Iterator[Block]:
    text = content.text
    yield from plain(text("dimension.intro"), text("chapters.dimensions_intro"))
    silent = percent(silent_share(content.case), text.language)
    yield items(
        labelled(text(f"dimension.rule_{rule}"), text(f"dimension.rule_{rule}_about", share=silent)) for rule in RULES
    )
    split = [(label, split_sentence(of_label, text)) for label, of_label in found]
    if any(sentence for _, sentence in split):
        yield items(labelled(label, sentence) for label, sentence in split if sentence)


def _part(content: Content, place: int, found: Sequence[tuple[str, tuple[Part, ...]]]) -> Section:
    case, text = content.case, content.text
    dimension, keys = found[0][1][place].dimension, found[0][1][place].criteria
    title = text(f"time.{dimension}")
    if not keys:
        blocks: tuple[Block, ...] = plain(text("dimension.nothing"))
        return Section(f"dimension_{dimension}", title, blocks)
    names = ", ".join(case.criterion(key).short.get(text.language) for key in keys)
    heads = columns(case, text, text("chapters.weighting"), width=1.8, align="right")
    table = Table(
        f"dimension_totals_{dimension}",
        text("chapters.dimension_caption", part=title),
        (heads[0], Column(text("explore.weight"), "right"), *heads[1:]),
        tuple(
            row(label, _weight(of_label[place], content), *_cells(of_label[place], content))
            for label, of_label in found
        ),
        joined([text("chapters.dimension_note"), _equal_note(place, found, content)]),
    )
    sentences = items(labelled(label, part_sentence(of_label[place], text)) for label, of_label in found)
    intro = plain(labelled(text("chapters.dimension_criteria", count=len(keys)), f"{names}."))
    return Section(f"dimension_{dimension}", title, (*intro, table, sentences), wide=is_wide(case))


def _weight(part: Part, content: Content) -> str:
    shown = percent(part.weight, content.text.language)
    return f"{shown}*" if part.equal else shown


def _equal_note(place: int, found: Sequence[tuple[str, tuple[Part, ...]]], content: Content) -> str:
    return content.text("chapters.dimension_equal") if any(of_label[place].equal for _, of_label in found) else ""


def _cells(part: Part, content: Content) -> tuple[str | Markup, ...]:
    """The totals within this part; bold only where one can say what comes first."""
    if part.inside is None:
        return ("",) * len(content.case.alternatives)
    cells = total_cells(part.inside, content.text)
    return (
        cells
        if part.decided
        else tuple(Markup(cell).striptags() if isinstance(cell, Markup) else cell for cell in cells)
    )
