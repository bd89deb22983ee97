"""The screen choices: its page, and the parts that only this page has."""
