"""The account of participation: who was asked, who came and who was missing, what came back, what was done with it."""

from collections.abc import Iterator

from cases.definition.participation import RoundOfInput
from reports.blocks import Section, TableBlock, TableRow
from reports.chapters.chapter_parts import banded, bold, ended, heads, joined, labelled, plain, row, source_ids
from reports.content import Content
from texts import Words
from texts.numbers import number


def chapter(content: Content) -> Section:
    """A band per round; without an account it says so, for then nobody can see whether people were asked."""
    text, account = content.text, content.case.account
    title = text("chapters.account")
    if account is None:
        return Section("account", title, plain(text("chapters.account_none")))
    rows = banded((text.of(item.label), _round(item, text)) for item in account.rounds)
    columns = heads(text, {"question": 1, "answer": 3.6}, "chapters.account_")
    intro = plain(text("chapters.account_intro"), labelled(text("chapters.account_about"), text.of(account.about)))
    return Section("account", title, (*intro, TableBlock("account_rounds", title, columns, rows)))


def _round(found: RoundOfInput, text: Words) -> Iterator[TableRow]:
    """Dissent stands among the rest in the order of the file, and what has no answer says so."""
    language = text.language
    people = text("effects.unknown") if found.people is None else number(found.people, language)
    for key in ("day_or_period", "asked", "invited", "took_part"):
        yield row(text(f"chapters.account_{key}"), getattr(found, key).get(language))
    yield row(text("chapters.account_people"), people)
    yield row(text("chapters.account_missing"), found.missing.get(language))
    for item in found.comments:
        done = item.done.get(language) if item.done is not None else bold(text("chapters.account_open"))
        answer = joined([ended(item.text.get(language)), labelled(text("chapters.account_done"), done)])
        yield row(text("chapters.account_comment", kind=text(f"chapters.comment_{item.kind}")), answer)
    if not found.comments:
        yield row(text("chapters.account_back"), text("chapters.account_no_comments"))
    if found.sources:
        yield row(text("effects.sources"), source_ids(found.sources))
