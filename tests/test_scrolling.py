"""Whatever scrolls sideways can be reached and scrolled with the keyboard, and says what it is."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCROLLS = re.compile(r"([^{}]+)\{[^{}]*overflow(?:-x)?:\s*(?:auto|scroll)")
ELEMENT = re.compile(r"<\w+[^<>]*\bclass=\"([^\"]*)\"[^<>]*>")
WINDOWS = {"w-pop"}
"""These take the keyboard by themselves when they open."""


def scrolling() -> set[str]:
    """Classes of which a style sheet says that they scroll."""
    sheets = [path.read_text() for room in ("ui", "web") for path in sorted((ROOT / room).rglob("*.css"))]
    selectors = (found for sheet in sheets for found in SCROLLS.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)))
    return {name for selector in selectors for name in re.findall(r"\.([kmwpb]-[\w-]+)", selector)} - WINDOWS


def test_what_scrolls_sideways_is_reached_with_the_keyboard_and_has_a_name():
    names = scrolling()
    assert {"w-scroll", "k-scroll", "m-slides", "m-who"} <= names
    templates = [path for room in ("ui", "web") for path in sorted((ROOT / room).rglob("*.html"))]
    found = [
        (path.name, element)
        for path in templates
        for match in ELEMENT.finditer(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "#", path.read_text()))
        if names & set(match[1].split())
        for element in [match[0]]
    ]
    assert len(found) > 10
    assert not [(name, tag) for name, tag in found if not ('tabindex="0"' in tag and "aria-label" in tag)]
