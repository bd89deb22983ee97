"""This tree and another commit in turn, in one run: how a slowdown shows on a machine of changing moods."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import Figure, NotMeasuredError, Reference, noisy
from benchmarks.results import ROOT, git
from benchmarks.running import quiet_or_noted

ROUNDS = 3

Found = dict[str, dict[str, Any]]
"""The figures of one run as JSON, by name."""


class UnknownCommitError(Exception):
    """Git knows no such commit."""


def in_turn(name: str, revision: str, root: Path = ROOT, rounds: int = ROUNDS) -> dict[str, Figure]:
    """The figures of this tree as the median of a few rounds; the reference is the same median at the other commit.

    Each run is a process of its own: `python -m benchmarks NAME --json` by this interpreter, so that the other commit
    measures itself as it did then. A figure or a whole benchmark that it lacks is named in the note.

    Raises:
        UnknownCommitError: there is no such commit.
        NotMeasuredError: this tree gives no figures.
    """
    ours: list[Found] = []
    theirs: list[Found] = []
    before = noisy()
    with _checkout(revision, root) as (folder, commit):
        for turn in range(rounds):
            ours.append(_run(name, root))
            if turn == 0 or theirs[0]:
                theirs.append(_run(name, folder))
    if not ours[0]:
        raise NotMeasuredError(f"`python -m benchmarks {name} --json` gave no figures in this tree")
    figures = {key: _beside(key, name, ours, theirs, commit) for key in ours[0]}
    return quiet_or_noted(figures, before or noisy())


def _beside(key: str, name: str, ours: list[Found], theirs: list[Found], commit: str) -> Figure:
    own, other = _values(key, ours), _values(key, theirs)
    note = f"median of {len(own)} rounds in turn"
    if not other:
        lacks = "this figure" if theirs[0] else f"a benchmark '{name}' that gives figures"
        note = f"{note}; commit {commit} does not have {lacks}"
    reference = Reference(f"commit {commit}", median(other)) if other else None
    return Figure(median(own), ours[0][key]["unit"], ours[0][key]["goal"], reference, note)


def _values(key: str, runs: list[Found]) -> list[float]:
    return [run[key]["value"] for run in runs if key in run]


def _run(name: str, folder: Path) -> Found:
    """The figures of one run in a folder; empty when it has no such benchmark."""
    command = [sys.executable, "-m", "benchmarks", name, "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        print(f"{name} at {folder.name}: {done.stderr.strip()[-300:] or 'no figures'}", file=sys.stderr)
        return {}
    found: Found = json.loads(lines[-1])["figures"]
    return found


@contextmanager
def _checkout(revision: str, root: Path) -> Iterator[tuple[Path, str]]:
    """A folder with the files of a commit, and its short name; gone afterwards."""
    try:
        commit = git("rev-parse", "--short=12", "--verify", "--end-of-options", f"{revision}^{{commit}}", root=root)
    except subprocess.CalledProcessError:
        raise UnknownCommitError(f"there is no commit '{revision}'") from None
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, commit)
        git("worktree", "add", "--detach", "--quiet", str(folder), commit, root=root)
        try:
            yield folder, commit
        finally:
            git("worktree", "remove", "--force", str(folder), root=root)
