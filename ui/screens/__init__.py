"""One folder per screen; `show_page()` in its `<name>_page.py` reads like a table of contents. The list of them is in
``ui.navigation``."""
