"""Proposals of residents on the screens: what everybody sees on Zaak, and how the planner answers them."""

from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from cases.reading.case_folder import read_files
from cases.store import own_cases, own_proposals
from cases.workbook.draft import draft_bytes, empty_draft
from files.problems import Problems
from tests.cases.harbour import GOOD
from tests.ui.test_screens import html
from texts import LANGUAGES, words
from web import shared_cases

CASE = GOOD.name
FILES = read_files(GOOD, Problems())
QUIET = ("criterion", "Stilte <b>in</b> de nacht", "Ik slaap slecht door het laden.", "nl")
TEXT = words("nl")


@pytest.fixture
def key(own_store) -> str:
    made = own_store.new(CASE, b"")
    own_store.save_version(CASE, made, FILES, "planner", "first")
    own_store.publish(CASE, made, 1)
    return made


def part(name: str, *arguments: str, language: str = "nl") -> AppTest:
    def script(name: str, arguments: tuple[str, ...]) -> None:
        from ui.shared import proposal_parts

        getattr(proposal_parts, name)(*arguments)

    app = AppTest.from_function(script, kwargs={"name": name, "arguments": arguments}, default_timeout=20)
    app.query_params["lang"] = language
    app.query_params["case"] = CASE
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return unescape(html(app))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_call_keeps_a_place_for_residents_with_the_link(key, language):
    text, token = words(language), own_proposals().open_call(CASE, key)
    page = shown(part("show_public", CASE, language=language))
    assert text("proposals.place_title") in page
    assert f'href="./voorstel/{token}?lang={language}"' in page
    assert "<details" not in page


def test_proposals_are_shown_with_state_and_reason_and_are_never_markup(key):
    token = own_proposals().open_call(CASE, key)
    own_proposals().propose(token, *QUIET)
    own_proposals().answer(CASE, key, 1, "declined", "Dit is <i>niet</i> te meten.")
    app = part("show_public", CASE)
    page = shown(app)
    assert TEXT("proposals.state_declined") in page
    assert TEXT("proposals.counts", all=1, answered=1, waiting=0) in page
    assert "<b>in</b>" not in html(app)
    assert "<i>niet</i>" not in html(app)
    assert QUIET[1] in page
    own_proposals().close_call(CASE, key)
    page = shown(part("show_public", CASE))
    assert TEXT("proposals.public_closed") in page
    assert QUIET[1] in page


def test_other_cases_say_in_one_sentence_how_residents_can_be_asked(key):
    for case_id in (CASE, next(iter(shared_cases.shipped()))):
        page = shown(part("show_public", case_id))
        assert page.count(TEXT("proposals.elsewhere")) == 1
        assert "<a" not in page


def test_without_own_cases_nothing_is_promised(set_up):
    set_up(WAARDENWEGER_OWN_CASES="off")
    assert shown(part("show_public", next(iter(shared_cases.shipped())))) == ""
    app = part("show_review", CASE, "key", "manage")
    assert "staan uit" in app.error[0].value


def test_the_planner_opens_shares_and_closes_the_call(key):
    app = part("show_review", CASE, key, "manage")
    app.button(key="call_open").click().run()
    call = own_proposals().call_of(CASE)
    assert call.open
    assert app.code[0].value.endswith(f"voorstel/{call.token}?lang=nl")
    assert not app.warning
    app.button(key="call_close").click().run()
    assert not own_proposals().call_of(CASE).open
    app.button(key="call_open").click().run()
    assert own_proposals().call_of(CASE) == call


def test_a_case_that_is_not_in_the_list_is_warned_about(own_store, key):
    own_store.publish(CASE, key, None)
    shared_cases.forget()
    assert part("show_review", CASE, key, "manage").warning[0].value == TEXT("proposals.review_unpublished")


def test_a_wrong_key_changes_nothing_and_says_so(key):
    app = part("show_review", CASE, "wrong", "manage")
    app.button(key="call_open").click().run()
    assert "hele link" in app.error[0].value
    assert own_proposals().call_of(CASE) is None


def answering(key: str) -> AppTest:
    token = own_proposals().open_call(CASE, key)
    own_proposals().propose(token, *QUIET)
    own_proposals().propose(token, "alternative", "Een veerpont", "Een pont is er zo.", "nl")
    return part("show_review", CASE, key, "manage")


def test_an_answer_needs_a_choice_and_a_reason(key):
    app = answering(key)
    assert app.button(key="proposal_save").disabled
    app.radio(key=f"proposal_action_{CASE}_1").set_value("declined").run()
    app.button(key="proposal_save").click().run()
    assert "reden" in app.error[0].value
    app.text_area(key=f"proposal_why_{CASE}_1").set_value("Dit is niet te meten.").run()
    app.button(key="proposal_save").click().run()
    assert app.success[0].value == TEXT("proposals.saved", n=1)
    assert own_proposals().proposals(CASE)[0].reason == "Dit is niet te meten."
    assert TEXT("proposals.counts", all=2, answered=1, waiting=1) in shown(app)


def test_merging_asks_with_what(key):
    app = answering(key)
    app.radio(key=f"proposal_action_{CASE}_1").set_value("merged").run()
    assert app.button(key="proposal_save").disabled
    app.selectbox(key=f"proposal_into_{CASE}_1").set_value("alternative:tram").run()
    app.text_area(key=f"proposal_why_{CASE}_1").set_value("Dat hoort bij de tram.").run()
    app.button(key="proposal_save").click().run()
    made = own_proposals().proposals(CASE)[0]
    assert (made.state, made.merged_into) == ("merged", "alternative:tram")
    assert "Tram" in shown(app)


def test_words_can_be_erased_and_are_then_out_of_the_list_of_what_to_answer(key):
    app = answering(key)
    app.radio(key=f"proposal_action_{CASE}_1").set_value("erased").run()
    app.text_area(key=f"proposal_why_{CASE}_1").set_value("Er stond een naam in.").run()
    app.button(key="proposal_save").click().run()
    assert own_proposals().proposals(CASE)[0].state == "erased"
    assert QUIET[1] not in shown(app)
    assert app.selectbox(key=f"proposal_{CASE}_1").value == 2


def test_after_an_answer_the_next_proposal_without_one_is_shown(key):
    app = answering(key)
    assert "Nog geen antwoord" in app.selectbox(key=f"proposal_{CASE}_0").options[0]
    app.radio(key=f"proposal_action_{CASE}_1").set_value("declined").run()
    app.text_area(key=f"proposal_why_{CASE}_1").set_value("Dit is niet te meten.").run()
    app.button(key="proposal_save").click().run()
    field = app.selectbox(key=f"proposal_{CASE}_1")
    assert (field.value, "Niet overgenomen" in field.options[1]) == (2, True)


def test_whoever_has_the_case_open_reads_where_to_ask_residents(key):
    def script(case_id: str, key: str) -> None:
        from ui.own import desk
        from ui.shared import proposal_parts

        desk.enter(case_id, key)
        proposal_parts.show_public(case_id)

    own_cases().save_draft(CASE, key, draft_bytes(empty_draft()), own_cases().draft(CASE, key).serial)
    page = shown(AppTest.from_function(script, args=(CASE, key), default_timeout=20).run())
    assert (TEXT("own_case.ask_residents") in page, TEXT("proposals.elsewhere") in page) == (True, False)
