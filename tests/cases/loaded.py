"""Cases that tests look at and never change, each read once for all of them."""

from functools import cache

from cases.reading.loader import load_case

loaded = cache(load_case)
"""``loaded(SHIPPED / "lutkemeer")``"""
