"""What was worked out for a draft a moment ago, used again for whatever did not change since."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

_Made = TypeVar("_Made")
_Part = TypeVar("_Part")


class Remembered:
    """Answers by name, each with what it was made from. A new one can be asked everything and remembers nothing yet.

    What it is asked to make must follow from ``made_from`` alone, and must not be changed afterwards.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def get(self, name: Hashable, made_from: tuple[Any, ...], make: Callable[[], _Made]) -> _Made:
        """The answer of this name: the last one when it was made from equal things, otherwise a new one."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != made_from:
            kept = self._kept[name] = (made_from, make())
        return kept[1]

    def each(
        self,
        name: Hashable,
        parts: Sequence[_Part],
        context: tuple[Any, ...],
        make: Callable[[_Part], _Made],
        mark: Callable[[_Part], Hashable] = id,
    ) -> list[_Made]:
        """An answer for each of the parts; one that was there last time keeps its answer.

        Args:
            name: of this list of answers.
            parts: to make answers from, one by one.
            context: what the answers follow from besides; when it is another one, all are made anew.
            make: an answer from one part.
            mark: by which a part is known again: as the very same object, unless it says otherwise.
        """
        known: dict[Hashable, tuple[_Part, _Made]] = self.get((name, "each"), context, dict)
        now: dict[Hashable, tuple[_Part, _Made]] = {}
        answers = []
        for part in parts:
            key = mark(part)
            kept = now.get(key) or known.get(key)
            if kept is None:
                kept = (part, make(part))  # the part is kept too, so that no other object can get its id
            now[key] = kept
            answers.append(kept[1])
        known.clear()
        known.update(now)
        return answers
