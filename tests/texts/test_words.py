import string
from collections.abc import Mapping

import pytest

from texts import LANGUAGES, catalogue, words
from texts.glossary import glossary
from texts.languages import FIRST

TEXTS = {language: catalogue("words", language) for language in LANGUAGES}


def fields(text: str | Mapping[str, str]) -> set[str]:
    """The gaps of a text; of a counted one those of all its forms."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_every_text_is_there_in_every_language():
    wrong = {language: set(TEXTS[FIRST]) ^ set(texts) for language, texts in TEXTS.items()}
    assert not {language: keys for language, keys in wrong.items() if keys}
    assert not [(language, key) for language, texts in TEXTS.items() for key, text in texts.items() if not text]


def test_all_languages_fill_in_the_same_values():
    for language, texts in TEXTS.items():
        different = {key: fields(text) ^ fields(texts[key]) for key, text in TEXTS[FIRST].items()}
        assert not {key: names for key, names in different.items() if names}, language


def test_a_key_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        words("nl")("no.such.text")


def test_values_in_html_are_escaped_and_our_own_tags_stay():
    text = words("nl").html("flip.never", first="<script>alert(1)</script>")
    assert "<script>" not in text
    assert "<b>&lt;script&gt;" in text


def test_lists_read_like_a_sentence():
    assert words("nl").listed(["banen"]) == "banen"
    assert words("nl").listed(["banen", "rust", "water"]) == "banen, rust en water"
    assert words("en").listed(["jobs", "calm"]) == "jobs and calm"


@pytest.mark.parametrize(("language", "word"), [("nl", "hoe belangrijk"), ("en", "how important")])
def test_nobody_is_asked_how_important_something_is_without_a_range(language, word):
    assert not [key for key, text in TEXTS[language].items() if word in str(text).lower()]


def test_the_glossary_explains_each_term_in_every_language():
    first, *others = map(glossary, LANGUAGES)
    assert len(first) > 30
    assert all(list(other) == list(first) for other in others)
    assert all(said.strip() for found in (first, *others) for pair in found.values() for said in pair)


def test_the_language_of_who_asks_for_none_comes_first():
    assert (FIRST, *sorted(set(LANGUAGES) - {FIRST})) == LANGUAGES
