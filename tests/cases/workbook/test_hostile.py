"""Files that are damaged, hostile or something else end in one clear message, in both languages, and quickly."""

import io
import random
import stat
import zipfile

import pytest

from cases.workbook import archive
from cases.workbook.checked_upload import read_workbook
from files.problems import Problem
from tests.budget import budget
from tests.cases.harbour import GOOD
from tests.cases.workbook.books import as_ods, content, edited, good, harbour, read, sentences, with_parts, zipped

CASE_FILES = {path.name: path.read_bytes() for path in GOOD.iterdir()}
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
    '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def part(name: str, old: bytes, new: bytes):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


def with_entry(name: str, mode: int = 0) -> bytes:
    """A zip of the case with one more entry, under a name that an ordinary program would not write."""
    written = io.BytesIO(zipped(CASE_FILES))
    with zipfile.ZipFile(written, "a") as found:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        found.writestr(entry, "/etc/passwd")
    return written.getvalue()


def encrypted_zip() -> bytes:
    data = bytearray(zipped(CASE_FILES))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def renamed(name: str) -> bytes:
    """The workbook with another name for a part in the list at its end: one bad byte."""
    data, old = good(), name.encode()
    place = data.rindex(old)
    return data[:place] + old.replace(b"l/", b"m/", 1) + data[place + len(old) :]


def bomb() -> bytes:
    return zipped({**CASE_FILES, "case.yaml": b" " * 40_000_000})


def sheet_bomb() -> bytes:
    """Five sheets of 15 MB that are almost nothing when packed."""
    blank = {f"xl/worksheets/sheet{number}.xml": b"<a>" + b" " * 15_000_000 for number in range(30, 35)}
    return with_parts(good(), lambda parts: parts.update(blank))


def many_cells() -> bytes:
    row = b'<row r="9">' + b"<c/>" * (archive.MOST_CELLS + 1) + b"</row>"
    return with_parts(good(), part("xl/worksheets/sheet2.xml", b"</sheetData>", row + b"</sheetData>"))


def many_repeats() -> bytes:
    old = '<table:table-cell office:value-type="float" office:value="10">'
    new = old.replace("cell ", f'cell table:number-columns-repeated="{archive.MOST_CELLS + 1}" ')
    return as_ods(good(), lambda text: text.replace(old, new, 1))


def refused() -> dict[str, tuple[bytes, str, str, str]]:
    """By name: what is read, the name of the file, and what the message holds in English and in Dutch."""
    return {
        "empty": (b"", "case.xlsx", "the file is empty", "het bestand is leeg"),
        "too large": (b"PK" + b"\0" * 50_000_000, "case.xlsx", "larger than 20 MB", "groter dan 20 MB"),
        "program with another name": (b"MZ\x90\0" + b"\0" * 500, "case.xlsx", "this is not a workbook", "geen werkmap"),
        "text with another name": (b"alternative,criterion", "case.xlsx", "this is not a workbook", "geen werkmap"),
        "cut off": (good()[:5000], "case.xlsx", "the file is damaged", "beschadigd"),
        "old Excel": (OLE + b"\0" * 600, "case.xls", "old format (.xls)", "oud formaat"),
        "password": (
            OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "case.xlsx", "locked with a password", "op slot met een wachtwoord",
        ),
        "password of a zip": (encrypted_zip(), "case.zip", "locked with a password", "wachtwoord"),
        "password of an ods": (
            with_parts(as_ods(good()), part("META-INF/manifest.xml", b"<manifest/>", b"<manifest:encryption-data/>")),
            "case.ods", "locked with a password", "wachtwoord",
        ),
        "macros": (good(), "case.xlsm", "macros", "macro's"),
        "macros under another name": (
            with_parts(good(), lambda parts: parts.update({"xl/vbaProject.bin": b"x"})),
            "case.xlsx", "macros", "macro's",
        ),
        "binary workbook": (
            with_parts(good(), lambda parts: parts.update({"xl/workbook.bin": b"x"})), "case.xlsx", ".xlsb", ".xlsb",
        ),
        "bomb": (bomb(), "case.zip", "packed far more tightly", "veel dichter ingepakt"),
        "bomb of sheets": (sheet_bomb(), "case.xlsx", "packed far more tightly", "veel dichter ingepakt"),
        "too many cells": (many_cells(), "case.xlsx", "more than 200,000 cells", "meer dan 200.000 cellen"),
        "many repeated cells": (many_repeats(), "case.ods", "more than 200,000 cells", "meer dan 200.000 cellen"),
        "too many parts": (
            zipped({f"{number}.txt": "" for number in range(archive.MOST_PARTS + 1)}),
            "case.zip", "parts", "onderdelen",
        ),
        "too many sheets": (
            edited(lambda book: [book.create_sheet(f"s{number}") for number in range(archive.MOST_SHEETS)]),
            "case.xlsx", "more than 100 sheets", "meer dan 100 bladen",
        ),
        "entities in a sheet": (
            with_parts(good(), part("xl/worksheets/sheet2.xml", b"<worksheet", LAUGHS.encode() + b"<worksheet")),
            "case.xlsx", "defines words of its own", "eigen definities",
        ),
        "entities in another encoding": (
            with_parts(good(), lambda parts: parts.update({"xl/x.xml": LAUGHS.encode("utf-16")})),
            "case.xlsx", "damaged", "beschadigd",
        ),
        "entities in an ods": (
            as_ods(good(), lambda text: text.replace("<office:doc", LAUGHS + "<office:doc", 1)),
            "case.ods", "defines words of its own", "eigen definities",
        ),
        "broken sheet": (
            with_parts(good(), part("xl/worksheets/sheet2.xml", b"</sheetData>", b"")), "case.xlsx", "cannot be read",
            "niet te lezen",
        ),
        "sheet that is named and not there": (
            with_parts(good(), lambda parts: parts.pop("xl/worksheets/sheet10.xml")), "case.xlsx", "damaged",
            "beschadigd",
        ),
        **{
            f"part under another name: {name}": (renamed(name), "case.xlsx", "damaged", "beschadigd")
            for name in ("xl/worksheets/sheet10.xml", "xl/styles.xml")
        },
        "broken ods": (as_ods(good(), lambda text: text[:-20]), "case.ods", "cannot be read", "niet te lezen"),
        "text document": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "case.ods",
            "a document of another program", "een ander programma",
        ),
        "Word document": (
            zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"}), "case.docx",
            "a document of another program", "een ander programma",
        ),
        "zip without a case": (zipped({"photo.jpg": b"x"}), "case.zip", "the zip holds no case", "bevat geen zaak"),
        "two cases": (
            zipped({f"{folder}/{name}": data for folder in "ab" for name, data in CASE_FILES.items()}), "case.zip",
            "more than one folder (a, b)", "meer dan één map (a, b)",
        ),
        "file of the case too large": (
            zipped({**CASE_FILES, "case.yaml": random.Random(1).randbytes(1_000_001)}), "case.zip",
            "'case.yaml' is larger than 1 MB", "'case.yaml' is groter dan 1 MB",
        ),
        "the same name twice": (
            with_entry("case.yamX").replace(b"case.yamX", b"case.yaml"), "case.zip", "twice", "twee keer",
        ),
        **{
            f"a way out: {name}": (with_entry(name), "case.zip", "outside its own folder", "buiten de eigen map")
            for name in ("../case.yaml", "/etc/case.yaml", "a/../../b", "..\\b", "C:\\case.yaml")
        },
        "a link": (with_entry("link.csv", stat.S_IFLNK | 0o777), "case.zip", "holds a link", "bevat een koppeling"),
    }  # fmt: skip


def test_a_file_that_cannot_be_used_is_refused_with_one_clear_message():
    for name, (data, file, en, nl) in refused().items():
        found = read_workbook(data, file)
        assert found.case is None, name
        assert found.files == {}, name
        assert [problem.file for problem in found.problems] == [file], name
        (problem,) = found.problems
        assert isinstance(problem, Problem), name
        assert en in problem.text.get("en"), name
        assert nl in problem.text.get("nl"), name


def test_a_workbook_with_one_bad_byte_is_read_right_or_refused_with_words():
    for place in range(0, len(good()), budget(997, 101)):
        data = bytearray(good())
        data[place] ^= 0xFF
        found = read(bytes(data))
        assert found.problems or content(found.case) == content(harbour()), place


def test_a_merge_over_a_whole_sheet_is_named_and_not_unfolded():
    name = "xl/worksheets/sheet3.xml"
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found = read(with_parts(good(), part(name, b"<dataValidations", merge + b"<dataValidations")))
    assert "the cells A1:XFD1048576 are merged" in sentences(found)[0]


def test_a_cell_at_the_far_end_is_named_and_the_way_there_is_not_filled():
    name, far = "xl/worksheets/sheet3.xml", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    found = read(with_parts(good(), part(name, b"</sheetData>", far)))
    assert "cell XFD1048576: there is no heading above this cell" in sentences(found)[0]


def test_links_to_other_files_are_not_followed_and_named():
    data = with_parts(good(), lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}))
    found = read(data)
    assert content(found.case) == content(harbour())
    assert [note.get("en") for note in found.notes] == ["The workbook has links to other files. They were not opened."]


# A zip of the case files.


@pytest.mark.parametrize("folder", ["", "harbour_link/", "another name/"])
def test_a_zip_keeps_every_byte_and_so_the_version(folder):
    found = read(zipped({f"{folder}{name}": data for name, data in CASE_FILES.items()}), "case.zip")
    assert found.case.version == harbour().version
    assert dict(found.files) == CASE_FILES


def test_what_does_not_belong_in_a_zip_is_left_out_and_named():
    parts = {"README.md": b"x", "__MACOSX/case.yaml": b"x", "deep/er/case.yaml": b"x"}
    found = read(zipped({**CASE_FILES, **parts}), "case.zip")
    assert dict(found.files) == CASE_FILES
    assert [note.get("en").split("'")[1] for note in found.notes] == list(parts)


def test_a_mistake_in_a_zip_is_named_by_file_and_line():
    table = CASE_FILES["performances.csv"].replace(b"tram,co2,10", b"tarm,co2,10")
    found = read(zipped({**CASE_FILES, "performances.csv": table}), "case.zip")
    (problem,) = found.problems
    assert problem.sentence("nl").startswith("performances.csv, regel 10: 'tarm' is geen alternatief")
