import pytest

from texts import LANGUAGES, words
from web.statement import routes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_says_what_was_checked_and_what_is_not_good_yet(ask, language):
    answer = ask(routes, f"/toegankelijkheid?lang={language}", [(b"accept", b"text/html")])
    page = answer.body.decode().replace("&#39;", "'")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in page
    for key in ("checked_title", "open_title", "contact_title"):
        assert words(language)(f"statement.{key}") in page
