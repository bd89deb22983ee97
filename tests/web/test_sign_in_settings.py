"""Sign-in as a setting: whole or off, with nothing secret in what is said of it; and what it opens a case with."""

import logging
import re
from pathlib import Path

import pytest

from web import sign_in_settings
from web.sign_in_settings import SignInError, sign_in, sign_in_from

ROOT = Path(__file__).parents[2]
WHOLE = {
    "WAARDENWEGER_ADDRESS": "https://weger.example.nl/polder/",
    "WAARDENWEGER_OIDC_METADATA": "https://login.example.nl/.well-known/openid-configuration",
    "WAARDENWEGER_OIDC_CLIENT": "weger",
    "WAARDENWEGER_OIDC_SECRET": "geheim-van-de-aanbieder",
    "WAARDENWEGER_OIDC_KEY": "sleutel-van-deze-server-die-lang-genoeg-is",
}


def test_without_any_of_it_nobody_signs_in():
    assert sign_in_from({}) is None
    assert sign_in_from({"WAARDENWEGER_ADDRESS": "https://weger.example.nl"}) is None


def test_a_whole_setting_asks_the_provider_for_no_name_and_no_mail_address():
    found = sign_in_from(WHOLE)
    told = found.streamlit_secrets()["auth"]
    assert told["redirect_uri"] == "https://weger.example.nl/polder/oauth2callback"
    assert told["client_kwargs"] == {"scope": "openid"}
    assert told["cookie_secret"] not in (found.key, found.made_from_key("person"))
    assert not [value for name, value in WHOLE.items() if name.endswith(("SECRET", "KEY")) and value in repr(found)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "") for name in WHOLE),
        ("WAARDENWEGER_OIDC_METADATA", "http://login.example.nl/x"),
        ("WAARDENWEGER_OIDC_METADATA", "login.example.nl"),
        ("WAARDENWEGER_OIDC_KEY", "kort"),
        ("WAARDENWEGER_OIDC_KEY", "x" * 40),
        ("WAARDENWEGER_ADDRESS", "weger.example.nl"),
    ],
)
def test_half_a_setting_is_none_and_the_log_names_the_variable_without_a_value(name, value, monkeypatch, caplog):
    wrong = WHOLE | {name: value}
    with pytest.raises(SignInError, match=name):
        sign_in_from(wrong)
    monkeypatch.setattr(sign_in_settings.os, "environ", wrong)
    sign_in.cache_clear()
    try:
        with caplog.at_level(logging.ERROR):
            assert sign_in() is None
    finally:
        sign_in.cache_clear()
    assert name in caplog.text
    assert not [
        value for key, value in wrong.items() if key.endswith(("SECRET", "KEY")) and value and value in caplog.text
    ]


def test_a_person_opens_each_case_with_another_secret_that_depends_on_the_key_of_the_server():
    one, other = sign_in_from(WHOLE), sign_in_from(WHOLE | {"WAARDENWEGER_OIDC_KEY": "een-andere-sleutel-" * 3})
    asked = [("a", "b", "c"), ("a", "b", "d"), ("a", "c", "c"), ("b", "b", "c"), ("a,b", "", "c"), ("a", ",b", "c")]
    made = [setting.personal_secret(*who) for setting in (one, other) for who in asked]
    assert len(set(made)) == len(made)
    assert one.personal_secret("a", "b", "c") == sign_in_from(WHOLE).personal_secret("a", "b", "c")


def test_every_part_of_the_setting_stands_in_the_handbook_of_who_runs_the_server():
    for name in WHOLE:
        assert name in (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
        assert name in (ROOT / "docs" / "decisions" / "0053-sign-in.md").read_text(encoding="utf-8")


def test_only_eigen_zaak_knows_of_signing_in():
    asked = re.compile(r"\bst\.(login|logout|user)\b|signed_in import|import signed_in|sign_in_settings")
    found = {
        str(path.relative_to(ROOT))
        for room in ("cases", "reports", "ui", "web", "workshop", "weighing", "mcda", "valuation", "files", "texts")
        for path in (ROOT / room).rglob("*.py")
        if asked.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"ui/own/signed_in.py"}
