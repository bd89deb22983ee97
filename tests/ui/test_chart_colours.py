from types import SimpleNamespace

import pytest
import streamlit as st

from texts.palette import SCREEN, SCREEN_DARK
from ui.shared.chart_colours import on_page
from wording.charts import tornado_spec


@pytest.mark.parametrize("kind", ["light", "dark", None])
def test_a_chart_has_the_paper_and_the_ink_of_its_page(monkeypatch, kind):
    monkeypatch.setattr(type(st.context), "theme", SimpleNamespace(type=kind))
    colours = SCREEN_DARK if kind == "dark" else SCREEN
    config = on_page(tornado_spec("nl", 3, "#111111", "#222222"))["config"]
    assert (config["background"], config["axis"]["labelColor"]) == (colours["paper"], colours["ink"])


def test_the_line_that_counts_in_the_chart_of_doubts_is_level_and_both_lines_have_a_name():
    _, now, level, *names = tornado_spec("nl", 3, "#111111", "#222222")["layer"]
    assert level["encoding"]["x"] == {"datum": 0}
    assert level["mark"]["strokeWidth"] > 2 * now["mark"]["strokeWidth"]
    assert now["mark"]["strokeDash"]
    assert [name["encoding"]["text"]["value"] for name in names] == ["nu", "gelijk"]
