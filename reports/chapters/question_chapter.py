"""The question: what is compared, where, who decides, and what nobody may miss."""

from collections.abc import Iterator

from markupsafe import escape

from reports.blocks import Block, Callout, Paragraph, Section
from reports.chapters.chapter_parts import bold, items, labelled, plain, source_ids
from reports.content import Content
from reports.figures.areas_figure import areas_figure
from reports.figures.land_figure import in_summary, land_figure
from reports.figures.place_figure import place_figure


def chapter(content: Content) -> Section:
    """The frame of the case."""
    return Section("question", content.text("chapters.question"), tuple(_blocks(content)), new_page=True)


def _blocks(content: Content) -> Iterator[Block]:
    case, text, language = content.case, content.text, content.text.language
    yield Paragraph(escape(case.question.get(language)), "lead")
    if case.notice is not None:
        lines = [escape(case.notice.text.get(language))]
        if case.notice.sources:
            lines.append(labelled(text("effects.sources"), source_ids(case.notice.sources)))
        yield Callout(case.notice.title.get(language), tuple(lines))
    yield from plain(
        labelled(text("case.place"), case.place.get(language)),
        labelled(text("case.who"), case.who_decides.get(language)),
    )
    if case.map_link is not None:
        yield Paragraph(text.html("chapters.map", address=case.map_link))
    if case.outline is not None:
        yield place_figure(case.outline, text)
    maps = areas_figure(content)
    if maps is not None:
        yield maps
    tiles = None if in_summary(content) else land_figure(content)
    if tiles is not None:
        yield tiles
    for title, lines in ((text("case.fixed"), case.fixed), (text("case.open"), case.open)):
        yield Paragraph(bold(title))
        yield items(line.get(language) for line in lines) if lines else plain(text("chapters.nothing_named"))[0]
