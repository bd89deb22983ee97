"""`python -m benchmarks start|board|planners|robustness|valuation|import|report|all [--json]`: figures as text or JSON.

Exits 0."""

import argparse
import json

from benchmarks import board, import_case, planners, report, robustness, start, valuation

ALL = {
    "start": start.measure,
    "board": board.measure,
    "planners": planners.measure,
    "robustness": robustness.measure,
    "valuation": valuation.measure,
    "import": import_case.measure,
    "report": report.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("name", choices=[*ALL, "all"])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    for name, measure in ALL.items():
        if asked.name not in (name, "all"):
            continue
        figures = measure()
        if asked.json:
            print(json.dumps({"name": name, "figures": {key: figure.as_dict() for key, figure in figures.items()}}))
        else:
            for key, figure in figures.items():
                print(f"{name}.{key}: {figure}")


main()
