"""The maps of all alternatives, as a figure."""

from reports.blocks import Figure
from reports.content import Content
from wording.areas_drawing import areas_picture


def areas_figure(content: Content) -> Figure | None:
    """All alternatives at the same scale; None for a case without areas."""
    text, picture = content.text, areas_picture(content.case, content.text)
    if picture is None:
        return None
    said = " ".join(each.sentence for each in picture.maps)
    return Figure("areas", f"{text('areas.title')} {text('areas.intro')}", said, {}, picture.paper_svg)
