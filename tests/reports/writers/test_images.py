"""Charts as images: the same on every machine, with nothing to load or to click on."""

import io
import pickle

import pytest
from PIL import Image

from reports.blocks import Figure, ReportDocument, Section
from reports.writers.images import PAGE_PX, PNG_SCALE, ChartImage, chart_image, chart_images
from tests.reports.writers.sample import EMOJI, chart


def report(*figures: Figure) -> ReportDocument:
    return ReportDocument("Titel", "", "nl", (), (Section("a", "A", figures),))


def figure(key: str, spec: dict) -> Figure:
    return Figure(key, "Bijschrift", "In woorden", spec)


def test_a_chart_becomes_an_svg_and_a_png_of_one_size():
    image = chart_images(report(figure("bars", chart())))["bars"]
    assert f'width="{image.width_px}" height="{image.height_px}"' in image.svg
    with Image.open(io.BytesIO(image.png)) as png:
        assert png.size == (image.width_px * PNG_SCALE, image.height_px * PNG_SCALE)


def test_the_same_chart_gives_the_same_bytes():
    assert chart_image(chart()) == chart_image(chart())


def test_the_png_can_be_left_out():
    full, light = chart_image(chart()), chart_image(chart(), png=False)
    assert light == ChartImage(full.svg, b"", full.width_px, full.height_px)


def test_all_words_are_in_the_font_of_reports_whatever_the_chart_says():
    svg = chart_image(chart() | {"config": {"font": "Source Sans", "background": "#fff"}}, png=False).svg
    assert 'font-family="DejaVu Sans, Verdana, sans-serif"' in svg
    assert "Source Sans" not in svg


def test_a_chart_as_wide_as_its_screen_becomes_as_wide_as_the_page():
    image = chart_image(chart() | {"width": "container"}, png=False)
    assert image.width_px == PAGE_PX


def test_the_specification_stays_as_it_was():
    spec = chart() | {"width": "container"}
    before = pickle.dumps(spec)
    chart_image(spec, png=False)
    assert pickle.dumps(spec) == before


ELSEWHERE = {"url": "https://example.invalid/data.csv"}


@pytest.mark.parametrize(
    "change",
    [
        {"data": ELSEWHERE},
        {"data": {"url": "file:///etc/passwd"}},
        {"layer": [chart() | {"data": ELSEWHERE}]},
        {"transform": [{"lookup": "plan", "from": {"data": ELSEWHERE, "key": "plan", "fields": ["x"]}}]},
        {"mark": {"type": "image", "width": 9, "height": 9}, "encoding": {"url": {"datum": "https://a.invalid/x.png"}}},
        {"encoding": {**chart()["encoding"], "href": {"datum": "javascript:alert(1)"}}},
    ],
    ids=["address", "file", "layer", "lookup", "picture", "link"],
)
def test_a_chart_that_wants_anything_from_outside_is_refused(change):
    with pytest.raises(ValueError, match="figure bars: a chart may not hold addresses"):
        chart_images(report(figure("bars", chart() | change)))


def test_a_column_of_the_data_may_have_any_name():
    values = [{"plan": "A", "points": 3, "url": "https://a.invalid"}]
    assert "a.invalid" not in chart_image(chart() | {"data": {"values": values}}, png=False).svg


def test_a_broken_chart_is_named_by_its_figure():
    with pytest.raises(ValueError, match="figure second"):
        chart_images(report(figure("first", chart()), figure("second", {"mark": "none such"})))
    assert chart_image(chart(), png=False).svg, "the next chart does not suffer from it"


def test_words_of_people_are_only_words_in_a_chart():
    values = [{"plan": "<script>alert(1)</script> & B", "points": 3}, {"plan": f"Plan {EMOJI[0]}", "points": 4}]
    svg = chart_image(chart() | {"data": {"values": values}}, png=False).svg
    assert "<script" not in svg
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; B" in svg
    assert "Plan [U+1F331]" in svg, "no machine may fill in a character from a font of its own"


def test_image_and_function_can_travel_to_another_process():
    image = chart_image(chart(), png=False)
    assert pickle.loads(pickle.dumps(image)) == image
    assert pickle.loads(pickle.dumps(chart_image)) is chart_image
