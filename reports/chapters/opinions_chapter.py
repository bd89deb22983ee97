"""A second opinion: what other methods make of the same effects and weights. Methods do not vote."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import items, joined, labelled, letters, note, plain, row
from reports.content import Content, View
from texts import Words
from texts.numbers import number
from weighing.opinions import Opinions
from wording.sureness import dominance_sentences, opinion_sentence

MOST_METHODS = 8
"""With more methods beside each other the table needs a page on its side."""


def chapter(content: Content) -> Section | None:
    """The places by every method in every weighting; None when the report has no weighting to ask about."""
    text, views = content.text, content.views
    if not views:
        return None
    asked = [(view, view.opinions) for view in views]
    sentences = [
        labelled(
            view.label,
            opinion_sentence(view.comparison, found, text) if found is not None else _not_asked(view, text),
        )
        for view, found in asked
    ]
    blocks: list[Block] = [*plain(text("sure.opinion_intro")), items(sentences)]
    given = [(view, found) for view, found in asked if found is not None]
    if given:
        blocks += _tables(content, given)
    return Section("opinions", text("sure.opinion"), tuple(blocks))


def _not_asked(view: View, text: Words) -> str:
    return text("chapters.opinion_unsure" if view.comparison.unsure else "chapters.opinion_not")


def _tables(content: Content, given: list[tuple[View, Opinions]]) -> Iterator[Block]:
    """The order by every method in every weighting, in letters, with how alike it is to the usual order."""
    case, text = content.case, content.text
    methods = list(dict.fromkeys(method for _, found in given for method in found.methods))
    table = TableBlock(
        "opinions_places",
        text("chapters.opinion_orders"),
        (
            TableColumn(text("chapters.weighting"), width=1.6),
            *(TableColumn(text(f"method_name.{method}"), width=1.1) for method in methods),
        ),
        tuple(row(view.label, *_orders(case, found, methods, text)) for view, found in given),
        joined([text.html("chapters.opinion_orders_note"), _not_counted(given, text)]),
    )
    blocks = (*plain(letters(case, text)), table)
    yield Section("opinions_table", text("chapters.opinion_orders"), blocks, wide=len(methods) > MOST_METHODS)
    yield Section("opinions_how", text("sure.opinion_how"), tuple(_how(content, given)), one_by_one=True)


def _not_counted(given: list[tuple[View, Opinions]], text: Words) -> Markup:
    """The methods of the table that the sentences above it leave out of their count."""
    left = dict.fromkeys(
        method
        for _, found in given
        for method, counted in zip(found.methods[1:], found.counted[1:], strict=True)
        if not counted
    )
    if not left:
        return Markup()
    names = text.listed([text(f"method_name.{method}") for method in left])
    return text.html("chapters.opinion_not_counted", count=len(left), methods=names)


def _orders(case: Case, found: Opinions, methods: Sequence[str], text: Words) -> Iterator[str]:
    """`B C A R (0,67)`; a method that could not be used has a dash."""
    for method in methods:
        if method not in found.methods:
            yield "-"
            continue
        place = found.methods.index(method)
        order = _letters(case, found.ranks[place].tolist())
        alike = found.agreement[0, place]
        # The usual order is like itself; a method that puts all together is like nothing.
        shown = place > 0 and not math.isnan(alike)
        yield f"{order} ({number(float(alike), text.language, 2)})" if shown else order


def _letters(case: Case, ranks: Sequence[int]) -> str:
    """The letters with the first in front, `=` between equals; 0, which fails a hard requirement, is left out."""
    order = sorted((rank, place) for place, rank in enumerate(ranks) if rank)
    groups = [
        [case.alternatives[place].code for _, place in group] for _, group in groupby(order, lambda item: item[0])
    ]
    return " ".join(" = ".join(codes) for codes in groups)


def _how(content: Content, given: list[tuple[View, Opinions]]) -> Iterator[Block]:
    """Every method that was used, what could not be used and why, and what is better whatever the weights."""
    text = content.text
    methods = dict.fromkeys(method for _, found in given for method in found.methods[1:])
    yield items(labelled(text(f"method_name.{method}"), text(f"method_about.{method}")) for method in methods)
    refused: dict[str, list[str]] = {}
    for view, found in given:
        for item in found.refused:
            line = text(
                "sure.opinion_refused",
                method=text(f"method_name.{item.method}"),
                reason=text(f"refusal.{item.refusal}"),
            )
            refused.setdefault(line, []).append(view.label)
    if refused:
        yield items(
            line if len(labels) == len(given) else labelled(text.listed(labels), line)
            for line, labels in refused.items()
        )
    # The same whatever the weights are: it is about the scores, which all weightings on these ranges share.
    lines = dict.fromkeys(line for view, found in given for line in dominance_sentences(view.comparison, found, text))
    yield items(lines)
    yield note(text("chapters.opinion_note"))
