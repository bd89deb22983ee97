"""The screen explained: its page, and the parts that only this page has."""
