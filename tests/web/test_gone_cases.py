"""A link to a case that is not there: every light page says so and shows nothing of another case but its name."""

from html import unescape

import pytest

from texts import LANGUAGES, words
from web import phone, presenter, projector, shared_cases, short_page

ROUTES = [*phone.routes, *projector.routes, *short_page.routes, *presenter.routes]
SAID = {"m": "phone.unknown_case", "kort": "projector.none", "scherm": "projector.none", "regie": "projector.none"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_a_case_that_is_gone_opens_no_other_case_on_any_page(language, ask):
    for way, key in SAID.items():
        found = ask(ROUTES, f"/{way}/gone?lang={language}&w=work-100&v=0123456789ab", [(b"accept", b"text/html,*/*")])
        body = unescape(found.body.decode())
        assert found.status_code == 404, way
        assert words(language)(key, found="gone") in body, way
        for case in shared_cases.sound().values():
            assert not [item.id for item in case.alternatives if f">{item.label.get(language)}<" in body], way
