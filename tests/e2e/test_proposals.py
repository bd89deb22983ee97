"""A resident proposes something on a phone without JavaScript, and the planner's answer comes back on the same page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from cases.reading.case_folder import read_files
from cases.store import own_proposals
from files.problems import Problems
from tests.cases.harbour import GOOD
from texts import LANGUAGES, words

from .axe import violations
from .conftest import published
from .waiting import soon

CASE = "harbour_asks"


@pytest.fixture
def call(address) -> Iterator[tuple[str, str]]:
    """The key and the token of a published case, in the store that the server under test reads."""
    files = read_files(GOOD, Problems())
    files["case.yaml"] = files["case.yaml"].replace(f"id: {GOOD.name}\n".encode(), f"id: {CASE}\n".encode())
    with published(address, CASE, files) as key:
        yield key, own_proposals().open_call(CASE, key)


def test_a_proposal_without_javascript_and_its_answer(apart, address, call):
    key, token = call
    text = words("nl")
    page = apart(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    link = f"{address}/voorstel/{token}?lang=nl"
    page.goto(link)
    page.get_by_label(text("proposals.kind_alternative")).check()
    page.get_by_label(text("proposals.field_title")).fill("Een veerpont")
    page.get_by_role("button", name=text("proposals.send")).click()
    expect(page.get_by_role("alert")).to_contain_text("De uitleg heeft minstens 10 tekens nodig")
    expect(page.get_by_label(text("proposals.field_title"))).to_have_value("Een veerpont")
    expect(page.get_by_label(text("proposals.kind_alternative"))).to_be_checked()
    page.get_by_label(text("proposals.field_words")).fill("Een pont is er sneller dan een brug.")
    page.get_by_role("button", name=text("proposals.send")).click()
    expect(page.get_by_role("status")).to_contain_text(text("proposals.thanks", n=1))
    own_proposals().answer(CASE, key, 1, "declined", "De vaargeul is te druk.")
    page.reload()
    expect(page.locator(".w-proposal")).to_contain_text("De vaargeul is te druk.")
    for language in LANGUAGES:
        page = apart(viewport={"width": 390, "height": 844}, bypass_csp=True)
        page.goto(f"{address}/voorstel/{token}?lang={language}")
        soon(lambda page=page: violations(page), [])
        page.get_by_role("button", name=words(language)("proposals.send")).click()
        expect(page.get_by_role("alert")).to_be_visible()
        soon(lambda page=page: violations(page), [])
        soon(lambda page=page: page.evaluate("document.documentElement.scrollWidth"), 390)
