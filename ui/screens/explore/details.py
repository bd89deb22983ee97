"""Below the result: when it flips, two alternatives side by side, weights in real units, other ranges, the link."""

from typing import Any

import streamlit as st

from texts.numbers import number, percent
from ui import state
from ui.screens.explore.slider_board import show_stale
from ui.shared.chart_colours import on_page
from ui.shared.page_html import show
from ui.shared.strips import can_show, show_strips
from weighing.arrays import RangeChoice
from weighing.comparison import Comparison, compare
from wording.colours import colours
from wording.flip_words import flip
from wording.sentences import equivalents, total_text

PARTS = ("when", "versus", "units", "ranges", "share")


def show_details(comparison: Comparison) -> None:
    """The parts below the result, one at a time; nothing before two themes are weighed."""
    text = state.words()
    if not comparison.weighing.enough(comparison.case) or len(comparison.case.themes) < 2:
        return
    with st.container(key="details"):
        show("text.html", text, title=text("explore.details"), level=2, quiet=False, lines=[])
        show("behind.html", text)
        part = st.segmented_control(
            text("explore.details"),
            PARTS,
            default="when",
            required=True,
            format_func=lambda key: text(f"explore.{key}"),
            label_visibility="collapsed",
            key="details_part",
        )
        {"when": _when, "versus": _versus, "units": _units, "ranges": _ranges, "share": _share}[str(part)](comparison)


def _when(comparison: Comparison) -> None:
    """Per theme who comes first from no weight to all weight; one theme as lines."""
    case, text = comparison.case, state.words()
    show_strips(comparison)
    if not can_show(comparison) or not comparison.known:
        return
    labels = [text.of(theme.label) for theme in case.themes]
    chosen = st.selectbox(
        text("flip.pick_theme"),
        [index for index, segments in enumerate(comparison.segments) if segments],
        index=None,
        placeholder=text("flip.pick_theme"),
        format_func=lambda index: labels[index],
        key="lines_theme",
    )
    if chosen is not None:
        _lines(comparison, chosen)


def _lines(comparison: Comparison, theme: int) -> None:
    """The totals as lines, drawn only when somebody asks: a chart costs a slow computer as much as all the rest."""
    from wording.charts import lines_rows, lines_spec  # here, because charts bring altair and pandas

    case, text = comparison.case, state.words()
    label = text.of(case.themes[theme].label)
    show("text.html", text, title=text("flip.lines"), level=3, quiet=False, lines=[])
    now = percent(comparison.theme_weights[theme], text.language)
    st.vega_lite_chart(
        None,
        {
            **on_page(lines_spec(case, text.language)),
            "datasets": _records(lines_rows(comparison, theme, text("flip.now", share=now), text.language)),
        },
        alt=text("flip.lines_alt", theme=label, sentence=flip(comparison, theme, text).striptags()),
        key="lines_chart",
    )
    at_0, at_1, _ = comparison.theme_lines(theme)
    show(
        "plain_table.html",
        text,
        caption=text("flip.lines"),
        heads=[text("explore.alternative"), "0%", now, "100%"],
        rows=[
            [
                text.of(alternative.label),
                *(number(value, text.language, 1) for value in (at_0[row], comparison.totals[row], at_1[row])),
            ]
            for row, alternative in enumerate(case.alternatives)
        ],
    )


def _versus(comparison: Comparison) -> None:
    """Two alternatives: which theme gives whom how many points, adding up to the difference in totals."""
    from wording.charts import difference_rows, difference_spec  # here, as above

    case, text = comparison.case, state.words()
    names = [text.of(alternative.label) for alternative in case.alternatives]
    with st.container(horizontal=True):
        pair = [
            st.selectbox(
                text(f"versus.pick_{which}"),
                range(len(names)),
                index=start,
                format_func=lambda index: names[index],
                key=f"versus_{which}",
            )
            for which, start in (("first", comparison.first), ("second", comparison.second))
        ]
    first, second = pair
    if first == second:
        show("list.html", text, intro=None, lines=[text("versus.same")], outro=None)
        return
    if not comparison.known:
        show("list.html", text, intro=None, lines=[text("flip.unknown")], outro=None)
        return
    difference = comparison.totals[first] - comparison.totals[second]
    if difference < 0:
        first, second, difference = second, first, -difference
    words = {"first": names[first], "second": names[second], "difference": number(difference, text.language, 1)}
    sentence = text("versus.sum" if difference >= 0.05 else "versus.sum_equal", **words)
    leads = comparison.theme_differences(first, second)
    shown = [number(lead, text.language, 1, signed=True) for lead in leads]
    palette = colours(case)
    show("text.html", text, title=None, level=3, quiet=False, lines=[sentence])
    st.vega_lite_chart(
        None,
        {
            **on_page(
                difference_spec(
                    text.language,
                    len(case.themes),
                    palette[case.alternatives[first].id],
                    palette[case.alternatives[second].id],
                )
            ),
            "datasets": _records({"differences": difference_rows(comparison, first, second, shown, text.language)}),
        },
        alt=text("versus.alt", first=names[first], second=names[second], sentence=sentence),
        key="difference_chart",
    )
    order = sorted(range(len(leads)), key=lambda index: -leads[index])
    show(
        "plain_table.html",
        text,
        caption=sentence,
        heads=[text("versus.theme"), text("versus.difference"), ""],
        rows=[
            [
                text.of(case.themes[index].label),
                shown[index],
                text("versus.better_for", name=names[first if leads[index] > 0 else second])
                if abs(leads[index]) >= 0.05
                else "",
            ]
            for index in order
        ],
    )


def _units(comparison: Comparison) -> None:
    """What the weights mean in real units, expressed in a criterion of one's own choice."""
    text = state.words()
    options = [item for item in comparison.case.summed if not item.classes]
    if not options:
        return
    weights = comparison.weights
    heaviest = max(options, key=lambda item: weights[comparison.case.summed.index(item)])
    base = st.selectbox(
        text("units.base"),
        options,
        index=options.index(heaviest),
        format_func=lambda item: f"{text.of(item.label)} ({text.of(item.unit_label)})",
        key="units_base",
    )
    if weights[comparison.case.summed.index(base)] == 0:
        lines = [text("units.base_zero", base=text.of(base.label))]
        show("list.html", text, intro=None, lines=lines, outro=None)
        return
    lines = equivalents(comparison, base, text)
    show("list.html", text, intro=text("units.intro"), lines=lines, outro=text("units.check"))


def _ranges(comparison: Comparison) -> None:
    """The same points on the usual and on the second choice of ranges."""
    case, text, weighing = comparison.case, state.words(), comparison.weighing
    choices: tuple[RangeChoice, RangeChoice] = ("main", "second")
    rules = {"main": case.range_rule.main, "second": case.range_rule.second}
    lines = [f"{text(f'ranges.{choice}')}: {text.of(rules[choice])}" for choice in choices]
    show("list.html", text, intro=text("ranges.intro"), lines=lines, outro=None)
    results = {choice: compare(case, weighing.on_ranges(choice), comparison.requirements_off) for choice in choices}
    show(
        "plain_table.html",
        text,
        caption=text("ranges.table"),
        heads=[
            text("explore.alternative"),
            *(
                f"{text(f'ranges.{choice}')} ({text('ranges.now')})"
                if choice == weighing.ranges
                else text(f"ranges.{choice}")
                for choice in choices
            ),
        ],
        rows=[
            [
                text.of(alternative.label),
                *(total_text(result, row, text) for result in results.values() if result),
            ]
            for row, alternative in enumerate(case.alternatives)
        ],
    )
    second = results["second"]
    if second is not None and second.arrays.outside.any():
        count = int(second.arrays.outside.sum())
        show("list.html", text, intro=None, lines=[text("ranges.cut", count=count)], outro=None)
    if weighing.ranges != weighing.points_on:
        show_stale(weighing, "ranges")
        return
    other: RangeChoice = "second" if weighing.ranges == "main" else "main"
    st.button(
        f"{text('ranges.use')}: {text(f'ranges.{other}').lower()}",
        key="use_ranges",
        on_click=lambda: state.revise(lambda now: now.on_ranges(other)),
    )


def _share(_: Comparison) -> None:
    text = state.words()
    title, lines = text("explore.share_title"), [text("explore.share_text")]
    show("text.html", text, title=title, level=3, quiet=False, lines=lines)
    st.code(state.link(), language=None, wrap_lines=True)


def _records(frames: dict[str, Any]) -> dict[str, Any]:
    return {name: frame.to_dict("records") for name, frame in frames.items()}
