"""A picture of an alternative: what case.yaml says of it, whether the file is sound, and safe copies of uploads."""

import io
import re
import struct
import zlib
from typing import Annotated, Literal

from PIL import Image, ImageOps, UnidentifiedImageError
from pydantic import AfterValidator, Field

from files.fields import Fault, Strict, Text, refusal
from files.problems import FileProblems, shown
from texts.message import Value, message

FOLDER = "pictures"
"""Inside the folder of a case; one level deep."""
LARGEST_PICTURE = 2_000_000
"""Bytes of one picture."""
LARGEST_TOTAL = 12_000_000
"""Bytes of all pictures of a case together."""
MOST_PICTURES = 20
LONGEST_SIDE = 4000
"""Pixels of a picture in a case."""
LARGEST_UPLOAD = 10_000_000
"""Bytes of a picture that somebody uploads; it is written anew before it enters a case."""
_MOST_PIXELS = 50_000_000
"""Of an upload: what the camera of a phone makes."""
_SAVED_SIDE = 1600
_QUALITIES = (85, 70, 55, 40)
_HIDDEN = {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Raw profile type exif"}
_NAME = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|jpeg|webp)", re.ASCII)
"""Windows keeps a few names for itself."""
_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}
_MEDIA = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}

_DAMAGES = (
    OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError,
    struct.error, zlib.error, Warning,
)  # fmt: skip
"""What Pillow raises on a damaged file; it has no error of its own for it."""


def fits_a_picture(name: str) -> bool:
    """Whether a file of this name can be a picture of a case; such a name is safe in any folder."""
    return _NAME.fullmatch(name) is not None


def _file_name(name: str) -> str:
    if fits_a_picture(name):
        return name
    raise refusal(Fault((), message("pictures.name", name=shown(name))))


class Picture(Strict):
    """The picture of an alternative. Its words are needed: not everybody sees it, and somebody made it."""

    file: Annotated[str, AfterValidator(_file_name)] = Field(description="Its name in the folder pictures of the case.")
    alt: Text = Field(description="What can be seen, for who does not see it.")
    credit: Text = Field(description="Who made it, as the maker wants to be named.")
    made: Literal["photo", "drawing", "impression"] = Field(
        description="A photo shows what is there; the others show what somebody thinks of it."
    )


class PictureError(ValueError):
    """A file that is no picture that we can use; the words are in ``text``."""

    def __init__(self, key: str, /, **values: Value) -> None:
        self.text = message(key, **values)
        super().__init__(self.text.get("en"))


def media_type(name: str) -> str:
    """The media type that goes with the name of a picture; KeyError for another file."""
    return _MEDIA[name.rpartition(".")[2]]


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a sound picture, as one sees it: a photo may say that it lies on its side."""
    with Image.open(io.BytesIO(data), formats=_allowed()) as image:
        width, height = image.size
        # Only cameras turn pictures, and they make no PNG; asking a PNG would decode it whole.
        turned = image.format != "PNG" and image.getexif().get(274, 1) in (5, 6, 7, 8)
        return (height, width) if turned else (width, height)


def check_picture(data: bytes, problems: FileProblems) -> None:
    """Note what is wrong with the file of a picture, whose name has been checked: it is decoded wholly, once."""
    try:
        with _opened(data) as image:
            expected = _FORMATS[problems.file.rpartition(".")[2]]
            if _kind(image) != expected:
                raise PictureError("pictures.other_kind", expected=expected, kind=_kind(image))
            if max(image.size) > LONGEST_SIDE:
                raise PictureError("pictures.too_wide", width=image.width, height=image.height, most=LONGEST_SIDE)
            _decode(image)
    except PictureError as error:
        problems.note(None, error.text)


def reencoded(data: bytes) -> bytes:
    """A picture that a stranger uploads, decoded and written anew as PNG or JPEG.

    Nothing but the pixels is kept: no place where it was taken, no name of a camera or a maker, no second picture. Its
    longest side is at most 1600 pixels, and it is under the limit for a case.

    Raises:
        PictureError: it is not a PNG, JPEG or WebP, it is damaged, it moves, or it is too large.
    """
    if len(data) > LARGEST_UPLOAD:
        megabytes = LARGEST_UPLOAD // 1_000_000
        raise PictureError("pictures.too_large", megabytes=megabytes)
    with _opened(data) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise PictureError("pictures.many_pixels", width=image.width, height=image.height)
        image.draft(None, (2 * _SAVED_SIDE, 2 * _SAVED_SIDE))  # a large JPEG is then decoded smaller, in less memory
        _decode(image)
        upright = ImageOps.exif_transpose(image)
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.thumbnail((_SAVED_SIDE, _SAVED_SIDE))
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)  # pixels only; what else the file said stays behind
    return _written(clean, drawn=_kind(image) != "JPEG")


def without_hidden(data: bytes) -> bytes:
    """The same picture in the same format without what a camera or a program hid in it, such as a place or a name.

    The very bytes when there is nothing hidden, and when it is no picture that we can use: the checks of the case say
    what is wrong with it.
    """
    try:
        with _opened(data) as image:
            _decode(image)
            if not (image.getexif() or _HIDDEN & set(image.info) or getattr(image, "text", None)):
                return data
            upright, kind = ImageOps.exif_transpose(image), _kind(image)
    except PictureError:
        return data
    clean = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        clean.putpalette(upright.getpalette() or [])
    clean.paste(upright)
    return _saved(clean, kind, **({} if kind == "PNG" else {"quality": _QUALITIES[0]}))


def ending(data: bytes) -> str:
    """``png`` or ``jpg``, for the name of what ``reencoded`` made."""
    return "png" if data.startswith(b"\x89PNG") else "jpg"


def _written(image: Image.Image, drawn: bool) -> bytes:
    """PNG keeps the sharp edges of a drawing; what is too large that way becomes JPEG, on white."""
    if drawn or image.mode == "RGBA":
        written = _saved(image, "PNG", optimize=True)
        if len(written) <= LARGEST_PICTURE:
            return written
    if image.mode == "RGBA":
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image).convert("RGB")
    for quality in _QUALITIES:
        written = _saved(image, "JPEG", quality=quality)
        if len(written) <= LARGEST_PICTURE:
            break
    return written


def _saved(image: Image.Image, kind: str, **options: int | bool) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def _allowed() -> list[str]:
    return sorted(set(_FORMATS.values()))


def _kind(image: Image.Image) -> str:
    """A phone may put a second picture behind the first: that is still a JPEG."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def _opened(data: bytes) -> Image.Image:
    """The picture with only its head read, so that its size is known before anything is unpacked."""
    try:
        image = Image.open(io.BytesIO(data), formats=_allowed())
    except UnidentifiedImageError:
        raise PictureError("pictures.no_picture") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError("pictures.too_many_pixels") from None
    except _DAMAGES:
        raise _damaged() from None
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise PictureError("pictures.moves")
    return image


def _decode(image: Image.Image) -> None:
    try:
        image.load()
        image.getexif()
    except _DAMAGES:
        raise _damaged() from None


def _damaged() -> PictureError:
    return PictureError("pictures.damaged")
