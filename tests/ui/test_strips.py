"""The strips per theme where an effect is not known: what is certain has its colour, the rest a question mark."""

import re

import pytest

from cases.reading.loader import load_case
from tests.cases.harbour import GOOD
from tests.ui.test_screens import html, open_screen
from texts import LANGUAGES, words
from web import shared_cases
from weighing.any_value import certain_parts
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_profile


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strip_shows_what_is_certain_and_a_question_mark_elsewhere(language, monkeypatch):
    case, text = load_case(GOOD), words(language)
    monkeypatch.setattr(shared_cases, "shipped", lambda: {case.id: case})
    weighing = from_profile(case.profile("only_travel_time"))  # the green of the ring road is not known, without weight
    comparison = compare(case, weighing)
    assert comparison.dark
    app = open_screen("sure", language, case=case.id, **to_link(case, weighing))
    assert not app.exception
    page = html(app)
    assert text("flip.intro_unknown") in page
    strips = re.findall(r'<div class="w-strip-track".*?</div>', page, flags=re.DOTALL)
    for strip, parts in zip(strips, certain_parts(comparison), strict=True):
        codes = re.findall(r"<span>([^<]*)</span></span>", strip)
        assert [code for code in codes if code != "?"] == [case.alternatives[part.winner].code for part in parts]
        widths = [float(width) for width in re.findall(r"strip-part[^>]*--w:([\d.]+)%;", strip)]
        assert sum(widths) == pytest.approx(100, abs=0.02)
    assert any("?" in re.findall(r"<span>([^<]*)</span></span>", strip) for strip in strips)
