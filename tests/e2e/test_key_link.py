"""The link with the secret of an own case: it goes to the server once, and stays in no place where others look."""

from urllib.parse import urldefrag

from playwright.sync_api import expect

from cases.store import own_cases, own_links
from cases.workbook.draft import draft_bytes
from cases.workbook.drafting import sheets_of
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.e2e.conftest import settled
from tests.e2e.waiting import soon, steady
from texts import words

KEY = "geheime-sleutel-die-niemand-mag-zien"
TEXT = words("nl")


def test_a_secret_is_in_no_request_but_one_no_title_no_page_and_not_behind_back(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright cannot call what is built in
    for link, by_address in ((f"#zaak=onze_polder&sleutel={KEY}", False), (f"?zaak=onze_polder&beheer={KEY}", True)):
        asked.clear()
        page.goto(f"{address}/m")
        page.goto(f"{address}/eigen-zaak{link}")
        page.get_by_text("Deze link of id hoort bij geen eigen zaak").wait_for()
        settled(page)
        held = [request.url for request in asked if KEY in urldefrag(request.url)[0]]
        assert held == [f"{address}/eigen-zaak{link}"] * by_address
        posted = [request for request in asked if KEY in (request.post_data or "")]
        assert [request.url for request in posted] == [f"{address}/sleutel"]
        assert not [request.url for request in asked if KEY in request.headers.get("referer", "")]
        soon(lambda: page.url, lambda url: KEY not in url)
        assert KEY not in steady(lambda: page.title() + page.content() + page.evaluate("document.cookie"))
        history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
        behind = [entry["url"] for entry in history["entries"]]
        assert f"{address}/m" in behind
        assert not [url for url in behind if KEY in url]


def test_a_link_with_a_role_opens_again_after_a_reload_and_stops_at_once(page, address):
    case = loaded(GOOD)
    key = own_cases().new("rollen", draft_bytes(sheets_of(case, "nl")))
    secret = own_links().make("rollen", key, "comment", "ecoloog")
    page.goto(f"{address}/eigen-zaak#zaak=rollen&sleutel={secret}")
    page.get_by_text(TEXT("own_case.your_role", label="ecoloog", may=TEXT("own_case.role_comment_about"))).wait_for()
    (cookie,) = [found for found in page.context.cookies() if found["name"] == "waardenweger_zaak"]
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    page.reload()
    page.locator(".w-own-head").wait_for()
    settled(page)
    own_links().revoke("rollen", key, 1)
    page.get_by_text(TEXT("own_case.tab_findings"), exact=True).click()
    page.get_by_text("Deze link is ingetrokken").wait_for()
    expect(page.locator(".w-own-head")).to_have_count(0)
    soon(lambda: "waardenweger_zaak" in {found["name"] for found in page.context.cookies()}, False)
    own_cases().delete("rollen", key)


def test_nobody_signs_in_here(page, address):
    for path in ("auth/login", "auth/logout", "auth/callback", "oauth2callback?code=1"):
        for asked in (page.request.get, page.request.post):
            assert asked(f"{address}/{path}").status == 404, path
