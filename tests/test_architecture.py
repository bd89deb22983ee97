"""The one-way rule: a room may import what stands below it in ROOMS, never what stands above."""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from cases import SHIPPED
from tests.source_code import nodes_of, text_of

ROOT = Path(__file__).parent.parent
ROOMS = (
    "app", "benchmarks", "ui", "web", "cli", "reports", "workshop", "wording", "weighing", "cases", "valuation", "mcda",
    "files", "texts",
)  # fmt: skip
"""From the roof to the ground. A room may import the rooms behind it, but for what APART says."""
APART = {
    "web": {"cli"},  # faces do not know each other
    "ui": {"cli"},
    "cases": {"mcda"},  # facts and values apart
    "valuation": {"mcda"},
    "mcda": {"files", "texts"},
}
"""What a room does not import although it stands below it."""
OUTSIDE = {"streamlit": {"ui", "app", "benchmarks"}, "starlette": {"web", "app"}}
"""Who may know a library that pulls a whole server along; benchmarks play the browser."""
ALLOWED_OUTSIDE = {
    "mcda": {"numpy", "scipy", "pymcdm"},
    "valuation": {"numpy", "pydantic", "yaml"},
    "files": {"yaml", "pydantic", "pydantic_core", "babel"},
}
DOORS = {"cases/__main__.py", "reports/__main__.py"}
"""Ways in from the command line: ``python -m cases`` hands over to ``cli``."""
MADE = "workshop/migrations/"
"""Changes of tables: run by Alembic alone, never imported."""
LONGEST = 320
TWICE: dict[str, str] = {}
"""File names that stand twice, each with its one meaning; at most six."""


@cache
def modules() -> list[tuple[str, Path]]:
    found = [(room, path) for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [("app", ROOT / "app.py"), *(each for each in found if is_ours(each[1].relative_to(ROOT).as_posix()))]


def is_ours(path: str) -> bool:
    return path not in DOORS and not path.startswith(MADE)


def may_import(room: str) -> set[str]:
    return {room, *ROOMS[ROOMS.index(room) + 1 :]} - APART.get(room, set())


def imported(path: Path) -> set[str]:
    names = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_a_module_imports_only_rooms_below_its_own():
    wrong = []
    for room, path in modules():
        found, here = imported(path), path.relative_to(ROOT)
        wrong += [f"{here} imports {name}" for name in sorted(found & set(ROOMS) - may_import(room))]
        wrong += [f"{here} imports {name}" for name, rooms in OUTSIDE.items() if name in found and room not in rooms]
        if room in ALLOWED_OUTSIDE:
            known = set(sys.stdlib_module_names) | set(ROOMS) | ALLOWED_OUTSIDE[room]
            wrong += [f"{here} imports {name}" for name in sorted(found - known)]
    assert not wrong, "\n".join(wrong)


def test_files_alone_reads_csv():
    """Delimiters, quotes and byte order marks are known in one place; others may write."""
    wrong = []
    for room, path in modules():
        attributes = (node for node in nodes_of(path) if isinstance(node, ast.Attribute))
        used = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "csv"}
        used |= {node.module for node in nodes_of(path) if isinstance(node, ast.ImportFrom) and node.module == "csv"}
        if room != "files" and used - {"writer"}:
            wrong.append(f"{path.relative_to(ROOT)} uses {sorted(used)} of csv")
    assert not wrong, "\n".join(wrong)


def test_what_a_case_is_does_not_know_how_it_is_read_or_checked():
    for path in (ROOT / "cases" / "definition").glob("*.py"):
        assert not re.search(r"^\s*(from|import) cases\.(?!definition)", text_of(path), re.MULTILINE), path


def test_nothing_below_ui_brings_streamlit_along():
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room, path in modules()
        if room not in OUTSIDE["streamlit"] and path.name != "__main__.py"
    ]
    code = f"import importlib, sys\nfor n in {names!r}: importlib.import_module(n)\nprint('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_case_is_named_in_the_code():
    cases = {folder.name for folder in SHIPPED.iterdir() if folder.is_dir()}
    for room, path in modules():
        assert room == "benchmarks" or not [case for case in cases if case in text_of(path)], path


def test_shipped_cases_hold_no_code():
    assert not list(SHIPPED.rglob("*.py"))


def test_modules_stay_small_enough_to_read():
    long = {path.name: count for _, path in modules() if (count := len(text_of(path).splitlines())) > LONGEST}
    assert not long


def test_what_is_remembered_has_one_way_to_be_asked_for():
    """An argument left out and the same one written down are two keys: the answer is worked out and kept twice."""
    wrong = [
        f"{path.name}: {node.name}"
        for _, path in modules()
        for node in nodes_of(path)
        if isinstance(node, ast.FunctionDef) and (node.args.defaults or any(node.args.kw_defaults))
        if any(re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(found)) for found in node.decorator_list)
    ]
    assert not wrong


def test_a_file_name_has_one_meaning():
    special = ("__init__.py", "__main__.py")
    count = Counter(path.name for room, path in modules() if room != "benchmarks" and path.name not in special)
    assert {name for name, times in count.items() if times > 1} == set(TWICE)
    assert len(TWICE) <= 6
    assert max(count.values()) <= 2


def test_a_class_has_one_meaning():
    found: dict[str, set[str]] = {}
    for room, path in modules():
        if room != "benchmarks":
            for name in re.findall(r"^class ([A-Z]\w*)", text_of(path), re.MULTILINE):
                found.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    assert not {name: places for name, places in found.items() if len(places) > 1}


def test_no_module_beside_the_main_script_hides_one_of_python():
    """Streamlit puts the folder of the script on the path of imports; a worker process would then load ours instead."""
    own = {path.stem for path in (ROOT / "ui").iterdir()} | {path.stem for path in ROOT.iterdir()}
    assert not own & set(sys.stdlib_module_names)


def test_how_often_a_test_tries_something_follows_from_its_budget():
    """Hypothesis tries 100 examples by itself: a test names two numbers, one for every run and one for a long run."""
    own = {ROOT / "tests" / "budget.py", Path(__file__)}
    wrong = [path for path in (ROOT / "tests").rglob("*.py") if path not in own and "max_examples" in text_of(path)]
    assert not wrong, "use examples() of tests/budget.py"


def test_a_case_that_tests_share_is_read_once():
    """What stands outside all functions runs in every process of a run: there ``loaded`` keeps what it has read."""
    wrong = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        module, *nodes = nodes_of(path)
        within = {
            inner
            for node in nodes
            if isinstance(node, ast.FunctionDef)
            for part in node.body
            for inner in ast.walk(part)
        }
        calls = [node for node in (module, *nodes) if isinstance(node, ast.Call) and node not in within]
        wrong += [f"{path.name}:{call.lineno}" for call in calls if getattr(call.func, "id", "") == "load_case"]
    assert not wrong
