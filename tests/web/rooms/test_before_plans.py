"""A session before there are plans: every face opens on a draft with nothing but a title, and nothing is weighed."""

import re

import pytest

from cases.reading.loader import case_from_files
from tests.workshop.evening import Evening
from tests.workshop.test_values_to_draft import BARE, HEALTH
from texts import LANGUAGES
from web.rooms import wall_page
from web.rooms.desk_answers import COOKIE

HIDDEN = re.compile(r"<style.*?</style>|<script(?![^>]*json).*?</script>|data-(?:on|waits)=\"[^\"]*\"", re.DOTALL)


@pytest.fixture
def meadow(served):
    return Evening(served.store, case_from_files(BARE), BARE, kind="values", title="De wei van straks")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_face_speaks_of_weights_or_of_what_a_draft_lacks(meadow, get, ask, language):
    paths = [f"/s/{meadow.code}", f"/leid/{meadow.code}", f"/leid/{meadow.code}/briefje"]
    pages = [get(f"{path}?lang={language}") for path in paths]
    pages.append(ask(wall_page.routes, f"/zaal/{meadow.code}?lang={language}", []))
    for page in pages:
        assert page.status_code == 200
        seen = HIDDEN.sub("", page.body.decode())
        assert "De wei van straks" in seen
        assert not re.findall(r"(?i)gewicht\w*|\w*weigh\w*|weging\w*|\bweegt?\b|nog aan te vullen|to be added", seen)


def test_who_leads_gets_the_draft_and_nobody_else(meadow, get, monkeypatch):
    monkeypatch.setattr("web.rooms.desk_answers.leading", lambda: meadow.leading)
    meadow.begun("name")
    for token in [meadow.taking.join(meadow.code) for _ in range(7)]:
        meadow.answer(token, "name", {"values": [{"topic": HEALTH}]})
    meadow.lead("close")
    meadow.lead("reveal", stage="values_named")
    path = f"/leid/{meadow.code}/concept.zip"
    assert get(path).status_code == 404
    found = get(path, f"{COOKIE}={meadow.code}.{meadow.secret}")
    assert found.body[:2] == b"PK"
    assert meadow.code in found.headers["content-disposition"]
