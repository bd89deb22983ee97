"""What is done in a thread while the first visitor comes, and what goes on there behind the first page.

The modules that take time load inside the functions: the server is ready without them, and a browser needs longer to
load the scripts of the first page than the thread to read the cases.
"""

import gc
import inspect
import logging
import sys
from importlib import import_module
from threading import Event, Thread

POLITE = 0.0005
"""Seconds after which the loading thread lets another go first; at Python's own 0.005 the files of a page come late."""
QUIET = 10.0
"""Seconds without a visitor after which loading goes on; it would take the computer from the page that is opened."""
FACES = ("web.phone", "web.projector")
_shown = Event()
log = logging.getLogger(__name__)


def warm_up() -> Thread:
    """Load in a thread what somebody would otherwise wait for: cases and first screens at once, the rest in quiet."""
    thread = Thread(target=_load, name="warm-up", daemon=True)
    thread.start()
    return thread


def first_page_shown() -> None:
    """Tell the thread that somebody has a page before them, so that loading goes on."""
    _shown.set()


def _load() -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(POLITE)
    try:
        gc.disable()
        try:
            _read_cases()
            _load_first_screens()
            gc.freeze()  # what start-up made stays: no later collection has to walk through it
        finally:
            gc.enable()
        _shown.wait(QUIET)
        _load_the_rest()
    finally:
        sys.setswitchinterval(usual)
    gc.freeze()


def _read_cases() -> None:
    from web.shared_cases import sound

    sound()


def _load_first_screens() -> None:
    from texts import LANGUAGES, words
    from ui.navigation import BY_NAME, SCREENS
    from ui.shared.page_html import TEMPLATES
    from web.html import compile_templates

    for screen in (SCREENS[0], BY_NAME["explore"]):
        screen.load()
    for language in LANGUAGES:
        words(language)
    compile_templates(TEMPLATES)
    inspect.stack()  # Streamlit asks it at the first element it shows; Python then knows the file of every module


def _load_the_rest() -> None:
    """Only shipped cases are calculated: there may be very many own ones."""
    from ui.navigation import SCREENS
    from web.shared_cases import shipped, sound
    from weighing.arrays import profile_weights
    from weighing.comparison import compare
    from weighing.opinions import opinions
    from weighing.score_draws import first_shares
    from weighing.strongest_weakest import portraits
    from weighing.weighing import from_profile

    for face in FACES:
        import_module(face)
    for case in (case for key, case in sound().items() if key in shipped()):
        portraits(case)
        first_shares(case, "main", profile_weights(case, case.profiles[0]))
        comparison = compare(case, from_profile(case.profiles[0]))
        if comparison is not None:
            opinions(comparison)  # loads the library of other methods, for which no verdict should wait
    for screen in SCREENS:
        screen.load()
    _look_after_sessions()


def _look_after_sessions() -> None:
    """Ballots whose days are over go at the start and every hour, also while nobody opens a session."""
    from cases.store.store_errors import StoreError
    from workshop.this_rooms import open_if_kept

    try:
        open_if_kept()
    except StoreError as error:
        log.error("sessions are not available: %s (%s)", error, error.__cause__)
