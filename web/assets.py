"""The scripts and style sheets of the board, the phone and the projector, served to every page of ours."""

from pathlib import Path

from markupsafe import Markup
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from texts.palette import SCREEN_DARK, style_sheet

STATIC = Path(__file__).parent / "static"


def style_in_page(*names: str) -> Markup:
    """These style sheets with the colours in front, to stand in a page; dark for who asked for that, not on paper."""
    sheets = [(STATIC / name).read_text(encoding="utf-8") for name in names]
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {style_sheet(SCREEN_DARK)} }}\n"
    return Markup("".join([style_sheet(), dark, *sheets]).replace("</", "<\\/"))  # noqa: S704  # our own style sheets


routes = [Mount("/web", StaticFiles(directory=STATIC))]
