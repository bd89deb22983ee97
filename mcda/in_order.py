"""The same work on many pieces, on all processors at once; the answers come in the order of the pieces.

Nothing depends on how many processors there are: what is added up is added up in one order.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import islice
from typing import TypeVar

MOST = 4
"""Processors that work on one question; more gain little, and every one has a few pieces in memory."""

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")


def in_order(work: Callable[[Piece], Answer], pieces: Iterable[Piece]) -> Iterator[Answer]:
    """``work`` of each piece, the first piece first; only a few pieces are in memory at a time.

    NumPy lets other threads go on while it calculates, so threads are enough. With one processor, or one piece, the
    work is done here.
    """
    waiting = iter(pieces)
    workers = _processors()
    ahead = list(islice(waiting, workers + 1))
    if workers == 1 or len(ahead) == 1:
        yield from map(work, ahead)
        yield from map(work, waiting)
        return
    busy: deque[Future[Answer]] = deque(_pool().submit(work, piece) for piece in ahead)
    while busy:
        yield busy.popleft().result()
        busy.extend(_pool().submit(work, piece) for piece in islice(waiting, 1))


def _processors() -> int:
    found = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(found, MOST)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors(), thread_name_prefix="samples")
