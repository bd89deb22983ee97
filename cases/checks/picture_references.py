"""Whether the pictures that a case names are there, and those that are there are named."""

from collections.abc import Iterator, Mapping
from typing import Any

from cases.definition.picture import FOLDER, check_picture, fits_a_picture
from cases.reading.case_ids import text_at
from files.problems import Problems, suggestion
from files.schema import add_at
from files.yaml_lines import Document, Path
from texts.message import message


def check_pictures(document: Document | None, pictures: Mapping[str, bytes], problems: Problems) -> None:
    """Every picture that is named is there, every one that is there is named, and each is sound.

    Args:
        document: case.yaml; None when it cannot be read, and then only the files themselves are checked.
        pictures: what lies in the folder with pictures, by name.
        problems: gets every mistake, in the list of the file that it is about.
    """
    for name, data in pictures.items():
        check_picture(data, problems.of(f"{FOLDER}/{name}"))
    if document is None:
        return
    own = problems.of("case.yaml")
    named = set()
    for path, name in _named(document):
        # What cannot be the name of a picture was refused as such; a file with a problem of its own is there.
        if fits_a_picture(name) and name not in pictures and not problems.of(f"{FOLDER}/{name}").listed():
            end = suggestion(name, [key for key in pictures if key not in named]) or message("pictures.put_there")
            add_at(document, own, path, "pictures.no_file", name=name, folder=FOLDER, end=end)
        named.add(name)
    for name in pictures:
        if name not in named:
            problems.of(f"{FOLDER}/{name}").add(None, "pictures.not_named")


def _named(document: Document) -> Iterator[tuple[Path, str]]:
    holders: list[tuple[Path, Any]] = [(("place_picture",), document.data.get("place_picture"))]
    holders += [((*path, "picture"), record.get("picture")) for path, record in document.items("alternatives")]
    for path, picture in holders:
        name = text_at(picture, "file") if isinstance(picture, dict) else None
        if name is not None:
            yield (*path, "file"), name
