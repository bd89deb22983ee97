"""What kind of picture some bytes are, looked at before they go into a document."""

import io
from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class PictureKind:
    """A picture that a document can hold."""

    media_type: str
    ending: str
    """Of a file name, without the dot."""
    width: int
    """In pixels, as is `height`."""
    height: int


_KINDS = {"PNG": ("image/png", "png"), "JPEG": ("image/jpeg", "jpg")}


def picture_kind(data: bytes) -> PictureKind | None:
    """Kind and size of a PNG or JPEG picture; None for anything else, also for a damaged one."""
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as picture:
            width, height = picture.size
            kind = picture.format
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    return PictureKind(*_KINDS[kind], width, height) if kind in _KINDS and width and height else None
