"""What is done once, before the first visitor comes."""

from importlib import import_module

from cases.arrays import profile_weights
from cases.portrait import portraits
from cases.score_draws import first_shares
from web.shared_cases import sound


def warm_up() -> None:
    """Do now what would otherwise slow the first visitor down: load the pages, read the cases."""
    for page in ("case", "effects", "explore", "sure", "who", "euros", "explained", "choices", "audit"):
        import_module(f"ui.screens.{page}")
    for case in sound().values():
        portraits(case)
        first_shares(case, "main", profile_weights(case, case.profiles[0]))
