"""The scripts and style sheets of the board, the phone and the projector, served to every page of ours."""

from pathlib import Path

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).parent / "static"

routes = [Mount("/web", StaticFiles(directory=STATIC))]
