"""At most six alternatives beside each other, chosen by the person or in the order of the case."""

import re
from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from tests.cases.loaded import loaded
from web.assets import STATIC
from web.plans_shown import MOST_SHOWN, address_of, plans_shown

TEN = loaded(Path(__file__).parent.parent / "cases" / "data" / "ten_plans")
IDS = [item.id for item in TEN.alternatives]


def shown(*ids: str) -> list[str]:
    found = plans_shown(TEN, QueryParams([("plan", key) for key in ids]))
    assert sorted(found.shown + found.others) == list(range(len(IDS)))
    return [IDS[place] for place in found.shown]


def test_without_a_choice_the_first_of_the_case_are_shown_and_the_others_are_one_press_away():
    assert shown() == shown("strange") == IDS[:6]
    others = plans_shown(TEN, QueryParams()).others
    assert shown(*(key for _, key in address_of(TEN, others))) == IDS[6:]


def test_a_choice_is_kept_in_the_order_of_the_case_and_holds_at_most_six():
    assert shown(IDS[8], IDS[2], IDS[2]) == [IDS[2], IDS[8]]
    assert shown(*reversed(IDS)) == IDS[:6]
    assert urlencode(address_of(TEN, (8, 2))) == f"plan={IDS[8]}&plan={IDS[2]}"


def test_wall_and_phone_hold_to_the_same_number():
    script = (STATIC / "board" / "some.js").read_text(encoding="utf-8")
    assert re.search(r"MOST = (\d+);", script)[1] == str(MOST_SHOWN)
