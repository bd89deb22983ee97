"""Where people join: the address as they type it, and as a QR code that is drawn here."""

import io

import segno
from markupsafe import Markup
from starlette.requests import Request

from cases.store.configuration import settings


def join_address(request: Request, code: str) -> str:
    """The whole address of a session; that of the settings, else the one by which this page was asked."""
    base = settings().address or f"{request.url.scheme}://{request.url.netloc}"
    return f"{base.rstrip('/')}/s/{code}"


def typed_address(address: str) -> str:
    """The address without what people need not type: the part before ``://`` and the code."""
    return address.partition("://")[2].rpartition("/")[0]


def qr_svg(address: str) -> Markup:
    """A QR code as a drawing; its words for who cannot see it are the address, which stands beside it."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, svgns=True, border=2, dark="black", light="white", nl=False, omitsize=True
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704  # drawn by us
