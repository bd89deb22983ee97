"""`python -m benchmarks NAME [--json] [--save | --against REV]`: figures as text or JSON.

NAME is one of the benchmarks, or `all`. Exits 0 whatever the figures.
"""

import argparse
import json
import sys

from benchmarks.against import UnknownCommitError, in_turn
from benchmarks.figures import Figure, NotMeasuredError
from benchmarks.results import save
from benchmarks.running import MODULES, measured


def main(given: list[str] | None = None) -> None:
    """Run what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Figures beside goals and references.")
    parser.add_argument("name", choices=[*MODULES, "all"])
    parser.add_argument("--json", action="store_true", help="one line of JSON per benchmark")
    parser.add_argument("--size", type=int, metavar="N", help="people of `session`; 1000 when left out")
    after = parser.add_mutually_exclusive_group()
    after.add_argument("--save", action="store_true", help="also write the figures below benchmarks/results")
    after.add_argument("--against", metavar="REV", help="run this tree and a commit in turn; the ratio is to that one")
    asked = parser.parse_args(given)
    for name in MODULES if asked.name == "all" else [asked.name]:
        try:
            figures = measured(name, asked.size) if asked.against is None else in_turn(name, asked.against)
        except NotMeasuredError as error:
            print(f"{name}: not measured, {error}", file=sys.stderr)
            figures = {}
        except UnknownCommitError as error:
            parser.error(str(error))
        _show(name, figures, as_json=asked.json)
        if asked.save and figures:
            print(f"saved in {save(name, figures)}", file=sys.stderr)


def _show(name: str, figures: dict[str, Figure], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"name": name, "figures": {key: figure.as_dict() for key, figure in figures.items()}}))
        return
    for key, figure in figures.items():
        print(f"{name}.{key}: {figure}")


if __name__ == "__main__":
    main()
