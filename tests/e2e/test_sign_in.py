"""A colleague signs in with a provider on this machine, ties a case to that once, and opens it without a link."""

from pathlib import Path

import pytest
from joserfc.jwk import RSAKey

from cases.store import WrongKeyError, own_cases, own_links
from cases.workbook.draft import draft_bytes
from cases.workbook.drafting import sheets_of
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.e2e.conftest import STORE, free_port, settled, start
from tests.e2e.provider import CLIENT, PERSON, SECRET, provider
from tests.e2e.waiting import soon
from texts import words

TEXT = words("nl")
ID = "aangemeld"


def test_a_case_is_tied_to_a_sign_in_once_and_opens_without_a_link_until_it_is_withdrawn(page):
    key = own_cases().new(ID, draft_bytes(sheets_of(loaded(GOOD), "nl")))
    secret = own_links().make(ID, key, "comment", "ecoloog")
    port = free_port()
    with provider() as other:
        address = start(
            port,
            WAARDENWEGER_ADDRESS=f"http://127.0.0.1:{port}",
            WAARDENWEGER_OIDC_METADATA=other.metadata,
            WAARDENWEGER_OIDC_CLIENT=CLIENT,
            WAARDENWEGER_OIDC_SECRET=SECRET,
            WAARDENWEGER_OIDC_KEY="een-lange-willekeurige-sleutel-van-deze-server",
        )

        def button(name: str):
            return page.get_by_role("button", name=name, exact=True)

        def cookies() -> set[str]:
            return {found["name"] for found in page.context.cookies()}

        def sign_in() -> None:
            page.goto(f"{address}/eigen-zaak")
            button(TEXT("own_case.sign_in")).click()
            page.wait_for_url(f"{address}/")

        other.signs_with = RSAKey.generate_key(2048, {"kid": "1"})
        sign_in()
        assert "_streamlit_user" not in cookies()  # the token was signed by somebody else
        other.signs_with = other.key
        sign_in()
        page.goto(f"{address}/eigen-zaak")
        page.get_by_text(TEXT("own_case.signed_in_none")).wait_for()
        assert set(other.scopes) == {"openid"}

        page.goto(f"{address}/m")
        page.goto(f"{address}/eigen-zaak#zaak={ID}&sleutel={secret}")
        page.get_by_text(TEXT("own_case.bind_title"), exact=True).click()
        button(TEXT("own_case.bind")).click()
        page.get_by_text(TEXT("own_case.bound")).wait_for()
        soon(lambda: "waardenweger_zaak" in cookies(), False)
        with pytest.raises(WrongKeyError):
            own_cases().access(ID, secret)

        page.goto(f"{address}/eigen-zaak")
        button(TEXT("own_case.signed_in_open", id=ID, label="ecoloog")).click()
        role = TEXT("own_case.your_role_signed_in", label="ecoloog", may=TEXT("own_case.role_comment_about"))
        page.get_by_text(role).wait_for()
        settled(page)
        assert "waardenweger_zaak" not in cookies()
        own_links().revoke(ID, key, 1)
        page.get_by_text(TEXT("own_case.tab_findings"), exact=True).click()
        page.get_by_text("Deze link is ingetrokken").wait_for()
        page.get_by_text(TEXT("own_case.signed_in_none")).wait_for()

        button(TEXT("own_case.sign_out")).click()
        page.wait_for_url(f"{address}/")
        assert "_streamlit_user" not in cookies()
    kept = Path(STORE.removeprefix("sqlite:///"))
    for part in (kept, *kept.parent.glob(f"{kept.name}-*")):
        assert not [value for value in PERSON.values() if value.encode() in part.read_bytes()]
    own_cases().delete(ID, key)
