"""Before somebody weighed or chose, no face says which alternative is ahead: every case, every face, both languages."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from urllib.parse import urlencode

import pytest

from cases import SHIPPED
from tests.budget import LONG
from tests.cases.loaded import loaded
from tests.ui.test_screens import open_screen
from tests.web.asking import answer
from texts import LANGUAGES, words
from ui.navigation import SCREENS
from web import phone, presenter, projector, short_page
from web.preview_pictures import preview_svg
from weighing.comparison import compare
from weighing.weighing import from_profile
from wording.sentences import deciding

CASES = [path.parent.name for path in sorted(SHIPPED.glob("*/case.yaml"))]
WALLS = {"m": phone, "scherm": projector, "kort": short_page, "regie": presenter}
NAMED = r"\b(?:{names})(?: \([A-Z]\))?,? "
AHEAD = {
    "nl": (
        NAMED + r"(?:komt|staat|heeft|is|blijft)(?: \w+)? (?:eerst|bovenaan|het hoogste totaal)\b(?! als| zodra)",
        r"\b(?:nu|dan|hier) komt (?:{names}) eerst\b",
        r"\b(?:eerst|hoogste totaal): (?:{names})\b",
    ),
    "en": (
        NAMED + r"(?:comes|ranks|stands|has|is)(?: \w+)? (?:first|on top|the highest total)\b(?! if| as soon as)",
        r"\b(?:first|highest total): (?:{names})\b",
    ),
}
"""Sentences with the name of an alternative that put it in front. A condition ("comes first if ...") is none."""


def ahead(case, language: str, page: str) -> list[str]:
    """Where a page puts an alternative in front, or has the letters of all in another order than the case."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
    told = re.findall(r'(?:content|title|alt|aria-label)="([^"]*)"', page)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page).replace("&#39;", "'"))
    names = "|".join(re.escape(item.label.get(language)) for item in case.alternatives)
    found = [
        match[0]
        for said in (text, *told)
        for pattern in AHEAD[language]
        for match in re.finditer(pattern.format(names=names), said, re.I)
    ]
    codes = [item.code for item in case.alternatives]
    orders = "|".join(" ".join(order) for order in permutations(codes) if list(order) != codes)
    return found + [match[0] for match in re.finditer(rf"\b(?:{orders})\b", text)]


def wall(name: str, case: str, **parts: str) -> str:
    with ThreadPoolExecutor(1) as thread:  # a browser test may have left an event loop in this one
        asked = answer(WALLS[name].routes, f"/{name}/{case}?{urlencode(parts)}", ())
        found = thread.submit(asyncio.run, asked).result()
    assert found.status_code == 200
    return found.body.decode()


@pytest.mark.parametrize("folder", CASES)
def test_no_face_says_who_is_ahead_before_somebody_weighed_or_chose(folder):
    case, said = loaded(SHIPPED / folder), {}
    for turn, language in enumerate(LANGUAGES):
        for name in WALLS:
            said[name, language] = ahead(case, language, wall(name, folder, lang=language))
        for place, screen in enumerate(SCREENS):
            if not LONG and (place + CASES.index(folder)) % 2 != turn % 2:
                continue  # a short run opens every screen in one of the languages
            app = open_screen(screen.name, language, case=folder)
            assert not app.exception
            shown = "\n".join(element.proto.body for element in app.get("html"))
            said[screen.name, language] = ahead(case, language, shown)
        said["preview", language] = ahead(case, language, str(preview_svg(case, language)))
    assert not {face: found for face, found in said.items() if found}


def test_with_weights_the_same_look_finds_who_is_ahead():
    for folder in CASES:
        case = loaded(SHIPPED / folder)
        for language in LANGUAGES:
            said = [deciding(compare(case, from_profile(profile)), words(language)) for profile in case.profiles]
            assert any(ahead(case, language, str(sentence)) for sentence in said), (folder, language)
        turned = " ".join(item.code for item in reversed(case.alternatives))
        assert ahead(case, "nl", f"<p>De volgorde wordt {turned}.</p>")
        label = case.alternatives[-1].label.nl
        assert not ahead(case, "nl", f"<b>{label}</b> komt eerst als banen meer dan de helft van het gewicht krijgt.")
