"""Routes that load when they are asked for."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from starlette.routing import Match

from app import app
from web.routes_later import LaterRoutes

ROOT = Path(__file__).parents[2]
LATER = [route for route in app._user_routes if isinstance(route, LaterRoutes)]


@pytest.mark.parametrize("later", LATER, ids=lambda later: later.module)
def test_names_are_those_of_the_routes(later):
    assert {route.path.split("/")[1] for route in import_module(later.module).routes} == later.names


def test_every_module_with_routes_is_in_the_app():
    paths = [path for path in (ROOT / "web").rglob("*.py") if "\nroutes = [" in path.read_text()]
    with_routes = {".".join(path.relative_to(ROOT / "web").with_suffix("").parts) for path in paths}
    assert with_routes == {later.module.removeprefix("web.") for later in LATER} | {"assets", "streamlit_words"}


def test_another_address_is_left_to_others():
    later = LaterRoutes("web.statement", ["toegankelijkheid"])
    for path in ("/", "/toegankelijkheden", "/x/toegankelijkheid"):
        assert later.matches({"type": "http", "path": path})[0] == Match.NONE
    assert later.matches({"type": "websocket", "path": "/toegankelijkheid"})[0] == Match.NONE


def test_the_answer_is_that_of_the_module(ask):
    answer = ask([LaterRoutes("web.statement", ["toegankelijkheid"])], "/toegankelijkheid?lang=en", ())
    assert answer.status_code == 200
    assert ask([LaterRoutes("web.statement", ["toegankelijkheid"])], "/toegankelijkheid/more", ()).status_code == 404


HEAVY = (
    "numpy",
    "scipy",
    "pandas",
    "altair",
    "sqlalchemy",
    "openpyxl",
    "xlsxwriter",
    "docx",
    "typst",
    "shapely",
    "pyogrio",
    "pydantic",
)
STEPS = {
    "import app": set(),
    "from web.shared_cases import sound; sound()": {"pydantic"},
    "from ui import navigation, frame, state; [navigation.BY_NAME[name].load() for name in ('case', 'explore')]": {
        "numpy",
        "pydantic",
    },
    "import web.phone, web.projector": {"numpy", "pydantic"},
}
"""One after another in one process, each with what may be loaded by then."""


def test_heavy_libraries_stay_out_until_they_are_needed(tmp_path):
    code = "import sys\n" + "\n".join(f"{does}; print(*set({HEAVY!r}) & set(sys.modules))" for does in STEPS)
    setting = {"WAARDENWEGER_STORE": f"sqlite:///{tmp_path}/none.db", "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=setting, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    loaded = dict(zip(STEPS, done.stdout.split("\n"), strict=False))
    too_early = {does: set(loaded[does].split()) - may for does, may in STEPS.items()}
    assert not any(too_early.values()), too_early
