"""The council report: the annex without its longest parts, which stand in the full report and in the spreadsheet.

What is left out is named at the end, so that nothing is hidden.
"""

from dataclasses import replace

from markupsafe import Markup

from reports.blocks import Items, Paragraph, Section
from reports.content import Content

LEFT_OUT = frozenset(
    {
        "effects_claims", "effects_yardsticks", "effects_checks", "effects_overlaps", "effects_evidence",
        "requirements_why", "who_ledgers", "who_claims", "who_groups", "who_equity", "conflicts_themes",
        "weights_steps", "robustness_values", "opinions_how", "switches_views", "gaps_illustrative", "gaps_no_euro",
        "euros_lines", "euros_switches", "glossary",
    }
)  # fmt: skip
"""Ids of sections with every figure, claim and step one by one."""
OF_EACH_VIEW = ("weights", "results", "robustness")
"""Chapters with a section for each weighting; the tables that set the weightings side by side stay."""


def council_annex(content: Content, annex: list[Section]) -> list[Section]:
    """The chapters without the parts that are left out, and a section that names those."""
    ids = LEFT_OUT | {f"{chapter}_of_{view.id}" for chapter in OF_EACH_VIEW for view in content.views}
    named: dict[str, list[str]] = {}
    kept = [found for section in annex if (found := _without(section, ids, "", named)) is not None]
    text = content.text
    about = Paragraph(text.html("report.left_out_about"))
    lines = Items(
        tuple(
            Markup("<b>{}</b> {}").format(f"{title}:" if parts else title, "; ".join(parts))
            for title, parts in named.items()
        )
    )
    return [*kept, Section("left_out", text("report.left_out"), (about, lines))]


def _without(section: Section, ids: frozenset[str], chapter: str, named: dict[str, list[str]]) -> Section | None:
    if section.id in ids:
        named.setdefault(chapter or section.title, []).extend([section.title] if chapter else [])
        return None
    blocks = [
        _without(block, ids, chapter or section.title, named) if isinstance(block, Section) else block
        for block in section.blocks
    ]
    kept = tuple(block for block in blocks if block is not None)
    # A chapter of which nothing is left but its heading is named at the end too.
    return replace(section, blocks=kept) if kept else None
