"""A second opinion: what other methods make of the same effects and weights. Methods do not vote."""

from collections.abc import Iterator

from cases.opinions import Opinions
from reports.blocks import Block, Column, Row, Section, Table
from reports.chapters.parts import band, columns, is_wide, items, labelled, note, plain, row
from reports.content import Content, View
from reports.sureness import dominance_sentences, opinion_sentence
from texts import Words
from texts.numbers import number


def chapter(content: Content) -> Section | None:
    """The places by every method in every weighting; None when the report has no weighting to ask about."""
    text, views = content.text, content.views
    if not views:
        return None
    asked = [(view, view.opinions) for view in views]
    sentences = [
        labelled(
            view.label,
            opinion_sentence(view.comparison, found, text) if found is not None else text("chapters.opinion_not"),
        )
        for view, found in asked
    ]
    blocks: list[Block] = [*plain(text("sure.opinion_intro")), items(sentences)]
    given = [(view, found) for view, found in asked if found is not None]
    if given:
        blocks += _tables(content, given)
    return Section("opinions", text("sure.opinion"), tuple(blocks))


def _tables(content: Content, given: list[tuple[View, Opinions]]) -> Iterator[Block]:
    text = content.text
    heads = columns(content.case, text, text("sure.opinion_method"), width=2, align="right")
    rows: list[Row] = []
    for view, found in given:
        rows.append(band(view.label))
        rows += [
            row(text(f"method_name.{method}"), *(_place(rank, text) for rank in ranks), _correlation(agreement, text))
            for method, ranks, agreement in zip(
                found.methods, found.ranks.tolist(), found.agreement[0].tolist(), strict=True
            )
        ]
    table = Table(
        "opinions_places",
        text("sure.opinion_table"),
        (*heads, Column(text("chapters.agreement_short"), "right", 1.2)),
        tuple(rows),
        text.html("sure.opinion_agreement_help"),
    )
    yield Section("opinions_table", text("sure.opinion_table"), (table,), wide=is_wide(content.case))
    yield Section("opinions_how", text("sure.opinion_how"), tuple(_how(content, given)))


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


def _place(rank: int, text: Words) -> str:
    """0 is an alternative that fails a hard requirement."""
    return str(rank) if rank else text("explore.fails")


def _correlation(value: float, text: Words) -> str:
    return number(value, text.language, 2) if value == value else "-"  # NaN is not equal to itself
