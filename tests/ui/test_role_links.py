"""Links with a role on screen: made, listed, withdrawn, and what each role sees and can press."""

from cases.store import own_cases, own_comments, own_links
from cases.store.rights import LINK_ROLES
from cases.workbook.draft import draft_bytes
from cases.workbook.drafting import check_draft, sheets_of
from tests.ui.test_own_case import CASE, go_to, html, made, plain, press, screen
from texts import words

TEXT = words("nl")
PARTS = {
    "read": ["data", "comments", "findings", "versions", "manage"],
    "comment": ["data", "comments", "findings", "versions", "manage"],
    "edit": ["data", "upload", "pictures", "translation", "comments", "findings", "versions", "proposals", "manage"],
    "approve": ["data", "comments", "findings", "versions", "manage"],
}
BUTTONS = {
    "undo": {"edit"},
    "cell_keep": {"edit"},
    "save": {"edit"},
    "publish": {"approve"},
    "back_to": {"edit"},
    "freeze": set(),
    "delete": set(),
    "make_link": set(),
    "renew": set(),
    "four_eyes_start": set(),
    "comment_send": {"comment", "edit", "approve"},
    "comment_answer_send": {"comment", "edit", "approve"},
    "comment_close": {"edit"},
    "comment_to_cell": set(LINK_ROLES),
    "download_zip": set(LINK_ROLES),
    "leave": set(LINK_ROLES),
}
"""Of each button that does something, the roles that see it; whoever manages the case sees all."""


def opened(own_store) -> tuple[str, dict[str, str]]:
    key = own_store.new(CASE.id, draft_bytes(sheets_of(CASE, "nl")))
    files = check_draft(sheets_of(CASE, "nl"), "nl", CASE.id).files
    own_store.save_version(CASE.id, key, files, "planoloog", "eerste versie")
    draft = sheets_of(CASE, "nl").with_cell("title", "nl", "Anders")
    own_store.save_draft(CASE.id, key, draft_bytes(draft), own_store.draft(CASE.id, key).serial)
    own_comments().comment(CASE.id, key, "case", "title", "nl", "Is dit de goede naam?")
    return key, {role: own_links().make(CASE.id, key, role, f"wie {role}") for role in LINK_ROLES}


def test_each_role_sees_its_parts_and_its_buttons_and_no_others(own_store):
    _, secrets = opened(own_store)
    wrong = []
    for role, secret in secrets.items():
        app = screen(f"{CASE.id}.{secret}")
        said = TEXT("own_case.your_role", label=f"wie {role}", may=TEXT(f"own_case.role_{role}_about"))
        assert said in plain(app)
        assert list(app.segmented_control[0].options) == [TEXT(f"own_case.tab_{tab}") for tab in PARTS[role]]
        seen = set()
        for tab in PARTS[role]:
            go_to(app, tab)
            assert not app.exception
            seen |= {found.label for found in [*app.button, *app.get("download_button")]}
        for name, roles in BUTTONS.items():
            if (TEXT(f"own_case.{name}") in seen) != (role in roles):
                wrong.append(f"{role}: {name}")
    assert not wrong


def test_a_link_is_made_shown_once_listed_and_withdrawn(own_store):
    app = go_to(made(own_store), "manage")
    app.text_input(key="own_link_label_0").set_value("<b>ecoloog</b>")
    app.radio(key="own_link_role_0").set_value("edit")
    press(app, TEXT("own_case.make_link"))
    secret = app.code[0].value.partition("sleutel=")[2]
    assert own_cases().access(CASE.id, secret).role == "edit"
    assert '<td data-label="Mag">bewerken</td>' in html(app)
    assert '<th scope="row">&lt;b&gt;ecoloog&lt;/b&gt;</th>' in html(app)
    colleague = screen(f"{CASE.id}.{secret}")
    press(app, TEXT("own_case.revoke"))
    assert "De link is gesloten" in plain(app)
    assert not app.code
    assert "ingetrokken op" in html(app)
    colleague.run()
    assert "own_desk" not in colleague.session_state
    assert [error.value for error in colleague.error] == [
        "Deze link is ingetrokken. Vraag een nieuwe aan wie de zaak beheert."
    ]
    app.text_input(key="own_link_label_1").set_value(" ")
    press(app, TEXT("own_case.make_link"))
    assert "De rol heeft minstens 2 tekens nodig" in plain(app)


def test_an_old_link_shows_the_new_form_and_can_be_replaced(own_store):
    key = own_store.new(CASE.id, draft_bytes(sheets_of(CASE, "nl")))
    app = screen(f"{CASE.id}.{key}.oud")
    assert TEXT("own_case.key_was_old") in plain(app)
    assert app.code[0].value.endswith(f"#zaak={CASE.id}&sleutel={key}")
    other = screen(f"{CASE.id}.{key}")
    press(app, TEXT("own_case.renew"))
    new = app.session_state["own_desk"].key
    assert own_store.access(CASE.id, new).role == "manage"
    assert app.code[0].value.endswith(new)
    other.run()
    assert "own_desk" not in other.session_state
    press(app, TEXT("own_case.key_kept"))
    assert not app.code


def test_who_reads_follows_what_others_save_and_writes_nothing(own_store):
    key, secrets = opened(own_store)
    app = screen(f"{CASE.id}.{secrets['read']}")
    before = own_store.draft(CASE.id, key)
    own_store.save_draft(
        CASE.id, key, draft_bytes(sheets_of(CASE, "nl").with_cell("title", "nl", "Later")), before.serial
    )
    assert app.session_state["own_desk"].take_in()
    app.run()
    assert app.session_state["own_desk"].draft.cell("title", "nl") == "Later"
    assert own_store.draft(CASE.id, key).serial == before.serial + 1
