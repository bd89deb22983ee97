"""Every screen is at most two presses away from every other, and nobody is lost at an address that is none."""

from itertools import product

from ui import navigation
from web.short_page import DOORS

SHORT = "short"
"""The five minutes for a council member, which the row of the first group leads to."""


def doors(name: str) -> set[str]:
    """Where one press leads from here."""
    if name == SHORT:
        return {screen.name for screen in navigation.SCREENS if screen.address in dict(DOORS)}
    here = navigation.group_of(name)
    found = {group.screens[0].name for group in navigation.GROUPS} | {screen.name for screen in here.screens}
    return found | {SHORT} if here.short_page else found


def test_every_page_is_at_most_two_presses_from_every_other():
    names = [SHORT, *(screen.name for screen in navigation.SCREENS)]
    far = [
        f"{start} to {end}"
        for start, end in product(names, names)
        if end not in {step for near in doors(start) for step in doors(near) | {near}} | {start}
    ]
    assert far == []
    assert len([group for group in navigation.GROUPS if group.bar == "main"]) == 6


def test_old_addresses_lead_to_a_page_of_now():
    assert set(navigation.OLD_ADDRESSES.values()) <= set(navigation.ADDRESSES)
    assert not set(navigation.OLD_ADDRESSES) & set(navigation.ADDRESSES)
