"""The screen euros: its page, and the parts that only this page has."""
