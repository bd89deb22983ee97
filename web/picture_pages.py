"""The pictures of the alternatives and of the place: their address, and what a page says of them.

An address holds the version of the case. What it gives never changes, so a browser may keep it for good.
"""

from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cases.definition.model import Alternative, Case
from cases.definition.picture import Picture, media_type, size_of
from texts import Words
from web.shared_cases import sound

FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class ShownPicture:
    """What a page needs to show a picture; all words are data and not yet escaped."""

    address: str
    """From the top of the app, without a slash in front."""
    width: int
    """In pixels; with ``height`` it keeps the room free while the picture is on its way."""
    height: int
    alt: str
    credit: str
    """Who made it, and whether it is a photo, a drawing or an impression."""


def shown_picture(case: Case, alternative: Alternative, text: Words) -> ShownPicture | None:
    """The picture of an alternative; None when it has none."""
    return _shown(case, alternative.picture, text)


def shown_place(case: Case, text: Words) -> ShownPicture | None:
    """The picture of the place; None when the case has none."""
    return _shown(case, case.place_picture, text)


def _shown(case: Case, picture: Picture | None, text: Words) -> ShownPicture | None:
    if picture is None:
        return None
    width, height = size_of(case.pictures[picture.file])
    maker = text.of(picture.credit)
    return ShownPicture(
        address=f"plaatje/{quote(case.id)}/{quote(case.version)}/{picture.file}",
        width=width,
        height=height,
        alt=text.of(picture.alt),
        credit=text("extra.made_" + picture.made, maker=maker),
    )


def give_picture(request: Request) -> Response:
    """The bytes of a picture of a case that is open to everybody, in that very version."""
    asked = request.path_params
    case = sound().get(asked["case_id"])
    data = case.pictures.get(asked["file"]) if case is not None and case.version == asked["version"] else None
    if data is None:
        return PlainTextResponse("404", 404, {"cache-control": "no-store"})
    headers = {"cache-control": FOREVER, "x-content-type-options": "nosniff"}
    return Response(data, media_type=media_type(asked["file"]), headers=headers)


routes = [Route("/plaatje/{case_id}/{version}/{file}", give_picture)]
