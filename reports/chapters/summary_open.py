"""In the summary: what nobody knows, and what people said."""

from markupsafe import Markup

from cases.definition.model import Case
from reports.blocks import Block, Items, Paragraph, Section
from reports.chapters.chapter_parts import is_crowded
from reports.chapters.gaps_chapter import merged
from reports.content import Content
from texts import Words
from wording.gap_words import GapPart, GapRow
from wording.story_rows import StoryRow, story_rows

NAMED = 3
"""At most this many gaps of one kind; the rest is counted and stands in the chapter. One less in crowded two pages."""

NAMED_KINDS = ("not_counted", "unknown")
"""The other kinds have a figure or are about euros: how many figures are illustrative stands in the box on top."""


def unknown_blocks(content: Content) -> tuple[Block, ...]:
    """`unknown` under its heading."""
    return (Section("summary_unknown", content.text("report.unknown"), unknown(content)),)


def unknown(content: Content) -> tuple[Block, ...]:
    """The most telling of what is not counted and not known, and how much more there is of it."""
    text = content.text
    lines = tuple(_gap_line(content, part) for part in content.gaps if part.kind in NAMED_KINDS)
    return (Items(lines) if lines else Paragraph(text.html("report.no_gap")),)


def voices_blocks(content: Content) -> tuple[Block, ...]:
    """Stories in people's own words where there is room, and who was asked what; says so when there is none."""
    case, text = content.case, content.text
    rows = story_rows(case, text)
    picked = [] if is_crowded(case) else told(content)
    stories = Items(tuple(_story(row, text) for row in picked))
    rest = [] if rows else [text.html("report.no_stories")]
    if rows and not picked:
        rest.append(elsewhere(content, "report.stories_in", len(rows), text("effects.stories")))
    elif len(rows) > len(picked):
        rest.append(elsewhere(content, "report.more_stories", len(rows) - len(picked), text("effects.stories")))
    about = Paragraph(Markup(" ").join([*rest, account_sentence(case, text)]))
    return (Section("summary_voices", text("report.voices"), (stories, about) if picked else (about,)),)


def told(content: Content) -> list[StoryRow]:
    """The first story about each alternative so that no plan speaks louder here; those about all are in the chapter."""
    case, text = content.case, content.text
    rows = story_rows(case, text)
    return [
        next(row for row in rows if row.alternative == label)
        for label in (text.of(item.label) for item in case.alternatives)
        if any(row.alternative == label for row in rows)
    ]


def account_sentence(case: Case, text: Words) -> Markup:
    """How often people were asked, what came back and how much of it has no answer; or that nobody noted it."""
    if case.account is None:
        return text.html("report.no_account")
    comments = [comment for asked in case.account.rounds for comment in asked.comments]
    return text.html(
        "report.account",
        count=len(case.account.rounds),
        comments=len(comments),
        open=sum(comment.done is None for comment in comments),
    )


def elsewhere(content: Content, key: str, count: int, chapter: str) -> Markup:
    """How many more there are, and where they stand: in a chapter of this report, or in the full one."""
    text = content.text
    alone = content.settings.depth == "summary"
    place = text("report.in_full") if alone else text("report.in_chapter", chapter=chapter)
    return text.html(key, count=count, place=place)


def in_report(content: Content, chapter: str) -> str:
    """Where the report behind another paper has the rest; the summary has no chapters."""
    text = content.text
    return text(
        "report.in_whole_report" if content.settings.depth == "summary" else "report.in_report", chapter=chapter
    )


def _gap_line(content: Content, part: GapPart) -> Markup:
    """`Niet bekend: a (A en B); b (alle alternatieven); en nog 20 in het hoofdstuk Leemten.`"""
    case, text = content.case, content.text
    rows = merged(part.rows)
    named = NAMED - (content.settings.depth == "summary" and is_crowded(case))
    shown: list[str | Markup] = [_gap(case, row, text) for row in rows[:named]]
    if len(rows) > named:
        shown.append(elsewhere(content, "report.more", len(rows) - named, text("gap.title")))
    return text.html("report.gap_kind", kind=text(f"gap.{part.kind}"), gaps=Markup("; ").join(shown))


def _gap(case: Case, row: GapRow, text: Words) -> str:
    whom = [alternative.code for alternative in row.alternatives]
    about = text("story.all_alternatives") if len(whom) in (0, len(case.alternatives)) else text.listed(whom)
    return text("report.gap", words=(row.name or row.why).rstrip("."), about=about)


def _story(row: StoryRow, text: Words) -> Markup:
    """The words with who speaks and what they are: own words, a summary or a made-up example."""
    about = "; ".join(part for part in (row.role, row.alternative, row.kind, " ".join(row.sources)) if part)
    return text.html("report.story", words=row.text, about=about)
