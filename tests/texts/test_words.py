import shutil
import string
import subprocess
import sys
from collections.abc import Mapping

import pytest

from texts import LANGUAGES, catalogue, words
from texts.glossary import glossary
from texts.languages import FIRST, FOLDER

DUTCH, ENGLISH = (catalogue("words", language) for language in LANGUAGES)


def fields(text: str | Mapping[str, str]) -> set[str]:
    """The gaps of a text; of a counted one those of all its forms."""
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_every_text_is_there_in_both_languages():
    assert set(DUTCH) == set(ENGLISH)
    assert all(DUTCH.values())
    assert all(ENGLISH.values())


def test_both_languages_fill_in_the_same_values():
    different = {key: fields(DUTCH[key]) ^ fields(ENGLISH[key]) for key in DUTCH}
    assert not {key: names for key, names in different.items() if names}


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


@pytest.mark.parametrize(("texts", "word"), [(DUTCH, "hoe belangrijk"), (ENGLISH, "how important")])
def test_nobody_is_asked_how_important_something_is_without_a_range(texts, word):
    assert not [key for key, text in texts.items() if word in str(text).lower()]


def test_the_glossary_explains_each_term_in_every_language():
    first, *others = map(glossary, LANGUAGES)
    assert len(first) > 30
    assert all(list(other) == list(first) for other in others)
    assert all(said.strip() for found in (first, *others) for pair in found.values() for said in pair)


def test_the_language_of_who_asks_for_none_comes_first():
    assert (FIRST, *sorted(set(LANGUAGES) - {FIRST})) == LANGUAGES


def test_a_folder_is_all_that_a_language_needs_to_be_there(tmp_path):
    """What belongs to a workbook is in `cases/workbook/words.toml`; nothing in the code names a language."""
    shutil.copytree(FOLDER, tmp_path / "texts")
    shutil.copytree(FOLDER / "en", tmp_path / "texts" / "fy")
    code = "from texts import LANGUAGES, words; from texts.glossary import terms; print(*LANGUAGES, len(terms('fy')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [*LANGUAGES, "fy", str(len(glossary("en")))]
