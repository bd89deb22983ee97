"""``python -m reports``: the way in from the command line; the commands are in ``cli``."""

import sys

from cli.report_commands import main

if __name__ == "__main__":
    sys.exit(main())
