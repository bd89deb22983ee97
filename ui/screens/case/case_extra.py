"""Below the comparison on screen Zaak: who was asked, which legal duties may apply, and what is followed later."""

from base64 import b64encode
from collections import Counter

from cases.definition.model import Case
from texts import Words
from ui.shared.page_html import show
from web.picture_pages import shown_place
from wording.areas_drawing import areas_picture
from wording.land_tiles import land_picture
from wording.place_drawing import place_sentence, place_svg

ANSWERS = ("yes", "no", "unknown")


def show_place(case: Case, text: Words) -> None:
    """A picture of the place, the outline of the land and a link to a map elsewhere, as far as the case has them."""
    picture = shown_place(case, text)
    if case.outline is None and case.map_link is None and picture is None:
        return
    drawing = sentence = None
    if case.outline is not None:
        # As a picture: Streamlit takes drawings out of the HTML that it is given.
        drawing = b64encode(place_svg(case.outline, text).encode()).decode()
        sentence = place_sentence(case.outline, text)
    show("place.html", text, picture=picture, drawing=drawing, sentence=sentence, map_link=case.map_link)


def show_land(case: Case, text: Words) -> None:
    """What the land is used for, in tiles; nothing when the case does not say."""
    picture = land_picture(case, text)
    if picture is not None:
        tiles = [b64encode(plan.svg.encode()).decode() for plan in picture.plans]
        samples = [b64encode(row.sample.encode()).decode() for row in picture.legend]
        show("land_tiles.html", text, land=picture, tiles=tiles, samples=samples)


def show_areas(case: Case, text: Words) -> None:
    """Where each use lies, a map for each alternative; nothing when the case has no areas."""
    picture = areas_picture(case, text)
    if picture is not None:
        maps = [b64encode(each.svg.encode()).decode() for each in picture.maps]
        legend = [(label, b64encode(tile.encode()).decode()) for label, tile in picture.legend]
        show("areas_maps.html", text, picture=picture, maps=maps, legend=legend)


def show_extra(case: Case, text: Words) -> None:
    """Each part in one line with its counts, and whole behind it; what the case lacks is said."""
    if case.account is not None:
        comments = [comment for item in case.account.rounds for comment in item.comments]
        show(
            "account.html",
            text,
            account=case.account,
            n_comments=len(comments),
            n_open=sum(comment.done is None for comment in comments),
            sources=case.sources,
        )
    if case.duties:
        counts = Counter(duty.answer for duty in case.duties)
        show(
            "duties.html",
            text,
            duties=case.duties,
            counts=[(answer, counts[answer]) for answer in ANSWERS if counts[answer]],
            sources=case.sources,
        )
    if case.evaluation:
        rows = [(case.criterion(item.criterion), item) for item in case.evaluation]
        show("evaluation.html", text, rows=rows)
    absent = {"account": case.account is None, "duties": not case.duties, "evaluation": not case.evaluation}
    if any(absent.values()):
        parts = text.listed([text("extra.absent_" + key) for key, lacks in absent.items() if lacks])
        show("text.html", text, title=None, level=2, quiet=True, lines=[text("extra.absent", parts=parts)])
