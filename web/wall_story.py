"""The story of a case on the wall, in five steps: the place, the alternatives, the clash, your slider, how sure.

Each step says one sentence beside a picture. Nothing in it names a first place before the room has weighed.
"""

import re
from typing import Any

import numpy as np
from markupsafe import Markup

from cases.definition.model import Case
from texts import Words
from web.picture_pages import shown_picture, shown_place
from weighing.clash import clash, theme_scores
from weighing.gaps import ILLUSTRATIVE
from wording.areas_drawing import AreasPicture, areas_picture
from wording.colours import colours
from wording.effect_words import steps_text
from wording.land_tiles import LandPicture, land_picture
from wording.place_drawing import place_svg
from wording.sentences import inline

STEPS = ("place", "alternatives", "clash", "slider", "sure")
PART = "story"
"""In the address: the step in view, from 1."""
APART = 5.0
"""Per cent of a strip that a mark takes; what stands nearer to each other moves apart, with a line to its own place."""


def story(case: Case, text: Words) -> dict[str, Any]:
    """What the template fills in."""
    palette = colours(case)
    pictures = [shown_picture(case, item, text) for item in case.alternatives]
    land = land_picture(case, text)
    maps = areas_picture(case, text)
    cells = [case.performances[item.id, criterion.id] for criterion in case.criteria for item in case.alternatives]
    first, rest = _first_sentence(text.of(case.place))
    return {
        "steps": [text(f"wall_story.{step}") for step in STEPS],
        "place": {
            "says": first,
            "rest": rest,
            "picture": shown_place(case, text),
            "drawing": place_svg(case.outline, text) if case.outline is not None else None,
        },
        "plans": [
            {
                "alternative": item,
                "colour": palette[item.id],
                "picture": picture if all(pictures) else None,
                "map": maps.maps[place] if maps else None,
                "tiles": land.plans[place] if land and not maps else None,
            }
            for place, (item, picture) in enumerate(zip(case.alternatives, pictures, strict=True))
        ],
        "map_intro": text("areas.intro") if maps else "",
        "uses": _uses(land, maps),
        "clash": _clash(case, text),
        "figures": {
            "guessed": sum(cell.value is not None and cell.grade == ILLUSTRATIVE for cell in cells),
            "absent": sum(cell.value is None for cell in cells),
            "all": len(cells),
        },
    }


def _uses(land: LandPicture | None, maps: AreasPicture | None) -> list[tuple[Markup, str]]:
    """Each pattern with what it means: those of the maps where there are any, which say where, or of the tiles."""
    if maps is not None:
        return [(tile, label) for label, tile in maps.legend]
    return [(row.sample, row.label) for row in land.legend] if land is not None else []


def _first_sentence(words: str) -> tuple[str, str]:
    """The sentence that is said, and what stands smaller below it."""
    found = re.match(r"(.+?[.!?])\s+(.+)", words, re.DOTALL)
    return (found[1], found[2]) if found else (words, "")


def _clash(case: Case, text: Words) -> dict[str, Any]:
    """The sentence, and a strip for each of its themes with every alternative on it."""
    found = clash(case)
    if found is None:
        return {"says": text.html("wall_story.no_clash"), "rule": "", "strips": [], "theme": 0, "named": ()}
    themes = [theme.id for theme in case.themes]
    labels = [text.of(case.theme(key).label) for key in found.themes]
    one, other = (text.of(case.alternative(key).label) for key in found.alternatives)
    names = dict(zip(("theme", "against"), map(inline, labels), strict=False))
    both = len(labels) == 2
    key = "clash" if both else "differ" if len(themes) > 1 else "one_theme"
    return {
        "says": text.html(f"wall_story.{key}_says", one=one, other=other, **names),
        "rule": text(f"wall_story.{key}_rule"),
        "strips": [
            {
                "label": label,
                "step": steps_text(case.summed_in(key), text),
                **_marks(case, themes.index(key)),
            }
            for key, label in zip(found.themes, labels, strict=True)
        ],
        "theme": themes.index(found.themes[0]),
        "named": found.alternatives,
    }


def _marks(case: Case, theme: int) -> dict[str, Any]:
    """Where every alternative stands on the strip of a theme, from worst to best; and of whom that is not known."""
    palette = colours(case)
    scores = theme_scores(case)[:, theme]
    known = [place for place in np.argsort(scores, kind="stable").tolist() if np.isfinite(scores[place])]
    shown = dict(zip(known, spread([float(scores[place]) for place in known]), strict=True))
    marks = [
        {
            "id": item.id,
            "code": item.code,
            "label": item.label,
            "colour": palette[item.id],
            "at": round(float(scores[place]), 2) if place in shown else None,
            "shown": round(shown[place], 2) if place in shown else None,
        }
        for place, item in enumerate(case.alternatives)
    ]
    return {
        "marks": [mark for mark in marks if mark["at"] is not None],
        "unknown": [mark for mark in marks if mark["at"] is None],
    }


def spread(places: list[float], apart: float = APART) -> list[float]:
    """Places from 0 to 100 in rising order, moved no more than is needed to stand apart; none leaves the strip.

    What stands too near goes apart around its own middle, to both sides alike (least squares: each group of neighbours
    that touch keeps its mean).
    """
    apart = min(apart, 100 / max(1, len(places) - 1))
    groups: list[tuple[float, int]] = []  # the mean of what would be the first place, and how many stand together
    for number, place in enumerate(places):
        mean, count = place - number * apart, 1
        while groups and groups[-1][0] > mean:
            before, many = groups.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        groups.append((mean, count))
    last = 100 - (len(places) - 1) * apart
    starts = [min(max(mean, 0.0), last) for mean, count in groups for _ in range(count)]
    return [start + number * apart for number, start in enumerate(starts)]
