"""What is done once, before the first visitor comes."""

from ui.navigation import SCREENS
from web.shared_cases import shipped, sound
from weighing.arrays import profile_weights
from weighing.score_draws import first_shares
from weighing.strongest_weakest import portraits


def warm_up() -> None:
    """Do now what would otherwise slow the first visitor down: load the pages, read the cases.

    Own cases are read too, but only the shipped ones are calculated: a full store would keep the door closed for long.
    """
    for screen in SCREENS:
        screen.load()
    for case in (case for key, case in sound().items() if key in shipped()):
        portraits(case)
        first_shares(case, "main", profile_weights(case, case.profiles[0]))
