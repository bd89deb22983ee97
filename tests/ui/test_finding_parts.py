"""What the check of a case found, on the screens Eerlijk and Zaak."""

from html import unescape

import pytest

from tests.ui.test_screens import CASE, open_screen, plain, seen
from texts import LANGUAGES, words
from weighing.soundness import findings
from wording.finding_rows import finding_rows, grouped


@pytest.mark.parametrize("language", LANGUAGES)
def test_fairness_shows_every_finding_with_why_it_matters_and_what_to_do(language):
    text = unescape(plain(seen("audit", language)))
    for finding in findings(CASE):
        for part in (finding.found, finding.title, finding.why, finding.mend):
            assert " ".join(part.get(language).split()) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_page_names_each_kind_once_with_its_number_and_leads_on(language):
    app = open_screen("case", language)
    text = unescape(plain(app))
    for part in grouped(finding_rows(CASE, words(language))):
        count = f" ({len(part)})" if len(part) > 1 else ""
        assert unescape(part[0].title) + count in text
    assert words(language)("case_checks.to_all") in [button.label for button in app.button]
