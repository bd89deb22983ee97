"""The screen case: its page, and the parts that only this page has."""
