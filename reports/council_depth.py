"""The council report: the annex without what goes one by one, which stands in the full report and in the spreadsheet.

What is left out is named at the end, so that nothing is hidden.
"""

from dataclasses import replace

from markupsafe import Markup

from reports.blocks import Items, Paragraph, Section
from texts import Words


def council_annex(annex: list[Section], text: Words) -> list[Section]:
    """The chapters without the parts that are left out, and a section that names those."""
    named: dict[str, list[str]] = {}
    kept = [found for section in annex if (found := _without(section, "", named)) is not None]
    about = Paragraph(text.html("report.left_out_about"))
    lines = Items(
        tuple(
            Markup("<b>{}</b> {}").format(f"{title}:" if parts else title, "; ".join(parts))
            for title, parts in named.items()
        )
    )
    return [*kept, Section("left_out", text("report.left_out"), (about, lines))]


def _without(section: Section, chapter: str, named: dict[str, list[str]]) -> Section | None:
    if section.one_by_one:
        named.setdefault(chapter or section.title, []).extend([section.title] if chapter else [])
        return None
    blocks = [
        _without(block, chapter or section.title, named) if isinstance(block, Section) else block
        for block in section.blocks
    ]
    kept = tuple(block for block in blocks if block is not None)
    # A chapter of which nothing is left but its heading is named at the end too.
    return replace(section, blocks=kept) if kept else None
