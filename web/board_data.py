"""What the weighing board needs to know: scores, ranges, colours and words. The board only multiplies and adds."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from markupsafe import Markup

from cases.definition.model import Case
from mcda.inputs import TIE
from texts import Words, words
from texts.numbers import vega_locale
from weighing.arrays import CaseArrays, RangeChoice, arrays
from weighing.comparison import EQUAL_WITHIN
from weighing.links import BETWEEN, CHECKED, CHECKED_WHERE_THERE, FORMAT, LETTERS, POINTS, PRIME, STEP, UNSURE
from weighing.requirements_tested import contenders
from weighing.weighing import ENOUGH, LARGEST, ROUGH, Weighing
from wording.colours import colours, pattern
from wording.effect_words import ends_text, performance_text
from wording.flip_words import SAME
from wording.land_tiles import land_picture
from wording.sentences import NAMED, SMALL, inline

VIEWS = ("bars", "map", "flowers", "table")
MOST_KEPT = 128
"""Boards that are kept in memory, for each version, language, ranges and set of requirements."""

WHY = (
    "first",
    "first_able",
    "tie",
    "sooner",
    "interval",
    "because",
    "runner_up",
    "no_runner_up",
    "only",
    "nobody",
    "passed_over",
    "unsure",
    "unsure_near",
)
FLIP = ("more", "less", "more_not_yet", "more_unsure", "never", "unknown", "unsure", "without_unsure",
        "without_others", "sooner_more", "sooner_less", "sooner_edge", "past_more", "past_less", "edge_more",
        "edge_less", "edge_open", "only_theme", "top", "top_able", "any_more", "any_less", "any_never", "any_value",
        "any_values", "nearest_known")  # fmt: skip

DIAL = ("title", "help", "pick", "weight", "top", "unknown", "close", "value", "moved", "kept", "back")

WORDS = {
    **{f"why_{key}": f"why.{key}" for key in WHY},
    **{f"flip_{key}": f"flip.{key}" for key in FLIP},
    **{f"compare_{value}": f"explore.compare_{value}" for value in ROUGH},
    **{f"{view}_help": f"explore.{view}_help" for view in VIEWS},
    "table_help_unsure": "explore.table_help_unsure",
    **{
        key: f"explore.{key}"
        for key in (
            "undo", "redo", "reset", "step", "worst", "best", "points", "weight_now", "not_weighed", "compare_to",
            "locked", "open_theme", "close_theme", "make_equal", "missing", "one_more", "interval", "was", "highest",
            "total", "weight", "theme", "view", "fails", "unknown_in_total", "unsure", "unsure_about", "unsure_themes",
            "others", "unsure_stays", "unsure_stays_up_to", "can_change", "stays", "stays_up_to", "may_be_first",
        )
    },
    **{f"dial_{key}": f"dial.{key}" for key in DIAL},
    "dial_part": "flip.part",
    "verdict_wait": "verdict.wait",
    "verdict_before": "verdict.before",
    "verdict_failed": "verdict.failed",
    "and": "list.and",
    "or": "list.or",
    "more": "builtin.more",
    "less": "builtin.less",
}  # fmt: skip

RULES = {
    "largest": LARGEST,
    "rough": ROUGH,
    "enough": ENOUGH,
    "near": EQUAL_WITHIN,
    "small": SMALL,
    "named": NAMED,
    "tie": TIE,
    "same": SAME,
}
"""What the sum and its sentences go by, here and in the browser."""


def board_data(
    case: Case,
    weighing: Weighing,
    text: Words,
    views: Iterable[str] = VIEWS,
    requirements_off: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Everything about the case on the ranges in use, ready for JSON. Unknown scores are None, never a number.

    Made once per case, range and language and shared by all visitors: copy it before adding to it.
    """
    return _board_data(case, weighing.ranges, text.language, tuple(views), requirements_off)


@lru_cache(maxsize=MOST_KEPT)
def _board_data(
    case: Case, ranges: RangeChoice, language: str, views: tuple[str, ...], requirements_off: tuple[str, ...]
) -> dict[str, Any]:
    text = words(language)
    able = contenders(case, requirements_off)
    table = arrays(case, ranges)
    worse = table.nowhere_better & ~table.nowhere_better.T
    palette = colours(case)
    row_of = {criterion.id: place for place, criterion in enumerate(case.summed)}
    marks = vega_locale(language)
    return {
        "case": case.id,
        "version": case.version,
        "language": language,
        "marks": {"decimal": marks["decimal"], "thousands": marks["thousands"]},
        "rules": RULES,
        "link": {
            "between": BETWEEN,
            "points": POINTS,
            "unsure": UNSURE,
            "format": FORMAT,
            "checked": CHECKED,
            "checkedWhereThere": CHECKED_WHERE_THERE,
            "letters": LETTERS,
            "step": STEP,
            "prime": PRIME,
        },
        "words": {key: text.for_browser(name) for key, name in WORDS.items()},
        "land": _land(case, text),
        "views": [[view, text(f"explore.as_{view}")] for view in views],
        "alternatives": [
            {
                "id": item.id,
                "code": item.code,
                "label": item.label.get(language),
                "colour": palette[item.id],
                "pattern": pattern(place),
                "failing": place not in able,
                "behind": np.flatnonzero(worse[place]).tolist(),
            }
            for place, item in enumerate(case.alternatives)
        ],
        "themes": [
            {
                "id": theme.id,
                "number": place + 1,
                "label": theme.label.get(language),
                "inline": inline(theme.label.get(language)),
                "criteria": [
                    _criterion(case, criterion.id, ranges, text, table, row_of[criterion.id])
                    for criterion in case.summed_in(theme.id)
                ],
            }
            for place, theme in enumerate(case.themes)
        ],
    }


def _land(case: Case, text: Words) -> dict[str, Any] | None:
    """The tiles of each alternative and what they mean, as markup; None for a case that names no use of land."""
    picture = land_picture(case, text)
    if picture is None:
        return None
    uses = [Markup("<li>{} {}</li>").format(row.sample, row.label) for row in picture.legend]
    return {"plans": [str(plan.svg) for plan in picture.plans], "uses": str(Markup().join(uses))}


def board_points(weighing: Weighing) -> dict[str, Any]:
    """A person's answers in the form the board keeps them: points, and the themes of which the person does not know."""
    return {
        "themes": dict(weighing.theme_points),
        "criteria": dict(weighing.criterion_points),
        "unsure": sorted(weighing.unsure),
    }


def _criterion(
    case: Case, key: str, ranges: RangeChoice, text: Words, table: CaseArrays, column: int
) -> dict[str, Any]:
    criterion = case.criterion(key)
    worst, best = ends_text(criterion, ranges, text)
    short = text.of(criterion.short)
    return {
        "id": key,
        "label": text.of(criterion.label),
        "short": short,
        "inline": inline(short),
        "unit": text.of(criterion.unit_label),
        "worst": worst,
        "best": best,
        "scores": [None if np.isnan(score) else score for score in table.scores[:, column].tolist()],
        "ends": np.column_stack([table.lowest[:, column], table.highest[:, column]]).tolist(),
        "shown": [performance_text(criterion, case.performances[item.id, key], text) for item in case.alternatives],
    }
