"""What is printed: a card with its own code in words and in the drawing, and every role in the words of its profile."""

import json

import pytest

from cases.reading.case_folder import read_files
from files.problems import Problems
from tests.cases.loaded import FROZEN, loaded
from tests.workshop.evening import Evening
from web.rooms import print_pages
from web.rooms.desk_answers import COOKIE
from web.rooms.join_address import qr_svg
from workshop.roles import roles_of


@pytest.mark.parametrize("joining", ["codes", "tables"])
def test_every_card_has_its_code_the_session_and_a_drawing_of_its_own(served, post, case, files, joining, monkeypatch):
    drawn = []
    monkeypatch.setattr(print_pages, "qr_svg", lambda address: drawn.append(address) or qr_svg(address))
    evening = Evening(served.store, case, files, joining=joining, tables=3)
    cookie = f"{COOKIE}={evening.code}.{evening.secret}"
    monkeypatch.setattr("web.rooms.desk_answers.leading", lambda: evening.leading)
    answer = post(f"/leid/{evening.code}/kaarten", {"many": 3}, cookie)
    made = json.loads(answer.body)
    assert answer.status_code == 201
    assert [address.partition("#k=")[2] for address in drawn] == [card for card, _ in made["cards"]]
    assert all(f"/s/{evening.code}#k=" in address for address in drawn)
    for card, table in made["cards"]:
        assert f"{card[:4]} {card[4:]}" in made["sheet"]
        assert (f"Tafel {table}" in made["sheet"]) == (joining == "tables")
    assert made["sheet"].count("<svg") == 3
    assert evening.secret not in made["sheet"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_roles_are_printed_and_read_on_the_phone_in_the_words_of_the_case(served, get, language):
    lutkemeer = loaded(FROZEN / "lutkemeer")
    evening = Evening(served.store, lutkemeer, dict(read_files(FROZEN / "lutkemeer", Problems())), kind="roles")
    printed = get(f"/leid/{evening.code}/rollen?lang={language}").body.decode()
    phone = get(f"/s/{evening.code}?lang={language}").body.decode()
    assert "40 min" in printed
    for role in roles_of(lutkemeer):
        for words in (role.label, role.about):
            said = words.get(language).replace("'", "&#39;")
            assert said in printed
            assert words.get(language).replace("'", "\\u0027") in phone or words.get(language) in phone
