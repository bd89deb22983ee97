"""What a shared link shows: the case, the same for all links, and a picture if the server knows its own address."""

import io
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image, ImageFont

from cases import SHIPPED
from cases.reading.loader import load_case
from reports.writers.glyphs import font_folder
from texts import LANGUAGES, words
from web import phone, preview_pictures, short_page
from web.preview_pictures import EDGE, HEIGHT, WIDTH, preview_svg
from web.shared_cases import sound
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.land_tiles import land_picture

CASE = next(iter(sound().values()))
FOLDERS = [path.parent for path in [*SHIPPED.glob("*/case.yaml"), *Path("tests/cases/data").glob("*/case.yaml")]]
PUBLIC = "https://weger.example.nl/polder"
WRITTEN = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" .*?font-size="(\d+)"( text-anchor="middle")?>(.*?)</text>')


@pytest.fixture
def get(ask):
    return lambda path: ask([*phone.routes, *short_page.routes, *preview_pictures.routes], path, ())


def preview(get, path: str, parts: dict[str, str]) -> dict[str, str]:
    page = unescape(get(f"{path}?{urlencode(parts)}").body.decode())
    return dict(re.findall(r'<meta property="og:([\w:]+)" content="(.*?)">', page))


@pytest.mark.parametrize("path", [f"/m/{CASE.id}", f"/kort/{CASE.id}"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_shows_the_case_and_never_weights_or_an_outcome(get, set_up, path, language):
    said = {
        "type": "website",
        "title": CASE.question.get(language),
        "description": CASE.place.get(language),
        "site_name": words(language)("app.name"),
    }
    links = [{"lang": language, **more} for more in ({}, to_link(CASE, from_profile(CASE.profiles[-1])))]
    assert [preview(get, path, link) for link in links] == [said, said]
    set_up(WAARDENWEGER_ADDRESS=PUBLIC + "/")
    for link in links:
        assert preview(get, path, link) == said | {
            "image": f"{PUBLIC}/voorvertoning/{CASE.id}/{CASE.version}/{language}.png",
            "image:width": str(WIDTH),
            "image:height": str(HEIGHT),
            "image:alt": CASE.question.get(language),
        }


def test_a_wrong_address_of_the_server_takes_no_page_away(get, set_up):
    set_up(WAARDENWEGER_ADDRESS="weger.example.nl")
    assert "image" not in preview(get, f"/m/{CASE.id}", {"lang": "nl"})


def test_the_picture_is_given_for_good_for_this_version_only(get):
    answer = get(f"/voorvertoning/{CASE.id}/{CASE.version}/nl.png")
    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
    picture = Image.open(io.BytesIO(answer.body)).convert("RGB")
    assert picture.size == (WIDTH, HEIGHT)
    assert len(picture.getcolors(1 << 24)) > 100
    for other in (f"{CASE.id}/000000000000/nl", f"{CASE.id}/{CASE.version}/xx", f"none/{CASE.version}/nl"):
        assert get(f"/voorvertoning/{other}.png").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_stands_on_the_picture_in_the_order_of_the_case_and_all_of_it_fits(language):
    wrong = []
    for folder in FOLDERS:
        case = load_case(folder)
        svg = str(preview_svg(case, language))
        found = [
            (float(x), float(y), int(size), middle, unescape(said)) for x, y, size, middle, said in WRITTEN.findall(svg)
        ]
        assert [said for *_, middle, said in found if middle] == [item.code for item in case.alternatives]
        plain = "".join(said for *_, said in found).replace(" ", "")
        assert case.question.get(language).replace(" ", "") in plain
        land = land_picture(case, words(language))
        assert svg.count('<g transform="scale(') == (len(case.alternatives) if land else 0)
        for x, y, size, middle, said in found:
            wide = ImageFont.truetype(font_folder() / "DejaVuSans-Bold.ttf", size).getlength(said)
            right = x + (wide / 2 if middle else wide)
            if right > WIDTH - EDGE + 1 or not EDGE <= y <= HEIGHT - 8:
                wrong.append((case.id, said, right, y))
    assert not wrong


def test_a_word_that_no_line_holds_ends_in_dots():
    longest = CASE.model_copy(update={"question": CASE.question.model_copy(update={"nl": "Rioolwaterzuivering" * 9})})
    said = [text for *_, text in WRITTEN.findall(str(preview_svg(longest, "nl")))]
    assert said[1].startswith("Rioolwater")
    assert said[1].endswith("\u2026")
