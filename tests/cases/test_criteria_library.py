"""The library of criteria is sound, names where its figures come from, and fits what the shipped cases say."""

import pytest

from cases import SHIPPED
from cases.definition.criterion import Criterion
from cases.library.criteria_library import entry_for, library, origins
from tests.cases.loaded import loaded


def test_there_are_sixty_criteria_each_with_a_basis_and_an_origin_that_say_what_was_checked():
    assert len(library()) >= 60
    used = set()
    for entry in library().values():
        assert entry.basis in origins(), entry.id
        assert set(entry.found_in) <= set(origins()), entry.id
        used |= {entry.basis, *entry.found_in}
    assert used == set(origins())
    assert "niet nagekeken" in origins()["kwb"].checked.nl.casefold()


def test_a_range_that_names_a_case_is_that_of_the_case():
    wrong = []
    for name in ("lutkemeer", "breda_hogevucht", "heerlen_medtech"):
        criteria = loaded(SHIPPED / name).criteria
        for entry in library().values():
            if entry.basis == name and not any(_same(entry, criterion) for criterion in criteria):
                wrong.append(entry.id)
    assert not wrong


def _same(entry, criterion: Criterion) -> bool:
    ends = sorted((criterion.range.worst, criterion.range.best)) if criterion.range else None
    yardstick = (criterion.yardstick.some, criterion.yardstick.much)
    return (
        ends == [entry.low, entry.high] and yardstick == (entry.some, entry.much) and criterion.better == entry.better
    )


def test_every_topic_of_the_monitor_but_trade_has_a_criterion():
    topics = {entry.topic for entry in library().values()}
    assert len(topics) == 13
    assert "elsewhere.trade_and_aid" not in topics


@pytest.mark.parametrize(
    ("label", "entry"),
    [("Geluidsbelasting", "noise"), ("Effect op Natura 2000", "protected_nature"),
     ("Investeringskosten (mln)", "investment"), ("Nieuwe woningen", "homes"), ("Iets heel anders", None)],
)  # fmt: skip
def test_words_of_a_sheet_find_a_criterion(label, entry):
    found = entry_for(label)
    assert (found.id if found else None) == entry
