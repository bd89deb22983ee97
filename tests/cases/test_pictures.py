"""Pictures of alternatives: what is refused and in which words, and what is left of an upload."""

import io
import random
import struct
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from cases.definition.picture import (
    LARGEST_PICTURE,
    LARGEST_UPLOAD,
    PictureError,
    check_picture,
    ending,
    fits_a_picture,
    media_type,
    reencoded,
    size_of,
)
from cases.reading.loader import CaseError, case_from_files, load_case
from files.problems import FileProblems
from tests.cases.pictures import WORDS, image, with_picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
NOISE = random.Random(1)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:])
    return written.getvalue()


def test_a_case_holds_its_pictures_by_name(tmp_path):
    case = load_case(with_picture(tmp_path))
    assert case.pictures == {"tram.png": image()}
    picture = case.alternative("tram").picture
    assert (picture.file, picture.alt.en, picture.credit.nl, picture.made) == (
        "tram.png",
        "A tram.",
        "de tests",
        "drawing",
    )
    assert case.alternative("as_now").picture is None


def test_a_picture_belongs_to_the_version(tmp_path):
    case = with_picture(tmp_path)
    before = load_case(case).version
    (case / "pictures" / "tram.png").write_bytes(image(size=(41, 20)))
    assert load_case(case).version != before


REFUSED = {
    "drawing in code (SVG) as PNG": (SVG, "not a picture in PNG, JPEG or WebP", "geen plaatje in PNG, JPEG of WebP"),
    "GIF as PNG": (image("GIF"), "not a picture in PNG", "geen plaatje in PNG"),
    "empty": (b"", "not a picture in PNG", "geen plaatje in PNG"),
    "JPEG as PNG": (image("JPEG"), "the name says PNG, but inside it is JPEG", "de naam zegt PNG"),
    "cut off": (image()[:-30], "the picture is damaged", "het plaatje is beschadigd"),
    "bomb": (bomb(60_000, 60_000), "far too many pixels", "veel te veel pixels"),
    "too wide": (image(size=(4001, 2)), "is 4001 by 2 pixels; at most 4000 by 4000 fit", "is 4001 bij 2 pixels"),
    "moving": (moving("PNG"), "the picture moves", "het plaatje beweegt"),
    "too large": (b"\x89PNG" + bytes(20_000_000), "the file is larger than 2 MB", "het bestand is groter dan 2 MB"),
}


@pytest.mark.parametrize(("data", "en", "nl"), REFUSED.values(), ids=list(REFUSED))
def test_a_file_that_is_no_sound_picture_is_named(data, en, nl, tmp_path):
    case = with_picture(tmp_path, data)
    with pytest.raises(CaseError) as caught:
        load_case(case)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("pictures/tram.png", None)
    assert en in problem.text.get("en")
    assert nl in problem.text.get("nl")


def test_a_jpeg_that_was_cut_off_is_refused(tmp_path):
    case = with_picture(tmp_path, name="tram.jpg")
    (case / "pictures" / "tram.png").unlink()
    whole = image("JPEG", (400, 300))
    (case / "pictures" / "tram.jpg").write_bytes(whole)
    assert load_case(case).pictures == {"tram.jpg": whole}
    (case / "pictures" / "tram.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CaseError, match="the picture is damaged"):
        load_case(case)


WRONG_WORDS = {
    "no alternative text": (WORDS.replace("alt: {nl: Een tram., en: A tram.}, ", ""), "'alt' is missing", "'alt'"),
    "empty alternative text": (WORDS.replace("A tram.", "''"), "the text is empty", "de tekst is leeg"),
    "no credit": (WORDS.replace("credit: {nl: de tests, en: the tests}, ", ""), "'credit' is missing", "'credit'"),
    "another kind": (WORDS.replace("drawing", "painting"), "'painting' is not one of the choices", "Kies uit: photo"),
}


@pytest.mark.parametrize(("words", "en", "nl"), WRONG_WORDS.values(), ids=list(WRONG_WORDS))
def test_a_picture_needs_its_words(words, en, nl, tmp_path):
    with pytest.raises(CaseError) as caught:
        load_case(with_picture(tmp_path, words=words))
    (problem,) = caught.value.problems
    assert problem.file == "case.yaml"
    assert "alternative 'tram', picture" in problem.text.get("en")
    assert en in problem.text.get("en")
    assert nl in problem.text.get("nl")


@pytest.mark.parametrize(
    "name", ["../x.png", "/etc/x.png", "a/b.png", "X.PNG", "x.svg", "x.gif", "x", "é.png", ".png", "con.png"]
)
def test_a_name_that_could_lead_elsewhere_is_refused(name, tmp_path):
    assert not fits_a_picture(name)
    with pytest.raises(CaseError) as caught:
        load_case(with_picture(tmp_path, name=name))
    assert {problem.file for problem in caught.value.problems} == {"case.yaml", "pictures/tram.png"}
    assert "cannot be the name of a picture" in str(caught.value)
    assert "kan geen naam van een plaatje zijn" in caught.value.message("nl")


def test_a_picture_that_is_named_but_missing_is_named_with_its_line(tmp_path):
    case = with_picture(tmp_path, name="tramm.png")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    named, unnamed = caught.value.problems
    line = (case / "case.yaml").read_text().splitlines().index(f"    picture: {{file: tramm.png, {WORDS}}}") + 1
    assert (named.file, named.line) == ("case.yaml", line)
    assert "there is no file 'tramm.png' in the folder pictures; did you mean 'tram.png'?" in named.text.get("en")
    assert "staat geen bestand 'tramm.png'; bedoelt u 'tram.png'?" in named.text.get("nl")
    assert unnamed.file == "pictures/tram.png"
    assert "no alternative has this picture" in unnamed.text.get("en")
    (case / "pictures" / "tram.png").unlink()
    with pytest.raises(CaseError, match="Put it there, or remove the picture") as caught:
        load_case(case)
    assert len(caught.value.problems) == 1


def test_too_many_files_and_too_many_bytes_together_are_refused(tmp_path):
    case = with_picture(tmp_path)
    for number in range(7):
        (case / "pictures" / f"p{number}.png").write_bytes(bytes(LARGEST_PICTURE))
    with pytest.raises(CaseError, match="the pictures together are larger than 12 MB"):
        load_case(case)
    for number in range(30):
        (case / "pictures" / f"p{number}.png").write_bytes(b"")
    with pytest.raises(CaseError, match="there are more than 20 files"):
        load_case(case)


def test_what_a_system_leaves_in_a_folder_is_passed_over_and_anything_else_is_not(tmp_path):
    case = with_picture(tmp_path)
    for name in (".DS_Store", "Thumbs.db"):
        (case / "pictures" / name).write_bytes(b"x")
    assert list(load_case(case).pictures) == ["tram.png"]
    (case / "pictures" / "Plan.PDF").write_bytes(b"x")
    with pytest.raises(CaseError, match="pictures/Plan.PDF: this is not a file of a case"):
        load_case(case)


def test_files_in_memory_go_through_the_same_checks(tmp_path):
    case = with_picture(tmp_path)
    files = {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()}
    files["pictures/tram.png"] = image()
    assert case_from_files(files) == load_case(case)
    for name in ("../x.png", "pictures/../../x.png", "pictures/a/b.png", "x.png", "notes.txt"):
        with pytest.raises(CaseError, match="this is not a file of a case"):
            case_from_files({**files, name: image()})
    with pytest.raises(CaseError, match="performances.csv: the file is missing"):
        case_from_files({name: data for name, data in files.items() if name != "performances.csv"})
    with pytest.raises(CaseError, match="sources.csv: the file is larger than 5 MB"):
        case_from_files({**files, "sources.csv": bytes(5_000_001)})


# Uploads


def photo(**options: object) -> bytes:
    exif = Image.Exif()
    exif[274] = 6  # the camera lay on its side
    exif[315] = "A. Maker"
    exif.get_ifd(0x8825)[1] = "N"
    return image("JPEG", (400, 200), exif=exif, **options)


def test_an_upload_keeps_its_pixels_upright_and_nothing_else():
    data = photo()
    assert b"A. Maker" in data
    assert size_of(data) == (200, 400)
    clean = reencoded(data)
    assert b"A. Maker" not in clean
    assert b"Exif" not in clean
    with Image.open(io.BytesIO(clean)) as image_after, Image.open(io.BytesIO(data)) as image_before:
        assert (image_after.format, image_after.size) == ("JPEG", (200, 400))
        assert not image_after.getexif()
        # The gradient ran from left to right; upright it runs from top to bottom.
        top, bottom = image_after.convert("L").getpixel((100, 5)), image_after.convert("L").getpixel((100, 395))
        left, right = image_before.convert("L").getpixel((5, 100)), image_before.convert("L").getpixel((395, 100))
    assert abs(top - left) < 20
    assert abs(bottom - right) < 20


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("RGBA", "WEBP")]
)
def test_a_drawing_becomes_a_png_of_at_most_1600_pixels(mode, kind):
    clean = reencoded(image(kind, (2000, 500), mode))
    assert (ending(clean), size_of(clean)) == ("png", (1600, 400))
    noted = FileProblems("pictures/a.png")
    check_picture(clean, noted)
    assert not noted.listed()


def test_what_would_be_too_large_as_png_becomes_a_jpeg_on_white():
    noise = Image.frombytes("RGBA", (1200, 900), NOISE.randbytes(1200 * 900 * 4))
    written = io.BytesIO()
    noise.save(written, "PNG")
    clean = reencoded(written.getvalue())
    assert ending(clean) == "jpg"
    assert len(clean) <= LARGEST_PICTURE


UPLOADS = {
    "SVG": (SVG, "not a picture"),
    "GIF": (image("GIF"), "not a picture"),
    "cut off": (image("JPEG", (400, 300))[:900], "damaged"),
    "bomb": (bomb(60_000, 60_000), "far too many pixels"),
    "large": (bomb(9_000, 9_000), "which is too large"),
    "20 MB": (bytes(20_000_000), "larger than 10 MB"),
    "moving": (moving("WEBP"), "moves"),
}


@pytest.mark.parametrize(("data", "words"), UPLOADS.values(), ids=list(UPLOADS))
def test_an_upload_that_is_no_picture_is_refused_in_both_languages(data, words):
    with pytest.raises(PictureError, match=words) as caught:
        reencoded(data)
    assert caught.value.text.get("nl") != caught.value.text.get("en")
    assert len(image()) < LARGEST_UPLOAD


def test_any_scratch_in_a_picture_ends_in_a_picture_or_in_words():
    samples = [image("PNG"), image("JPEG"), image("WEBP"), photo()]
    for _ in range(150):
        data = bytearray(NOISE.choice(samples))
        for _ in range(NOISE.randint(1, 5)):
            data[NOISE.randrange(len(data))] = NOISE.randrange(256)
        noted = FileProblems("pictures/a.png")
        check_picture(bytes(data), noted)
        with suppress(PictureError):
            size_of(reencoded(bytes(data)))


def test_each_name_has_its_media_type():
    found = {name: media_type(name) for name in ("a.png", "a.jpg", "a.jpeg", "a.webp")}
    assert list(found.values()) == ["image/png", "image/jpeg", "image/jpeg", "image/webp"]
