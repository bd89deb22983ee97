"""The maps of all alternatives stand with the question in the report, once, with their hectares in words."""

from cases.reading.loader import load_case
from reports.blocks import Figure
from tests.cases.areas import with_areas
from tests.cases.harbour import GOOD
from tests.reports.chapters.making import annex


def test_the_report_has_the_maps_with_their_hectares_in_words(tmp_path):
    figures = [found for found in annex(load_case(with_areas(tmp_path)), "nl").all(Figure) if found.id == "areas"]
    (figure,) = figures
    assert "Rondweg: Kades: 3,59 hectare; Weg of spoor: 2 hectare." in figure.alt
    assert figure.drawing.startswith("<svg")
    assert not [found for found in annex(load_case(GOOD), "nl").all(Figure) if found.id == "areas"]
