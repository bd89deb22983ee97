"""The weights of a sheet as an example profile, when somebody asked for it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from texts.message import message


class Weighed(NamedTuple):
    """One criterion with its weight in the sheet."""

    theme: str
    criterion: str
    weight: float


def profile(weights: Iterable[Weighed], language: str, file: str) -> dict[str, Any]:
    """Shares of the whole, as points in which the largest is 100."""
    themes: Counter[str] = Counter()
    within: dict[str, dict[str, float]] = {}
    for theme, criterion, weight in weights:
        themes[theme] += weight  # type: ignore[assignment]
        within.setdefault(theme, {})[criterion] = weight
    return {
        "id": "from_file",
        "kind": "view",
        "label": {language: message("importing.profile_label").get(language)},
        "about": {language: message("importing.profile_about", file=file).get(language)},
        "rationale": {language: message("importing.profile_why").get(language)},
        "evidence": "assumption",
        "points": _largest_100(dict(themes)),
        "within": {theme: _largest_100(points) for theme, points in within.items() if any(points.values())},
    }


def _largest_100(points: dict[str, Any]) -> dict[str, float]:
    most = max(points.values())
    return {key: round(100 * value / most, 4) if value < most else 100.0 for key, value in points.items()}
