"""A language that is added is one folder: every face then speaks it, and no other one is harmed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from texts.languages import FIRST, FOLDER

ROOT = FOLDER.parent
ADDED, MARK = "fy", "\N{LATIN SMALL LETTER Y WITH CIRCUMFLEX}"
SPOKEN = 'name = "Frysk"\ntag = "fy"\nregion = "NL"\nyes = "jawis"\nno = "nee"\n'


def added(place: Path) -> None:
    """The folder with all languages at this place, and one more: the words of the first with a mark before each."""
    shutil.copytree(FOLDER, place / FOLDER.name, ignore=shutil.ignore_patterns("__pycache__", ADDED))
    made = place / FOLDER.name / ADDED
    shutil.copytree(FOLDER / FIRST, made)
    for file in made.iterdir():
        marked = re.sub(r'(= "|^  ")', rf"\1{MARK}", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(SPOKEN if file.stem == "language" else marked, encoding="utf-8")


def test_a_folder_is_all_that_a_language_needs(tmp_path):
    added(tmp_path)
    settings = {"PYTHONPATH": str(ROOT), "WAARDENWEGER_STORE": f"sqlite:///{tmp_path}/own_cases.db"}
    asked = [sys.executable, "-m", "tests.texts.every_face", ADDED]
    done = subprocess.run(asked, cwd=tmp_path, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wrong = json.loads(done.stdout.splitlines()[-1])
    assert not wrong, "\n".join(f"{name}:\n{said}" for name, said in wrong.items())
