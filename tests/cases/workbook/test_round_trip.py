"""A case goes into a workbook and comes out the same."""

import io
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from cases import SHIPPED
from cases.definition.participation import Account
from cases.definition.shapes import LinearShape, Shape
from cases.reading.case_folder import unchecked_beside
from cases.reading.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.reading.loader import case_from_files, load_case
from cases.workbook.checked_upload import read_workbook
from cases.workbook.csv_text import csv_text, number_text
from cases.workbook.sheet_language import columns_in
from cases.workbook.sheet_language import heading as shown_heading
from cases.workbook.sheet_language import key as shown_key
from cases.workbook.sheets import SHEETS, explanation, shape_sheets, words
from cases.workbook.version_differences import changes
from cases.workbook.workbook_writing import write_workbook
from cases.workbook.yaml_text import yaml_text
from files.fields import Number, Points, Strict, Text
from files.problems import CaseError
from tests.budget import examples
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.pictures import image, polygon
from tests.cases.workbook.books import as_ods, cell_of, content, good, harbour, read, read_after, sentences
from texts import LANGUAGES
from weighing.what_if import changed

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(path.parent for path in SHIPPED.glob("*/case.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [GOOD, *SHIPPED], ids=lambda path: path.name)
def test_a_case_comes_back_as_it_went_in(folder, language):
    case = load_case(folder)
    found = read_workbook(write_workbook(case, language), "case.xlsx", unchecked_beside(folder))
    assert sentences(found) == []
    assert content(found.case) == content(case)
    assert changes(case, found.case) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_opendocument_workbook_is_read_like_an_excel_one(language):
    found = read(as_ods(good(language)), "case.ods")
    assert sentences(found) == []
    assert content(found.case) == content(harbour())


def test_the_files_can_be_saved_as_a_case_folder(tmp_path):
    found = read(good())
    folder = tmp_path / found.case.id
    folder.mkdir()
    for name, data in found.files.items():
        (folder / name).write_bytes(data)
    assert load_case(folder).version == found.case.version
    assert set(found.files) == {path.name for path in GOOD.iterdir()}


def test_the_same_case_makes_the_same_workbook():
    assert write_workbook(harbour(), "nl") == write_workbook(harbour(), "nl")


# Small cases by chance: words, numbers and shapes that a spreadsheet could spoil.
# Excel keeps 15 digits of a number, so no more are asked of it here.
AWKWARD = [
    "=1+1", "+31 20", "-5", "@SUM(A1)", "10-20", "1.234", "1,5", "50%", "null", "~", "yes", "#N/A", "[S1, S2]", "{}",
    "2026-03-31", "a: b", "- c", "'quoted'", '"double"', "é€😀", "two\nlines", "x  y", "# hash",
]  # fmt: skip
WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff") | st.just("\n"), min_size=1
).map(str.strip).filter(lambda text: text and "x005F_" not in text) | st.sampled_from(AWKWARD)
NUMBERS = st.decimals(-1_000_000, 1_000_000, places=3).map(float) | st.sampled_from([0.0, 1.234, 1e-7, 1e15, 0.1, 12.0])


@st.composite
def small_cases(draw):
    document = {
        "format": 1, "id": "small", "version_date": "2026-01-02",
        **{key: draw(TEXTS) for key in ("title", "question", "place", "who_decides", "evidence")},
        "fixed": draw(st.lists(TEXTS, max_size=2)), "open": [],
        "range_rule": {"main": draw(TEXTS), "second": draw(TEXTS)},
        "reference": "a",
        "alternatives": [
            {"id": key, "code": key, **{name: draw(TEXTS) for name in ("label", "about", "governance")},
             **draw(st.just({}) | st.fixed_dictionaries({"picture": PICTURES})),
             "effects_vary": draw(st.sampled_from(["apart", "together"])),
             "reasons_for": draw(st.lists(st.fixed_dictionaries({"text": TEXTS, "sources": SOURCES}), max_size=2))}
            for key in "ab"
        ],
        "themes": [{"id": "t", "label": draw(TEXTS), "about": draw(TEXTS)}],
        "criteria": [draw(criteria(key)) for key in ("c", "d")],
        "not_counted": draw(st.lists(
            st.fixed_dictionaries({"text": TEXTS, "alternatives": st.lists(st.sampled_from("ab"), unique=True)}),
            max_size=2)),
        "map_link": draw(st.sampled_from([None, "https://example.org/=1+1?x=%20"])),
        "duties": [{**draw(DUTIES), "id": key} for key in draw(IDS)],
        "evaluation": draw(st.lists(FOLLOW_UPS, max_size=2)),
    }  # fmt: skip
    profiles = {"format": 1, "profiles": [
        {"id": "p", "kind": "view", "evidence": "assumption", 
         **{key: draw(TEXTS) for key in ("label", "about", "rationale")},
         "points": {"t": 100}, "within": {"t": {"c": 100, "d": draw(st.integers(0, 100))}}},
    ]}  # fmt: skip
    return (
        document,
        profiles,
        [draw(effects(alternative, record)) for alternative in "ab" for record in document["criteria"]],
    )


TEXTS = st.fixed_dictionaries({"nl": WORDS, "en": WORDS})
SOURCES = st.lists(st.just("S1"), max_size=1)
IDS = st.lists(st.sampled_from(["k", "m", "n"]), max_size=3, unique=True)
PICTURES = st.fixed_dictionaries(
    {"file": st.just("a.png"), "alt": TEXTS, "credit": TEXTS, "made": st.sampled_from(["photo", "impression"])}
)
DUTIES = st.fixed_dictionaries(
    {"label": TEXTS, "answer": st.sampled_from(["yes", "no", "unknown"]), "why": TEXTS, "sources": SOURCES}
)
FOLLOW_UPS = st.fixed_dictionaries({"criterion": st.sampled_from("cd"), "what": TEXTS, "when": TEXTS, "who": TEXTS})
COMMENTS = st.fixed_dictionaries(
    {"text": TEXTS, "kind": st.sampled_from(["agreement", "disagreement", "story", "question", "wish"])},
    optional={"done": TEXTS},
)
ROUNDS = st.fixed_dictionaries(
    {
        **dict.fromkeys(("label", "day_or_period", "asked", "invited", "took_part", "missing"), TEXTS),
        "people": st.none() | st.integers(0, 5000),
        "comments": st.lists(COMMENTS, max_size=2),
        "sources": SOURCES,
    }
)


@st.composite
def accounts(draw):
    rounds = [{**draw(ROUNDS), "id": key} for key in draw(IDS.filter(bool))]
    return {"format": 1, "about": draw(TEXTS), "rounds": rounds}


@st.composite
def criteria(draw, key):
    kind = draw(st.sampled_from(["linear", "bent", "classes"]))
    worst, best = draw(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] < pair[1]))
    shape = {"type": kind}
    if kind == "bent":
        shape["points"] = [[worst, 0], [best, 100]]
    if kind == "classes":
        shape["classes"] = [
            {"id": "low", "label": draw(TEXTS), "score": 0},
            {"id": "high", "label": draw(TEXTS), "score": 100},
        ]
    short = {"nl": "k", "en": "s"}
    return {
        "id": key, "theme": "t", "label": draw(TEXTS), "short": short,
        "unit": draw(st.sampled_from(["%", "1-5", "EUR"])),
        "unit_label": draw(TEXTS), "decimals": draw(st.integers(0, 3)), "better": "higher",
        **({} if kind == "classes" else {"range": {"worst": worst, "best": best}}),
        "range_why": draw(TEXTS), "value_function": shape, "yardstick": {"some": 0.5, "much": 1.25, "why": draw(TEXTS)},
        "in_sum": True, "monitor_topic": draw(st.sampled_from([None, "here_now.health"])), "time_place": "now",
        "level": "city", **{name: draw(TEXTS) for name in ("noticed_by", "about", "derivation")},
        "anchors": draw(st.lists(st.fixed_dictionaries({"value": NUMBERS, "text": TEXTS}), max_size=2)),
    }  # fmt: skip


@st.composite
def effects(draw, alternative, criterion):
    note = draw(st.none() | TEXTS)
    cells = {"alternative": alternative, "criterion": criterion["id"], "unit": criterion["unit"]}
    if draw(st.booleans()):
        note = note or draw(TEXTS)
    else:
        classes = criterion["value_function"]["type"] == "classes"
        value = draw(st.sampled_from(["low", "high"])) if classes else draw(NUMBERS)
        cells |= {"value": value, "source": "S1", "grade": draw(st.sampled_from("ABCD"))}
        if draw(st.booleans()):
            cells |= {"low": value, "high": value}
    return cells | ({} if note is None else {"note_nl": note["nl"], "note_en": note["en"]})


@examples(6, 600)
@given(small_cases(), st.none() | accounts(), st.sampled_from(LANGUAGES))
def test_any_small_case_comes_back_as_it_went_in(made, account, language):
    document, profiles, rows = made
    texts = [{key: number_text(cell) if isinstance(cell, float) else cell for key, cell in row.items()} for row in rows]
    source = {
        "id": "S1",
        "title_nl": "t",
        "title_en": "t",
        "publisher": "",
        "year": "",
        "address": "",
        "complete": "no",
    }
    named = any("picture" in alternative for alternative in document["alternatives"])
    apart = {"outline.geojson": polygon(), **({"pictures/a.png": image()} if named else {})}
    case = case_from_files(
        {
            **apart,
            **({"account.yaml": yaml_text(account).encode()} if account else {}),
            "case.yaml": yaml_text(document).encode(),
            "profiles.yaml": yaml_text(profiles).encode(),
            "performances.csv": csv_text(PERFORMANCE_COLUMNS, texts).encode(),
            "sources.csv": csv_text(SOURCE_COLUMNS, [source]).encode(),
        }
    )
    # What went in stands in the case: the writer of case files loses nothing either.
    assert case.title.nl == document["title"]["nl"]
    assert case.account == (Account.model_validate(account) if account else None)
    found = read_workbook(write_workbook(case, language), "case.xlsx", {**apart, "pictures/old.png": image()})
    assert sentences(found) == []
    assert content(found.case) == content(case)
    assert {name: found.files[name] for name in apart} == apart
    assert "pictures/old.png" not in found.files


def test_text_that_looks_like_a_formula_is_written_as_text(tmp_path):
    folder = copy_to(tmp_path)
    starts = {"C3": "=", "D3": "+", "C4": "-", "D4": "@"}
    for old, start in zip(
        ("nl: Zoals nu,", "en: As now}", "nl: Rondweg,", "en: Ring road}"), starts.values(), strict=True
    ):
        replace(folder, "case.yaml", old, f"{old[:3]} '{start}1+1'{old[-1]}")
    case = load_case(folder)
    data = write_workbook(case, "en")
    page = openpyxl.load_workbook(io.BytesIO(data))["alternatives"]
    for place, start in starts.items():
        assert (page[place].value, page[place].data_type) == (f"{start}1+1", "s")
    assert content(read(data).case) == content(case)


@pytest.mark.parametrize("wrong", ["\\x07", "\\uFFFE", "x005F_", "\\r", "long"])
def test_a_text_that_no_cell_keeps_is_refused_and_not_lost(wrong, tmp_path):
    folder = copy_to(tmp_path)
    text = "a" * 40_000 if wrong == "long" else f"a{wrong}b"
    replace(folder, "case.yaml", "nl: Er wordt niets gebouwd.,", f'nl: "{text}",')
    with pytest.raises(CaseError) as caught:
        write_workbook(load_case(folder), "nl")
    (problem,) = caught.value.problems
    assert (problem.sheet, problem.cell) == ("alternatieven", "E3")
    assert "exporteer de zaak als zip" in problem.text.get("nl")
    assert "export the case as a zip" in problem.text.get("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workbook_says_what_belongs_where_and_is_refused_until_it_is_filled_in(language):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(None, language)))
    assert book.sheetnames == [words(language)["sheets"][key] for key in ("read_me", *_keys(), "choices")]
    for sheet in SHEETS:
        page = book[sheet.name(language)]
        headings = [shown_heading(sheet, column, language) for column in columns_in(sheet, (language,))]
        remark = [f"# {words(language)['keys']['heading']}"] * (sheet.form == "keys")
        assert [cell.value for cell in page[1]] == headings + remark
        assert page.protection.sheet
        assert page.protection.password is None
        assert page["A1"].protection.locked
        assert not page.column_dimensions["A"].protection.locked
        assert page.freeze_panes == "B3"
    found = read(write_workbook(None, language))
    assert found.case is None
    assert found.files == {}
    at = {(problem.sheet, problem.cell): problem.text.get(language) for problem in found.problems}
    case = words(language)["sheets"]["case"]
    assert "'id'" in at[(case, "B4")]
    assert any(f"'{shown_key('title', language)}'" in said for (_, cell), said in at.items() if cell)
    assert (words(language)["sheets"]["alternatives"], None) in at


def _keys():
    return [sheet.key for sheet in SHEETS]


def test_every_sheet_and_column_is_explained_in_both_languages():
    for sheet in SHEETS:
        for language in LANGUAGES:
            assert words(language)["about"][sheet.key]
            assert all(explanation(sheet, column, language) for column in sheet.columns)


def test_every_explanation_is_used():
    headings = {sheet.key: {column.heading for column in sheet.columns} for sheet in SHEETS}
    headings["any"] = {heading for found in headings.values() for heading in found}
    for language in LANGUAGES:
        for key, own in words(language)["columns"].items():
            for heading in own:
                assert headings[key] & {heading, f"{heading}_nl"}, f"{language}: {key}.{heading}"
        for part in ("sheets", "about"):
            assert set(words(language)[part]) - {"read_me", "choices"} == set(_keys())


def test_the_words_of_a_workbook_are_there_in_every_language():
    first, *others = (_ways(words(language)) for language in LANGUAGES)
    assert all(other == first for other in others)


def test_no_name_stands_for_one_sheet_in_one_language_and_for_another_sheet_in_another():
    meant: dict[str, str] = {}
    for language in LANGUAGES:
        for key, name in words(language)["sheets"].items():
            assert meant.setdefault(name.casefold(), key) == key, name


def test_a_list_inside_a_new_kind_of_value_function_gets_its_sheet_by_itself():
    class Plateau(Strict):
        low: Number
        high: Number

    class StepsShape(Shape):
        type: Literal["steps"]
        sources: tuple[str, ...] = ()
        plateaus: tuple[Plateau, ...] = Field(min_length=2)

    class CurveShape(Shape):
        type: Literal["curve"]
        points: tuple[tuple[Number, Points], ...]

    steps, curve = shape_sheets((LinearShape, StepsShape, CurveShape))
    assert (steps.key, steps.path, steps.parent) == ("steps", ("value_function", "plateaus"), "criteria")
    assert [column.heading for column in steps.columns] == ["criterion", "low", "high"]
    assert [column.heading for column in curve.columns] == ["criterion", "performance", "score"]


def _ways(part, way=()):
    """Every way through nested words to a text or a list of texts."""
    if not isinstance(part, dict):
        assert part
        return {way}
    return set().union(*(_ways(inner, (*way, key)) for key, inner in part.items()))


def test_closed_lists_are_drop_downs():
    book = openpyxl.load_workbook(io.BytesIO(good("en")))
    page = book["criteria"]
    columns = {cell.value: cell.column_letter for cell in page[1]}
    lists = {str(found.sqref).split(":")[0]: found.formula1 for found in page.data_validations.dataValidation}
    for heading, first in (
        ("better", "higher"),
        ("monitor_topic", "Subjective well-being"),
        ("level", "location"),
    ):
        sheet, _, place = lists[f"{columns[heading]}3"].partition("!")
        cells = book[sheet.strip("'")][place.replace("$", "")]
        assert cells[0][0].value == first
    assert lists[f"{columns['theme']}3"] == "'themes'!$A$3:$A$1001"


def test_a_choice_that_was_left_to_its_default_is_shown():
    book = openpyxl.load_workbook(io.BytesIO(good("en")))
    assert cell_of(book, "alternatives", "effects_vary", id="tram").value == "apart"
    assert cell_of(book, "criteria", "value_function_type", id="travel_time").value == "linear"


def test_a_field_that_no_sheet_has_a_column_for_travels_as_a_key():
    def edit(book):
        page = book["criteria"]
        column = next(cell.column for cell in page[1] if cell.value == "second_range_worst")
        page.delete_cols(column, 2)  # two columns that may be missing
        row = book["case"].max_row + 1
        book["case"].cell(row, 1).value, book["case"].cell(row, 2).value = "criteria > co2 > second_range > worst", 50
        book["case"].cell(row + 1, 1).value, book["case"].cell(row + 1, 2).value = (
            "criteria > co2 > second_range > best",
            10,
        )

    found = read_after(edit)
    assert sentences(found) == []
    assert content(found.case) == content(harbour())


def test_a_text_that_could_become_a_formula_says_in_its_cell_that_it_is_text():
    """Also when somebody edits it, or saves the sheet as CSV."""
    label = Text(nl="=HYPERLINK(1)", en="  @SUM(A1)")
    first = harbour().alternatives[0].model_copy(update={"label": label})
    case = changed(harbour(), "formula", alternatives=(first, *harbour().alternatives[1:]))
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(case, "en")))
    texts = [cell for page in book for row in page.iter_rows(min_row=3) for cell in row if isinstance(cell.value, str)]
    risky = [cell for cell in texts if cell.value.lstrip(" ").startswith(("=", "+", "-", "@"))]
    assert {cell.value for cell in risky} >= {label.nl, label.en}
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)
    assert not any(cell.quotePrefix for cell in texts if cell not in risky)
