"""``waardenweger case|report|store|session``: every command line of the program behind one name."""

import sys

from cli import case_commands, report_commands

_USE = """use: waardenweger case ...    check, make, convert and look after cases (as python -m cases)
     waardenweger report ...  make a report (as python -m reports)
     waardenweger store ...   own cases on this server (as python -m cases own)
     waardenweger session ... live sessions on this server (as python -m cases session)
Add --help behind any of them."""


def main() -> int:
    """Hand over to the command line that was named. Exit code 2 when there is none of that name."""
    name, *rest = sys.argv[1:] or [""]
    if name == "case":
        return case_commands.main(rest)
    if name == "report":
        return report_commands.main(rest)
    if name == "store":
        return case_commands.main(["own", *rest])
    if name == "session":
        return case_commands.main(["session", *rest])
    asked = name in ("-h", "--help")
    print(_USE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main())
