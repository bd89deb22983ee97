"""The account of participation: who was asked, who came and who was missing, what came back, what was done with it."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.account import RoundOfInput
from cases.model import Case
from reports.blocks import Block, Column, Section, Table
from reports.chapters.parts import labelled, note, plain, row, source_list
from reports.content import Content
from texts import Words
from texts.numbers import number

ABOUT = ("day_or_period", "asked", "invited", "took_part", "missing")


def chapter(content: Content) -> Section:
    """One part per round; without an account it says so, for then nobody can see whether people were asked."""
    case, text, account = content.case, content.text, content.case.account
    title = text("chapters.account")
    if account is None:
        return Section("account", title, plain(text("chapters.account_none")))
    sections = tuple(
        Section(f"account_{item.id}", item.label.get(text.language), tuple(_round(case, item, text)))
        for item in account.rounds
    )
    intro = plain(
        text("chapters.account_intro"), labelled(text("chapters.account_about"), account.about.get(text.language))
    )
    return Section("account", title, (*intro, *sections))


def _round(case: Case, found: RoundOfInput, text: Words) -> Iterator[Block]:
    """Dissent stands among the rest in the order of the file, and what has no answer says so."""
    language = text.language
    people = text("effects.unknown") if found.people is None else number(found.people, language)
    rows = [row(text(f"chapters.account_{key}"), getattr(found, key).get(language)) for key in ABOUT]
    rows.insert(4, row(text("chapters.account_people"), people))
    if found.sources:
        rows.append(row(text("effects.sources"), source_list(case, found.sources)))
    heads = (Column(text("chapters.account_question")), Column(text("chapters.account_answer"), width=3))
    yield Table(f"account_about_{found.id}", found.label.get(language), heads, tuple(rows))
    if not found.comments:
        yield note(text("chapters.account_no_comments"))
        return
    open_ = Markup("<b>{}</b>").format(text("chapters.account_open"))
    widths = {"comment": 3, "kind": 1, "done": 3}
    yield Table(
        f"account_comments_{found.id}",
        text("chapters.account_comments", round=found.label.get(language)),
        tuple(Column(text(f"chapters.account_{head}"), width=width) for head, width in widths.items()),
        tuple(
            row(
                item.text.get(language),
                text(f"chapters.comment_{item.kind}"),
                item.done.get(language) if item.done is not None else open_,
            )
            for item in found.comments
        ),
    )
