"""docs/library.md says what the code does: its example is run, and its table leaves no public function out."""

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import mcda

PAGE = Path(__file__).parents[2] / "docs" / "library.md"


def test_the_example_on_the_page_gives_the_outputs_that_it_shows():
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted > 20
    assert result.failed == 0


def test_the_table_names_every_public_function_of_its_modules_and_nothing_else():
    table = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = re.findall(r"`(?:(\w+)\.)?(\w+)`", "\n".join(table))
    modules = {info.name for info in pkgutil.iter_modules(mcda.__path__)} & {word for pair in named for word in pair}
    public = set()
    for module in (importlib.import_module(f"mcda.{name}") for name in modules):
        offered = getattr(module, "__all__", ())
        public |= {
            name
            for name, function in inspect.getmembers(module, inspect.isfunction)
            if (function.__module__ == module.__name__ or name in offered) and not name.startswith(("_", "refuse_"))
        }
    assert {name for _, name in named if name[0].islower()} - (modules - public) == public
    for module, name in named:
        assert not module or hasattr(importlib.import_module(f"mcda.{module}"), name), f"{module}.{name}"
