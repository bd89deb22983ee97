"""The screen explore: its page, and the parts that only this page has."""
