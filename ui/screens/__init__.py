"""One module per screen; each has a `show_page()` that reads like a table of contents."""
