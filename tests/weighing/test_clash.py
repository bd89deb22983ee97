"""Where the alternatives pull apart most: by hand, without a favourite, and with what nobody knows left out."""

import numpy as np
import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE as LUTKEMEER
from weighing.clash import clash, theme_scores

HARBOUR = loaded(GOOD)


def test_the_clash_of_the_harbour_by_hand():
    # moving: as now (0 + 0)/2, ring road (75 + 60)/2, tram (50 + 100)/2; money: 100, 100 x (400 - 300)/400, and 240
    # living: the green of the ring road is not known, so the ring road has no score there
    assert theme_scores(HARBOUR)[:, [0, 2]] == pytest.approx(np.array([[0, 100], [67.5, 25], [75, 40]]))
    assert np.isnan(theme_scores(HARBOUR)[1, 1])
    # as now and ring road: 67.5 behind on moving, 75 ahead on money, so 67.5; as now and tram: 75 and 60, so 60
    found = clash(HARBOUR)
    assert (found.themes, found.alternatives) == (("moving", "money"), ("as_now", "ring_road"))


def test_no_order_of_alternatives_changes_the_clash():
    turned = LUTKEMEER.model_copy(update={"alternatives": LUTKEMEER.alternatives[::-1], "version": "turned"})
    found, again = clash(LUTKEMEER), clash(turned)
    assert again.themes == found.themes
    assert again.alternatives == found.alternatives[::-1]


def levelled(name: str, keep: str = ""):
    """The harbour where every alternative does on every criterion but one what the tram does."""
    cells = {
        key: cell if key[1] == keep else HARBOUR.performances["tram", key[1]]
        for key, cell in HARBOUR.performances.items()
    }
    return HARBOUR.model_copy(update={"performances": cells, "version": name})


def test_where_no_two_themes_clash_the_one_that_differs_most_is_named_and_where_nothing_differs_none():
    found = clash(levelled("only money", keep="cost"))  # 0, 300 and 240 million: as now and ring road differ most
    assert (found.themes, found.alternatives) == (("money",), ("as_now", "ring_road"))
    assert clash(levelled("level")) is None
