"""The screen effects: its page, and the parts that only this page has."""
