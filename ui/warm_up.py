"""What is done once, before the first visitor comes."""

from importlib import import_module

from web.shared_cases import shipped, sound
from weighing.arrays import profile_weights
from weighing.score_draws import first_shares
from weighing.strongest_weakest import portraits


def warm_up() -> None:
    """Do now what would otherwise slow the first visitor down: load the pages, read the cases.

    Own cases are read too, but only the shipped ones are calculated: a full store would keep the door closed for long.
    """
    import_module("ui.own.own_page")
    for page in ("case", "effects", "explore", "sure", "who", "euros", "explained", "choices", "audit"):
        import_module(f"ui.screens.{page}.{page}_page")
    for case in (case for key, case in sound().items() if key in shipped()):
        portraits(case)
        first_shares(case, "main", profile_weights(case, case.profiles[0]))
