"""What the first visitor of a server meets, before the calculating library is there."""

import pytest

from cases import SHIPPED
from mcda import sampling
from tests.cases.loaded import loaded
from tests.ui.test_screens import open_screen
from weighing.links import to_link
from weighing.weighing import from_largest, from_profile

CASE = loaded(SHIPPED / "lutkemeer")
WHOLE = from_profile(CASE.profile("youth"))


@pytest.fixture
def without_library(monkeypatch):
    loads = []
    monkeypatch.setattr(sampling, "loaded", lambda: bool(loads))
    monkeypatch.setattr(sampling, "load", lambda: loads.append(1))
    return loads


@pytest.fixture
def boards(monkeypatch):
    """Whether each board that was shown had its verdict."""
    from ui.screens.explore import explore_page

    seen = []
    monkeypatch.setattr(explore_page, "show_live_board", lambda _, judged: seen.append(judged))
    return seen


def explored(weighing):
    page = open_screen("explore", "nl", plain="", **to_link(CASE, weighing))
    assert not page.exception


def test_the_board_comes_first_and_how_sure_it_is_follows(without_library, boards):
    explored(WHOLE)
    assert boards == [False, True]
    assert len(without_library) == 1


def test_a_weighing_that_gets_no_verdict_waits_for_nothing(without_library, boards):
    explored(from_largest("work"))
    assert boards == [True]
    assert not without_library


def test_who_comes_later_gets_both_at_once(without_library, boards):
    without_library.append(1)
    explored(WHOLE)
    assert boards == [True]
