"""``python -m cases``: the way in from the command line; the commands are in ``cli``."""

import sys

from cli.case_commands import main

if __name__ == "__main__":
    sys.exit(main())
