"""What the library says about thousands of made-up weighings: the browser's modules must say the same.

The chance is seeded, so that a run can be repeated. Everything that makes the two sides differ is over-represented:
ties, effects that are not known, failing requirements, points at 0 and 100, halves on the digit that is shown.
"""

import json
import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import segno
from markupsafe import Markup

from cases import SHIPPED
from cases.definition.model import Case, Performance
from cases.definition.shapes import LinearShape, Range
from files.fields import Text
from tests.budget import LONG, budget
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from texts.numbers import inner_decimals, number, percent
from web.board_data import VIEWS, board_data, board_points
from weighing.comparison import Comparison, compare
from weighing.links import from_link, requirements_in, requirements_to_link, to_link
from weighing.verdict import verdict
from weighing.weighing import LARGEST, OWN, Weighing, from_profile
from weighing.what_if import beside, changed
from wording.flip_words import flip, nearest_flip
from wording.sentences import deciding, points_from, reading_notes, score_on, share_text, total_text

TEMPLATE = loaded(Path(__file__).parent.parent / "cases" / "data" / "harbour_link")
CASES, WEIGHINGS = budget(50, 600), 12
HALVES = budget(50, 1000)
NUMBERS, LINKS = budget(1500, 20_000), budget(250, 4000)
NAMES = ("Banen & <i>groen</i>", "CO2", "Stilte", "Rust \"'", "$& {first}", "Één", "ZZP'ers", "water")
ENDS = ((0.0, 100.0), (0.0, 3.0), (7.0, 0.0), (-40.0, 10.0))
DAMAGE = ("", "~", "-", "~~", "nan", "-1", "1e-7", "100.5", "inf", "x-5~", "%00", "0x10", "1_0", " 7", "~theme_0-3")
FULL_CODES = (42, 106, 251, 666, 1059, 2331)
"""Bytes that fill a QR code (of 29, 41, 61, 97, 121 and 177 modules) to the last. With room left segno puts a byte of
zeros before the filling, which readers skip and the standard does not have; then the modules differ."""
CODES = [(length, mask) for turn, length in enumerate(FULL_CODES) for mask in range(8) if LONG or mask % 6 == turn]
"""With each of the masks; short, each of them and each length at least once."""
GIVEN = (0.0, 0.0, 0.0, 100.0, 50.0, 12.5, 25.0, 1.0, 99.0, 33.333333333333336, 66.6, 1e-7, 5e-5, 14.285714285714286)


@cache
def vectors(seed: int = 20261121) -> dict[str, list[dict[str, Any]]]:
    """By kind: what goes into the browser's module, and what must come out."""
    chance = random.Random(seed)
    made = [_case(chance, place) for place in range(CASES)]
    return {
        "weighings": [
            *(_weighings(chance, case, LANGUAGES[place % 2]) for place, case in enumerate(made)),
            *(_beside_a_half(chance, LANGUAGES[place % 2], place) for place in range(HALVES)),
        ],
        "numbers": [_number(chance) for _ in range(NUMBERS)],
        "links": [_link(chance, case) for case in chance.choices(made, k=LINKS)],
        "codes": [_code(length, mask) for length, mask in CODES],
        "shipped": [
            _shipped(loaded(folder.parent), LANGUAGES[place % 2])
            for place, folder in enumerate(sorted(SHIPPED.glob("*/case.yaml")))
        ],
    }


def write_vectors(path: Path) -> dict[str, int]:
    """Write all of them; returns how many of each kind."""
    found = vectors()
    path.write_text(json.dumps(found, allow_nan=False), encoding="utf-8")
    count = {kind: len(items) for kind, items in found.items()}
    return count | {"weighings": sum(len(item["weighings"]) for item in found["weighings"])}


def _case(chance: random.Random, place: int) -> Case:
    """The invented case with other alternatives, themes, criteria and effects; sound, but for its size."""
    n_alternatives = chance.choice((2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 10, 20))
    alternative, theme = TEMPLATE.alternatives[0], TEMPLATE.themes[0]
    template = TEMPLATE.criterion("travel_time")
    alternatives = tuple(
        alternative.model_copy(update={"id": f"alt_{row}", "code": str(row), "label": _name(chance, row)})
        for row in range(n_alternatives)
    )
    themes = tuple(
        theme.model_copy(update={"id": f"theme_{index}", "label": _name(chance, index)})
        for index in range(chance.choice((1, 2, 3, 4, 8)))
    )
    criteria = tuple(
        template.model_copy(update={"id": f"{item.id}_{index}", "theme": item.id, "short": _name(chance, index)} | ends)
        for item in themes
        for index in range(chance.choice((1, 1, 2, 3, 5)))
        for ends in (_ends(chance),)
    )
    performances = _performances(chance, alternatives, criteria)
    requirement = next(item for item in TEMPLATE.requirements if item.criterion is None)
    answer = next(iter(requirement.answers.values()))
    share = chance.choice((0, 0, 0, 0.3, 0.3, 1))
    answers = {
        item.id: answer.model_copy(update={"answer": "no" if chance.random() < share else "yes"})
        for item in alternatives
    }
    return changed(
        TEMPLATE, str(place), reference="alt_0", alternatives=alternatives, themes=themes, criteria=criteria,
        performances=performances, requirements=(requirement.model_copy(update={"answers": answers}),), profiles=(),
    )  # fmt: skip


def _name(chance: random.Random, place: int) -> Text:
    return Text(nl=f"{chance.choice(NAMES)} {place}", en=f"{chance.choice(NAMES)} {place}")


def _ends(chance: random.Random) -> dict[str, Any]:
    worst, best = chance.choice(ENDS)
    better = "higher" if best > worst else "lower"
    span = Range(worst=worst, best=best)
    return {"better": better, "range": span, "second_range": None, "value_function": LinearShape(), "decimals": 1}


def _performances(chance: random.Random, alternatives: Any, criteria: Any) -> dict[tuple[str, str], Performance]:
    """Effects on a coarse or a fine grid; some not known, and now and then an alternative that is another's double."""
    unknown = chance.choice((0, 0, 0, 0.03, 0.4))
    hidden = chance.choice(criteria).theme if chance.random() < 0.7 else None  # of one theme only, which may weigh 0
    steps = chance.choice((2, 4, 7, 100, 1000))
    rows: list[list[float | None]] = []
    for _ in alternatives:
        if rows and chance.random() < 0.15:
            rows.append(list(chance.choice(rows)))
            continue
        known = [chance.random() >= unknown or hidden not in (None, item.theme) for item in criteria]
        rows.append(
            [_effect(chance, item, steps) if there else None for item, there in zip(criteria, known, strict=True)]
        )
    return {
        (item.id, criterion.id): Performance(
            value, *_stated(chance, criterion, value, steps), None, criterion.unit, (), None, None, 1
        )
        for item, row in zip(alternatives, rows, strict=True)
        for criterion, value in zip(criteria, row, strict=True)
    }


def _stated(chance: random.Random, criterion: Any, value: float | None, steps: int) -> tuple[float, float] | Any:
    """Low and high of an effect that is not known; now and then both the same, or none."""
    if value is not None or chance.random() < 0.5:
        return None, None
    return sorted(_effect(chance, criterion, steps) for _ in range(2))


def _effect(chance: random.Random, criterion: Any, steps: int) -> float:
    worst, best = criterion.range.worst, criterion.range.best
    return worst + (best - worst) * chance.randint(0, steps) / steps


def _points(chance: random.Random, keys: list[str], least: int) -> dict[str, float]:
    """Points of some of these, of which the largest is 100."""
    chosen = chance.sample(keys, chance.randint(min(least, len(keys)), len(keys)))
    points = {key: chance.choice(GIVEN) if chance.random() < 0.7 else float(chance.randint(0, 100)) for key in chosen}
    return {key: LARGEST if key == chosen[0] else points[key] for key in keys if key in points}


def _weighing(chance: random.Random, case: Case) -> Weighing:
    inside: dict[str, float] = {}
    for theme in case.themes:
        keys = [criterion.id for criterion in case.summed_in(theme.id)]
        if chance.random() < 0.4:
            inside |= _points(chance, keys, len(keys))
    points = _points(chance, [theme.id for theme in case.themes], chance.choice((1, 2)))
    share = chance.choice((0, 0, 0.5, 1))
    unsure = frozenset(theme.id for theme in case.themes if theme.id not in points and chance.random() < share)
    return Weighing(OWN, points, inside, unsure=unsure)


def _weighings(chance: random.Random, case: Case, language: str) -> dict[str, Any]:
    """A case as the board gets it, and what the library says about some weighings of it."""
    text = words(language)
    palette = {item.id: "#005A9C" for item in case.alternatives}  # there are colours for ten only
    with patch("web.board_data.colours", return_value=palette), patch("web.board_data.land_picture", return_value=None):
        data = board_data(case, Weighing(), text)
    weighed = [_weighing(chance, case) for _ in range(WEIGHINGS)]
    return {"data": data, "weighings": [_said(compare(case, item), text) for item in weighed]}


def _beside_a_half(chance: random.Random, language: str, place: int) -> dict[str, Any]:
    """A theme that weighs so many and a half per cent, or nothing, with a flip within one per cent."""
    now, weighed = chance.randint(1, 97) + 0.5, chance.random() < 0.9
    flip = now + chance.choice((-0.9, -0.5, -0.1, -0.02, 0.02, 0.1, 0.4, 0.5, 0.9)) if weighed else 0.02
    criterion = TEMPLATE.criterion("travel_time")
    span = {"better": "higher", "range": Range(worst=0, best=100), "value_function": LinearShape()}
    themes = TEMPLATE.themes[:2]
    criteria = tuple(criterion.model_copy(update={"id": item.id, "theme": item.id} | span) for item in themes)
    alternatives = TEMPLATE.alternatives[:2]
    # on the theme itself the second leads by 100 - flip, on the other the first leads by flip: level at flip per cent
    values = ((0.0, flip), (100 - flip, 0.0))
    performances = {
        (item.id, criterion.id): Performance(value, None, None, None, criterion.unit, (), None, None, 1)
        for item, row in zip(alternatives, values, strict=True)
        for criterion, value in zip(criteria, row, strict=True)
    }
    case = changed(
        TEMPLATE, f"half{place}", alternatives=alternatives, themes=themes, criteria=criteria,
        performances=performances, requirements=(), profiles=(),
    )  # fmt: skip
    largest = max(now, 100 - now)
    points = {themes[0].id: LARGEST * now / largest, themes[1].id: LARGEST * (100 - now) / largest}
    points = points if weighed else {themes[1].id: LARGEST}
    text, weighing = words(language), Weighing(OWN, points)
    return {"data": board_data(case, weighing, text), "weighings": [_said(compare(case, weighing), text)]}


def _said(found: Comparison | None, text: Any) -> dict[str, Any]:
    assert found is not None  # every made-up weighing names a largest theme
    case, language = found.case, text.language
    rows, themes = range(len(case.alternatives)), range(len(case.themes))
    link = to_link(case, found.weighing)
    return {
        "points": board_points(found.weighing),
        "order": found.order,
        "first": None if found.undecided else found.first,
        "totals": [total_text(found, row, text) for row in rows],
        "precise": [total_text(found, row, text, 1) for row in rows],
        "certain": [[number(points, language, 1) for points in row] for row in found.known_theme_contributions],
        "table": [[points_from(found, row, theme, text) for theme in themes] for row in rows],
        "scores": [[score_on(found, row, theme, text) for theme in themes] for row in rows],
        "may_be_first": found.may_be_first,
        "can_change": found.can_change,
        "shares": [share_text(found, theme, text) for theme in themes],
        "weights": [percent(weight, language) for weight in found.weights],
        "why": _html(deciding(found, text)),
        "moving": _html(deciding(found, text, None)),
        "flip": _html(nearest_flip(found, text).sentence),
        "flips": _flips(found),
        "segments": _segments(found),
        "notes": {view: " ".join(reading_notes(found, view, text)) for view in VIEWS},
        "link": {key: value for key, value in link.items() if key != "v"},
    }


def _flips(found: Comparison) -> list[dict[str, Any] | None] | None:
    """Per theme the nearest flip below and above; None for a theme about which, or where, nothing can be said."""
    if not found.known or not found.contenders or len(found.case.themes) < 2:
        return None
    return [
        point
        and {
            "now": point.now,
            "lower": point.lower if point.lower is None else [point.lower, point.lower_winner],
            "upper": point.upper if point.upper is None else [point.upper, point.upper_winner],
        }
        for point in found.tipping_points
    ]


def _segments(found: Comparison) -> list[list[Any] | None] | None:
    """Per theme who comes first from no weight to all weight, where the library says so for one set of weights."""
    if not found.known or len(found.contenders) < 2 or found.open or len(found.case.themes) < 2:
        return None
    return [parts and [[part.start, part.end, part.winner] for part in parts] for parts in found.segments]


def _shipped(case: Case, language: str) -> dict[str, Any]:
    """A case of ours with every example: the flips of each theme, and the sentence that says the nearest."""
    text = words(language)
    weighed = {profile.id: compare(case, from_profile(profile)) for profile in case.profiles}
    return {
        "data": board_data(case, Weighing(), text),
        "examples": [
            {
                "points": board_points(found.weighing),
                "flips": _flips(found),
                "sentences": [_html(flip(found, theme, text)) for theme in range(len(case.themes))],
                "nearest": _html(nearest_flip(found, text).sentence),
                "named": judged.named,
                "why": _html(deciding(found, text, judged.named)),
            }
            for found in weighed.values()
            if found is not None and (judged := verdict(found)) is not None
        ],
    }


def _html(sentence: Markup) -> str:
    """With every escaped mark as its number, as the browser's module writes it."""
    named = {"&amp;": "&#38;", "&lt;": "&#60;", "&gt;": "&#62;"}
    return re.sub("&(amp|lt|gt);", lambda mark: named[mark[0]], str(sentence))


def _number(chance: random.Random) -> dict[str, Any]:
    """A number near or on the edge between two digits, small or large, of either sign."""
    language, decimals = chance.choice(LANGUAGES), chance.choice((0, 0, 1, 1, 2, 3))
    size = chance.choice((1, 10, 100, 12_345, 9_876_543))
    edge = (chance.randint(0, size) + 0.5) / 10**decimals
    value = chance.choice(
        (
            edge,
            edge * 3 / 3,
            edge - 1e-11,
            edge + 1e-11,
            edge - 1e-6,
            chance.uniform(0, size),
            1 / chance.randint(1, 99),
        )
    ) * chance.choice((1, 1, -1))
    shown = {"number": number(value, language, decimals), "percent": percent(value, language, decimals)}
    share = chance.choice((0.0, 1.0, chance.random(), 10 ** chance.uniform(-6, -1), 1 - 10 ** chance.uniform(-6, -1)))
    shown |= {"share": share, "inner": inner_decimals(share, decimals)}
    marks = {"nl": {"decimal": ",", "thousands": "."}, "en": {"decimal": ".", "thousands": ","}}[language]
    return {"value": value, "decimals": decimals, "marks": marks, **shown}


def _link(chance: random.Random, case: Case) -> dict[str, Any]:
    """What the browser writes after Python read a link from a stranger, whole or damaged."""
    parts = {key: text for key, text in to_link(case, _weighing(chance, case)).items() if key != "k"}
    for _ in range(chance.choice((0, 1, 1, 3))):
        key = chance.choice(("w", "c"))
        found = parts.get(key, "")
        cut = chance.randint(0, len(found))
        parts[key] = found[:cut] + chance.choice(DAMAGE) + found[cut + chance.choice((0, 0, 1, 5)) :]
    weighing, _ = from_link(case, parts)
    off, _ = requirements_in(case, {"h": chance.choice(("", "no_such_requirement", case.requirements[0].id))})
    if weighing.started:
        case = beside(case, chance.choice(case.alternatives).id)
    written = to_link(case, weighing)
    again, ignored = from_link(case, written)
    assert not ignored
    assert again.unsure == weighing.unsure
    for given, read in (
        (weighing.theme_points, again.theme_points),
        (weighing.criterion_points, again.criterion_points),
    ):
        assert dict(read) == _steady(given)
    palette = {item.id: "" for item in case.alternatives}
    with patch("web.board_data.colours", return_value=palette), patch("web.board_data.land_picture", return_value=None):
        data = board_data(case, Weighing(), words("nl"))
    return {
        "link": data["link"],
        "themes": [
            {"id": item["id"], "number": item["number"], "criteria": item["criteria"]} for item in data["themes"]
        ],
        "points": board_points(weighing),
        "off": off,
        "start": {key: written[key] for key in ("b", "start") if key in written},
        "written": {key: value for key, value in written.items() if key != "v"} | requirements_to_link(off),
        "started": weighing.started,
    }


def _code(length: int, mask: int) -> dict[str, Any]:
    """The QR code that another program makes of an address, row by row; 1 is dark."""
    address = ("https://weger.example.nl/m/a?w=b-100" + "~theme-33.333333333" * 150)[:length]
    made = segno.make_qr(address, error="m", mode="byte", mask=mask, boost_error=False)
    return {"address": address, "mask": mask, "rows": ["".join(map(str, row)) for row in made.matrix]}


def _steady(points: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 9) for key, value in points.items()}
