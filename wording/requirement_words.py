"""Hard requirements in rows and sentences: met, not met, uncertain or unknown. Safe HTML, as in `wording.sentences`."""

from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.hard_requirement import Requirement
from cases.definition.model import Case
from texts import Words
from weighing.comparison import Comparison
from weighing.requirements_tested import Result, Tested, failing, open_about, tested
from wording.effect_words import amount, value_text


@dataclass(frozen=True)
class ResultText:
    """One alternative against one requirement."""

    alternative: str
    code: str
    result: Result
    word: str
    sentence: Markup
    """The result with the number and the limit, or with the reason."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class RequirementRow:
    """One requirement with what every alternative does, in the order of the case."""

    id: str
    label: str
    ground: str
    status: str
    """In words: it binds now, or it is a proposal."""
    proposal: bool
    set_by: str
    why: str
    sources: tuple[str, ...]
    results: tuple[ResultText, ...]


def requirement_rows(case: Case, text: Words) -> tuple[RequirementRow, ...]:
    """All requirements; a requirement that is switched off stays in the rows."""
    return tuple(
        RequirementRow(
            id=requirement.id,
            label=text.of(requirement.label),
            ground=text(f"requirement.ground_{requirement.ground}"),
            status=text(f"requirement.status_{requirement.status}"),
            proposal=requirement.status == "proposal",
            set_by=text.of(requirement.set_by),
            why=text.of(requirement.why),
            sources=requirement.sources,
            results=tuple(
                _result(case, tested(case)[(alternative.id, requirement.id)], text) for alternative in case.alternatives
            ),
        )
        for requirement in case.requirements
    )


def result_sentence(case: Case, found: Tested, text: Words) -> Markup:
    """One result, with the number and the limit, or with the reason."""
    word = text(f"requirement.{found.result}")
    if found.performance is None or found.performance.value is None:
        why = text.of(found.why) if found.why is not None else text("effects.unknown")
        return text.html("requirement.because", result=word, why=why)
    requirement = found.requirement
    if requirement.criterion is None or requirement.limit is None:
        raise ValueError(f"requirement '{requirement.id}' was tested on an effect, but it has no limit")
    criterion, cell = case.criterion(requirement.criterion), found.performance
    values = {
        "result": word,
        "value": amount(criterion, cell.value, text),
        "limit": text(
            f"requirement.{requirement.limit.direction}", limit=amount(criterion, requirement.limit.value, text)
        ),
    }
    if cell.low is None or cell.high is None:
        return text.html("requirement.one_number", **values)
    low, high = value_text(criterion, cell.low, text), value_text(criterion, cell.high, text)
    return text.html("requirement.with_range", low=low, high=high, **values)


def failing_sentence(comparison: Comparison, alternative: int, text: Words) -> Markup:
    """Why an alternative cannot come first; empty for one that fails no requirement that is on."""
    case = comparison.case
    found = failing(case, case.alternatives[alternative].id, comparison.requirements_off)
    return text.html("requirement.fails", requirements=text.bold(requirement_names(found, text))) if found else Markup()


def open_sentence(comparison: Comparison, text: Words) -> Markup:
    """What is uncertain or unknown about the alternative that comes first; empty when nothing is, or none is first."""
    case = comparison.case
    first = case.alternatives[comparison.first]
    open_ = open_about(case, first.id, comparison.requirements_off) if comparison.contenders else ()
    if not open_:
        return Markup()
    return text.html(
        "requirement.open",
        first=text.of(first.label),
        requirements=text.bold(requirement_names(tuple(item.requirement for item in open_), text)),
    )


def _result(case: Case, found: Tested, text: Words) -> ResultText:
    alternative = case.alternative(found.alternative)
    return ResultText(
        alternative=text.of(alternative.label),
        code=alternative.code,
        result=found.result,
        word=text(f"requirement.{found.result}"),
        sentence=result_sentence(case, found, text),
        sources=found.sources,
    )


def requirement_names(requirements: tuple[Requirement, ...], text: Words) -> list[str]:
    """Labels; a proposal is called one wherever it is named."""
    return [
        text("requirement.as_proposal", requirement=text.of(requirement.label))
        if requirement.status == "proposal"
        else text.of(requirement.label)
        for requirement in requirements
    ]
