"""The made-up cost-benefit set, opened."""

import pytest

from tests.valuation.sets import write_set
from valuation.loader import load_factor_set


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return load_factor_set(write_set(tmp_path_factory.mktemp("sets")))
