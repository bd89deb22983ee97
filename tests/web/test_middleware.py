import gzip

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from texts import LANGUAGES, words
from ui.navigation import OLD_ADDRESSES
from ui.own import own_address
from web import key_links
from web.key_links import SECRET
from web.middleware import asked_language
from web.missing_pages import old_routes
from web.streamlit_words import routes, script

HEAD = '<!doctype html><html lang="en"><head><title>Streamlit</title><script src="./x.js"></script></head>'
SHELL = f'{HEAD}<body><div id="root"></div><noscript><p>Enable it.</p></noscript></body></html>'


BROWSER = ((b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip, br"))


@pytest.fixture
def get(ask):
    """An answer of a small app with our middleware around a shell like Streamlit's; the body is uncompressed here."""
    shell = [
        *old_routes(OLD_ADDRESSES),
        Route("/data", lambda request: PlainTextResponse(SHELL)),
        Route("/{page:path}", lambda request: HTMLResponse(SHELL)),
    ]

    def fetch(path: str) -> Response:
        answer = ask([*routes, *shell], path, BROWSER)
        assert len(answer.body) == int(answer.headers["content-length"])
        if answer.headers.get("content-encoding") == "gzip":
            answer.body = gzip.decompress(answer.body)
        return answer

    return fetch


@pytest.mark.parametrize(
    ("path", "language"), [("/", "nl"), ("/?lang=nl", "nl"), ("/?lang=en", "en"), ("/?lang=xx", "nl")]
)
def test_the_shell_says_which_language_the_page_is_in(get, path, language):
    body = get(path).body.decode()
    assert f'<html lang="{language}">' in body
    assert "<title>Waardenweger</title>" in body
    assert f'src="./texts/{language}.js"' in body
    assert words(language)("app.needs_javascript") in body
    assert f'<div id="root"><p role="status">{words(language)("app.opening")}</p></div>' in body
    assert "Enable it." not in body


def test_an_old_address_leads_on_with_the_weights(get):
    answer = get("/verkennen?lang=en&case=lutkemeer&w=work-100")
    assert (answer.status_code, answer.headers["location"]) == (307, "./wegen?lang=en&case=lutkemeer&w=work-100")
    assert get("/zaak").headers["location"] == "./"


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("/wegen?lang=en&amp;case=lutkemeer", "./wegen?lang=en&case=lutkemeer"),
        ("/wegen?lang=en&case=lutkemeer.", "./wegen?lang=en&case=lutkemeer"),
        ("/wegen).", "./wegen"),
        ("/wegen.?lang=en", "./wegen?lang=en"),
    ],
)
def test_a_damaged_address_leads_on_to_the_one_that_was_meant(get, damaged, meant):
    answer = get(damaged)
    assert (answer.status_code, answer.headers["location"]) == (307, meant)
    assert get(meant.removeprefix(".")).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_without_a_page_says_so_and_offers_the_pages(get, language):
    text = words(language)
    answer = get(f"/a/<b>{'x' * 90}?w=work-100&lang={language}")
    body = answer.body.decode()
    assert answer.status_code == 404
    assert f"<code>/a/&lt;b&gt;{'x' * 54}…</code>" in body
    assert text("no_page.title") in body
    assert f'<a href="../hoe-zeker?w=work-100&amp;lang={language}">{text("nav.sure")}</a>' in body
    assert 'id="root"' not in body


def test_only_html_is_rewritten(get):
    assert get("/data?lang=nl").body.decode() == SHELL


def test_the_policy_allows_no_other_site(get):
    policy = get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")


def test_an_address_stays_at_home_because_it_may_hold_a_key(get):
    assert get("/").headers["referrer-policy"] == "no-referrer"


def test_builtin_words_are_replaced_in_dutch():
    assert '"Increment": "Meer"' in script("nl")
    assert '"Skip to main content": "Ga naar de inhoud"' in script("nl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_secret_of_an_own_case_has_one_name_and_one_address(language):
    """The script takes the part with this name out of the address and posts it."""
    assert f'.has("{SECRET}")' in script(language)
    for posts in (script(language), own_address.POST):
        assert f'new URL("{key_links.routes[0].path.strip("/")}"' in posts


def test_the_script_is_served_for_our_languages_only(get):
    assert get("/texts/nl.js").status_code == 200
    assert get("/texts/de.js").status_code == 404


def test_the_last_language_in_an_address_counts():
    assert asked_language(b"lang=nl&lang=en") == "en"
