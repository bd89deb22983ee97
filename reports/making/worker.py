"""The other end of ``reports.making.pool``: a process that makes what it is asked, until nobody asks any more."""

import os
import pickle
import sys
from typing import Any, BinaryIO


def main() -> None:
    """Read questions from the standard input and answer on what was the standard output."""
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not end up between the answers
    while (question := _read(questions)) is not None:
        function, arguments = question
        try:
            answer = pickle.dumps((True, function(*arguments)))
        except Exception as error:  # it belongs to whoever asked
            answer = pickle.dumps((False, f"{type(error).__name__}: {error}"))
        answers.write(answer)
        answers.flush()


def _read(questions: BinaryIO) -> Any:
    try:
        return pickle.load(questions)  # noqa: S301 - from the process that started this one, over its own pipe
    except EOFError:
        return None


if __name__ == "__main__":
    main()
