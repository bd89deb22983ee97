"""Participation in half a page: how often, when, and how much has no answer; the report tells all of it."""

from collections.abc import Iterator

from reports.blocks import Block, Items, Paragraph
from reports.chapters.summary_open import in_report
from reports.content import Content

MOST_ROUNDS = 6
"""Rounds that fit in half a page; the others are counted."""


def participation_blocks(content: Content) -> Iterator[Block]:
    """A line for every round."""
    case, text = content.case, content.text
    if case.account is None:
        yield Paragraph(text.html("proposal_text.people_none"))
        return
    rounds = case.account.rounds
    comments = [comment for found in rounds for comment in found.comments]
    yield Paragraph(
        text.html(
            "proposal_text.people_count",
            count=len(rounds),
            comments=len(comments),
            open=sum(comment.done is None for comment in comments),
            place=in_report(content, text("chapters.account")),
        )
    )
    yield Items(
        tuple(
            text.html(
                "proposal_text.people_round",
                when=text.of(found.day_or_period),
                label=text.of(found.label),
                comments=len(found.comments),
                open=sum(comment.done is None for comment in found.comments),
            )
            for found in rounds[:MOST_ROUNDS]
        )
    )
    if left := len(rounds[MOST_ROUNDS:]):
        yield Paragraph(text.html("proposal_text.people_more", count=left))
