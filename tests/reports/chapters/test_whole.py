"""Nothing of a case is hidden, nothing leaks from the other language, and the document holds together."""

import pytest

from cases import SHIPPED
from cases.definition.model import Case
from reports.blocks import Figure, Paragraph, PictureBlock, ReportDocument, Section, TableBlock
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from tests.reports.chapters.making import annex, chapter, content, harbour, table, words_of
from texts import LANGUAGES, words
from texts.numbers import number
from weighing.what_if import changed
from wording.effect_words import performance_with_unit

GARDEN = loaded(SHIPPED / "practice_garden")
CASES = (harbour(), GARDEN, CASE)
BARE = changed(
    harbour(), "bare", groups=(), group_impacts=(), requirements=(), functions=(), stories=(), account=None, duties=(),
    evaluation=(), valuation=None, not_counted=(), notice=None, map_link=None, to_replace_first=(),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_everything_in_the_case_is_in_the_document(case: Case, language: str):
    said = words_of(annex(case, language))
    expected = [case.question, case.place, case.who_decides, case.evidence, *case.fixed, *case.open]
    for item in case.alternatives:
        expected += [item.label, item.about, item.governance]
        expected += [reason.text for reason in (*item.reasons_for, *item.reasons_against)]
    for criterion in case.criteria:
        expected += [criterion.label, criterion.about, criterion.derivation, criterion.range_why]
        expected += [criterion.yardstick.why, *(overlap.why for overlap in criterion.overlaps)]
    expected += [cell.note for cell in case.performances.values() if cell.note is not None]
    expected += [impact.sentence for impact in case.group_impacts]
    expected += [text for group in case.groups for text in (group.label, group.about, group.vulnerable.why)]
    expected += [text for item in case.requirements for text in (item.label, item.why, item.set_by)]
    expected += [text for story in case.stories for text in (story.role, story.text)]
    expected += [item.text for item in case.not_counted]
    expected += [text for duty in case.duties for text in (duty.label, duty.why)]
    expected += [text for item in case.evaluation for text in (item.what, item.when, item.who)]
    expected += [source.title for source in case.sources.values()]
    expected += case.to_replace_first
    for found in case.account.rounds if case.account is not None else ():
        expected += [found.label, found.asked, found.invited, found.took_part, found.missing]
        expected += [comment.text for comment in found.comments]
    missing = [text.get(language) for text in expected if text.get(language) not in said]
    assert not missing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_figure_and_every_claim_has_a_row_of_its_own(case: Case):
    document, text = annex(case, "nl"), words("nl")
    rows = table(document, "effects_sources")
    assert len(rows) == len(case.performances)
    shown = [row[1] for row in rows]
    for (_, criterion), cell in case.performances.items():
        figure = performance_with_unit(case.criterion(criterion), cell, text)
        assert any(effect.startswith(figure) for effect in shown)
    assert len(table(document, "sources_all")) == len(case.sources)
    if case.groups:
        assert len(table(document, "who_all")) == len(case.group_impacts)
    if case.stories:
        assert len(table(document, "stories_all")) == len(case.stories)
    if case.requirements:
        assert len(table(document, "requirements_results")) == len(case.requirements) * len(case.alternatives)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_alternatives_stand_in_the_order_of_the_case_with_equal_room(case: Case):
    document = annex(case, "nl")
    names = [f"{item.label.nl} ({item.code})" for item in case.alternatives]
    beside = [item for item in document.all(TableBlock) if names[0] in [column.title for column in item.columns]]
    assert len(beside) > 5
    for item in beside:
        titles = [column.title for column in item.columns if column.title in names]
        assert titles == [name for name in names if name in titles]
        widths = {column.width for column in item.columns if column.title in names}
        assert len(widths) == 1
    own = [item for item in document.all(Section) if item.id.startswith("alternative_")]
    assert own[0].id == f"alternative_{case.reference}"
    kinds = [[type(block).__name__ for block in item.blocks if not _is_note(block)] for item in own]
    with_reasons = [[kind for kind in found if kind != "Items"] for found in kinds]
    assert len({len(found) + kinds[place].count("Items") for place, found in enumerate(with_reasons)}) == 1


def _is_note(block: object) -> bool:
    return isinstance(block, Paragraph) and block.style == "note"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [*CASES, BARE], ids=lambda case: case.version)
def test_the_document_holds_together(case: Case, language: str):
    document = annex(case, language)
    keys = [item.id for kind in (Section, TableBlock, Figure, PictureBlock) for item in document.all(kind)]
    assert len(set(keys)) == len(keys)
    for section in document.all(Section):
        assert section.title
        assert section.blocks
        assert not (section.wide and any(isinstance(block, Section) for block in section.blocks))
    for found in document.all(TableBlock):
        assert found.rows
        assert found.caption
        assert found.columns[0].title
    for figure in document.all(Figure):
        assert any(character.isdigit() for character in figure.alt)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_nothing_leaks_from_the_other_language(case: Case):
    for language, other in (("nl", "en"), ("en", "nl")):
        said = words_of(annex(case, language))
        own, foreign = (
            {key: text for key, text in words(one).texts.items() if isinstance(text, str)} for one in (language, other)
        )
        leaked = [
            key for key, text in foreign.items()
            if text != own.get(key) and len(text.split()) > 2 and "{" not in text and "<" not in text and text in said
            and text not in own.values()
        ]  # fmt: skip
        assert not leaked
        texts = [text for item in case.criteria for text in (item.label, item.about)]
        assert not [text for text in texts if text.get(other) != text.get(language) and len(text.get(other)) > 25
                    and text.get(other) in said]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_case_says_what_it_lacks(language: str):
    said, text = words_of(annex(BARE, language)), words(language)
    for key in ("who.no_groups", "requirement.none", "chapters.no_stories", "chapters.account_none",
                "chapters.duties_none", "chapters.evaluation_to_do"):  # fmt: skip
        assert text(key) in said
    assert "euros_lines" not in [item.id for item in annex(BARE, language).all(Section)]
    to_do = [item for item in annex(BARE, language).all(Paragraph) if item.style == "to_do"]
    assert len(to_do) == 1


def test_a_plan_of_evaluation_is_not_invented():
    rows = table(annex(BARE, "en"), "evaluation_criteria")
    assert [row[0] for row in rows] == [item.label.en for item in BARE.criteria]
    assert rows[0][1] == "40 minutes per trip (39 to 42)"


def test_the_totals_are_those_of_an_independent_calculation():
    rows = {row[0]: row[1:] for row in table(annex(CASE, "nl", 6), "results_by_weighting")}
    for profile in CASE.profiles[:6]:
        totals = [CASE.expected[profile.id, item.id].total for item in CASE.alternatives]
        assert rows[profile.label.nl] == [number(total, "nl") for total in totals if total is not None]


def test_alternatives_turned_round_give_the_same_cells():
    other = changed(CASE, "turned", alternatives=CASE.alternatives[::-1])
    for key in ("effects_all", "results_by_weighting", "who_matrix"):
        straight, turned = (table(_some(case), key) for case in (CASE, other))
        assert [[row[0], *row[:0:-1]] for row in turned] == straight


def _some(case: Case) -> ReportDocument:
    found = content(case, "nl", 2)
    sections = (chapter(name, found) for name in ("effects", "results", "who"))
    return ReportDocument("-", "-", "nl", (), tuple(item for item in sections if item is not None))
