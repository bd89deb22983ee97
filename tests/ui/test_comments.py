"""Comments, who changed which cell, and four eyes, as they are used on screen."""

from streamlit.testing.v1 import AppTest

from cases.store import own_comments, own_links
from tests.ui.test_own_case import CASE, go_to, html, made, plain, press, saved, screen
from texts import words

TEXT = words("nl")


def test_a_comment_is_made_at_a_cell_answered_in_the_list_and_leads_back(own_store):
    app = made(own_store)
    key = app.session_state["own_desk"].key
    colleague = screen(f"{CASE.id}.{own_links().make(CASE.id, key, 'comment', 'ecoloog')}")
    colleague.session_state["own_desk"].sheet = "effects"
    colleague.run()
    colleague.selectbox(key="own_cell_row_effects").set_value(2)
    colleague.selectbox(key="own_cell_column_effects").set_value("value").run()
    colleague.text_area[0].set_value("<b>Klopt</b> dit?")
    press(colleague, TEXT("own_case.comment_send"))
    assert TEXT("own_case.done_comment") in plain(colleague)
    assert "&lt;b&gt;Klopt&lt;/b&gt; dit?" in html(colleague)
    (comment,) = own_comments().comments(CASE.id, key)
    assert (comment.row, comment.heading) == ("tram / travel_time", "value")

    go_to(app, "comments")
    assert "effecten, tram / travel_time, waarde" in plain(app)
    app.text_area[0].set_value("Ja.")
    press(app, TEXT("own_case.comment_answer_send"))
    assert TEXT("own_case.done_answer_comment") in plain(app)
    app.segmented_control(key="own_comment_state").set_value("answered").run()
    press(app, TEXT("own_case.comment_to_cell"))
    assert (app.session_state["own_desk"].sheet, app.session_state["own_cell_row_effects"]) == ("effects", 2)
    assert "Klopt" in plain(app)
    go_to(app, "comments")
    app.segmented_control(key="own_comment_state").set_value("answered").run()
    press(app, TEXT("own_case.comment_close"))
    assert own_comments().comments(CASE.id, key)[0].state == "closed"


def test_what_cannot_be_a_comment_is_said(own_store):
    app = made(own_store)
    app.session_state["own_desk"].sheet = "effects"
    app.run()
    press(app, TEXT("own_case.comment_send"))
    assert "Dit is niet gedaan. De opmerking heeft minstens 2 tekens nodig" in plain(app)


def test_the_versions_say_who_changed_which_cell_by_sheet_and_since_when(own_store):
    app = saved(own_store)
    assert TEXT("own_case.no_cell_changes") in plain(app)
    desk = app.session_state["own_desk"]
    editor = screen(f"{CASE.id}.{own_links().make(CASE.id, desk.key, 'edit', 'ecoloog')}")
    there = editor.session_state["own_desk"]
    there.steps.do(there.draft.with_cell("title", "nl", "=Anders").with_file("pictures/a.png", b"x"))
    there.save()
    desk.take_in()
    desk.steps.do(desk.draft.with_file("pictures/a.png", None).with_cell("place", "nl", ""))
    desk.save()
    found = plain(go_to(app, "versions"))
    assert "ecoloog &middot; zaak, title" in found
    assert "naar “=Anders”" in found
    assert "beheerder &middot; pictures/a.png: van leeg naar niets" in found
    app.selectbox(key="own_changed_sheet").set_value("case").run()
    assert "pictures/a.png" not in plain(app)
    assert "naar leeg" in plain(app)
    app.selectbox(key="own_changed_sheet").set_value("").run()
    own_store.note_report(CASE.id, desk.key, 1)
    app.run()
    assert TEXT("own_case.since_report", when="")[:20] in str(app.selectbox(key="own_changed_since_3").options)


def test_four_eyes_takes_the_button_to_publish_from_who_manages(own_store):
    app = saved(own_store)
    key = app.session_state["own_desk"].key
    assert TEXT("own_case.publish") in [button.label for button in app.button]
    press(go_to(app, "manage"), TEXT("own_case.four_eyes_start"))
    assert TEXT("own_case.done_four_eyes_on") in plain(app)
    go_to(app, "versions")
    assert TEXT("own_case.publish") not in [button.label for button in app.button]
    assert TEXT("own_case.four_eyes_here") in plain(app)
    secrets = {label: own_links().make(CASE.id, key, "approve", label) for label in ("planoloog", "teamleider")}
    same = go_to(screen(f"{CASE.id}.{secrets['planoloog']}"), "versions")
    press(same, TEXT("own_case.publish"))
    assert "Deze rol werkte zelf mee aan de versie" in plain(same)
    other = go_to(screen(f"{CASE.id}.{secrets['teamleider']}"), "versions")
    press(other, TEXT("own_case.publish"))
    assert own_store.about(CASE.id).published == 1
    press(go_to(app, "manage"), TEXT("own_case.four_eyes_stop"))
    assert TEXT("own_case.done_four_eyes_off") in plain(app)


def tied(key: str, language: str = "nl") -> AppTest:
    """A report of version 1 that is made in a window in which the case is open with this key."""

    def script(case_id: str, key: str) -> None:
        import streamlit as st

        from cases.store import kept_case
        from ui.own import desk, report_ties

        case = kept_case(case_id, 1)
        nobodys = report_ties.comments_on(case)
        desk.enter(case_id, key)
        report_ties.note_report(case)
        found = report_ties.comments_on(case)
        from docx import Document

        word = Document()
        word.add_paragraph("Hier staat iets over Reistijd.")
        import io

        written = io.BytesIO()
        word.save(written)
        made = Document(io.BytesIO(report_ties.in_margin(written.getvalue(), case, found, "nl")))
        st.text(f"{len(nobodys)} {[(one.author, one.text) for one in made.comments]}")

    return AppTest.from_function(script, kwargs={"case_id": CASE.id, "key": key}, default_timeout=20).run()


def test_a_report_takes_open_comments_along_and_the_log_keeps_its_version(own_store):
    app = saved(own_store)
    key = app.session_state["own_desk"].key
    own_comments().comment(CASE.id, key, "effects", "tram / travel_time", "value", "Klopt dit?")
    own_comments().answer_comment(CASE.id, key, 1, "Ja.")
    own_comments().comment(CASE.id, key, "effects", "tram / travel_time", "value", "Klaar.")
    own_comments().close_comment(CASE.id, key, 2)
    reader = tied(own_links().make(CASE.id, key, "read", "raadslid"))
    assert not reader.exception
    said = "Klopt dit?\\nAntwoord van beheerder: Ja."
    assert reader.text[0].value == f"0 [('beheerder', '{said}')]"
    assert "report" not in [entry.what for entry in own_store.log(CASE.id)]
    tied(key)
    assert (own_store.log(CASE.id)[-1].what, own_store.log(CASE.id)[-1].number) == ("report", 1)
    desk = app.session_state["own_desk"]
    desk.steps.do(desk.draft.with_cell("title", "nl", "Anders"))
    desk.save()
    found = plain(app.run())
    assert TEXT("own_case.changed_since_report", number=1) in found
    assert TEXT("own_case.log_report", number=1) in found
