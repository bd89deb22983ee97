"""The one-way rule: each room may import what stands to its right, never to its left."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "mcda": set(),
    "valuation": set(),
    "texts": set(),
    "cases": {"mcda", "valuation"},
    "reports": {"cases", "mcda", "valuation", "texts"},
    "web": {"reports", "cases", "mcda", "valuation", "texts"},
    "ui": {"web", "reports", "cases", "mcda", "valuation", "texts"},
    "app": {"ui", "web", "reports", "cases", "mcda", "valuation", "texts"},
}
OUTSIDE = {"streamlit": {"ui", "app"}, "starlette": {"web", "app"}}
ALLOWED_OUTSIDE = {"mcda": {"numpy", "scipy", "pymcdm"}, "valuation": {"numpy", "yaml", "pint"}}


def modules() -> Iterator[tuple[str, Path]]:
    yield "app", ROOT / "app.py"
    for room in MAY_IMPORT:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield room, path


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize(("room", "path"), list(modules()), ids=lambda value: str(getattr(value, "name", value)))
def test_a_module_imports_only_rooms_below_its_own(room, path):
    found = imported(path)
    assert not (found & set(MAY_IMPORT)) - MAY_IMPORT[room] - {room}
    for library, rooms in OUTSIDE.items():
        assert library not in found or room in rooms, f"{path.name} imports {library}"
    if room in ALLOWED_OUTSIDE:
        assert found - set(sys.stdlib_module_names) - {room} <= ALLOWED_OUTSIDE[room]


def test_nothing_below_ui_brings_streamlit_along():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room, path in modules()
        if room not in ("ui", "app")
    ]
    code = f"import importlib, sys\nfor n in {names!r}: importlib.import_module(n)\nprint('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_case_is_named_in_the_code():
    cases = {folder.parent.name for folder in (ROOT / "cases").glob("*/case.yaml")}
    for _, path in modules():
        text = path.read_text(encoding="utf-8")
        assert not [case for case in cases if case in text], path


def test_modules_stay_small_enough_to_read():
    long = {path.name: count for _, path in modules() if (count := len(path.read_text().splitlines())) > 320}
    assert not long


def test_no_module_beside_the_main_script_hides_one_of_python():
    """Streamlit puts the folder of the script on the path of imports; a worker process would then load ours instead."""
    own = {path.stem for path in (ROOT / "ui").iterdir()} | {path.stem for path in ROOT.iterdir()}
    assert not own & set(sys.stdlib_module_names)
