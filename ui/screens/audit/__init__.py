"""The screen audit: its page, and the parts that only this page has."""
