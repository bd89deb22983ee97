"""Every file that a visitor brings goes through the door, and no bomb in it touches the server."""

import ast
import io
import json
import math
import resource
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from cases.definition.land_outline import LandOutline
from cases.definition.picture import PictureError, reencoded
from cases.importing.given_file import read_given_file
from cases.land.given_areas import GivenArea, GivenMap, GivenMapError, assigned, read_given_areas
from cases.reading.given_outline import faults_of_outline
from cases.workbook.checked_upload import read_workbook
from cases.workbook.grid import RefusedError
from files.door.door import DoorError, read_apart
from files.problems import CaseError
from reports.bundle.report_bundle import BundleError, read_bundle
from reports.content import NotExportable
from reports.writers.word.word_template import TemplateError, check_template
from tests.cases.workbook.books import as_ods, good, with_parts
from tests.source_code import nodes_of
from texts.message import message
from ui.shared import given_files
from web import shared_cases
from weighing.weightings_file import WeightingsError, read_weightings

ROOT = Path(__file__).parents[2]
READERS = {
    "read_workbook": (),
    "read_given_file": (RefusedError,),
    "faults_of_outline": (),
    "read_given_areas": (GivenMapError,),
    "assigned": (GivenMapError,),
    "reencoded": (PictureError,),
    "check_template": (TemplateError,),
    "read_weightings": (WeightingsError,),
    "read_bundle": (BundleError, CaseError, NotExportable),
}
"""What reads a file of a stranger, with what it refuses."""
LONGEST = 20
"""Seconds on a busy machine; each of these took minutes or gigabytes, or would without a limit."""


def ods(body: str) -> bytes:
    """A workbook with so much in its one sheet."""
    head, _, rest = as_ods(good()).partition(b"never")
    assert not rest

    def change(parts):
        text = parts["content.xml"].decode()
        start, end = text.index("<table:table "), text.rindex("</table:table>") + len("</table:table>")
        parts["content.xml"] = (text[:start] + body + text[end:]).encode()

    return with_parts(head, change)


def repeated() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="199999" office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="1000">{cell * 40}</table:table-row>'
    return ods("".join(f'<table:table table:name="t{number}">{row}</table:table>' for number in range(20)))


def nested(mark: str, deep: int) -> bytes:
    inside = f"<text:{mark}>" * deep + f"</text:{mark}>" * deep
    cell = f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
    return ods(f'<table:table table:name="t"><table:table-row>{cell}</table:table-row></table:table>')


def strings() -> bytes:
    def change(parts):
        parts["xl/sharedStrings.xml"] = (
            b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            + b"".join(b"<si><t>%d</t></si>" % number for number in range(700_000))
            + b"</sst>"
        )

    return with_parts(good(), change)


def packed_zip(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return written.getvalue()


def wide_picture() -> bytes:
    """A PNG of a few hundred bytes that says it has 50,000 by 50,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def deep_json(deep: int = 200_000) -> bytes:
    return b"[" * deep + b"]" * deep


def many_rings() -> bytes:
    ring = [[4.8, 52.3], [4.8, 52.4], [4.9, 52.4], [4.8, 52.3]]
    return json.dumps({"type": "MultiPolygon", "coordinates": [[ring]] * 12_000}).encode()


def columns() -> bytes:
    names = ",".join(["group", *(theme.id for theme in shared_cases.sound()["lutkemeer"].themes)] * 20_000)
    return f"{names}\n".encode()


def half_a_million_points() -> bytes:
    """A shapefile with one ring around Amsterdam."""
    count = 500_000
    points = [(110_000 + 100 * math.cos(angle), 487_000 + 100 * math.sin(angle))
              for angle in (-2 * math.pi * place / count for place in range(count))]  # fmt: skip
    flat = struct.pack(f"<{2 * count + 2}d", *(value for point in (*points, points[0]) for value in point))
    frame = struct.pack("<4d", 109_900, 486_900, 110_100, 487_100)
    shape = struct.pack("<i", 5) + frame + struct.pack("<3i", 1, count + 1, 0) + flat
    head = (
        struct.pack(">7i", 9994, 0, 0, 0, 0, 0, 54 + len(shape) // 2) + struct.pack("<2i", 1000, 5) + frame + bytes(32)
    )
    record = struct.pack(">2i", 1, len(shape) // 2)
    index = head[:24] + struct.pack(">i", 54) + head[28:] + struct.pack(">2i", 50, len(shape) // 2)
    table = (
        struct.pack("<B3BI2H20x", 3, 26, 1, 1, 1, 65, 2) + b"a".ljust(11, b"\0") + b"C" + bytes(4) + b"\1" + bytes(15)
    )
    return packed_zip(a_shp=head + record + shape, a_shx=index, a_dbf=table + b"\r x")


def combs() -> tuple[object, ...]:
    """Two areas whose teeth lie across each other: a hundred million crossings."""
    teeth = 2_400
    along = [(0, -0.1), *((tooth / teeth + step, up) for tooth in range(teeth)
                          for step, up in ((0, 0), (0, 1), (0.5 / teeth, 1), (0.5 / teeth, 0))),
             (1, 0), (1, -0.1), (0, -0.1)]  # fmt: skip
    rings = [tuple((4 + 0.01 * x, 52 + 0.01 * y) for x, y in points) for points in (along, [(y, x) for x, y in along])]
    areas = tuple(GivenArea("a", place, {"who": "x"}, LandOutline(((ring,),))) for place, ring in enumerate(rings, 1))
    return GivenMap(areas), ("who", "who"), {"x": "x"}, {"x": "x"}


BOMBS = {
    "cells and rows repeated": (read_workbook, lambda: (repeated(), "a.ods")),
    "marks inside marks": (read_workbook, lambda: (nested("span", 30_000), "a.ods")),
    "a sheet of repeated cells": (read_given_file, lambda: (repeated(), "a.ods")),
    "a sheet of marks": (read_given_file, lambda: (nested("span", 30_000), "a.ods")),
    "a line of a million cells": (read_given_file, lambda: (b";" * 19_000_000, "a.csv")),
    "a million lines with a quote": (read_given_file, lambda: (b'"a;1\n' * 3_000_000, "a.csv")),
    "strings that no cell uses": (read_workbook, lambda: (strings(), "a.xlsx")),
    "a case of one long list": (read_workbook, lambda: (packed_zip(case_yaml=b"a: [" + b"[" * 400_000), "a.zip")),
    "an outline of brackets": (faults_of_outline, lambda: (deep_json(),)),
    "an outline of rings": (faults_of_outline, lambda: (many_rings(),)),
    "a map of brackets": (read_given_areas, lambda: (deep_json(), "a.geojson")),
    "a map of numbers": (read_given_areas, lambda: (b'{"type": "FeatureCollection", "features": [' + b"1," * 5_000_000,
                                                    "a.geojson")),
    "a map of nothing, packed": (read_given_areas, lambda: (packed_zip(**{f"a_{part}": bytes(19_000_000)
                                                            for part in ("shp", "shx", "dbf")}), "a.zip")),
    "a map of half a million points": (read_given_areas, lambda: (half_a_million_points(), "a.zip")),
    "two combs on a map": (assigned, combs),
    "a picture of gigabytes": (reencoded, lambda: (wide_picture(),)),
    "a template of marks": (
        check_template, lambda: (packed_zip(**{"word__document_xml": b"<w>" * 15_000_000, "x": b""}),)
    ),
    "columns again and again": (read_weightings, lambda: (columns(), shared_cases.sound()["lutkemeer"], "a.csv")),
    "a report of brackets": (read_bundle, lambda: (deep_json(),)),
    "a report of numbers": (read_bundle, lambda: (b'{"kind": "waardenweger-report", "a": [' + b"1," * 6_000_000,)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_with_a_reason_and_leaves_this_process_as_it_was(name):
    reader, made = BOMBS[name]
    arguments = made()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    try:
        found = read_apart(reader, READERS[reader.__name__], *arguments)
        wrong = getattr(found, "problems", found)
    except (DoorError, *READERS[reader.__name__]) as why:
        wrong = str(why)
    assert wrong, "it was taken for a sound file"
    assert time.monotonic() - began < LONGEST
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


def test_a_file_is_read_once_with_its_refusal_and_again_when_only_the_door_was_busy(monkeypatch):
    answers = [DoorError("busy"), BundleError(message("bundle.no_report"))]
    asked = []

    def answer(*given):
        asked.append(given)
        raise answers[len(asked) - 1]

    monkeypatch.setattr(given_files, "read_apart", answer)
    monkeypatch.setattr(given_files.st, "session_state", {})
    for expected in (DoorError, BundleError, BundleError):
        with pytest.raises(expected):
            given_files.read_once("report", "one file", read_bundle, (BundleError,), b"")
    assert len(asked) == 2


def test_no_page_reads_a_file_of_a_visitor_by_itself():
    wrong, passed = [], set()
    for path in sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "web").rglob("*.py")]):
        for node in nodes_of(path):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in READERS:
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
                "read_apart", "read_once",
            ):  # fmt: skip
                passed |= {item.id for item in node.args if isinstance(item, ast.Name)} & set(READERS)
    assert not wrong, "give the reader to read_once or read_apart"
    assert passed == set(READERS)


def test_every_place_for_a_file_is_in_a_module_that_knows_the_door():
    asking = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.Attribute) and node.attr == "file_uploader"
    }
    reading = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom) and node.module == "files.door.door"
    }
    # the template is asked for on one page and read when the report is made
    assert {path.replace("report_page", "report_files") for path in asking} <= reading
