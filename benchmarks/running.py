"""The benchmarks by name, and one run of them."""

from importlib import import_module

from benchmarks.figures import COUNTED, NOISY, Figure, noisy

MODULES = {
    "start": "benchmarks.start",
    "board": "benchmarks.board",
    "planners": "benchmarks.planners",
    "capacity": "benchmarks.capacity",
    "robustness": "benchmarks.robustness",
    "valuation": "benchmarks.valuation",
    "import": "benchmarks.import_case",
    "messy": "benchmarks.messy_sheet",
    "edit": "benchmarks.edit",
    "two_editors": "benchmarks.two_editors",
    "report": "benchmarks.report",
    "words": "benchmarks.words",
    "group": "benchmarks.group_results",
    "session": "benchmarks.session",
}
"""Each with the module whose ``measure()`` gives its figures. A name that was published stays."""


SIZED = ("session",)
"""Benchmarks whose crowd can be made smaller, for a machine that has other work."""


def measured(name: str, size: int | None = None) -> dict[str, Figure]:
    """The figures of one benchmark; each says so when the machine was too noisy before or after.

    Args:
        size: how many people, for those in ``SIZED``; as many as the product promises when it is left out.

    Raises:
        NotMeasuredError: this machine lacks what the benchmark needs.
    """
    measure = import_module(MODULES[name]).measure
    before = noisy()
    figures: dict[str, Figure] = measure(size) if size and name in SIZED else measure()
    return quiet_or_noted(figures, before or noisy())


def quiet_or_noted(figures: dict[str, Figure], noise: bool) -> dict[str, Figure]:
    """The same figures; those that take time with a remark when there was noise."""
    return {
        key: figure.noted(NOISY) if noise and figure.unit not in COUNTED else figure for key, figure in figures.items()
    }
