"""The screen report: its page, and the parts that only this page has."""
