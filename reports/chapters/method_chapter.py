"""How it was calculated: the method in words, the thresholds, the settings of this report, and what it is not."""

from collections.abc import Iterator
from importlib.metadata import version

from markupsafe import Markup

from reports.blocks import Block, Items, Paragraph, Section, TableBlock, TableRow
from reports.chapters.chapter_parts import heads, items, plain, row
from reports.content import Content
from texts import Words
from texts.numbers import number, quantity
from valuation.shipped_sets import factor_sets
from weighing.euros.euro_draws import DRAWS
from weighing.people import SMALLEST_GROUP
from weighing.score_draws import SAMPLES, SEED
from weighing.shares_of_weightings import AROUND
from wording.verdict_words import verdict_limits

STEPS = ("score", "weight", "total", "unknown", "flip", "rounding")
FORMULAS = ("score", "weight", "total")
LIMITS = ("mer", "reason", "figures", "requirements", "people")
PACKAGES = ("numpy", "scipy", "pymcdm")
"""Of what calculates: another edition may round otherwise."""


def chapter(content: Content) -> Section:
    """Words and formulas, then the settings with which the same numbers come back."""
    text = content.text
    sections = (
        Section("method_limits", text("explained.limits"), (items(text(f"limits.{key}") for key in LIMITS),)),
        Section("method_steps", text("explained.method"), tuple(_steps(text))),
        Section("method_settings", text("chapters.settings"), (_settings(content),)),
    )
    return Section("method", text("chapters.method"), sections)


def _steps(text: Words) -> Iterator[Block]:
    numbers = verdict_limits(text)
    for key in STEPS:
        yield _part(text(f"method.{key}_title"), text(f"method.{key}"))
        if key in FORMULAS:
            yield Paragraph(Markup("<i>{}</i>").format(text(f"method.{key}_formula")))
    yield _part(text("method.verdict_title"), text("method.verdict"))
    lines = (text("method.verdict_firm", **numbers), text("method.verdict_undecided", **numbers))
    yield Items(tuple(Markup("{}").format(line) for line in (*lines, text("method.verdict_shaky"))))
    yield from plain(text("method.verdict_effects", **numbers), text("method.verdict_weights", **numbers))
    for key in ("shares", "second", "futures", "causes", "examples"):
        yield _part(text(f"method.{key}_title"), text(f"method.{key}", **numbers))


def _part(title: str, words: str) -> Paragraph:
    return Paragraph(Markup("<b>{}</b> {}").format(title, words))


def _settings(content: Content) -> TableBlock:
    columns = heads(content.text, {"setting": 1, "setting_value": 2.5}, "chapters.")
    return TableBlock("method_values", content.text("chapters.settings"), columns, tuple(_rows(content)))


def _rows(content: Content) -> Iterator[TableRow]:
    """What is not in the list of how the report was made, and what a reader needs to get the same numbers."""
    text, language = content.text, content.text.language

    def line(key: str, value: str) -> TableRow:
        return row(text(f"chapters.setting_{key}"), value)

    ranges = dict.fromkeys(text(f"ranges.{view.comparison.weighing.ranges}") for view in content.views)
    yield line("ranges", ", ".join(ranges) or text("ranges.main"))
    yield line("euros", _euros(content))
    yield line("chance", text("chapters.seed", seed=SEED, samples=number(SAMPLES, language)))
    yield line("around", text("sure.over_around_help", factor=quantity(AROUND, language, 1)))
    if content.settings.people:
        yield line("people", text("chapters.people", smallest=SMALLEST_GROUP))
    yield line("program", ", ".join(f"{name} {version(name)}" for name in PACKAGES))


def _euros(content: Content) -> str:
    choices, text = content.settings.euros, content.text
    if content.euros is None or choices is None:
        return text("chapters.euros_off")
    found = factor_sets()[choices.factor_set]
    return text(
        "chapters.euros_on",
        name=text.of(found.name),
        version=found.version,
        rate=quantity(100 * choices.rate, text.language, 2),
        count=content.euros.horizon,
        draws=number(DRAWS, text.language),
    )
