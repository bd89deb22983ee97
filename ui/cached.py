"""What all visitors share: the cases on disk, read once per process."""

from functools import cache
from importlib import import_module
from pathlib import Path

from cases.loader import CaseError, available_cases
from cases.model import Case
from cases.portrait import portraits

CASES = Path(__file__).parent.parent / "cases"


@cache
def all_cases() -> dict[str, Case | CaseError]:
    """Every folder in `cases/`: the case, or what is wrong with it."""
    return available_cases(CASES)


def cases() -> dict[str, Case]:
    """The cases that can be opened."""
    return {key: case for key, case in all_cases().items() if isinstance(case, Case)}


def damaged() -> dict[str, CaseError]:
    """The cases that cannot be opened, with their problems."""
    return {key: error for key, error in all_cases().items() if isinstance(error, CaseError)}


def warm_up() -> None:
    """Do once, before the first visitor comes, what would otherwise slow that visitor down."""
    for page in ("case", "effects", "explore", "explained"):
        import_module(f"ui.screens.{page}")
    for case in cases().values():
        portraits(case)
