"""The drawings of the plans of a case: no plan is drawn larger, lighter or with more care than another."""

import io
import re
from pathlib import Path

import numpy as np
import pytest
import vl_convert
from PIL import Image

from cases import SHIPPED
from cases.reading.loader import load_case

FOLDER = Path(__file__).parent.parent.parent / "docs" / "drawings"
SCENERY = 75
"""Shapes of sky, horizon and ring canal, with which every drawing begins."""
SCALE = 0.75


def shapes(drawing: str) -> list[str]:
    return re.findall(r"<(?:polygon|rect|ellipse|line|path)\b[^>]*>", drawing)


def drawings(case: str) -> dict[str, str]:
    """The drawing of every alternative, by its id."""
    return {
        item.id: (FOLDER / case / Path(item.picture.file).with_suffix(".svg")).read_text(encoding="utf-8")
        for item in load_case(SHIPPED / case).alternatives
    }


@pytest.mark.parametrize("case", [path.name for path in FOLDER.iterdir()])
def test_drawings_of_plans_are_equal_in_size_palette_scenery_and_detail(case):
    found = drawings(case).values()
    assert len({re.search(r'viewBox="([^"]+)"', drawing).group(1) for drawing in found}) == 1
    assert len({frozenset(re.findall(r"#[0-9A-F]{6}", drawing)) for drawing in found}) == 1
    assert len({tuple(shapes(drawing)[:SCENERY]) for drawing in found}) == 1
    counts = [len(shapes(drawing)) for drawing in found]
    assert max(counts) <= 1.2 * min(counts)


@pytest.mark.parametrize("case", [path.name for path in FOLDER.iterdir()])
def test_pictures_are_what_the_drawings_show_and_none_is_lighter(case):
    loaded = load_case(SHIPPED / case)
    light = {}
    for name, data in loaded.pictures.items():
        drawn = vl_convert.svg_to_png(
            (FOLDER / case / name).with_suffix(".svg").read_text(encoding="utf-8"), scale=SCALE
        )
        kept, fresh = (np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), float) for png in (data, drawn))
        assert kept.shape == fresh.shape
        assert np.abs(kept - fresh).mean() < 3, f"{name} is not drawn from its SVG"
        light[name] = kept.mean()
    plans = [light[item.picture.file] for item in loaded.alternatives]
    assert max(plans) / min(plans) < 1.05


@pytest.mark.parametrize("case", [path.name for path in FOLDER.iterdir()])
def test_every_drawing_says_in_both_languages_that_it_is_no_design(case):
    loaded = load_case(SHIPPED / case)
    for item in loaded.alternatives:
        assert item.picture.made == "drawing"
        assert "geen ontwerp" in item.picture.credit.nl
        assert "not a design" in item.picture.credit.en
    assert "niet op schaal" in loaded.place_picture.credit.nl
    assert "not to scale" in loaded.place_picture.credit.en
