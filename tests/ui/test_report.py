"""Rapport: nothing is chosen beforehand, what was chosen is what is made, and what cannot be made is said."""

import json
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.reading.loader import CaseError
from files.problems import Problems
from reports.bundle.report_bundle import write_bundle
from reports.content import Content, NotExportable, Settings
from reports.making import pool
from reports.making.request import File
from reports.proposal.form_fields import FIELDS
from tests.cases.test_lutkemeer import CASE
from tests.ui.test_screens import PROFILE, html, open_screen
from texts import LANGUAGES, words
from ui.screens.report import report_files
from ui.screens.report.report_choice import ReportChoice
from web import shared_cases
from web.served_case_files import files_of
from weighing.links import to_link
from weighing.people import Person
from weighing.what_if import changed

FILES = read_files(SHIPPED / "lutkemeer", Problems())


class Done:
    """A future that is done at once."""

    def __init__(self, found: object = None, error: Exception | None = None) -> None:
        self.found, self.error = found, error

    def done(self) -> bool:
        return True

    def exception(self) -> Exception | None:
        return self.error

    def result(self) -> object:
        return self.found


@pytest.fixture(autouse=True)
def asked(monkeypatch) -> list:
    """What was sent to the workers, which answer at once here: no process is started."""
    sent: list = []

    def start(request, formats):
        sent.append((request, tuple(formats)))
        return {name: Done(File(f"report.{name}", b"x" * 2000)) for name in formats}

    monkeypatch.setattr(pool, "warm_up", lambda: None)
    monkeypatch.setattr(pool, "start", start)
    monkeypatch.setattr(pool, "preview", lambda request, pages: Done(error=RuntimeError("no picture")))
    return sent


def upload(app: AppTest, key: str, name: str, data: bytes) -> AppTest:
    return next(item for item in app.get("file_uploader") if item.key == key).set_value((name, data, "x/y")).run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_chosen_beforehand_and_without_a_weighting_there_is_no_report(language):
    app = open_screen("report", language)
    assert not app.exception
    assert app.multiselect[0].value == []
    assert app.button(key="report_make").disabled
    assert words(language)("report_page.needs_weighting") in html(app)
    assert app.checkbox(key="report_own").disabled


def test_what_was_chosen_is_what_is_made(asked):
    app = open_screen("report", "nl", h="nitrogen", e="true_price_2025", **to_link(CASE, PROFILE))
    app.multiselect[0].set_value(["youth", "farmers"]).run()
    app.checkbox(key="report_own").set_value(True).run()
    app.checkbox(key="report_euros").set_value(True).run()
    app.radio(key="report_depth").set_value("summary").run()
    app.segmented_control(key="report_language").set_value("en").run()
    app.button(key="report_make").click().run()
    assert not app.exception
    ((request, formats),) = asked
    sent = json.loads(request.settings)
    assert formats == ("docx", "pdf")
    assert sent["profiles"] == [item.id for item in CASE.profiles if item.id in ("youth", "farmers")]
    assert sent["own"]["theme_points"] == dict(PROFILE.theme_points)
    assert (sent["language"], sent["depth"], sent["requirements_off"]) == ("en", "summary", ["nitrogen"])
    assert sent["euros"]["factor_set"] == "true_price_2025"
    assert sent["day"] == date.today().isoformat()
    assert dict(request.files) == FILES
    assert len(app.get("download_button")) == 2 + 1  # the empty table for weightings is the third


def test_all_examples_and_none(asked):
    app = open_screen("report")
    app.button(key="report_all").click().run()
    assert app.multiselect[0].value == [item for item in app.multiselect[0].value if item]
    assert set(app.session_state["report_choices"][CASE.id].profiles) == {item.id for item in CASE.profiles}
    assert not app.button(key="report_make").disabled
    app.button(key="report_clear").click().run()
    assert app.session_state["report_choices"][CASE.id].profiles == ()


def test_a_format_that_fails_is_named_and_the_others_can_be_kept(monkeypatch):
    monkeypatch.setattr(
        pool,
        "start",
        lambda request, formats: {"docx": Done(error=RuntimeError("boom")), "pdf": Done(File("a.pdf", b"%"))},
    )
    app = open_screen("report")
    app.button(key="report_all").click().run()
    app.button(key="report_make").click().run()
    said = html(app)
    assert words("nl")("report_page.failed", formats="Word") in said
    assert "boom" not in said
    assert "report_file_pdf" in [item.key for item in app.get("download_button")]


def test_a_case_that_cannot_be_exported_says_why_and_offers_no_button(monkeypatch):
    alone = changed(CASE, "alone", alternatives=CASE.alternatives[:1])
    monkeypatch.setattr(shared_cases, "sound", lambda: {"lutkemeer": alone})
    app = open_screen("report", "en")
    with pytest.raises(NotExportable) as refused:
        Content(alone, Settings("en", date(2026, 1, 1), ("youth",)))
    assert refused.value.text.get("en") in html(app)
    assert "report_make" not in [button.key for button in app.button]


def test_weightings_of_people_are_read_or_refused_with_the_line():
    app = open_screen("report")
    themes = [theme.id for theme in CASE.themes]
    good = "\n".join(["group," + ",".join(themes), *["noord," + ",".join(["100"] * len(themes))] * 7])
    upload(app, "report_people", "people.csv", good.encode())
    assert words("nl")("report_page.people_read", count=7) in html(app)
    assert len(app.session_state["report_choices"][CASE.id].people) == 7
    upload(app, "report_people", "people.csv", good.replace("noord,100", "noord,400", 1).encode())
    assert words("nl")("report_page.people_refused") in html(app)
    assert "400" in html(app)
    assert app.session_state["report_choices"][CASE.id].people == ()


def test_an_earlier_report_is_checked_and_its_weights_go_on_the_board():
    settings = Settings("nl", date(2026, 1, 1), ("youth",), own=PROFILE, requirements_off=("nitrogen",))
    data = write_bundle(Content(CASE, settings), FILES)
    app = upload(open_screen("report"), "report_json", "r.json", data)
    assert "Alle getallen zijn gelijk aan die van toen" in html(app)
    app.button(key="report_go_on").click().run()
    visit = app.session_state["visit"]
    assert visit.history[-1] == PROFILE
    assert visit.requirements_off == ("nitrogen",)
    assert app.session_state["report_choices"][CASE.id].profiles == ("youth",)


def test_a_file_that_is_no_report_and_numbers_that_differ_are_told():
    app = upload(open_screen("report", "en"), "report_json", "r.json", b"{}")
    assert words("en")("report_page.reopen_refused") in html(app)
    found = json.loads(write_bundle(Content(CASE, Settings("en", date(2026, 1, 1), ("youth",))), FILES))
    found["numbers"]["seeds"]["effects"] += 1
    app = upload(open_screen("report", "en"), "report_json", "r.json", json.dumps(found).encode())
    assert "1 number comes out differently from then" in html(app)
    assert "seeds.effects" in html(app)


def test_a_template_that_is_no_word_document_is_refused_before_anything_is_sent(asked):
    app = open_screen("report", "en")
    app.button(key="report_all").click().run()
    upload(app, "report_template", "house.docx", b"no document")
    app.button(key="report_make").click().run()
    assert "w-warning" in html(app)
    assert asked == []


def test_the_files_are_those_of_the_version_in_view(own_store, monkeypatch):
    assert files_of(CASE) == FILES
    own = {
        name: data.replace(b"lutkemeer", b"own_polder") if name == "case.yaml" else data for name, data in FILES.items()
    }
    key = own_store.new("own_polder", b"")
    own_store.save_version("own_polder", key, own, "planner", "first")
    own_store.publish("own_polder", key, 1)
    shared_cases.forget()
    assert files_of(shared_cases.sound()["own_polder"]) == own


def test_the_links_hold_the_weights():
    app = open_screen("report", "nl", **to_link(CASE, PROFILE))
    codes = [item.value for item in app.get("code")]
    assert any("wegen?" in code and "start=residents_nearby" in code for code in codes)
    assert any("scherm/lutkemeer?" in code for code in codes)


def test_a_report_starts_without_a_choice_of_weights():
    assert not ReportChoice().has_weighting
    assert report_files.PREVIEW_PAGES > 0


class Waiting(Done):
    """A future that is not done."""

    def done(self) -> bool:
        return False


def test_while_the_files_are_made_it_says_how_many_are_ready(monkeypatch):
    monkeypatch.setattr(pool, "start", lambda request, formats: {name: Waiting() for name in formats})
    app = open_screen("report")
    app.button(key="report_all").click().run()
    app.button(key="report_make").click().run()
    assert words("nl")("report_page.busy", ready=0, count=2) in [found.proto.text for found in app.get("progress")]


def test_without_a_format_there_is_nothing_to_make():
    app = open_screen("report")
    app.button(key="report_all").click().run()
    app.session_state["report_choices"][CASE.id] = replace(app.session_state["report_choices"][CASE.id], formats=())
    app.run()
    assert words("nl")("report_page.needs_format") in html(app)


def test_files_of_a_case_that_cannot_be_read_are_told(monkeypatch):
    def refuse(case):
        raise CaseError("lutkemeer", ())

    app = open_screen("report")
    app.button(key="report_all").click().run()
    monkeypatch.setattr(report_files, "files_of", refuse)
    app.button(key="report_make").click().run()
    assert words("nl")("report_page.no_files") in html(app)


def test_a_report_of_another_version_cannot_go_on_the_board(monkeypatch):
    data = write_bundle(Content(CASE, Settings("nl", date(2026, 1, 1), ("youth",))), FILES)
    monkeypatch.setattr(shared_cases, "sound", lambda: {"lutkemeer": changed(CASE, "later", title=CASE.question)})
    app = upload(open_screen("report"), "report_json", "r.json", data)
    assert words("nl")("report_page.other_version", case="|", version="|").split("|")[1] in html(app)


def test_weightings_of_people_can_be_left_out_again():
    app = open_screen("report")
    person = Person("noord", PROFILE)
    app.session_state["report_choices"] = {CASE.id: ReportChoice(people=(person,) * 7)}
    app.run()
    next(button for button in app.button if button.label == words("nl")("report_page.people_forget")).click().run()
    assert app.session_state["report_choices"][CASE.id].people == ()


def test_the_fields_of_a_proposal_are_empty_and_what_is_written_goes_along(asked):
    app = open_screen("report", "nl", **to_link(CASE, PROFILE))
    app.checkbox(key="report_own").set_value(True).run()
    keys = {f"report_field_{CASE.id}_{key}" for key in FIELDS}
    assert not keys & {one.key for one in [*app.text_area, *app.text_input]}
    app.session_state["report_formats"] = ["json", "proposal"]
    choose = app.session_state["report_choices"]
    choose[CASE.id] = replace(choose[CASE.id], formats=("json", "proposal"))
    app.run()
    fields = {one.key: one for one in [*app.text_area, *app.text_input] if one.key in keys}
    assert set(fields) == keys
    assert {one.value for one in fields.values()} == {""}
    fields[f"report_field_{CASE.id}_choice"].set_value("Voedselpark").run()
    app.button(key="report_make").click().run()
    assert json.loads(asked[0][0].settings)["fields"] == [["choice", "Voedselpark"]]
