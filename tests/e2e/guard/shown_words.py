"""Which texts the tests show: every process of a run notes each key that it asks for, once."""

import os
import sys
from collections.abc import Mapping
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

FOLDER = "WORDS_SHOWN"
"""The environment variable with the folder of the notes; processes that tests start inherit it."""


class Noting(dict):
    """Texts that note the keys that are asked for, in a file of this process."""

    def __init__(self, texts: Mapping) -> None:
        super().__init__(texts)
        self.noted: set[str] = set()

    def __getitem__(self, key: str) -> object:
        text = super().__getitem__(key)
        if key not in self.noted:
            self.noted.add(key)
            with (Path(os.environ[FOLDER]) / str(os.getpid())).open("a", encoding="utf-8") as file:
                file.write(f"{key}\n")
        return text


def note_words(texts: ModuleType) -> None:
    """From now on, this process notes which texts it shows."""
    for language in texts.LANGUAGES:
        made = texts.words(language)
        made.texts = Noting(made.texts)


class WhenLoaded(MetaPathFinder):
    """For a server: starts the noting as soon as it loads the texts."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != "texts":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        load = spec.loader.exec_module

        def load_and_note(module: ModuleType) -> None:
            load(module)
            note_words(module)

        spec.loader.exec_module = load_and_note
        return spec


def shown(folder: Path) -> set[str]:
    """Every key that some process noted."""
    return {key for file in folder.iterdir() for key in file.read_text(encoding="utf-8").split()}
