"""What fits in no sheet: pictures and the outline, beside a workbook and in a zip."""

import io
import zipfile

import openpyxl
import pytest
from PIL import Image

from cases.reading.case_folder import read_files, unchecked_beside
from cases.reading.loader import load_case
from cases.workbook.archive import LARGEST_UNPACKED
from cases.workbook.case_zip import write_bundle
from cases.workbook.version_differences import Change, changes
from cases.workbook.workbook_writing import write_workbook
from cli.case_commands import main
from files.problems import Problems
from tests.cases.pictures import image, polygon, with_picture
from tests.cases.workbook.books import content, read, sentences, zipped


@pytest.fixture
def folder(tmp_path):
    return with_picture(tmp_path)


def contents(folder):
    return read_files(folder, Problems())


def test_a_zip_holds_the_pictures_and_keeps_the_version(folder):
    files = contents(folder)
    assert {"pictures/tram.png", "outline.geojson", "account.yaml"} < set(files)
    found = read(write_bundle(files), "case.zip")
    assert sentences(found) == []
    assert dict(found.files) == files
    assert found.case.version == load_case(folder).version


@pytest.mark.parametrize("top", ["", "harbour_link/"])
def test_a_zip_of_a_folder_made_by_hand_is_read(folder, top):
    files = {f"{top}{name}": data for name, data in contents(folder).items()}
    files |= {f"{top}pictures/.DS_Store": b"x", f"__MACOSX/{top}pictures/tram.png": b"x", f"{top}more/x.png": b"x"}
    found = read(zipped(files), "case.zip")
    assert found.case == load_case(folder)
    assert len(found.notes) == 3


def test_a_zip_with_a_picture_that_cannot_be_one_is_refused_by_name(folder):
    files = contents(folder)
    for name, words in (
        ("pictures/Tram Plan.png", "pictures/Tram Plan.png: this is not a file of a case"),
        ("pictures/tram.svg", "pictures/tram.svg: this is not a file of a case"),
        ("pictures/other.png", "pictures/other.png: no alternative has this picture"),
    ):
        assert sentences(read(zipped({**files, name: image()}), "case.zip"))[0].startswith(words)
    for name in ("pictures/../../x.png", "/pictures/x.png"):
        assert "outside its own folder" in sentences(read(zipped({**files, name: image()}), "case.zip"))[0]


def test_a_zip_with_a_picture_of_20_mb_is_refused_before_it_is_unpacked(folder):
    files = {**contents(folder), "pictures/tram.png": bytes(20_000_000)}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert "larger than 20 MB" in sentences(read(written.getvalue(), "case.zip"))[0]
    assert "packed far more tightly" in sentences(read(zipped(files), "case.zip"))[0]
    files["pictures/tram.png"] = bytes(2_000_001)
    with zipfile.ZipFile(stored := io.BytesIO(), "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert "'pictures/tram.png' is larger than 2 MB" in sentences(read(stored.getvalue(), "case.zip"))[0]
    assert LARGEST_UNPACKED > 20_000_000


def test_a_workbook_is_joined_with_what_the_case_had(folder):
    case = load_case(folder)
    data = write_workbook(case, "nl")
    found = read_with(data, {**unchecked_beside(folder), "pictures/older.png": image()})
    assert sentences(found) == []
    assert content(found.case) == content(case)
    assert {"pictures/tram.png", "outline.geojson"} < set(found.files)
    assert "pictures/older.png" not in found.files


def test_a_picture_that_the_workbook_names_and_nobody_has_is_named_by_its_cell(folder):
    found = read(write_workbook(load_case(folder), "en"))
    (problem,) = found.problems
    assert (problem.sheet, problem.cell, problem.heading) == ("alternatives", "J5", "picture")
    assert "there is no file 'tram.png' in the folder pictures" in problem.text.get("en")


def test_a_picture_without_its_words_is_named_by_the_empty_cell(folder):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(load_case(folder), "en")))
    heads = {cell.value: cell.column for cell in book["alternatives"][1]}
    for heading in ("what can be seen (Dutch)", "what can be seen"):
        book["alternatives"].cell(5, heads[heading]).value = None
    written = io.BytesIO()
    book.save(written)
    (problem,) = read_with(written.getvalue(), unchecked_beside(folder)).problems
    assert (problem.cell, problem.heading) == ("K5", "what can be seen (Dutch)")
    assert "'what can be seen (Dutch)' is missing" in problem.text.get("en")


def test_an_account_in_a_workbook_needs_its_makers(folder):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(load_case(folder), "en")))
    page = book["participation"]
    row = next(row for row in range(3, 6) if page.cell(row, 1).value == "about")
    page.cell(row, 3).value = page.cell(row, 4).value = None
    written = io.BytesIO()
    book.save(written)
    (problem,) = read_with(written.getvalue(), unchecked_beside(folder)).problems
    assert (problem.sheet, problem.cell) == ("participation", f"C{row}")
    assert "'about' is missing" in problem.text.get("en")


def test_a_new_workbook_has_a_place_for_the_makers_of_the_account():
    page = openpyxl.load_workbook(io.BytesIO(write_workbook(None, "nl")))["inbreng"]
    assert page["A3"].value == "uitleg"


def test_changes_name_pictures_outline_and_account(folder, tmp_path):
    old = load_case(folder)
    (folder / "pictures" / "tram.png").write_bytes(image(size=(10, 10)))
    (folder / "outline.geojson").write_bytes(polygon([[4.0, 52.0], [4.02, 52.0], [4.0, 52.01], [4.0, 52.0]]))
    account = (folder / "account.yaml").read_text()
    (folder / "account.yaml").write_text(account.replace("people: 45", "people: 46"))
    found = changes(old, load_case(folder))
    assert Change("changed", "rounds", ("evening",), ("people",), 45, 46) in found
    assert {(change.kind, change.part, change.item) for change in found} == {
        ("changed", "rounds", ("evening",)), ("changed", "pictures", ("tram.png",)), ("changed", "outline", ()),
    }  # fmt: skip
    assert changes(old, old) == []


def test_the_command_line_takes_pictures_along(folder, tmp_path, capsys):
    assert main(["export", str(folder), str(tmp_path / "h.zip")]) == 0
    assert main(["convert", str(tmp_path / "h.zip"), str(tmp_path / "new" / "harbour_link")]) == 0
    assert load_case(tmp_path / "new" / "harbour_link").version == load_case(folder).version
    assert main(["export", str(folder), str(tmp_path / "h.xlsx"), "--lang", "en"]) == 0
    told = capsys.readouterr().err
    assert "'pictures/tram.png' does not fit in a workbook and stays behind" in told
    assert "'outline.geojson' does not fit" in told
    # Beside the workbook there is no picture yet; with the folder beside it, there is.
    assert main(["check", str(tmp_path / "h.xlsx")]) == 1
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "tram.png").write_bytes(image())
    assert main(["convert", str(tmp_path / "h.xlsx"), str(tmp_path / "again" / "harbour_link")]) == 0
    assert load_case(tmp_path / "again" / "harbour_link").pictures == {"tram.png": image()}


def read_with(data, files):
    from cases.workbook.checked_upload import read_workbook

    return read_workbook(data, "case.xlsx", files)


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "tram.jpg"), ("WEBP", "tram.webp"), ("PNG", "tram.png")])
def test_what_a_camera_hid_in_a_picture_does_not_come_along(kind, name, tmp_path):
    exif = Image.Exif()
    exif[315] = "A. Maker"
    exif.get_ifd(0x8825)[1] = "N"
    data = image(kind, exif=exif)
    assert b"A. Maker" in data
    plain = contents(with_picture(tmp_path, name=name, data=data))
    plain.pop("pictures/tram.png")
    found = read(write_bundle(plain | {f"pictures/{name}": data}), "case.zip")
    assert sentences(found) == []
    kept = found.files[f"pictures/{name}"]
    assert b"A. Maker" not in kept
    with Image.open(io.BytesIO(kept)) as after:
        assert (after.format, after.size, dict(after.getexif())) == (kind, (40, 20), {})
    assert any("hidden data" in note.get("en") for note in found.notes)
    again = read(write_bundle(found.files), "case.zip")
    assert again.files == found.files
    assert again.notes == ()
