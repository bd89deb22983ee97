"""Small pieces that the chapters share: names, sources, cells and the weighting that a list is ordered by.

Words of a case are data: they become `Markup` here and nowhere are they taken for markup.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from markupsafe import Markup, escape

from cases.definition.criterion import Criterion
from cases.definition.model import Alternative, Case, Performance
from reports.blocks import Align, Items, Paragraph, TableColumn, TableRow
from reports.content import Content, View
from reports.figures.report_charts import TALLEST, TALLEST_WIDE
from texts import Words
from wording.effect_words import performance_with_unit, span

MOST_COLUMNS = 5
"""With more alternatives than this beside each other a table needs a page on its side."""

MANY_WEIGHTINGS = 8
"""With more weightings than these the council report has a line for each, and no chart or table of each by itself."""

_Item = TypeVar("_Item")


def note(words: str | Markup) -> Paragraph:
    """A smaller paragraph under a table or a heading."""
    return Paragraph(escape(words), "note")


def plain(*words: str | Markup) -> tuple[Paragraph, ...]:
    """Paragraphs; those without words are left out."""
    return tuple(Paragraph(escape(item)) for item in words if item)


def items(lines: Iterable[str | Markup]) -> Items:
    """A list; words that are not markup yet are escaped."""
    return Items(tuple(escape(line) for line in lines))


def row(*cells: str | Markup) -> TableRow:
    """A row of a table; words that are not markup yet are escaped."""
    return TableRow(tuple(escape(item) for item in cells))


def band(words: str | Markup) -> TableRow:
    """A heading over the rows below it."""
    return TableRow((escape(words),), band=True)


def banded(groups: Iterable[tuple[str | Markup, Iterable[TableRow]]]) -> tuple[TableRow, ...]:
    """The rows of each group under its heading; a group without rows is left out."""
    found: list[TableRow] = []
    for heading, rows in groups:
        inside = tuple(rows)
        found += [band(heading), *inside] if inside else []
    return tuple(found)


def bold(words: str | Markup) -> Markup:
    """The words in bold."""
    return Markup("<b>{}</b>").format(words)


def labelled(label: str, words: str | Markup) -> Markup:
    """`Label: words`, the label in bold; a label that is a question keeps its own mark."""
    mark = "" if label.endswith(("?", ":", ".")) else ":"
    return Markup("<b>{}{}</b> {}").format(label, mark, words)


def ended(words: str) -> str:
    """The words with a full stop, so that a sentence can follow."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def joined(parts: Iterable[str | Markup], separator: str = " ") -> Markup:
    """The parts that are not empty, behind each other."""
    return escape(separator).join(part for part in parts if part)


def named(alternative: Alternative, text: Words) -> str:
    """`Tram (B)`: the name with the letter that charts use."""
    return f"{text.of(alternative.label)} ({alternative.code})"


def heads(text: Words, widths: Mapping[str, float], start: str = "") -> tuple[TableColumn, ...]:
    """A column with each of these widths; its title is the text of which the key ends as given, after ``start``."""
    return tuple(TableColumn(text(start + key), width=width) for key, width in widths.items())


def letters(case: Case, text: Words) -> Markup:
    """What the letter of each alternative stands for."""
    return labelled(
        text("chapters.letters"), ", ".join(f"{item.code}: {text.of(item.label)}" for item in case.alternatives)
    )


def columns(case: Case, text: Words, first: str, width: float = 1.4, align: Align = "left") -> tuple[TableColumn, ...]:
    """A first column, and one for every alternative in the order of the case."""
    return (TableColumn(first, width=width), *(TableColumn(named(item, text), align) for item in case.alternatives))


def is_wide(case: Case) -> bool:
    """True when a column for every alternative does not fit on a page on its end."""
    return len(case.alternatives) > MOST_COLUMNS


def is_crowded(case: Case) -> bool:
    """True when columns just fit beside each other: lists in them name the first few and count the others."""
    return len(case.alternatives) == MOST_COLUMNS


def tallest(case: Case) -> int:
    """Pixels that a chart may be high in a section that is wide when the case is."""
    return TALLEST_WIDE if is_wide(case) else TALLEST


def codes(case: Case, ids: Sequence[str], text: Words) -> str:
    """The letters of some alternatives; none means all of them."""
    return ", ".join(case.alternative(key).code for key in ids) if ids else text("case.for_all")


def source_list(case: Case, ids: Iterable[str]) -> str:
    """`S1 (2019), S4`: numbers of the list of sources, with the year where it is known."""
    found = [case.sources[key] for key in ids]
    return ", ".join(f"{item.id} ({item.year})" if item.year else item.id for item in found)


def source_ids(ids: Iterable[str]) -> str:
    """`S1, S4`: for tables with little room; the years stand in the list of sources."""
    return ", ".join(ids)


def effect(criterion: Criterion, cell: Performance, text: Words) -> str:
    """An effect with its unit, and its range behind it."""
    shown, range_ = performance_with_unit(criterion, cell, text), span(criterion, cell, text)
    return f"{shown} ({range_})" if range_ else shown


def chunks(found: Sequence[_Item], size: int) -> list[Sequence[_Item]]:
    """The same in groups of at most `size`, so that a table does not grow wider than its page."""
    return [found[start : start + size] for start in range(0, len(found), size)]


def base_sentence(content: Content) -> str:
    """To which weighting an order belongs that `content.base` gives: the maker's own, or every theme the same."""
    own = any(view.comparison is content.base for view in content.views)
    return content.text("chapters.at_base", view=content.text("report.own" if own else "chapters.equal_themes"))


def charted(content: Content) -> View | None:
    """The weighting that single charts are about: the maker's own, or else the first; None when there is none.

    A chart for each of many would hide them all; its caption says which it is.
    """
    own = [view for view in content.views if view.id == "own"]
    return next(iter([*own, *content.views]), None)
