"""What is done once, before the first visitor comes."""

from importlib import import_module

from cases.portrait import portraits
from web.shared_cases import sound


def warm_up() -> None:
    """Do now what would otherwise slow the first visitor down: load the pages, read the cases."""
    for page in ("case", "effects", "explore", "explained"):
        import_module(f"ui.screens.{page}")
    for case in sound().values():
        portraits(case)
