"""How much work a test does: a small fixed slice in `make test`, all of it in `make test-long`, by the same code."""

import os
from typing import Any

from hypothesis import settings

LONG = bool(os.environ.get("WAARDENWEGER_LONG"))


def budget(fixed: int, long: int) -> int:
    """How often something is tried."""
    return long if LONG else fixed


def examples(fixed: int, **more: Any) -> settings:
    """Settings for Hypothesis: so many fixed examples, or twenty times as many new ones.

    There is no deadline: a busy machine is not a mistake.
    """
    return settings(max_examples=budget(fixed, 20 * fixed), derandomize=not LONG, deadline=None, **more)


settings.register_profile("budget", parent=examples(100))
settings.load_profile("budget")
