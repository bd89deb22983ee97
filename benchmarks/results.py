"""Figures kept for later: one small file per benchmark, commit and machine."""

import json
import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Figure

ROOT = Path(__file__).parent.parent
RESULTS = Path(__file__).parent / "results"


def save(name: str, figures: dict[str, Figure], folder: Path = RESULTS) -> Path:
    """Write the figures of one benchmark; a second run on the same commit and machine replaces the first."""
    found = {
        "name": name,
        "commit": commit(),
        "machine": machine(),
        "day": datetime.now(UTC).date().isoformat(),
        "figures": {key: figure.as_dict() for key, figure in figures.items()},
    }
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}--{found['commit']}--{found['machine']}.json"
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return path


def commit() -> str:
    """The commit of this tree, with `-changed` behind it when files differ from it."""
    changed = git("status", "--porcelain", "--", ".", ":!benchmarks/results")
    return git("rev-parse", "--short=12", "HEAD") + ("-changed" if changed else "")


def machine() -> str:
    """The kind of machine in a few words that can stand in a file name, such as `intel-xeon-2-cores`."""
    kind = platform.processor() or platform.machine()
    try:
        described = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        described = ""
    if named := re.search(r"^model name\s*: (.*)$", described, re.MULTILINE):
        kind = re.sub(r"\(.*?\)|\bCPU\b|@.*", " ", named[1])
    words = re.sub(r"[^a-z0-9.]+", "-", kind.lower()).strip("-.")[:40] or "machine"
    return f"{words}-{os.cpu_count()}-cores"


def git(*words: str, root: Path = ROOT) -> str:
    """What git answers.

    Raises:
        subprocess.CalledProcessError: git refuses.
    """
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()
