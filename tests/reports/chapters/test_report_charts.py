"""Charts of the report: complete, readable without colour, with their numbers in words, and equal to the library."""

import json
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import vl_convert

from reports.blocks import Figure
from reports.figures.report_chart_specs import OPEN, SHADES
from reports.figures.report_charts import contributions_figure, tipping_figure, totals_figures
from tests.cases.test_lutkemeer import CASE
from tests.reports.chapters.making import annex, harbour
from texts import words
from weighing.comparison import compare
from weighing.weighing import from_profile
from wording.charts import FONT, INK

TEXT = words("en")
NEARBY = compare(CASE, from_profile(CASE.profile("residents_nearby")))
HARBOUR_EQUAL = compare(harbour(), from_profile(harbour().profile("equal")))


@cache
def figures() -> list[Figure]:
    return annex(CASE, "nl").all(Figure)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_letters_on_every_shade_are_readable_and_shades_differ_without_colour():
    assert all(contrast(INK, shade) >= 4.5 for shade in (*SHADES, OPEN))
    assert contrast(*SHADES) >= 1.7


def test_a_chart_is_complete_and_asks_nothing_of_another_machine():
    for figure in figures():
        written = json.dumps(figure.spec, allow_nan=False)
        assert '"url"' not in written, figure.id
        if figure.drawing:  # of our own, in the font of reports
            assert f'font-family="{FONT}"' in figure.drawing
            continue
        assert figure.spec["config"]["font"] == FONT, figure.id
        vl_convert.vegalite_to_vega(json.loads(written))  # raises when the specification makes no sense


def test_all_kinds_of_charts_are_in_the_report():
    kinds = {figure.id.rstrip("_0123456789") for figure in figures()}
    assert kinds == {
        "chart_totals", "chart_contributions", "chart_tipping", "chart_tornado", "chart_ranges", "chart_shares",
        "effect_strips", "chart_futures", "land_tiles",
    }  # fmt: skip


def test_a_total_is_a_bar_from_0_with_its_number_and_an_unknown_one_has_an_open_end():
    equal = compare(harbour(), from_profile(harbour().profile("equal")))
    (figure,) = totals_figures(harbour(), [("All equal", equal)], TEXT)
    bars = figure.spec["concat"][0]["data"]["values"]
    assert [bar["shown"] for bar in bars] == ["48 (does not comply)", "31 to 48", "68"]
    # Ring road: 22.5 + 0 + 8.33 at worst, and 16.67 more at best.
    assert (bars[1]["low"], bars[1]["high"]) == (pytest.approx(30.8333, abs=1e-3), pytest.approx(47.5))
    assert "All equal: R 48 (does not comply), A 31 to 48 and B 68." in figure.alt


def test_the_pieces_of_a_bar_add_up_to_its_total():
    figure = contributions_figure("-", NEARBY, TEXT)
    for row, end in enumerate(figure.spec["datasets"]["ends"]):
        pieces = [item for item in figure.spec["datasets"]["pieces"] if item["name"] == end["name"]]
        assert pieces[-1]["to"] == pytest.approx(NEARBY.totals[row])
        assert all(one["to"] == other["from"] for one, other in pairwise(pieces))


def test_lines_that_end_together_share_their_letter():
    figure = tipping_figure("-", NEARBY, 2, TEXT)
    ends = figure.spec["datasets"]["ends"]
    assert sorted("".join(end["code"] for end in ends).replace(" ", "")) == sorted(
        item.code for item in NEARBY.case.alternatives
    )
    heights = [end["total"] for end in ends]
    assert all(one - other >= 5 for one, other in pairwise(heights))


def test_the_chart_of_ranges_says_where_nothing_is_known():
    figure = next(item for item in annex(harbour(), "en").all(Figure) if item.id == "chart_ranges")
    green = next(panel for panel in figure.spec["concat"] if "Green in the street" in " ".join(panel["title"]["text"]))
    assert [row["value"] for row in green["data"]["values"]] == [15, None, 36]
    assert green["data"]["values"][1]["shown"] == "not known"
    assert "Ring road not known" in figure.alt


def test_a_number_behind_a_bar_stands_within_its_panel_and_on_no_line():
    single = [profile for profile in CASE.profiles if profile.kind == "single_value"]
    whole = [(profile.label.en, compare(CASE, from_profile(profile))) for profile in single]
    assert any(view.totals.max() > 90 for _, view in whole)
    for case, views in ((CASE, whole), (harbour(), [("Equal", HARBOUR_EQUAL)])):
        (figure,) = totals_figures(case, views, TEXT)
        for panel in figure.spec["concat"]:
            axis = panel["layer"][0]["encoding"]["x"]
            end, width = axis["scale"]["domain"][1], panel["width"]
            assert end >= 100
            assert axis["axis"]["grid"] is False
            for bar in panel["data"]["values"]:
                assert bar["high"] / end * width + len(bar["shown"]) * 8 <= width


def test_three_panels_stand_beside_each_other_and_two_when_the_words_are_long():
    (short,) = totals_figures(CASE, [("Nearby", NEARBY)], TEXT)
    (long,) = totals_figures(harbour(), [("Equal", HARBOUR_EQUAL)], TEXT)  # "48 (does not comply)"
    assert (short.spec["columns"], long.spec["columns"]) == (3, 2)
