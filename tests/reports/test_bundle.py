"""A report as JSON: opened again it is the same report, and what was changed by hand or by us is found."""

import json
import math
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from cases import SHIPPED
from cases.reading.case_folder import read_files
from files.problems import CaseError, Problems
from reports.bundle import bundle_records, report_bundle
from reports.bundle.bundle_records import Exact
from reports.bundle.report_bundle import BundleError, read_bundle, write_bundle
from reports.content import Content, Settings
from tests.cases.test_lutkemeer import CASE
from tests.e2e.conftest import ROOT
from weighing.euros.valuing import EuroChoices
from weighing.people import Person
from weighing.weighing import Weighing, from_profile

FILES = read_files(SHIPPED / "lutkemeer", Problems())
OWN = Weighing("own", MappingProxyType({theme.id: 100.0 - 7 * n for n, theme in enumerate(CASE.themes)}))
PEOPLE = tuple(Person("noord" if n % 2 else "", from_profile(CASE.profile("youth"))) for n in range(16))
EUROS = EuroChoices(carbon=130.0)
SETTINGS = Settings(
    "nl", date(2026, 11, 21), ("youth", "farmers"), OWN.on_ranges("second"), PEOPLE, EUROS, ("nitrogen",)
)


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_bundle(Content(CASE, SETTINGS), FILES)


ENDLESS = "1e999"
"""A number in JSON that is too large for any computer."""


def changed(data: bytes, way: str, value: object) -> bytes:
    """The bundle with one value changed by hand."""
    found = json.loads(data)
    *steps, last = way.split("/")
    inside = found
    for step in steps:
        inside = inside[step]
    inside[last] = value
    return json.dumps(found).replace(f'"{ENDLESS}"', ENDLESS).encode()


def weighted(**weighing: object) -> dict[str, object]:
    """Somebody in a bundle who weighs one theme, with something changed."""
    return {"group": "noord", "weighing": {"start": "own", "theme_points": {"work": 100}} | weighing}


def test_what_was_written_comes_back_to_the_last_byte(written):
    opened = read_bundle(written)
    assert opened.content.case == CASE
    assert replace(opened.content.settings, people=()) == replace(SETTINGS, people=())
    assert sorted(map(repr, opened.content.settings.people)) == sorted(map(repr, PEOPLE))
    assert opened.files == FILES
    assert opened.differences() == ()
    assert opened.method_changes() == ()
    assert write_bundle(opened.content, opened.files) == written


def test_a_number_that_came_out_otherwise_is_named(written):
    found = json.loads(written)["numbers"]
    way, value = next(_leaves(found, ()))
    opened = read_bundle(changed(written, "numbers/" + "/".join(way), value + 1))
    (difference,) = opened.differences()
    assert difference.name == ".".join(way)
    assert (difference.was, difference.now) == (value + 1, value)


def test_the_changes_of_method_since_then_are_named(written, monkeypatch):
    monkeypatch.setattr(report_bundle, "METHOD", 2)
    monkeypatch.setattr(report_bundle, "CHANGES", {1: "first", 2: "second"})
    assert read_bundle(written).method_changes() == ("second",)


def test_a_report_in_english_without_euros_and_people_comes_back_too():
    content = Content(CASE, Settings("en", date(2026, 1, 2), ("youth",), depth="summary"))
    opened = read_bundle(write_bundle(content, FILES))
    assert opened.content.settings == content.settings
    assert opened.differences() == ()


def test_what_can_be_passed_on_names_no_small_group():
    people = (*PEOPLE, *(Person(f"straat {n % 4}", from_profile(CASE.profile("farmers"))) for n in range(9)))
    few = (*PEOPLE, *people[-3:])
    for given, kept in ((people, 25), (few, 16)):
        data = write_bundle(Content(CASE, Settings("nl", date(2026, 1, 2), people=given)), FILES)
        assert b"straat" not in data
        opened = read_bundle(data)
        assert len(opened.content.settings.people) == kept
        assert opened.differences() == ()
        assert write_bundle(opened.content, opened.files) == data


def test_files_of_another_case_are_refused():
    with pytest.raises(ValueError, match="not the files of the case"):
        write_bundle(Content(CASE, SETTINGS), FILES | {"sources.csv": FILES["sources.csv"] + b"\n"})


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ("kind", "something-else", "no report of this program"),
        ("format", 2, "Use a newer version"),
        ("method", 99, "knows method 1"),
        ("settings/depth", "deep", "here: settings.depth"),
        ("settings/profiles", ["nobody"], "do not fit the case"),
        ("settings/own/theme_points", {"work": 400}, "here: settings.own.theme_points.work"),
        ("surprise", 1, "here: surprise"),
        ("case/others", {"pictures/a.png": "%%%"}, "no report of this program"),
        ("case/texts/stories.csv", "half a letter: \ud800", "no report of this program"),
        ("program", "x" * 200, "here: program"),
        ("numbers/surprise", math.inf, "no report of this program"),
        ("numbers/surprise", ENDLESS, "no report of this program"),
        ("numbers/surprise", 10**400, "no report of this program"),
        ("settings/profiles", ["youth"] * 100, "here: settings.profiles"),
        ("settings/own/start", "nobody", "do not fit the case"),
        ("settings/own/moved", ["nothing"], "do not fit the case"),
        ("settings/people", [weighted(theme_points={"nowhere": 100})] * 7, "do not fit the case"),
        ("settings/people", [weighted(theme_points={"work": 0})] * 7, "do not fit the case"),
        ("settings/people", [weighted(start="nobody")] * 7, "do not fit the case"),
        ("settings/people", [weighted() | {"group": "x" * 100}] * 7, "here: settings.people.0.group"),
        ("settings/people", [weighted()] * 6000, "here: settings.people"),
        ("settings/euros/rate", -1, "do not fit the case"),
        ("settings/euros/factor_set", "nowhere", "do not fit the case"),
        ("settings/euros/carbon", "nothing", "do not fit the case"),
    ],
)
def test_a_bundle_that_was_changed_by_hand_is_refused_with_the_place(written, way, value, said):
    with pytest.raises(BundleError) as error:
        read_bundle(changed(written, way, value))
    assert said in error.value.text.get("en")
    assert error.value.text.get("nl") != error.value.text.get("en")


def test_figures_that_were_changed_afterwards_are_noticed(written):
    csv = json.loads(written)["case"]["texts"]["performances.csv"]
    line = csv.splitlines()[1]
    with pytest.raises(BundleError, match="Somebody changed the figures"):
        read_bundle(changed(written, "case/texts/performances.csv", csv.replace(line, line + " ")))
    with pytest.raises(CaseError):
        read_bundle(changed(written, "case/texts/performances.csv", csv.replace(line, "")))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"[1]", b"{", b"\xff\xfe", b'{"kind": NaN}', b"[" * 100_000])
def test_what_is_no_bundle_is_said_to_be_none(data):
    with pytest.raises(BundleError, match="no report of this program"):
        read_bundle(data)


def test_a_file_that_is_too_large_is_not_read(monkeypatch, written):
    monkeypatch.setattr(report_bundle, "LARGEST", 1000)
    with pytest.raises(BundleError, match="larger than"):
        read_bundle(written)


def test_a_long_text_in_place_of_a_number_is_named_in_short(written):
    opened = read_bundle(changed(written, "numbers/surprise", "x" * 100_000))
    (difference,) = opened.differences()
    assert len(difference.was) <= 80
    assert difference.now is None


def test_the_order_of_people_in_a_bundle_says_nothing_of_their_small_groups(written):
    """Joined groups of 3 and 4: whoever knows the sizes could otherwise count who is who."""
    youth, farmers = (from_profile(CASE.profile(key)) for key in ("youth", "farmers"))
    given = [Person("a", youth)] * 3 + [Person("b", farmers)] * 3 + [Person("b", youth)]
    first, second = (
        write_bundle(Content(CASE, Settings("nl", date(2026, 1, 2), people=tuple(people))), FILES)
        for people in (given, [replace(person, group="ab"[person.group == "a"]) for person in given[::-1]])
    )
    assert first == second


def _leaves(found, way):
    """The numbers in a bundle that are a fraction, with the way to them; keys hold no slash."""
    if isinstance(found, dict):
        for key, inside in found.items():
            yield from _leaves(inside, (*way, key))
    elif isinstance(found, float) and found not in (0.0, 1.0):
        yield way, found


def test_the_description_names_every_field():
    described = (ROOT / "docs" / "report-bundle.md").read_text(encoding="utf-8")
    models = [kind for kind in vars(bundle_records).values() if isinstance(kind, type) and issubclass(kind, Exact)]
    fields = {name for model in models for name in model.model_fields}
    assert len(models) == 7
    assert [name for name in sorted(fields) if f"`{name}`" not in described] == []
