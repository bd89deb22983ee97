"""Every colour there is, by what it is for; nothing else names one.

Screens, phone, charts, documents and workbooks take theirs here; a style sheet as ``var(--blue)``, a Word style as
``{link}``, and the PDF as ``report.colours.link``.
"""

from collections.abc import Mapping
from types import MappingProxyType

REFERENCE = "#4A4F57"
OTHERS = ("#005A9C", "#C65102", "#00806A", "#7A3FE0", "#7A6200", "#2B7BBA", "#9A3B3B", "#00616B", "#4A1020")
"""Of alternatives: Okabe-Ito hues, darkened where needed for 3:1 on white, and more. No colour is kept for a kind of
plan, and none has the hue of what is better or worse. Four alternatives are told apart by colour alone, whatever a
reader's sight; with more, the letter and the pattern do it."""

_EVERYWHERE = {"ink": "#14202B", "paper": "#FFFFFF", "focus": "#B35900", "warn": "#FFF4D6"}

SCREEN: Mapping[str, str] = MappingProxyType(
    _EVERYWHERE
    | {
        "quiet": "#4A5661",
        "line": "#C9CFD4",
        "edge": "#8A949E",
        "soft": "#F3F1EC",
        "soft-stripe": "#F6F5F2",
        "blue": "#1D3F72",
        "chosen": "#EAF0F8",
        "greyed": "#E4E7EA",
        "warn-edge": "#A86500",
        "track": "#E9EDF0",
        "disc": "#E9EDF0",
        "track-mark": "#B9C1C8",
        "plain-bar": "#6D7A86",
        "land": "#DFE6EA",
        "much-better": "#2F6B12",
        "better": "#DDF0CC",
        "worse": "#F7DBF6",
        "much-worse": "#7F1F7B",
        "fails": "#6A1466",
        "fails-edge": "#8A2A86",
        "wrong": "#A33B00",
        "wrong-paper": "#FFF4EC",
        "fault": "#A4262C",
        "thanks": "#00662B",
        "thanks-paper": "#E9F5EC",
        "blank": "#000000",
        "badge-ink": "#FFFFFF",
        "on-light": "#14202B",
    }
)
"""Of the planner's screens, the phone, the projector and the charts."""

SCREEN_DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#F3F1EC",
        "paper": "#14202B",
        "focus": "#FFB35C",
        "warn": "#3B2F0F",
        "quiet": "#B9C4CE",
        "line": "#44525F",
        "edge": "#8A949E",
        "soft": "#1F2D3A",
        "soft-stripe": "#1A2733",
        "blue": "#A9C8EE",
        "chosen": "#23405F",
        "greyed": "#2A3743",
        "track": "#2A3743",
        "warn-edge": "#E0A040",
        "fails": "#F0A8EC",
        "fails-edge": "#D070CC",
        "fault": "#FF9C9C",
        "thanks": "#7FD69B",
        "thanks-paper": "#12301F",
    }
)
"""Of the phone and the pages like it in the dark; what is not here stays as it is. The colours of alternatives do, with
letters that stay white, on a track that is dark: an edge of its own keeps a bar apart from it."""

PRINT: Mapping[str, str] = MappingProxyType(
    _EVERYWHERE
    | {
        "quiet": "#3D4852",
        "margin": "#4A5661",
        "line": "#B7BFC7",
        "edge": "#8A949E",
        "pale": "#EEF1F4",
        "band": "#F5F7F9",
        "link": "#0B4F8A",
        "to-do": "#8A5A00",
        "grid": "#E3E6EA",
        "bar-light": "#DCE3EA",
        "bar-dark": "#8FA6BC",
        "open": "#F3D9A4",
    }
)
"""Of reports in Word, PDF and on the web, and of the charts in them."""

SHEET: Mapping[str, str] = MappingProxyType(
    {
        "sheet": "#FFFFFF",
        "sheet-ink": "#14202B",
        "sheet-link": "#1D3F72",
        "sheet-line": "#C9CFD4",
        "sheet-edge": "#8A949E",
        "sheet-track": "#FFFFFF",
        "sheet-bar": "#4A5661",
    }
)
"""Of a light page that follows the reader's choice of light or dark."""
DARK: Mapping[str, str] = MappingProxyType(
    {
        "sheet": "#14202B",
        "sheet-ink": "#F3F1EC",
        "sheet-link": "#A9C8EE",
        "sheet-line": "#4A5661",
        "sheet-edge": "#8A949E",
        "sheet-track": "#14202B",
        "sheet-bar": "#C9CFD4",
    }
)
"""Of the same page in the dark; what is not here stays as it is."""

LAND: Mapping[str, str] = MappingProxyType(
    {
        "field": "#E2DEC8",
        "garden": "#CFE3B4",
        "beds": "#D9E8C4",
        "trees": "#8DB87A",
        "mixed_crops": "#DDE6CC",
        "nature": "#B9D9A6",
        "water": "#D3DADC",
        "green": "#BFD8B4",
        "homes": "#D8D5D5",
        "business": "#A9ACB1",
        "paved": "#C4C4C2",
        "not_named": "#FFFFFF",
    }
)
"""Of tiles of land: greens and greys only, because every other hue belongs to an alternative. The pattern on a tile, in
ink, tells its use; the colour only helps. Light on every paper, so that the ink can be read in dark mode too."""

WORKBOOK: Mapping[str, str] = MappingProxyType(
    {
        "head": "#E3E6EA",
        "band": "#F3F1EC",
        "needed": "#F6D9B4",
        "needed-tab": "#D9822B",
        "other-tab": "#9AA0A6",
        "help": "#F5F7F9",
        "help-ink": "#44484D",
        "answer": "#FFF4D6",
    }
)
"""Of spreadsheets."""


def style_sheet(colours: Mapping[str, str] = SCREEN) -> str:
    """The custom properties that the style sheets of ours use."""
    return ":root { " + " ".join(f"--{name}: {colour};" for name, colour in colours.items()) + " }\n"
