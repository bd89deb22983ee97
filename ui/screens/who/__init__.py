"""The screen who: its page, and the parts that only this page has."""
