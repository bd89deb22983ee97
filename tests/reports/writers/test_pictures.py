"""What kind of picture some bytes are."""

import io

import pytest
from PIL import Image

from reports.writers.picture_kind import PictureKind, picture_kind

from .sample import image


def test_png_and_jpeg_are_known_with_their_size():
    assert picture_kind(image("PNG")) == PictureKind("image/png", "png", 320, 180)
    assert picture_kind(image("JPEG", 200, 400)) == PictureKind("image/jpeg", "jpg", 200, 400)


def gif() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (2, 2)).save(kept, "GIF")
    return kept.getvalue()


@pytest.mark.parametrize("data", [b"", b"<svg/>", image("PNG")[:60], gif()], ids=["empty", "svg", "cut", "gif"])
def test_anything_else_is_no_picture(data):
    assert picture_kind(data) is None
