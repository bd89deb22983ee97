"""The languages there are. One more is a line here, a `texts/<code>.toml` and a `texts/messages/<code>.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """How a language is called by those who speak it, and by browsers, Word and the number formats of Babel."""

    name: str
    tag: str
    """As in ``<html lang>``."""
    region: str
    """Of the spelling and the numbers that we write."""

    @property
    def locale(self) -> str:
        """As Babel calls it."""
        return self.tag.replace("-", "_")


KNOWN = {"nl": Language("Nederlands", "nl", "NL"), "en": Language("English", "en-GB", "GB")}
"""By the code that links, files and commands use; the first is the language of who asks for none."""
