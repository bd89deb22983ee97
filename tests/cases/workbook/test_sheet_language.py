"""The words of a workbook: each language has its own, no two mean the same, and either is read beside the other."""

import io

import openpyxl
import pytest

from cases.workbook.checked_upload import read_workbook
from cases.workbook.filling import STEP
from cases.workbook.keyed_values import columns_behind_keys
from cases.workbook.sheet_language import (
    TOPICS,
    choice,
    choice_meant,
    column_named,
    heading,
    key,
    key_meant,
    key_steps,
    parts,
    value_choice,
)
from cases.workbook.sheets import BY_KEY, SHEETS, words
from cases.workbook.workbook_writing import write_workbook
from files.fields import CASE_LANGUAGES
from files.looks import alike
from tests.cases.workbook.books import good, harbour, sentences
from tests.cases.workbook.office import filled
from texts import LANGUAGES

SAME = {"id"}
"""What is called the same in every language."""


def test_no_word_means_two_things():
    for sheet in SHEETS:
        for column in sheet.columns:
            names = [column.heading, *(heading(sheet, column, language) for language in LANGUAGES)]
            assert {column_named(sheet, name) for name in names} == {column}, (sheet.key, names)
            for raw in column.choices:
                words = [raw, *(choice(sheet, column, raw, language) for language in LANGUAGES)]
                assert {choice_meant(sheet, column, word.upper()) for word in words} == {raw}, (sheet.key, words)
    for step in key_steps().values():
        assert {key_meant(key(step, language)) for language in LANGUAGES} == {step}
    assert len({alike(key(step, "nl")) for step in key_steps().values()}) == len({*key_steps().values()})


def test_a_key_that_is_an_id_of_the_case_stays_an_id():
    assert key_meant("criteria > waarde > doel", {"waarde"}).startswith("criteria > waarde > ")
    assert key("criteria > value", "nl", {"value"}).endswith(" > value")
    assert key("criteria > value", "nl", {"waarde"}).endswith(" > value")
    assert key("fixed > 1", "nl") == "staat vast > 1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workbook_has_no_word_of_the_files_and_no_text_in_another_language(language):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(None, language)))
    other = {"nl": ("(Engels)", "English", "_en"), "en": ("(Dutch)", "Nederlands", "_nl")}[language]
    for page in book:
        headings = [str(cell.value) for cell in page[1] if cell.value]
        assert not [name for name in headings if "_" in name or any(word in name for word in other)], page.title


def test_one_workbook_may_mix_its_headings_and_choices():
    before = read_workbook(good("nl"), "a.xlsx").case
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(harbour(), "nl")))
    page = book["criteria"]
    names = {cell.value: cell for cell in page[1]}
    names["beter is"].value, names["waar merkbaar"].value, names["naam"].value = "Better is", "level", "NAAM"
    for row in page.iter_rows(min_row=3):
        cells = {head.value: cell for head, cell in zip(page[1], row, strict=True)}
        if cells["level"].value:
            cells["level"].value = str(cells["level"].value).upper()
    written = io.BytesIO()
    book.save(written)
    found = read_workbook(written.getvalue(), "a.xlsx")
    assert found.case is not None, sentences(found)
    assert found.case.version == before.version


def test_a_message_speaks_in_the_words_of_the_workbook():
    book = openpyxl.load_workbook(io.BytesIO(filled("nl")))
    names = {cell.value: cell.column for cell in book["criteria"][1]}
    book["criteria"].cell(3, names["beter is"]).value = "meer"
    book["criteria"].cell(4, names["slechtste waarde"]).value = 100
    book["effecten"]["C3"].value = None
    book["effecten"]["H4"].value = "E"
    book["bronnen"].cell(3, 2).value = None
    written = io.BytesIO()
    book.save(written)
    found = read_workbook(written.getvalue(), "a.xlsx")
    raw = {column.heading for sheet in SHEETS for column in sheet.columns} - {"id", "score", "status"}
    raw |= {word for sheet in SHEETS for column in sheet.columns for word in column.choices}
    raw -= {"later", "water", "nl", "en", "A", "B", "C", "D"}
    said = [f"{problem.heading} {problem.text.get('nl')}" for problem in found.problems]
    assert not [(word, text) for text in said for word in text.replace("'", " ").split() if word in raw]
    dutch = sentences(found, "nl")
    assert any("(beter is)" in text and "Kies uit: hoger, lager, doel" in text for text in dutch)
    assert any("slechtste waarde en beste waarde zijn allebei 100" in text for text in dutch)
    assert any("waarde is leeg, dus niet bekend" in text for text in dutch)
    assert len(found.problems) == 5, dutch


def test_a_draft_of_a_case_has_the_names_of_a_closed_list():
    assert [choice(BY_KEY["criteria"], column, "neighbourhood", "nl")
            for column in BY_KEY["criteria"].columns if column.heading == "level"] == ["buurt"]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_choice_and_key_has_a_name(language):
    # a new field of a case shows up here, in the language in which nobody named it yet
    named, missing = words(language), []
    for sheet in SHEETS:
        headings = {**named["headings"]["any"], **named["headings"].get(sheet.key, {})}
        missing += [f"{sheet.key}, {column.heading}" for column in sheet.columns if parts(column)[0] not in headings]
        for column in sheet.columns:
            own = named["choices"].get(sheet.key, {}).get(column.heading) or named["choices"]["any"].get(
                column.heading, {}
            )
            missing += [f"{sheet.key}, {column.heading}: {raw}" for raw in column.choices
                        if raw not in own and column.heading not in (*TOPICS, "grade")]  # fmt: skip
    for file in ("case.yaml", "account.yaml", "valuation.yaml"):
        for column in columns_behind_keys(file):
            steps = [step for step in column.path if step not in CASE_LANGUAGES]
            missing += [f"{file}: {step}" for step in steps if step not in named["key_words"] and step not in SAME]
            shown = [value_choice(file, STEP.join(map(str, steps)), raw, language) for raw in column.choices]
            missing += [f"{file}: {raw}" for raw, word in zip(column.choices, shown, strict=True) if "_" in word]
            missing += [f"{file}: {raw}" for raw, word in zip(column.choices, shown, strict=True)
                        if language == "nl" and raw == word and raw not in SAME]  # fmt: skip
    assert not missing
