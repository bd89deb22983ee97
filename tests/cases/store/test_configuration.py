"""The settings of whoever runs the server, and the store that is made from them."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from cases.store import CaseIdTakenError, OwnCasesOffError, kept_something, own_cases
from cases.store.configuration import BESIDE_THE_APP, Configuration, ConfigurationError, configuration, sqlite_file
from cases.store.store_tables import BYTES, LOG, METADATA
from web import shared_cases

ROOT = Path(__file__).parents[3]


def test_without_settings_there_is_a_file_in_the_folder_data_beside_the_app():
    assert configuration({}) == Configuration()
    assert Configuration().store == f"sqlite:///{BESIDE_THE_APP}"
    assert BESIDE_THE_APP.parent.parent == ROOT
    assert "/data/" in (ROOT / ".gitignore").read_text().splitlines()


def test_every_setting_is_read(tmp_path):
    found = configuration(
        {
            "WAARDENWEGER_STORE": "sqlite:////var/own.db",
            "WAARDENWEGER_OWN_CASES": "Off",
            "WAARDENWEGER_STORE_MB": "5",
            "WAARDENWEGER_PROPOSALS_PER_MINUTE": "1",
            "WAARDENWEGER_PROPOSALS_PER_HOUR": " 2 ",
            "WAARDENWEGER_OPEN_PROPOSALS": "3",
            "WAARDENWEGER_PROXIES": "0",
            "WAARDENWEGER_CASES": str(tmp_path),
            "WAARDENWEGER_ADDRESS": "https://weger.example.nl/polder/",
        }
    )
    public = "https://weger.example.nl/polder"
    assert found == Configuration("sqlite:////var/own.db", False, 5, 1, 2, 3, 0, tmp_path.resolve(), public)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAARDENWEGER_STORE", "data/own.db"),
        ("WAARDENWEGER_STORE", "nosuchdatabase://x/y"),
        ("WAARDENWEGER_OWN_CASES", "maybe"),
        ("WAARDENWEGER_STORE_MB", "0"),
        ("WAARDENWEGER_STORE_MB", "-1"),
        ("WAARDENWEGER_PROPOSALS_PER_MINUTE", "a few"),
        ("WAARDENWEGER_PROPOSALS_PER_HOUR", "1.5"),
        ("WAARDENWEGER_OPEN_PROPOSALS", "9" * 30),
        ("WAARDENWEGER_PROXIES", "²"),
        ("WAARDENWEGER_CASES", "no/such/folder"),
        ("WAARDENWEGER_ADDRESS", "weger.example.nl"),
        ("WAARDENWEGER_ADDRESS", 'https://weger.example.nl/"><script>'),
    ],
)
def test_a_value_that_means_nothing_is_named_with_its_variable(name, value):
    with pytest.raises(ConfigurationError, match=name):
        configuration({name: value})


def test_a_password_in_a_wrong_address_is_not_repeated():
    with pytest.raises(ConfigurationError) as raised:
        configuration({"WAARDENWEGER_STORE": "nosuchdatabase://user:geheim@machine/name"})
    assert "geheim" not in str(raised.value)


def test_every_setting_stands_in_the_decision_record():
    text = (ROOT / "docs" / "decisions" / "0022-own-cases-store.md").read_text(encoding="utf-8")
    variables = re.findall(r"WAARDENWEGER_[A-Z_]+", (ROOT / "cases" / "store" / "configuration.py").read_text())
    assert len(set(variables) - {"WAARDENWEGER_"}) == len(fields(Configuration))
    assert not [name for name in variables if name not in text]
    assert not [name for name in variables if name not in (ROOT / "docs" / "running.md").read_text(encoding="utf-8")]


def test_the_process_has_one_store_and_shipped_ids_are_taken(own_store):
    assert own_cases() is own_store
    shipped = next(ROOT.glob("cases/shipped/*/case.yaml")).parent.name
    with pytest.raises(CaseIdTakenError):
        own_store.new(shipped, b"")


def test_turned_off_means_off(set_up):
    set_up(WAARDENWEGER_OWN_CASES="off")
    with pytest.raises(OwnCasesOffError):
        own_cases()


def test_the_tables_can_be_made_on_postgresql_too():
    def text_of(table: Table) -> str:
        return str(CreateTable(table, if_not_exists=True).compile(dialect=postgresql.dialect()))

    assert all("CREATE TABLE IF NOT EXISTS" in text_of(table) for table in METADATA.sorted_tables)
    assert "BYTEA" in text_of(BYTES)
    assert "SERIAL" in text_of(LOG)


def test_a_store_that_was_never_used_is_not_made_by_looking(tmp_path, set_up):
    file = tmp_path / "folder" / "own.db"
    set_up(WAARDENWEGER_STORE=f"sqlite:///{file}")
    assert not kept_something()
    assert shared_cases.own_available()
    assert not file.exists()
    own_cases()
    assert kept_something()


def test_a_store_that_could_not_be_made_counts_as_one_that_holds_something(tmp_path, set_up):
    (tmp_path / "file").write_text("")
    set_up(WAARDENWEGER_STORE=f"sqlite:///{tmp_path}/file/own.db")
    assert kept_something()
    assert not shared_cases.own_available()


def test_a_store_that_another_process_made_is_seen(own_store, set_up):
    set_up()
    assert kept_something()


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", "sqlite:///a.db?mode=ro", "postgresql://a/b"])
def test_only_a_plain_file_is_looked_at_without_the_library(address):
    assert sqlite_file(address) is None
