"""Documents promise commands and files; here they are held to it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.test_architecture import ROOMS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_in_documents_lead_somewhere(document):
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (document.parent / target).exists(), target


def test_every_place_that_contributing_names_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    places = {place for place in re.findall(r"`([\w./-]+)`", text) if "/" in place}
    assert len(places) > 40
    assert not [place for place in places if not (ROOT / place).exists()]
    rooms = re.findall(r"^\| `(\w+)(?:\.py|/)` \|", text, flags=re.M)
    assert rooms == list(ROOMS)


def test_the_library_example_in_the_readme_runs():
    blocks = re.findall(r"\n\n((?:    .*\n|\n)+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    example = next(block for block in blocks if "load_case(" in block)
    code = "\n".join(line[4:] for line in example.splitlines())
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "'B':" in done.stdout


def test_the_readme_names_the_commands_of_the_makefile():
    readme, makefile = (ROOT / "README.md").read_text(), (ROOT / "Makefile").read_text()
    for target in ("run", "test"):
        assert f"make {target}" in readme
        assert re.search(rf"^{target}:", makefile, flags=re.M)
    assert "make test" in (ROOT / ".ci" / "run").read_text()


def test_every_decision_record_is_in_the_list_and_has_its_four_parts():
    index = (ROOT / "docs" / "decisions" / "README.md").read_text()
    for record in (ROOT / "docs" / "decisions").glob("0*.md"):
        assert record.name in index
    for record in sorted((ROOT / "docs" / "decisions").glob("000[1-9]-*.md")):
        text = record.read_text()
        assert all(f"**{part}" in text for part in ("Question", "Choice", "Why", "Consequences")), record.name


def test_usage_statistics_are_off_and_errors_stay_on_the_server():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["showErrorLinks"] is False
    assert config["runner"]["postScriptGC"] is False
    assert config["browser"]["serverAddress"]


def test_everything_is_pinned():
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt", "constraints.txt"):
        for line in (ROOT / name).read_text().splitlines():
            assert not line or line.startswith(("#", "-r ")) or "==" in line, f"{name}: {line}"


def test_what_the_app_runs_on_is_the_locked_version_and_every_file_has_a_hash():
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.lock").read_text(), flags=re.M))
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        if not line.startswith("#"):
            name, version = line.split("==")
            assert locked[name.lower()] == version
    parts = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text())
    assert all("--hash=sha256:" in part for part in parts if not part.startswith("#"))


HANDBOOK = (
    ("eigen-zaak.md", "nl"), ("own-case.md", "en"), ("raadsvoorstel.md", "nl"), ("council-proposal.md", "en"),
    ("sessie.md", "nl"), ("session.md", "en"),
)  # fmt: skip
"""Each page of the handbook with its language."""


def test_the_handbook_has_all_pages_and_names_every_tag_of_the_proposal():
    assert {path.name for path in (ROOT / "docs" / "handbook").glob("*.md")} == {name for name, _ in HANDBOOK}
    for name, language in HANDBOOK[2:4]:
        told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "handbook" / name).read_text(encoding="utf-8"), re.M))
        known = tomllib.loads((ROOT / "texts" / language / "words.toml").read_text(encoding="utf-8"))["proposal_tag"]
        assert told == set(known.values())


def test_every_name_in_bold_in_the_handbook_is_on_a_screen_or_a_sheet():
    for name, language in HANDBOOK:
        shown = _every_text(language)
        text = " ".join((ROOT / "docs" / "handbook" / name).read_text(encoding="utf-8").splitlines())
        # What stands in bold in front of an item of a list, or ends a sentence itself, is a heading and no name.
        named = {found for found in re.findall(r"[^\s-] \*\*([^*]+)\*\*", text) if not found.endswith((".", ":"))}
        assert len(named) > 5
        assert not {found for found in named if found not in shown}, name


def _every_text(language: str) -> set[str]:
    """All texts of ours in a language, as they stand on a button, a box, a tab or a sheet."""

    def inside(found: object) -> set[str]:
        if isinstance(found, dict):
            return set().union(*map(inside, found.values()))
        return {str(found)}

    return set().union(
        *(
            inside(tomllib.loads(path.read_text(encoding="utf-8")))
            for path in (ROOT / "texts" / language).glob("*.toml")
        )
    )
