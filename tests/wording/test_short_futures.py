"""The line of futures on a phone: the same form for every plan, with the counts of the long one."""

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web.verdict_answers import verdict_html
from weighing.comparison import compare
from weighing.futures import futures
from weighing.weighing import from_profile
from wording.future_words import good_counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_plan_is_counted_by_in_how_many_futures_it_is_good_enough(language):
    text, case = words(language), loaded(SHIPPED / "lutkemeer")
    comparison = compare(case, from_profile(case.profile("youth")))
    found = futures(comparison)
    counts = [
        str(sum(column.state(row) == "good" for column in found.columns[1:])) for row in range(len(case.alternatives))
    ]
    assert list(good_counts(found, text)) == counts
    said = text("futures.short", count=len(case.futures))
    shown = verdict_html(comparison, text, with_flip=False, with_futures=True)
    assert f'data-futures="{said}" data-good="{"|".join(counts)}"' in shown
    assert "data-futures" not in verdict_html(comparison, text, with_flip=True)
