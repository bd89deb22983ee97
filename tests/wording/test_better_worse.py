"""Better and worse than the reference: every criterion in one list, none in two."""

from dataclasses import astuple

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from wording.better_worse import better_worse

CASE = loaded(SHIPPED / "lutkemeer")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("alternative", [item.id for item in CASE.alternatives])
def test_every_criterion_is_in_one_list_except_the_one_left_out(alternative, language):
    found = better_worse(CASE, alternative, words(language), without="municipal_result")
    names = [name for names in astuple(found) for name in names]
    assert len(names) == len(set(names)) == len(CASE.criteria) - 1


def test_the_lists_follow_the_yardsticks():
    # jobs: 0 in the reference, 608 in the business park; biodiversity 5.2 ha and 9.8 ha
    found = better_worse(CASE, "business_park", words("nl"))
    assert "banen" in found.better
    assert "vruchtbare grond" in found.worse
    assert "biodiversiteit" in found.better


def test_the_reference_is_the_same_as_itself():
    found = better_worse(CASE, CASE.reference, words("en"))
    assert not found.better + found.worse
