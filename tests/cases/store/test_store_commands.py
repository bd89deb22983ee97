"""``python -m cases own``: for whoever runs the server."""

import json

import pytest

from cli.case_commands import main
from tests.cases.own_keys import opens
from tests.cases.store.conftest import CASE, FILES


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl", "versie 1 in de lijst; staat vast: sessie"), ("en", "version 1 in the list; frozen: sessie")],
)
def test_list_says_how_every_case_stands(own_store, capsys, language, expected):
    key = own_store.new(CASE, b"")
    own_store.save_version(CASE, key, FILES, "planner", "first")
    own_store.publish(CASE, key, 1)
    own_store.freeze(CASE, key, "sessie")
    own_store.delete("gone", own_store.new("gone", b""))
    assert main(["own", "list", "--lang", language]) == 0
    gone, harbour = capsys.readouterr().out.splitlines()
    assert harbour == f"{CASE}: {expected}"
    assert gone.startswith("gone: ")
    assert str(own_store.about("gone").last_day) in gone


def test_an_empty_list_says_so(own_store, capsys):
    assert main(["own", "list"]) == 0
    assert capsys.readouterr().out == "er zijn geen eigen zaken\n"


def test_a_lost_key_is_replaced(own_store, capsys):
    lost = own_store.new(CASE, b"")
    assert main(["own", "new-key", CASE]) == 0
    key = capsys.readouterr().out.splitlines()[-1]
    assert opens(own_store, CASE, key)
    assert not opens(own_store, CASE, lost)
    assert main(["own", "new-key", CASE, "--json"]) == 0
    assert opens(own_store, CASE, json.loads(capsys.readouterr().out)["key"])


def test_a_case_that_is_not_there_and_a_wrong_setting_give_2(own_store, set_up, capsys):
    assert main(["own", "new-key", "no_such_case", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "this link or id belongs to no own case. Use the whole link that you got\n"
    set_up(WAARDENWEGER_STORE_MB="much")
    assert main(["own", "list", "--json"]) == 2
    assert "WAARDENWEGER_STORE_MB" in json.loads(capsys.readouterr().out)["problems"][0]["text"]["en"]
