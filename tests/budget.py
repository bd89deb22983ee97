"""How much work a test does: a small fixed slice in `make test`, all of it in `make test-long`, by the same code."""

import os

from hypothesis import HealthCheck, settings

LONG = bool(os.environ.get("WAARDENWEGER_LONG"))


def budget(fixed: int, long: int) -> int:
    """How often something is tried."""
    return long if LONG else fixed


def examples(fixed: int, long: int) -> settings:
    """Settings for Hypothesis: so many fixed examples in `make test`, so many new ones in `make test-long`.

    Where an example costs more than 20 ms, at most 10 are fixed. Nothing is asked of the clock: a busy machine is not
    a mistake.
    """
    return settings(
        max_examples=budget(fixed, long),
        derandomize=not LONG,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


settings.register_profile("budget", parent=examples(25, 2000))
settings.load_profile("budget")
