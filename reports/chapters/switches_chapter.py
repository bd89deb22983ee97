"""Choices of value that are built in, each made the other way once: what that does to the order in every weighting."""

from collections.abc import Sequence

from reports.blocks import Section, TableBlock
from reports.chapters.chapter_parts import base_sentence, bold, heads, items, labelled, letters, note, plain, row
from reports.content import Content, View
from texts import Words
from weighing.comparison import Comparison
from weighing.turned_choices import TurnedChoice, turned_choices
from wording.choice_words import choice_rows, order_text


def chapter(content: Content) -> Section:
    """All choices with the effect on one weighting, and then the new orders of all weightings beside each other."""
    text, base = content.text, content.base
    choices = choice_rows(base, text)
    first = text.of(base.case.alternatives[base.first].label)
    now = text("choices.now_tie" if base.undecided else "choices.now", first=first, order=order_text(base, base.order))
    widths = {"choice": 1.3, "built_in": 1.7, "other": 1.7, "effect": 2}
    rows = tuple(
        row(item.name, item.built_in, item.other, bold(item.effect) if item.moves else item.effect) for item in choices
    )
    about = text.html("chapters.switches_note")
    table = TableBlock("switches_choices", text("choices.title"), heads(text, widths, "choices."), rows, about)
    intro = plain(text("choices.intro"), f"{base_sentence(content)} {now}", letters(content.case, text))
    blocks = (*intro, Section("switches_one", text("chapters.switches_one"), (table,)))
    views = [view for view in content.views if not view.comparison.unsure]
    unsure = [view.label for view in content.views if view.comparison.unsure]
    if views:
        orders = _orders(views, text)
        blocks += (Section("switches_views", text("chapters.switches_views"), orders, wide=True, one_by_one=True),)
    if unsure:
        blocks += (note(text("chapters.switches_unsure", views=text.listed(unsure))),)
    return Section("switches", text("choices.title"), blocks)


def _orders(views: Sequence[View], text: Words) -> tuple:
    found = [turned_choices(view.comparison) for view in views]
    movable = [place for place, _ in enumerate(found[0]) if any(of_view[place].order is not None for of_view in found)]
    widths = {"chapters.weighting": 1.6, "chapters.order_now": 1}
    widths |= {f"choice.{found[0][place].choice}": 1.2 for place in movable}
    rows = tuple(
        row(
            view.label,
            _order(view.comparison, view.comparison.order, view.comparison.undecided, text),
            *(_cell(view.comparison, of_view[place], text) for place in movable),
        )
        for view, of_view in zip(views, found, strict=True)
    )
    why = items(
        labelled(text(f"choice.{item.choice}"), text(f"choice_reason.{item.reason}"))
        for place, item in enumerate(found[0])
        if place not in movable
    )
    table = TableBlock(
        "switches_orders", text("chapters.switches_views"), heads(text, widths), rows, text.html("chapters.orders_note")
    )
    return (table, *((why,) if why.items else ()))


def _cell(comparison: Comparison, found: TurnedChoice, text: Words) -> str:
    """The order that comes of it, in bold when another alternative then comes first."""
    if found.order is None:
        return text("chapters.not_turned")
    shown = _order(comparison, found.order, found.undecided, text)
    moved = found.undecided != comparison.undecided or found.order[0] != comparison.first
    return bold(shown) if moved else shown


def _order(comparison: Comparison, order: tuple[int, ...], undecided: bool, text: Words) -> str:
    shown = order_text(comparison, order)
    return text("chapters.order_open", order=shown) if undecided else shown
