"""How much work a test does: a small fixed slice in `make test`, all of it in `make test-long`, by the same code."""

import os
from typing import Any

from hypothesis import settings

LONG = bool(os.environ.get("WAARDENWEGER_LONG"))


def budget(fixed: int, long: int) -> int:
    """How often something is tried."""
    return long if LONG else fixed


def examples(fixed: int, long: int, **more: Any) -> settings:
    """Settings for Hypothesis: so many fixed examples in `make test`, so many new ones in `make test-long`.

    An example that costs more than 20 ms is one of 10 or fewer that are fixed. There is no deadline: a busy machine
    is not a mistake.
    """
    return settings(max_examples=budget(fixed, long), derandomize=not LONG, deadline=None, **more)


settings.register_profile("budget", parent=examples(25, 2000))
settings.load_profile("budget")
