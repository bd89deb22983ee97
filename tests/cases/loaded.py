"""Cases that tests look at and never change, each read once for all of them."""

from functools import cache
from pathlib import Path

from cases.reading.loader import load_case

loaded = cache(load_case)
"""``loaded(SHIPPED / "lutkemeer")``"""

FROZEN = Path(__file__).parent / "data" / "frozen"
"""Shipped cases as they once were, without pictures and groups: for figures that must stay what they are."""

FOUR_PLANS = FROZEN / "four_plans" / "lutkemeer"
"""Lutkemeer before it had a fifth plan, whole but for its pictures: for tests whose expected words need that case."""
