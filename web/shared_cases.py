"""The cases on disk, read once per process and shared by all pages and sessions."""

import math
from functools import cache
from pathlib import Path

import cases as package
from cases.loader import CaseError, available_cases
from cases.model import Case

CASES = Path(package.__file__).parent


@cache
def all_cases() -> dict[str, Case | CaseError]:
    """Every folder in `cases/`: the case, or what is wrong with it. By the place that each case asks for."""
    found = available_cases(CASES)
    return dict(sorted(found.items(), key=lambda item: (getattr(item[1], "list_place", math.inf), item[0])))


def sound() -> dict[str, Case]:
    """The cases that can be opened."""
    return {key: case for key, case in all_cases().items() if isinstance(case, Case)}


def damaged() -> dict[str, CaseError]:
    """The cases that cannot be opened, with their problems."""
    return {key: error for key, error in all_cases().items() if isinstance(error, CaseError)}
