"""Small pictures for the tests, and the harbour link with a picture and an outline."""

import io
import json
from pathlib import Path

from PIL import Image

from tests.cases.harbour import copy_to, replace

WORDS = "alt: {nl: Een tram., en: A tram.}, credit: {nl: de tests, en: the tests}, made: drawing"
SQUARE = [[4.0, 52.0], [4.01, 52.0], [4.01, 52.01], [4.0, 52.01], [4.0, 52.0]]


def image(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    """A picture with a colour that changes from left to right, so that no two halves are alike."""
    made = Image.linear_gradient("L").rotate(90).resize(size).convert(mode)
    written = io.BytesIO()
    made.save(written, kind, **options)
    return written.getvalue()


def polygon(*rings: list[list[float]], **more: object) -> bytes:
    return json.dumps({"type": "Polygon", "coordinates": list(rings) or [SQUARE], **more}).encode()


def with_picture(folder: Path, data: bytes | None = None, name: str = "tram.png", words: str = WORDS) -> Path:
    """A copy of the harbour link in which the tram has a picture, and the land an outline."""
    case = copy_to(folder)
    replace(
        case, "case.yaml", "    governance: {nl: Van de vervoerder, en: Owned by the operator}\n",
        "    governance: {nl: Van de vervoerder, en: Owned by the operator}\n"
        f"    picture: {{file: {name}, {words}}}\n",
    )  # fmt: skip
    (case / "pictures").mkdir()
    (case / "pictures" / "tram.png").write_bytes(image() if data is None else data)
    (case / "outline.geojson").write_bytes(polygon())
    return case
