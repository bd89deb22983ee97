"""The land of every alternative in tiles, as a figure."""

from cases.definition.model import Case
from reports.blocks import Figure
from texts import Words
from wording.land_tiles import land_picture, paper_svg


def land_figure(case: Case, text: Words) -> Figure | None:
    """All alternatives beside each other; None for a case that does not say what the land is used for."""
    picture = land_picture(case, text)
    if picture is None:
        return None
    said = " ".join(plan.sentence for plan in picture.plans)
    return Figure("land", f"{text('land.title')} {picture.intro}", said, {}, paper_svg(picture))
