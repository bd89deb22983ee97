"""A link that a mail, a document or a chat damaged is read when that is certain, and never as another weighing."""

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from cases.definition.criterion import Criterion
from cases.definition.model import Case
from tests.budget import examples
from tests.cases.loaded import loaded
from weighing.damaged_links import mended, mended_path
from weighing.links import LONGEST, from_link, to_link
from weighing.weighing import Weighing, from_profile

CASE = loaded(SHIPPED / "lutkemeer")
PARTS = {"lang": "en", "case": CASE.id, **to_link(CASE, from_profile(CASE.profile("residents_nearby")))}
LINK = urlencode(PARTS)
WITHOUT_WEIGHTS = "lang=nl&case=lutkemeer"
BEHIND = [".", ").", ",", ">", '".', "]", "\N{HORIZONTAL ELLIPSIS}", " "]


def parts_of(query: str) -> dict[str, str]:
    return dict(parse_qsl(query))


@pytest.mark.parametrize("link", [LINK, WITHOUT_WEIGHTS])
@pytest.mark.parametrize("sign", ["&amp;", "&amp;amp;", "&AMP;"])
def test_a_sign_that_a_mail_program_wrote_out_is_read(link, sign):
    assert parts_of(mended(link.replace("&", sign))) == parts_of(link)


@pytest.mark.parametrize("link", [LINK, WITHOUT_WEIGHTS])
@pytest.mark.parametrize("behind", BEHIND)
def test_what_a_sentence_puts_behind_a_link_is_no_part_of_it(link, behind):
    assert parts_of(mended(link + quote(behind))) == parts_of(link)
    assert mended_path(f"/m/lutkemeer{behind}") == "/m/lutkemeer"


@pytest.mark.parametrize("link", [LINK, "lang=nl&case=lutkemeer&w=work-100~community-50"])
def test_a_link_that_was_encoded_twice_is_read(link):
    assert parts_of(mended(link.replace("~", "%257E"))) == parts_of(link)


@pytest.mark.parametrize("link", [LINK, WITHOUT_WEIGHTS, "", "lang=nl", "x=%ff", "a" * 20_000])
def test_a_link_that_is_whole_stays_as_it_is(link):
    assert mended(link) is None


@examples(30, 3000)
@given(st.integers(0, len(LINK) - 1), st.sampled_from(["", "x", ".", "&amp;", "%25", "-0", "~"]), st.integers(0, 3))
def test_a_damaged_link_gives_the_same_weights_or_none(place, instead, length):
    """One change of a few characters anywhere; what is read from it is what was meant, or nothing."""
    damaged = LINK[:place] + instead + LINK[place + length :]
    found = from_link(CASE, parts_of(mended(damaged) or damaged))[0]
    assert found in (Weighing(), from_link(CASE, PARTS)[0]) or "k" not in parts_of(damaged)


def test_the_longest_link_that_a_case_can_need_is_read():
    longest_id = 1 + 39
    assert "{0,39}" in str(Criterion.model_fields["id"])
    most = next(item.max_length for item in Case.model_fields["criteria"].metadata if hasattr(item, "max_length"))
    one = longest_id + len("-99.123456789") + len("~")
    assert most * one <= LONGEST
