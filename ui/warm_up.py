"""What is done before the first visitor comes, and what goes on in a thread behind the first pages.

The modules that take time load inside the functions: the server is ready without them.
"""

import gc
import sys
from importlib import import_module
from threading import Thread

POLITE = 0.0005
"""Seconds after which the loading thread lets another go first; at Python's own 0.005 the files of a page come late."""
FACES = ("web.phone", "web.projector")


def warm_up() -> None:
    """Read the cases, which every page needs."""
    gc.disable()
    from web.shared_cases import sound

    sound()
    gc.freeze()  # what start-up made stays: no later collection has to walk through it
    gc.enable()


def go_on() -> Thread:
    """Load and calculate in a thread what the first visitor of a page would otherwise wait for."""
    thread = Thread(target=_load_the_rest, name="warm-up", daemon=True)
    thread.start()
    return thread


def _load_the_rest() -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(POLITE)
    try:
        _load_pages()
    finally:
        sys.setswitchinterval(usual)
    gc.freeze()


def _load_pages() -> None:
    """What opens first comes first. Only shipped cases are calculated: there may be very many own ones."""
    from ui.navigation import BY_NAME, SCREENS

    first, *others = SCREENS
    for screen in (first, BY_NAME["explore"]):
        screen.load()
    for face in FACES:
        import_module(face)
    from web.shared_cases import shipped, sound
    from weighing.arrays import profile_weights
    from weighing.score_draws import first_shares
    from weighing.strongest_weakest import portraits

    for case in (case for key, case in sound().items() if key in shipped()):
        portraits(case)
        first_shares(case, "main", profile_weights(case, case.profiles[0]))
    for screen in others:
        screen.load()
