"""The link with the key of an own case: the key goes to the server once, and stays in no place where others look."""

from tests.e2e.conftest import settled
from tests.e2e.waiting import soon, steady

KEY = "geheime-sleutel-die-niemand-mag-zien"


def test_a_key_is_in_no_referrer_no_title_no_page_and_not_behind_back(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright cannot call what is built in
    page.goto(f"{address}/m")
    page.goto(f"{address}/eigen-zaak?lang=nl&zaak=onze_polder&beheer={KEY}")
    page.get_by_text("er is geen eigen zaak met deze id").wait_for()
    settled(page)
    assert [request.url for request in asked if KEY in request.url] == [
        f"{address}/eigen-zaak?lang=nl&zaak=onze_polder&beheer={KEY}"
    ]
    assert not [request.url for request in asked if KEY in request.headers.get("referer", "")]
    soon(lambda: page.url, lambda url: KEY not in url)
    assert KEY not in steady(lambda: page.title() + page.content())
    history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
    behind = [entry["url"] for entry in history["entries"]]
    assert f"{address}/m" in behind
    assert not [url for url in behind if KEY in url]
