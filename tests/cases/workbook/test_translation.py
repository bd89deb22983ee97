"""The second language of a draft: what has no translation is listed, and a translation goes into its own cell."""

from cases.workbook.drafting import check_draft, sheets_of, spoken_in
from cases.workbook.translation import text_pairs, with_translation
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.one_language import without_language


def test_a_case_in_one_language_can_be_translated_text_by_text():
    whole = loaded(GOOD)
    draft = without_language(sheets_of(whole, "nl"), "en")
    assert spoken_in(draft, "en") == ("nl",)
    pairs = text_pairs(draft, "nl", "en")
    assert len(pairs) == len(text_pairs(sheets_of(whole, "nl"), "nl", "en"))
    assert not any(pair.translation for pair in pairs)
    for pair, both in zip(pairs, text_pairs(sheets_of(whole, "nl"), "nl", "en"), strict=True):
        draft = with_translation(draft, pair, "en", both.translation)
    found = check_draft(draft, "nl", whole.id)
    assert found.case is not None
    assert found.case.untranslated == {"nl": 0, "en": 0}
    assert found.case.title == whole.title
