"""A point of 0 says what 0 means, and a plus beside a loss says with what it is compared."""

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from wording.effect_cells import effect_cells
from wording.effect_words import ends_text, performance_with_unit

CASES = sorted(path.name for path in SHIPPED.iterdir() if (path / "case.yaml").exists())


@pytest.mark.parametrize("folder", CASES)
def test_every_effect_of_0_says_what_that_means(folder):
    case = loaded(SHIPPED / folder)
    silent = {key for (_, key), cell in case.performances.items() if cell.value == 0}
    silent -= {item.id for item in case.criteria if item.zero_means is not None}
    assert not silent
    for language in LANGUAGES:
        text = words(language)
        for (_, key), cell in case.performances.items():
            criterion = case.criterion(key)
            said = performance_with_unit(criterion, cell, text)
            means = "" if criterion.zero_means is None else text.of(criterion.zero_means)
            assert bool(means and means in said) == (cell.value == 0), said


@pytest.mark.parametrize("folder", CASES)
def test_an_end_of_0_says_what_that_means(folder):
    case = loaded(SHIPPED / folder)
    for language in LANGUAGES:
        text = words(language)
        for criterion in case.criteria:
            if criterion.zero_means is None or criterion.range is None:
                continue
            means = text.of(criterion.zero_means)
            shown = ends_text(criterion, "main", text)
            values = (criterion.range.worst, criterion.range.best)
            assert [means in end for end in shown] == [value == 0 for value in values], shown


def test_a_plus_beside_a_loss_says_with_what_it_is_compared():
    case = loaded(SHIPPED / "lutkemeer")
    for language in LANGUAGES:
        text = words(language)
        reference = text.of(case.alternative(case.reference).label)
        noted = 0
        for criterion in case.criteria:
            for cell in effect_cells(case, criterion, text):
                value = case.performances[cell.alternative.id, criterion.id].value
                at_loss = cell.sign in ("+", "++") and value is not None and value < 0
                assert (reference in cell.sign_note) == at_loss
                noted += at_loss
        assert noted
