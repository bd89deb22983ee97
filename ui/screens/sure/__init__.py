"""The screen sure: its page, and the parts that only this page has."""
