"""The made-up cost-benefit set, opened."""

import pytest

from tests.valuation.sets import CITED, SET, write_set
from valuation.set_loader import load_factor_set


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return load_factor_set(write_set(tmp_path_factory.mktemp("sets")))


@pytest.fixture(scope="session")
def cited(tmp_path_factory):
    """A few cited figures in the shape of a planner's own set, without tax on top."""
    about = SET.replace("  vat:\n    - {factor: climate, share: 0.18}\n", "")
    return load_factor_set(write_set(tmp_path_factory.mktemp("cited"), about, CITED))
