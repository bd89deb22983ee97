"""The files of the weighing board, served to every page of ours."""

from pathlib import Path

from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).parent / "static"

routes = [Mount("/board", StaticFiles(directory=STATIC))]
