"""Eigen zaak: make, upload, save, publish, compare, freeze, delete and restore, as a planner does it on screen."""

import io
import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from cases.reading.loader import case_from_files
from cases.store.own_case_store import OwnCases
from cases.workbook.case_zip import write_bundle
from cases.workbook.draft import draft_bytes, draft_from
from cases.workbook.drafting import check_draft, sheets_of
from cases.workbook.translation import text_pairs
from cases.workbook.workbook_writing import write_workbook
from tests.cases.loaded import loaded
from tests.cases.one_language import without_language
from tests.cases.own_keys import opens
from texts import LANGUAGES, words
from ui.own import clash_choices, own_address
from ui.own.own_page import TABS
from ui.shared.page_html import render
from web import shared_cases
from web.linked_weighing import weighing_in
from weighing.weighing import from_profile
from weighing.what_if import changed

ROOT = Path(__file__).parent.parent.parent
HARBOUR = ROOT / "tests" / "cases" / "data" / "harbour_link"
CASE = loaded(HARBOUR)
pytestmark = pytest.mark.usefixtures("own_store")


def screen(cookie: str = "", lang: str = "nl", case: str = "") -> AppTest:
    """The screen without its frame, in a browser that was given a link."""

    def script() -> None:
        from ui.own import own_address, own_page

        own_address.take_key()
        own_page.show_page()

    app = AppTest.from_function(script, default_timeout=20)
    app.query_params["lang"] = lang
    if case:
        app.query_params["case"] = case
    with pytest.MonkeyPatch.context() as patch:  # a browser brings it along; a test of a screen has none
        patch.setattr(own_address, "cookie", lambda: cookie)
        return app.run()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def plain(app: AppTest) -> str:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(app)))
    return " ".join(
        [text, *(found.value for kind in ("success", "error", "warning", "info") for found in app.get(kind))]
    )


def press(app: AppTest, label: str) -> AppTest:
    found = [button for button in app.button if button.label == label]
    assert found, f"no button '{label}' among {[button.label for button in app.button]}"
    found[0].click()
    app.run()
    assert not app.exception
    return app


def go_to(app: AppTest, tab: str) -> AppTest:
    app.session_state["own_desk"].tab = tab
    return app.run()


def book(**cells: str) -> bytes:
    """The harbour link as a workbook in Dutch; `effecten_C3="veel"` damages it."""
    found = openpyxl.load_workbook(io.BytesIO(write_workbook(CASE, "nl")))
    for place, text in cells.items():
        sheet, cell = place.rsplit("_", 1)
        found[sheet][cell] = text
    written = io.BytesIO()
    found.save(written)
    return written.getvalue()


def made(store: OwnCases, language: str = "nl") -> AppTest:
    """The screen with the harbour link as an own case, opened with its link."""
    key = store.new(CASE.id, draft_bytes(sheets_of(CASE, "nl")))
    return screen(f"{CASE.id}.{key}", language)


def saved(store: OwnCases, language: str = "nl") -> AppTest:
    """The same with one version, in the part with versions."""
    app = made(store, language)
    desk = app.session_state["own_desk"]
    files = check_draft(desk.draft, "nl", desk.case_id).files
    store.save_version(desk.case_id, desk.key, files, "planoloog", "eerste versie")
    return go_to(app, "versions")


def edit(app: AppTest, key: str, row: int, heading: str, text: str) -> AppTest:
    """What typing in the table on screen does."""
    desk = app.session_state["own_desk"]
    sheet = desk.draft.sheets[key]
    rows = [list(cells) for cells in sheet.rows]
    rows[row][sheet.headings.index(heading)] = text
    desk.steps.do(desk.draft.with_sheet(key, tuple(map(tuple, rows)), sheet.headings))
    return app.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_offers_four_ways_and_the_way_back(language):
    app = screen(lang=language)
    assert not app.exception
    text = words(language)
    for way in ("template", "upload", "copy", "import", "open"):
        assert f">{text('own_case.way_' + way)}</h2>" in html(app)
    assert html(app).count("<h1") == 1
    assert len(app.get("download_button")) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_in_both_languages(language, own_store):
    app = saved(own_store, language)
    for tab in TABS:
        go_to(app, tab)
        assert not app.exception
        assert html(app).count("<h1") == 1


def test_a_copy_gets_a_title_and_an_id_of_its_own(own_store):
    app = screen()
    app.selectbox(key="own_copy_which").set_value("practice_garden")
    app.text_input(key="own_copy_title").set_value("Ons Plein")
    press(app, "Maak deze zaak")
    desk = app.session_state["own_desk"]
    assert (desk.case_id, desk.draft.cell("title", "nl")) == ("ons_plein", "Ons Plein")
    assert "Alles klopt" in plain(app)
    assert opens(own_store, "ons_plein", desk.key)
    assert f"#zaak=ons_plein&sleutel={desk.key}" in app.code[0].value
    press(app, "Ik heb de link bewaard")
    assert not app.code


def test_the_link_opens_the_case_in_the_language_of_whoever_made_it():
    app = screen(lang="en")
    app.text_input(key="own_copy_title").set_value("Our square")
    press(app, "Make this case")
    assert app.code[0].value.startswith("?lang=en#zaak=our_square&")


def test_two_cases_with_one_title_get_two_ids(own_store):
    for expected in ("plein", "plein_2"):
        app = screen()
        app.text_input(key="own_copy_title").set_value("Plein")
        press(app, "Maak deze zaak")
        assert app.session_state["own_desk"].case_id == expected
    app = screen()
    press(app, "Maak deze zaak")
    assert "titel" in plain(app)


def test_a_link_opens_its_case_and_its_secret_is_not_on_the_page(own_store):
    app = made(own_store)
    assert app.session_state["own_desk"].case_id == "harbour_link"
    assert app.session_state["own_desk"].key not in html(app)


def test_a_link_that_does_not_fit_says_the_same_whether_there_is_such_a_case_or_not(own_store):
    made(own_store)
    said = set()
    for link in ("harbour_link.wrong", "nothing.x", "."):
        app = screen(link)
        assert not app.exception
        assert "own_desk" not in app.session_state
        said.add(tuple(error.value for error in app.error))
    assert said == {("Deze link of id hoort bij geen eigen zaak. Gebruik de hele link die u kreeg.",)}


def test_a_pasted_link_opens_the_case(own_store):
    key = made(own_store).session_state["own_desk"].key
    app = screen()
    app.text_input(key="own_open_link").set_value("https://example.org/iets")
    press(app, "Open mijn zaak")
    assert "geen link" in plain(app)
    app.text_input(key="own_open_link").set_value(f"https://x.nl/eigen-zaak?zaak=harbour_link&beheer={key}")
    press(app, "Open mijn zaak")
    assert app.session_state["own_desk"].case_id == "harbour_link"
    app = screen()
    app.text_input(key="own_open_link").set_value(f"https://x.nl/eigen-zaak?lang=nl#zaak=harbour_link&sleutel={key}")
    press(app, "Open mijn zaak")
    assert app.session_state["own_desk"].key == key


def test_a_broken_workbook_shows_each_problem_beside_its_cell():
    app = screen()
    app.file_uploader[0].upload("zaak.xlsx", book(effecten_C3="<b>veel</b>", criteria_G4=""))
    app.run()
    found = html(app)
    row = re.search(r'data-label="Cel">C3</td><td [^>]*>waarde</td><td [^>]*>(.*?)</td>', found)
    assert row is not None
    assert row.group(1) == "<code>&lt;b&gt;veel&lt;/b&gt;</code>"
    assert '<td class="w-own-wrong">&lt;b&gt;veel&lt;/b&gt;' in found
    assert 'data-label="Cel">G4</td>' in found
    assert "Gevonden problemen: 2" in plain(app)
    press(app, "Verbeter het hier in de tabellen")
    assert "Problemen: 2. Bladen met een probleem: 2." in plain(app)


def test_a_zip_with_a_mistake_is_named_by_file_and_line():
    contents = {file.name: file.read_bytes() for file in HARBOUR.iterdir() if file.is_file()}
    contents["performances.csv"] = contents["performances.csv"].replace(b"tram", b"tarm", 1)
    app = screen()
    app.file_uploader[0].upload("zaak.zip", write_bundle(contents))
    app.run()
    assert "performances.csv" in plain(app)
    assert "regel" in plain(app)


def test_a_file_that_is_something_else_is_refused():
    app = screen()
    app.file_uploader[0].upload("zaak.xlsx", b"hello")
    app.run()
    assert not app.exception
    assert "geen werkmap" in plain(app)
    assert "Verbeter het hier in de tabellen" not in [button.label for button in app.button]


def test_an_upload_says_what_changes_before_it_is_saved(own_store):
    app = go_to(saved(own_store), "upload")
    row, heading = 3, "M"
    app.file_uploader[0].upload("zaak.xlsx", book(**{f"criteria_{heading}{row}": "1"}))
    app.run()
    text = plain(app)
    assert "Wat verandert er vergeleken met versie 1?" in text
    assert "Een ander bereik bij: Reistijd" in text
    assert "1 veranderd" in text
    assert len(own_store.versions("harbour_link")) == 1
    app.text_input(key="own_who_upload").set_value("planoloog")
    app.text_input(key="own_why_upload").set_value("ander bereik")
    press(app, "Bewaar als versie")
    assert [version.why for version in own_store.versions("harbour_link")] == ["ander bereik", "eerste versie"]
    assert "Versie 2 is bewaard" in plain(app)


def test_a_new_version_has_the_date_on_which_it_was_saved(own_store):
    app = saved(own_store)
    edit(app, "themes", 0, "label_nl", "Anders")
    assert CASE.version_date != date.today()
    assert "De datum in de zaak is nog die van de vorige versie." in plain(app)
    app.text_input(key="own_who_draft").set_value("planoloog")
    app.text_input(key="own_why_draft").set_value("andere naam")
    press(app, "Bewaar als versie")
    new, old = (case_from_files(own_store.contents("harbour_link", number)) for number in (2, 1))
    assert (new.version_date, old.version_date) == (date.today(), CASE.version_date)
    assert new.themes[0].label.nl == "Anders"
    assert app.session_state["own_desk"].draft.with_cell("version_date", "value", date.today().isoformat()) == (
        app.session_state["own_desk"].draft
    )  # the draft is what was saved


def test_a_file_keeps_the_date_that_it_has_and_that_is_said(own_store):
    app = go_to(saved(own_store), "upload")
    app.file_uploader[0].upload("zaak.xlsx", book(criteria_M3="1"))
    app.run()
    assert "in dit bestand staat nog de datum van de vorige versie" in plain(app)


def test_a_version_needs_a_role_and_a_reason(own_store):
    app = go_to(made(own_store), "versions")
    press(app, "Bewaar als versie")
    assert own_store.versions("harbour_link") == ()
    assert "Dit is niet gedaan. De rol heeft minstens 2 tekens nodig." in plain(app)
    app.text_input(key="own_who_draft").set_value("planoloog")
    app.text_input(key="own_why_draft").set_value("eerste versie")
    press(app, "Bewaar als versie")
    (version,) = own_store.versions("harbour_link")
    assert (version.who, version.why) == ("planoloog", "eerste versie")


def test_a_draft_with_problems_cannot_be_saved_but_can_be_exported(own_store):
    app = edit(made(own_store), "effects", 0, "value", "veel")
    assert "Problemen: 1. Bladen met een probleem: 1." in plain(app)
    go_to(app, "versions")
    assert "Bewaar als versie" not in [button.label for button in app.button]
    go_to(app, "manage")
    assert words("nl")("own_case.download_draft") in [button.label for button in app.get("download_button")]


def test_every_change_is_saved_and_undo_brings_the_old_back(own_store):
    app = made(own_store)
    desk = app.session_state["own_desk"]
    app = edit(app, "themes", 0, "label_nl", "Anders")
    press(app, "Ongedaan maken")
    assert draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].rows[0][1] != "Anders"
    press(app, "Opnieuw doen")
    assert draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].rows[0][1] == "Anders"


def test_one_cell_can_be_written_without_the_table(own_store):
    app = made(own_store)
    app.session_state["own_desk"].sheet = "effects"
    app.run()
    app.selectbox(key="own_cell_column_effects").set_value("value")
    app.run()
    app.text_area[0].set_value("veel")
    press(app, "Neem deze cel over")
    assert app.session_state["own_desk"].draft.sheets["effects"].column("value")[0] == "veel"
    assert 'data-label="Cel">C3</td>' in html(app)
    new = len(app.session_state["own_desk"].draft.sheets["effects"].rows)
    app.selectbox(key="own_cell_row_effects").set_value(new)
    app.run()
    app.text_area[0].set_value("x")
    press(app, "Neem deze cel over")
    assert app.session_state["own_desk"].draft.sheets["effects"].column("value")[-1] == "x"


def other_window(store: OwnCases, app: AppTest, row: int, heading: str, text: str) -> None:
    """What another window with the same case saves: the draft of the store with another theme."""
    desk = app.session_state["own_desk"]
    found = store.draft("harbour_link", desk.key)
    sheet = draft_from(found.data).sheets["themes"]
    rows = [list(cells) for cells in sheet.rows]
    rows[row][sheet.headings.index(heading)] = text
    other = draft_from(found.data).with_sheet("themes", tuple(map(tuple, rows)))
    store.save_draft("harbour_link", desk.key, draft_bytes(other), found.serial)


def test_what_another_window_saved_is_joined_and_an_undo_takes_back_only_mine(own_store):
    app = edit(made(own_store), "themes", 0, "label_nl", "Van mij")
    desk = app.session_state["own_desk"]
    other_window(own_store, app, 1, "label_nl", "Van de ander")
    press(press(app, "Ongedaan maken"), "Opnieuw doen")
    names = draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].column("label_nl")
    assert names[:2] == ("Van mij", "Van de ander")
    press(app, "Ongedaan maken")
    names = draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].column("label_nl")
    assert (names[0] == "Van mij", names[1]) == (False, "Van de ander")


def test_what_clashes_stands_side_by_side_and_is_chosen(own_store):
    app = edit(made(own_store), "themes", 0, "label_nl", "Van mij")
    desk = app.session_state["own_desk"]
    desk.save()
    other_window(own_store, app, 0, "label_nl", "Van de ander")
    edit(app, "themes", 0, "label_nl", "Weer van mij")
    desk.save()
    app.run()
    assert "U en een ander veranderden hetzelfde" in plain(app)
    assert "Van de ander Weer van mij" in plain(app)
    assert "niet bewaard" not in plain(app)
    assert desk.draft == draft_from(own_store.draft("harbour_link", desk.key).data)
    app.radio[0].set_value("mine")
    press(app, "Neem deze keuze over")
    assert draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].rows[0][1] == "Weer van mij"
    assert "U en een ander" not in plain(app)


def test_very_many_clashes_are_chosen_together(own_store, monkeypatch):
    monkeypatch.setattr(clash_choices, "MOST_CHOICES", 1)
    app = edit(made(own_store), "themes", 0, "label_nl", "Van mij")
    desk = app.session_state["own_desk"]
    desk.save()
    for row in (0, 1):
        other_window(own_store, app, row, "label_nl", "Van de ander")
    for row in (0, 1):
        edit(app, "themes", row, "label_nl", "Weer van mij")
    desk.save()
    app.run()
    assert words("nl")("own_case.clash_more", count=1) in plain(app)
    (choice,) = app.radio
    assert choice.label == words("nl")("own_case.clash_all")
    choice.set_value("mine")
    press(app, "Neem deze keuze over")
    names = draft_from(own_store.draft("harbour_link", desk.key).data).sheets["themes"].column("label_nl")
    assert names[:2] == ("Weer van mij", "Weer van mij")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_window_did_is_said_when_it_is_not_a_text(language):
    text = words(language)
    said = [clash_choices._side(found, text) for found in (None, bytes(3000), "", ("", ""))]
    empty = text("own_case.clash_empty")
    assert said == [text("own_case.clash_gone"), text("own_case.clash_file", size="3 kB"), empty, empty]


def test_a_version_is_saved_only_when_what_came_in_was_seen(own_store):
    app = saved(own_store)
    edit(app, "themes", 0, "label_nl", "Van mij")
    other_window(own_store, app, 1, "label_nl", "Van de ander")
    for field, words_ in zip(app.text_input, ("planoloog", "nieuwe namen"), strict=False):
        field.set_value(words_)
    press(app, "Bewaar als versie")
    assert len(own_store.versions("harbour_link")) == 1
    assert "kwam er iets bij van een ander venster" in plain(app)
    for field, words_ in zip(app.text_input, ("planoloog", "nieuwe namen"), strict=False):
        field.set_value(words_)
    press(app, "Bewaar als versie")
    assert len(own_store.versions("harbour_link")) == 2


def test_a_published_case_is_in_the_list_and_off_it_again(own_store):
    app = press(saved(own_store), "Maak openbaar")
    assert "harbour_link" in shared_cases.sound()
    assert app.session_state["visit"].case_id == "harbour_link"
    for way in ("zaak?lang=nl&amp;case=harbour_link", "m/harbour_link?lang=nl", "scherm/harbour_link?lang=nl"):
        assert f'{way}">' in html(app)
    assert app.session_state["own_desk"].key not in html(app)
    press(app, "Haal van de lijst")
    assert "harbour_link" not in shared_cases.sound()
    assert "scherm/harbour_link" not in html(app)


@pytest.mark.parametrize(("zone", "shown"), [("Europe/Amsterdam", "21 november 2026, 15:03"), (None, "14:03 UTC")])
def test_moments_are_told_by_the_clock_of_the_visitor(monkeypatch, zone, shown):
    from ui.own import clock

    monkeypatch.setattr(clock, "st", SimpleNamespace(context=SimpleNamespace(timezone=zone)))
    monkeypatch.setattr(clock, "state", SimpleNamespace(words=lambda: words("nl")))
    assert clock.moment(datetime(2026, 11, 21, 14, 3, tzinfo=UTC)).endswith(shown)  # in winter one hour later


def test_the_link_to_a_case_in_the_list_shows_it_on_the_other_pages_too(own_store):
    app = made(own_store)
    assert app.session_state["visit"].case_id == "lutkemeer"
    desk = app.session_state["own_desk"]
    own_store.save_version(
        "harbour_link", desk.key, check_draft(desk.draft, "nl", "harbour_link").files, "rol", "reden"
    )
    own_store.publish("harbour_link", desk.key, 1)
    shared_cases.forget()
    remembered = f"harbour_link.{desk.key}"
    assert screen(remembered).session_state["visit"].case_id == "harbour_link"
    # what the address asks for goes first, also when it is not there: another case is never shown in its place
    for asked in ("lutkemeer", "deleted_last_week"):
        app = screen(remembered, case=asked)
        assert app.session_state["visit"].case_id == asked
        assert app.session_state["own_desk"].case_id == "harbour_link"


def test_two_versions_can_be_compared(own_store):
    app = edit(saved(own_store), "themes", 0, "label_nl", "Anders")
    go_to(app, "versions")
    app.text_input(key="own_who_draft").set_value("planoloog")
    app.text_input(key="own_why_draft").set_value("naam")
    press(app, "Bewaar als versie")
    assert "Van versie 1 naar versie 2" in plain(app)
    assert "Anders" in plain(app)
    assert app.selectbox(key="own_version_2").value == 2
    app.selectbox(key="own_version_2").set_value(1)
    app.run()
    press(app, "Zet terug als concept")
    assert app.session_state["own_desk"].draft.sheets["themes"].rows[0][1] != "Anders"


def test_frozen_facts_are_not_saved_published_or_deleted(own_store):
    app = go_to(saved(own_store), "manage")
    app.text_input(key="own_freeze_why").set_value("raad op 3 december")
    press(app, "Zet de feiten vast")
    assert "raad op 3 december" in plain(app)
    go_to(app, "versions")
    press(app, "Maak openbaar")
    assert "Dit is niet gedaan. De feiten van deze zaak staan vast: raad op 3 december." in plain(app)
    assert "Probeer opnieuw te bewaren" not in [button.label for button in app.button]  # the draft is saved
    assert own_store.published() == ()
    go_to(app, "manage")
    app.text_input(key="own_unfreeze_why").set_value("besluit genomen")
    press(app, "Maak de feiten los")
    assert own_store.about("harbour_link").frozen is None


def test_deleting_asks_for_the_id_and_can_be_undone(own_store):
    app = go_to(saved(own_store), "manage")
    app.text_input(key="own_delete_id").set_value("harbour")
    press(app, "Verwijder deze zaak")
    assert own_store.about("harbour_link").deleted is None
    app.text_input(key="own_delete_id").set_value("harbour_link")
    press(app, "Verwijder deze zaak")
    assert own_store.about("harbour_link").deleted is not None
    assert "</span> &middot; verwijderd</p>" in html(app)
    assert plain(app).count("verwijderd") == 2  # the line below the title, and till when it can come back
    assert len(app.get("download_button")) == 1
    press(app, "Zet de zaak terug")
    assert own_store.about("harbour_link").deleted is None


def test_the_screen_says_so_when_own_cases_are_off(set_up):
    set_up(WAARDENWEGER_OWN_CASES="off")
    app = screen()
    assert not app.exception
    assert "eigen zaken staan uit" in plain(app).lower()


def test_a_picture_needs_its_words_and_is_written_anew(own_store):
    app = go_to(made(own_store), "pictures")
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(written, "PNG")
    app.file_uploader[0].upload("foto.png", written.getvalue())
    press(app, "Bewaar beeld en woorden")
    assert "één taal is genoeg" in plain(app)
    desk = app.session_state["own_desk"]
    name = desk.draft.sheets["alternatives"].column("id")[0]
    app.file_uploader[0].upload("foto.png", written.getvalue())
    for kind in ("alt", "credit"):
        for language in LANGUAGES:
            app.text_input(key=f"own_picture_{kind}_{language}_{name}").set_value("Een groen vlak")
    press(app, "Bewaar beeld en woorden")
    desk = app.session_state["own_desk"]
    assert list(desk.draft.files) == [f"pictures/{name}.png"]
    go_to(app, "data")
    assert "Alles klopt" in plain(app)


def test_weights_move_along_with_a_new_version_and_are_marked(own_store):
    press(saved(own_store), "Maak openbaar")
    app = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=20)
    app.query_params["case"] = "harbour_link"
    app.run()
    start = from_profile(CASE.profiles[0])
    app.session_state["visit"].histories["harbour_link"] = [start]
    app.run()
    key = own_key(own_store)
    files = {**own_store.contents("harbour_link", 1)}
    files["case.yaml"] = files["case.yaml"].replace(b"best: 20", b"best: 10", 1)
    assert files["case.yaml"] != own_store.contents("harbour_link", 1)["case.yaml"]
    version = own_store.save_version("harbour_link", key, files, "planoloog", "ander bereik")
    own_store.publish("harbour_link", key, version.number)
    shared_cases.forget()
    app.run()
    assert not app.exception
    now = app.session_state["visit"].history[-1]
    assert now.moved == ("travel_time",)
    assert now.theme_points == start.theme_points
    assert "travel_time" in app.query_params["m"]


def own_key(store: OwnCases) -> str:
    """A key to the case, in place of the one that only a session knew."""
    return store.new_key("harbour_link")


def test_a_link_made_with_an_older_version_is_marked(own_store):
    saved(own_store)
    old = case_from_files(own_store.contents("harbour_link", 1))
    first = old.summed[0]
    moved_range = first.range.model_copy(update={"best": first.range.best - 1})
    new = replace_criterion(old, first.id, range=moved_range)
    link = {"start": "own", "w": "~".join(f"{theme.id}-100" for theme in old.themes)}
    assert weighing_in(new, link | {"v": old.version})[0].moved == (first.id,)
    assert weighing_in(new, link | {"v": "000000000000"})[0].moved == ()
    assert weighing_in(old, link | {"v": old.version})[0].moved == ()


def replace_criterion(case, key, **update):
    found = tuple(item.model_copy(update=update) if item.id == key else item for item in case.criteria)
    return changed(case, "other", criteria=found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_the_case_page_without_contents_says_so(language):
    text = words(language)
    none = text("own_case.none_named")
    assert none in render("not_counted.html", text, items=[])
    assert text("case.not_counted_intro") not in render("not_counted.html", text, items=[])
    assert none in render("overlaps.html", text, groups=[], count=0)
    bare = CASE.model_copy(update={"to_replace_first": ()})
    assert none in render("evidence.html", text, case=bare, grades=[], n_figures=0, ungraded="")
    rules = {"case": CASE, "favours": [], "n_themes": 1, "n_all": 6, "n_summed": 6, "findings": [], "left_out": []}
    page = render("list_rules.html", text, **rules)
    assert text("own_case.all_in_sum", count=6) in page
    assert text("case.left_out") not in page


def test_a_translation_is_written_beside_the_words_of_the_case(own_store):
    draft = without_language(sheets_of(CASE, "nl"), "en")
    app = screen(f"{CASE.id}.{own_store.new(CASE.id, draft_bytes(draft))}", "en")
    assert not any(name.endswith("_en") for name in app.session_state["own_table"].named)
    app = go_to(app, "translation")
    count = len(text_pairs(draft, "nl", "en"))
    assert words("en")("translation.lacking", count=count, language="English") in plain(app)
    (field,) = [area for area in app.text_area if area.key.startswith("own_translation_text")]
    field.set_value("Harbour link")
    press(app, words("en")("own_case.cell_keep"))
    desk = app.session_state["own_desk"]
    assert desk.draft.cell("title", "en") == "Harbour link"
    assert len([pair for pair in text_pairs(desk.draft, "nl", "en") if not pair.translation]) == count - 1
