"""The files of a report, here and in another process: the same bytes, and every number of the library in each."""

import io
import os
import re
import time
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pytest

from cases.reading.case_folder import read_files
from files.problems import Problems
from reports.content import Content, Settings
from reports.making import pool
from reports.making.formats import file_name, make
from reports.making.request import FORMATS, MEDIA, request
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import words
from wording.sentences import total_text

CASE, FILES = loaded(GOOD), read_files(GOOD, Problems())
SETTINGS = Settings("nl", date(2026, 11, 21), tuple(profile.id for profile in CASE.profiles[:2]), depth="summary")
ASKED = request(CASE.id, FILES, SETTINGS)
WHOLE = request(CASE.id, FILES, replace(SETTINGS, depth="full"))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {name: make(WHOLE if name in ("html", "charts") else ASKED, name).data for name in FORMATS}


def word_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return " ".join(text.text or "" for text in document.element.body.iter("{*}t"))


def pdf_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def page_of(data: bytes) -> str:
    return re.sub(r"<[^>]+>", " ", data.decode("utf-8"))


@pytest.mark.parametrize(("name", "read"), [("docx", word_of), ("pdf", pdf_of), ("html", page_of)])
def test_every_total_of_the_library_can_be_read_back(made, name, read):
    """By alternative and weighting: the name of the weighting, and its totals in the order of the case."""
    found = re.sub(r"\s+", " ", read(made[name]))
    for view in Content(CASE, SETTINGS).views:
        totals = [total_text(view.comparison, row, words("nl")) for row in range(len(CASE.alternatives))]
        pattern = re.escape(view.label) + r"\D{0,40}" + r"\D{1,40}".join(rf"\b{total}\b" for total in totals)
        assert re.search(pattern, found), (view.label, totals)


def test_the_charts_come_as_svg_and_png(made):
    with zipfile.ZipFile(io.BytesIO(made["charts"])) as archive:
        names = archive.namelist()
        assert {name.rpartition(".")[2] for name in names} == {"svg", "png"}
        for name in names:
            data = archive.read(name)
            assert data.startswith(b"<svg" if name.endswith("svg") else b"\x89PNG"), name


def test_the_names_say_which_case_version_and_language():
    assert make(ASKED, "json").name == f"{CASE.id}-{CASE.version}-nl.json"
    assert make(ASKED, "proposal").name == f"{CASE.id}-{CASE.version}-nl.voorstel.docx"
    english = request(CASE.id, FILES, replace(SETTINGS, language="en"))
    assert file_name(english, "proposal") == f"{CASE.id}-{CASE.version}-en.proposal.docx"
    assert set(MEDIA) == set(FORMATS)


def test_a_broken_worker_costs_one_file_only_and_another_process_makes_the_same_bytes(made):
    try:
        with pytest.raises(pool.WorkerError, match="stopped"):
            pool._submit(os._exit, 1).result(timeout=60)
        pool.warm_up()
        found = pool.start(ASKED, ("xlsx", "json"))
        for name, future in found.items():
            assert future.result(timeout=120).data == made[name], name
    finally:
        pool.stop()
    assert not pool._all


def test_what_goes_wrong_in_a_worker_is_told_and_the_worker_goes_on(capfd):
    try:
        with pytest.raises(pool.WorkerError, match="ValueError: invalid literal"):
            pool._submit(int, "x").result(timeout=60)
        assert pool._submit(print, "between the answers").result(timeout=60) is None
        assert pool._submit(int, "7").result(timeout=60) == 7
        assert len(pool._all) == 1
    finally:
        pool.stop()
    assert "between the answers" in capfd.readouterr().err


def test_a_file_that_takes_far_too_long_costs_that_file_and_not_those_behind_it(monkeypatch):
    monkeypatch.setattr(pool, "LONGEST", 0.3)
    try:
        stuck = pool._submit(time.sleep, 600)
        with pytest.raises(pool.WorkerError, match="stopped"):
            stuck.result(timeout=60)
        monkeypatch.setattr(pool, "LONGEST", 60)
        assert pool._submit(int, "7").result(timeout=60) == 7
        assert len(pool._all) == 1
    finally:
        pool.stop()
