"""HTML of our own: Jinja templates with autoescape, so that text from a case or a link is always data."""

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from texts import Words
from texts.foreign_words import marks_in_place, said_in
from texts.languages import KNOWN
from texts.numbers import day, number, percent, quantity
from texts.palette import style_sheet
from wording.language_note import language_note


@cache
def _environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    made.globals["languages_known"] = KNOWN
    made.globals["language_note"] = language_note
    made.globals["said_in"] = said_in
    made.globals["colour_sheet"] = Markup(style_sheet())  # noqa: S704  # our own colours
    return made


def compile_templates(folder: Path) -> None:
    """Make the templates of a folder ready, so that no page waits for it."""
    environment = _environment(folder)
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def render(folder: Path, template: str, text: Words, **values: Any) -> Markup:
    """A template filled in. `t` are the words; `n`, `q` and `pct` write numbers, `dated` dates in their language."""
    language = text.language
    filled = (
        _environment(folder)
        .get_template(template)
        .render(
            t=text,
            lang=language,
            n=partial(_in_language, number, language),
            q=partial(_in_language, quantity, language),
            pct=partial(_in_language, percent, language),
            dated=partial(day, language=language),
            **values,
        )
    )
    return Markup(marks_in_place(filled))  # noqa: S704  # the template escaped what is not ours


def sentence(words: str) -> str:
    """What is wrong, as a sentence of its own: with a capital, and a full stop where there is none."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


def script_json(data: Any) -> Markup:
    """JSON that can stand inside a script element: no text in it can close the element or open another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    escaped = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(escaped)  # noqa: S704  # without a mark that HTML knows


def _in_language(function: Any, language: str, value: float, decimals: int = 0, **more: Any) -> str:
    return function(value, language, decimals, **more)
