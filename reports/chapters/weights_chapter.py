"""The weights: how much each step from worst to best counts in every weighting, and what that means in real units."""

from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import banded, chunks, heads, items, labelled, note, plain, row
from reports.chapters.groups_chapter import weight_tables
from reports.content import Content, View
from texts import Words
from texts.numbers import percent
from weighing.comparison import Comparison
from weighing.coverage import coverage, says_topics, silent_share, without_topic
from wording.criterion_words import topic_name
from wording.effect_words import ends_text
from wording.sentences import equivalents, share_range, theme_weight

BESIDE = 7
"""Weightings beside each other in a table; and themes on a page on its end."""
NARROW = 3
"""Weightings beside the steps on a page on its end."""


def chapter(content: Content) -> Section:
    """Themes, steps, each weighting by itself, groups of people, and topics that no weight can reach."""
    case, text = content.case, content.text
    sections = []
    if content.views:
        wide = len(case.themes) > BESIDE
        sections += [
            Section("weights_themes", text("chapters.weights_themes"), (_themes(content), *_words(content)), wide=wide),
            Section(
                "weights_steps",
                text("chapters.weights_steps"),
                tuple(_steps(content)),
                wide=len(content.views) > NARROW,
                one_by_one=True,
            ),
            *(_view(view, content) for view in content.views),
        ]
    if content.room is not None:
        sections.append(Section("weights_groups", text("chapters.weights_groups"), tuple(weight_tables(content))))
    sections.append(Section("weights_coverage", text("coverage.title"), tuple(_coverage(case, text))))
    intro = plain(text("chapters.weights_intro"), text("chapters.weights_examples"))
    return Section("weights", text("chapters.weights"), (*intro, *sections))


def _themes(content: Content) -> TableBlock:
    case, text = content.case, content.text
    heading = [TableColumn(text("chapters.weighting"), width=1.8)]
    heading += [TableColumn(text.of(theme.label), "right") for theme in case.themes]
    rows = tuple(
        row(
            view.label,
            *(theme_weight(view.comparison, place, text) for place in range(len(case.themes))),
        )
        for view in content.views
    )  # fmt: skip
    return TableBlock("weights_by_theme", text("chapters.weights_caption"), tuple(heading), rows)


def _words(content: Content) -> tuple[Block, ...]:
    text = content.text
    unsure = any(view.comparison.unsure for view in content.views)
    return (note(text("chapters.weights_note")), *([note(text("chapters.weights_unsure"))] if unsure else []))


def _steps(content: Content) -> Iterator[Block]:
    """Every step from worst to best in units, with its share in every weighting."""
    case, text = content.case, content.text
    yield from plain(text("chapters.steps_intro"))
    groups = chunks(content.views, BESIDE)
    for place, views in enumerate(groups):
        heading = (
            TableColumn(text("explore.theme") + " / " + text("effects.criterion"), width=1.8),
            TableColumn(text("explore.step"), width=2.4),
            *(TableColumn(view.label, "right") for view in views),
        )
        rows = banded(
            (text.of(theme.label), [_step(case, item, views, text) for item in case.summed_in(theme.id)])
            for theme in case.themes
        )
        caption = text("chapters.steps_caption")
        if len(groups) > 1:
            caption += " " + text("chapters.chart_part", part=place + 1, all=len(groups))
        yield TableBlock(f"weights_steps_{place + 1}", caption, heading, rows)


def _step(case: Case, criterion: Criterion, views: Sequence[View], text: Words) -> TableRow:
    """From where to where, on every range that is in use, and the share in each weighting."""
    index = case.summed.index(criterion)
    ends = (ends_text(criterion, view.comparison.weighing.ranges, text) for view in views)
    steps = dict.fromkeys(text("chapters.step", worst=worst, best=best) for worst, best in ends)
    shares = (_step_share(view.comparison, index, text) for view in views)
    return row(text.of(criterion.label), "; ".join(steps), *shares)


def _step_share(comparison: Comparison, index: int, text: Words) -> str:
    if int(comparison.arrays.theme_of[index]) in comparison.unsure:
        return text("explore.unsure")
    return share_range(comparison, float(comparison.weights[index]), text, 1)


def _view(view: View, content: Content) -> Section:
    """Why these points, what they leave out, and what they are worth in units."""
    case, text, language = content.case, content.text, content.text.language
    blocks: list[Block] = []
    if view.id == "own":
        blocks += plain(text("chapters.own_weights"))
        if view.comparison.weighing.stale:
            blocks += plain(text("explore.stale"))
    else:
        profile = case.profile(view.id)
        blocks += plain(
            labelled(text(f"kind.{profile.kind}"), profile.about.get(language)),
            labelled(text("chapters.why_points"), profile.rationale.get(language)),
            Markup("<b>{}</b> {}").format(text("case.not_covered"), profile.not_covered.get(language))
            if profile.not_covered
            else "",
            Markup("<b>{}</b> {}.").format(
                text("case.evidence_of_profile"), text(f"profile_evidence.{profile.evidence}")
            ),
        )
    if says_topics(case):
        blocks += plain(labelled(text("coverage.reached"), _reached(view.comparison, text)))
    blocks += _units(view.comparison, text)
    return Section(f"weights_of_{view.id}", view.label, tuple(blocks), one_by_one=True)


def _reached(comparison: Comparison, text: Words) -> str:
    """`8 van 14` topics with weight; `8 tot 10 van 14` where that depends on what somebody does not know."""
    maybe = np.isin(comparison.arrays.theme_of, comparison.unsure)
    least = coverage(comparison.case, comparison.weights)
    most = coverage(comparison.case, np.where(maybe, 1.0, comparison.weights))
    low, high = (sum(topic.weight > 0 for topic in topics) for topics in (least, most))
    count = low if low == high else text("explore.interval", low=low, high=high)
    return text("chapters.of", count=count, all=len(least))


def _units(comparison: Comparison, text: Words) -> list[Block]:
    """What every step is worth, counted in the heaviest criterion that has a unit."""
    options = [item for item in comparison.case.summed if not item.classes]
    weight = dict(zip((item.id for item in comparison.case.summed), comparison.weights.tolist(), strict=True))
    options = [item for item in options if weight[item.id] > 0]
    if not options:
        return []
    base = max(options, key=lambda item: weight[item.id])
    # What carries no weight has 0% in the table of steps; a sentence for each would hide the others.
    none = {text("units.none", criterion=text.of(item.short)) for item in comparison.case.summed}
    lines = [line for line in equivalents(comparison, base, text) if line not in none]
    return [*plain(text("chapters.units", base=text.of(base.label))), items(lines)] if lines else []


def _coverage(case: Case, text: Words) -> Iterator[Block]:
    """Topics of the monitor without a criterion get no weight, whoever weighs; or that the case names no topics."""
    if not says_topics(case):
        yield from plain(text("coverage.unsaid"))
        return
    found = coverage(case, np.zeros(len(case.summed)))
    names = {item.topic: topic_name(item.topic, text) for item in found}
    silent = [names[item.topic] for item in found if item.silent]
    yield from plain(text("chapters.coverage_intro"))
    if silent:
        yield from plain(
            text("coverage.silent", count=len(silent), all=len(found), topics=text.listed(silent)),
            text("coverage.meter", share=percent(silent_share(case), text.language)),
        )
    if rest := [text.of(case.criterion(key).short) for key in without_topic(case)]:
        yield from plain(text("coverage.without", names=text.listed(rest)))

    def short(keys: tuple[str, ...]) -> str:
        return ", ".join(text.of(case.criterion(key).short) for key in keys)

    yield TableBlock(
        "coverage_topics",
        text("coverage.title"),
        heads(text, {"coverage.topic": 1.3, "coverage.through": 2, "case.left_out": 1.4}),
        tuple(
            row(names[item.topic], short(item.criteria) or text("coverage.none"), short(item.left_out))
            for item in found
        ),
    )
