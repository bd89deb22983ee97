"""The land of every alternative in tiles, as a figure."""

from reports.blocks import Figure
from reports.content import Content
from wording.land_tiles import land_picture, paper_svg

MOST_BESIDE = 1
"""With more weightings the summary has no room for the tiles within its two pages: they then stand right behind it."""


def in_summary(content: Content) -> bool:
    """Whether the tiles stand in the summary; otherwise they stand with the question. The summary alone has no room."""
    return content.settings.depth != "summary" and len(content.views) <= MOST_BESIDE


def land_figure(content: Content) -> Figure | None:
    """All alternatives beside each other; None for a case that does not say what the land is used for."""
    text = content.text
    picture = land_picture(content.case, text)
    if picture is None:
        return None
    said = " ".join(plan.sentence for plan in picture.plans)
    return Figure("land_tiles", f"{text('land.title')} {picture.intro}", said, {}, paper_svg(picture))
