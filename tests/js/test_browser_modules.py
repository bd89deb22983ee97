"""The browser's modules on node: each says what the library says, and does what its own tests ask."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.js.vectors import vectors, write_vectors

HERE = Path(__file__).parent
NODE = shutil.which("node")
OLDEST = 20
BIOME = HERE.parents[1] / "node_modules" / ".bin" / "biome"


@pytest.fixture(scope="module")
def node() -> str:
    if NODE is None:
        pytest.skip("no node found on this machine, so the browser's modules are only tested in a browser")
    version = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").partition(".")[0]) < OLDEST:
        pytest.skip(f"node {version} is too old; {OLDEST} or newer runs the tests of the browser's modules")
    return NODE


def test_the_browser_modules_say_what_the_library_says(node, tmp_path):
    count = write_vectors(tmp_path / "vectors.json")
    assert sum(count.values()) > 2000
    # in one process: node itself would start one for each file
    together = tmp_path / "together.test.mjs"
    together.write_text("".join(f'import "{path.as_uri()}";\n' for path in sorted(HERE.glob("*.test.js"))))
    variables = {key: value for key, value in os.environ.items() if not key.startswith("NODE_")}
    done = subprocess.run(
        [node, "--test-reporter=tap", together],
        env=variables | {"VECTORS": str(tmp_path / "vectors.json")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr
    assert "# skipped 0" in done.stdout
    assert int(re.search(r"# pass (\d+)", done.stdout)[1]) >= sum(
        path.read_text(encoding="utf-8").count("\ntest(") for path in HERE.glob("*.test.js")
    )


def test_javascript_passes_its_linter():
    if not BIOME.exists():
        pytest.skip("no Biome here: `npm ci` brings the version of package-lock.json")
    done = subprocess.run(
        [BIOME, "check", "--error-on-warnings"], cwd=HERE.parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_made_up_weighings_hold_what_tends_to_go_wrong():
    found = [(item["data"], weighing) for item in vectors()["weighings"] for weighing in item["weighings"]]
    words = [(data["words"], weighing["flip"]) for data, weighing in found]
    assert {len(data["alternatives"]) for data, _ in found} >= {2, 20}
    assert {data["language"] for data, _ in found} == {"nl", "en"}
    assert any("?" in row for _, weighing in found for row in weighing["table"])
    assert any(text == said["flip_unknown"] for said, text in words)
    assert any(None in (weighing["flips"] or ()) for _, weighing in found)
    assert any(text.startswith(said["flip_never"].partition("{")[0]) for said, text in words)
    sides = [(point["now"], side[0]) for _, weighing in found for point in weighing["flips"] or () if point
             for side in (point["lower"], point["upper"]) if side]  # fmt: skip
    assert any(now == share for now, share in sides)  # another comes first already
    assert any(weighing["why"] == data["words"]["why_nobody"] for data, weighing in found)
    assert any(weighing["first"] is None for _, weighing in found)
    assert any(weighing["may_be_first"] for _, weighing in found)
    assert {weighing["can_change"] for _, weighing in found} == {True, False}
    for word in (
        "flip_more_not_yet",
        "flip_more_unsure",
        "flip_without_unsure",
        "flip_without_others",
        "flip_sooner_more",
        "flip_unsure",
        "flip_past_more",
        "flip_edge_more",
        "flip_edge_less",
        "flip_edge_open",
        "flip_any_more",
        "flip_any_less",
        "flip_any_never",
    ):
        assert any(_part_of(said[word]) in text for said, text in words), word
    for _, text in words:
        shown = re.findall(r"[\d,.]+%", text)
        assert len(set(shown)) == len(shown), (text, "a share and its flip that look the same are on the edge")
    for word in (
        "can_change",
        "stays",
        "stays_up_to",
        "unsure_stays",
        "unsure_stays_up_to",
        "why_unsure",
        "why_unsure_near",
        "why_first_able",
    ):
        assert any(_part_of(data["words"][word]) in weighing["why"] for data, weighing in found), word


def _part_of(sentence: str | dict[str, str]) -> str:
    """The longest part of a sentence without a gap."""
    whole = sentence if isinstance(sentence, str) else sentence["other"]
    return max(re.split(r"\{\w+\}", whole), key=len)
