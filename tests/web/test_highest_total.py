"""Where totals move, the highest total is named; a first place only by the verdict, which weighs the doubt too."""

import json
import re
from collections.abc import Iterator

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from texts.numbers import percent
from web import phone, projector
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.flip_words import flip, nearest_flip
from wording.sentences import deciding

CASES = [loaded(folder.parent) for folder in sorted(SHIPPED.glob("*/case.yaml"))]
CLAIM = re.compile(r"\bkom(t|en)\b[^.:]*\beerst\b|\beerst (komt|komen)\b|\bkan eerst\b|\b(comes?|be) first\b")
AFTER_A_VERDICT = {"result_first", "result_undecided", "card"}
"""What the phone says once the verdict has come, and the picture that is only made then."""
VERDICT = "sure_"
"""How the lines begin that give the verdict on the phone."""
NOT_OF_TOTALS = {"why_nobody", "why_passed_over", "result_open", "result_nobody"}
"""Who cannot come first because of a hard requirement, and that nobody can say it yet."""


def said(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, inner in part.items():
            if key not in AFTER_A_VERDICT | NOT_OF_TOTALS and not key.startswith(VERDICT):
                yield from said(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from said(inner)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_face_is_given_words_that_make_a_first_place_of_a_total(ask, language):
    case = CASES[0]
    link = "&".join(f"{key}={part}" for key, part in to_link(case, from_profile(case.profiles[-1])).items())
    for module, path in ((phone, "m"), (projector, "scherm")):
        page = ask(module.routes, f"/{path}/{case.id}?{link}&lang={language}", [(b"accept", b"text/html,*/*")])
        found = re.search(
            r'<script type="application/json" id="(?:board-)?data">(.*?)</script>', page.body.decode(), re.DOTALL
        )
        texts = list(said(json.loads(found[1])))
        assert len(texts) > 100
        assert [text for text in texts if CLAIM.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_flips_and_reasons_of_every_example_name_the_highest_total(language):
    text, top = words(language), words(language)("flip.top")
    for case in CASES:
        for profile in case.profiles:
            comparison = compare(case, from_profile(profile))
            nearest = nearest_flip(comparison, text)
            flips = [flip(comparison, theme, text) for theme in range(len(case.themes))]
            wrong = [line for line in (deciding(comparison, text), nearest.sentence, *flips) if CLAIM.search(line)]
            assert [line for line in wrong if not comparison.passed_over] == []
            if nearest.theme is not None:
                assert top in nearest.sentence
                assert percent(0, language)[-1] in nearest.sentence
