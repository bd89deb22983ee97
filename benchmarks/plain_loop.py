"""The same shares by a plain loop in C, compiled here with -O2: one thread, one sample after the other."""

import ctypes
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from mcda.inputs import Floats
from mcda.score_doubt import ScoreRanges

SOURCE = Path(__file__).with_suffix(".c")


def plain_loop() -> Callable[[ScoreRanges, int], Floats] | None:
    """Counts rank shares, shape (alternative, rank), from ranges and a number of samples; None without a compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "plain_loop.so"
        subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", made, SOURCE, "-lm"], check=True)
        shares = ctypes.CDLL(str(made)).shares
    numbers = np.ctypeslib.ndpointer(np.float64, flags="C_CONTIGUOUS")
    size = ctypes.c_int
    shares.argtypes = [size, size, *[numbers] * 3, ctypes.c_long, ctypes.c_uint64, *[numbers] * 3]
    shares.restype = None

    def run(ranges: ScoreRanges, samples: int) -> Floats:
        rows, columns = ranges.low.shape
        given = [np.ascontiguousarray(end) for end in (ranges.low, ranges.central, ranges.high)]
        places, ahead, sums = np.zeros((rows, rows)), np.zeros((rows, rows)), np.zeros((rows, columns))
        shares(rows, columns, *given, samples, 1, places, ahead, sums)
        return places / samples

    return run
