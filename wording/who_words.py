"""Who gains, who loses and who pays, in rows and sentences. Safe HTML, as in `wording.sentences`."""

from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.group_claims import Group, GroupImpact
from cases.definition.model import Case
from texts import Words
from texts.numbers import MINUS, number, quantity
from weighing.group_matrix import (
    GroupBalance,
    GroupCell,
    equity_switch,
    invests_and_collects,
    matrix,
    vulnerable_first,
    vulnerable_losers,
    vulnerable_unknown,
)

KINDS = f"+{MINUS}0?"
"""The kinds of signs in the order in which they stand beside each other, the same everywhere."""


@dataclass(frozen=True)
class GroupClaimRow:
    """One claim about a group, ready to show; `sentence` and the other words are data and not yet escaped."""

    sign: str
    """`++`, `+`, `0`, `−`, `−−` or `?`."""
    words: str
    """The sign in words, with the figure where there is one."""
    sentence: str
    criterion: str
    """The name of the criterion it shows on; empty for a claim in general."""
    role: str
    grade: str
    """Empty where nobody knows."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CellText:
    """One group under one alternative."""

    alternative: str
    code: str
    dot: str
    """How a dot looks: `gain`, `loss`, `both`, `none` or `unknown`."""
    signs: str
    """All different signs of the cell, gains before losses, in the dot and wherever else it is told in short; never one
    sign for two."""
    sentence: Markup
    """Every claim, with its sign in words."""
    claims: tuple[GroupClaimRow, ...]


@dataclass(frozen=True)
class GroupRow:
    """One group under all alternatives, in the order of the case."""

    id: str
    label: str
    about: str
    time_place: str
    vulnerable: str
    cells: tuple[CellText, ...]


def group_rows(case: Case, text: Words) -> tuple[GroupRow, ...]:
    """The matrix of groups and alternatives, the vulnerable groups on top."""
    cells = matrix(case)
    return tuple(
        GroupRow(
            id=group.id,
            label=text.of(group.label),
            about=text.of(group.about),
            time_place=text(f"time.{group.time_place}"),
            vulnerable=f"{text(f'who.vulnerable_{group.vulnerable.answer}')} {text.of(group.vulnerable.why)}",
            cells=tuple(_cell(case, cells[(group.id, alternative.id)], text) for alternative in case.alternatives),
        )
        for group in vulnerable_first(case)
    )


def compared_with(case: Case, text: Words) -> Markup:
    """With what gains and losses are compared, and that a reference that the reader chose does not change that.

    Empty for a case without groups.
    """
    found = [text.of(case.groups_compared_with)] if case.groups_compared_with is not None else []
    return Markup(" ").join([*found, *reference_chosen(case, text)])  # marks words in another language


def reference_chosen(case: Case, text: Words) -> tuple[str, ...]:
    """That claims about groups do not follow the reference that the reader chose; empty if it is the case's own."""
    if not case.groups or case.reference == case.own_reference:
        return ()
    return (text("who.reference_chosen", reference=text.of(case.alternative(case.reference).label)),)


def impact_sign(impact: GroupImpact) -> str:
    """The sign of a claim: double for a large gain or loss, `?` when nobody knows."""
    mark = {"gain": "+", "loss": MINUS, "none": "0", "unknown": "?"}[impact.direction]
    return mark * 2 if impact.size == "large" else mark


def impact_words(case: Case, impact: GroupImpact, text: Words) -> str:
    """The sign of a claim in words: `groot voordeel`, `nadeel: 7,5 miljoen euro`, `niet bekend`."""
    if impact.direction in ("none", "unknown"):
        return text(f"who.direction_{impact.direction}")
    if impact.value is not None:
        figure = f"{quantity(impact.value, text.language, 2)} {_unit(case, impact, text)}"
        return text(f"who.{impact.direction}_figure", figure=figure)
    return text(f"who.{impact.direction}_{impact.size}")


@dataclass(frozen=True)
class LedgerText:
    """Who puts in and who gets out, for one alternative: one sentence each."""

    pays: Markup
    collects: Markup
    bears: Markup
    unknown: Markup


def ledger_text(case: Case, alternative: str, text: Words) -> LedgerText:
    """Who pays, who gains, who bears it and of whom it is not known.

    Raises:
        KeyError: the case has no such alternative.
    """
    ledger = invests_and_collects(case)[alternative]
    return LedgerText(
        pays=_groups_sentence(case, ledger.pays, "pays", text),
        collects=_groups_sentence(case, ledger.collects, "collects", text),
        bears=_groups_sentence(case, ledger.bears, "bears", text),
        unknown=_groups_sentence(case, ledger.unknown, "open", text),
    )


def vulnerable_sentences(case: Case, alternative: str, text: Words) -> tuple[Markup, ...]:
    """Which vulnerable groups lose, by name and with what they lose; then of whom it is not known.

    Raises:
        KeyError: the case has no such alternative.
    """
    label = text.of(case.alternative(alternative).label)
    losers = vulnerable_losers(case, alternative)
    sentences = [
        text.html(
            "who.vulnerable_loses",
            alternative=label,
            group=text.of(group.label),
            what=" ".join(
                _ended(text.of(impact.sentence))
                for impact in matrix(case)[(group.id, alternative)].impacts
                if impact.direction == "loss"
            ),
        )
        for group in losers
    ]
    if not losers:
        sentences.append(text.html("who.vulnerable_nobody", alternative=label))
    for key, groups in (
        ("who.vulnerable_open", vulnerable_unknown(case, alternative)),
        ("who.vulnerability_unknown", vulnerable_losers(case, alternative, "unknown")),
    ):
        if groups:
            sentences.append(text.html(key, groups=text.bold(_labels(groups, text))))
    return tuple(sentences)


@dataclass(frozen=True)
class EquityRow:
    """One alternative in the count of signs, without and with extra weight for vulnerable groups."""

    alternative: str
    code: str
    without: str
    with_weight: str
    place_without: int
    place_with: int
    left_out: int
    """Claims that are not in the count: not known, or without a size."""


@dataclass(frozen=True)
class EquityText:
    """The switch with its formula. It is never shown without both."""

    formula: Markup
    rows: tuple[EquityRow, ...]
    change: Markup
    """What the weight changes in the order."""


def equity_text(case: Case, weight: float, text: Words) -> EquityText:
    """The count of signs with and without extra weight for vulnerable groups.

    Raises:
        ValueError: a weight below 1, or a case without groups.
    """
    found = equity_switch(case, weight)
    moved = [text.of(case.alternative(alternative).label) for alternative in found.moved]
    shown = quantity(weight, text.language, 2)
    rows = zip(case.alternatives, found.without, found.with_weight, strict=True)
    return EquityText(
        formula=text.html("who.equity_formula", weight=shown, count=len(case.groups)),
        rows=tuple(
            EquityRow(
                alternative=text.of(alternative.label),
                code=alternative.code,
                without=_net(before, text),
                with_weight=_net(after, text),
                place_without=before.place,
                place_with=after.place,
                left_out=before.unsized + before.unknown,
            )
            for alternative, before, after in rows
        ),
        change=text.html("who.equity_moves", weight=shown, alternatives=text.bold(moved))
        if moved
        else text.html("who.equity_stays", weight=shown),
    )


def _cell(case: Case, cell: GroupCell, text: Words) -> CellText:
    alternative = case.alternative(cell.alternative)
    claims = tuple(_claim(case, impact, text) for impact in cell.impacts)
    return CellText(
        alternative=text.of(alternative.label),
        code=alternative.code,
        dot=cell.direction,
        signs=" ".join(sorted({claim.sign for claim in claims}, key=lambda sign: (KINDS.index(sign[0]), -len(sign)))),
        sentence=Markup(" ").join(
            text.html("who.claim", words=_capital(claim.words), sentence=_ended(claim.sentence)) for claim in claims
        ),
        claims=claims,
    )


def _claim(case: Case, impact: GroupImpact, text: Words) -> GroupClaimRow:
    return GroupClaimRow(
        sign=impact_sign(impact),
        words=impact_words(case, impact, text),
        sentence=text.of(impact.sentence),
        criterion=text.of(case.criterion(impact.criterion).label) if impact.criterion else "",
        role=text(f"who.role_{impact.role}"),
        grade=impact.grade or "",
        sources=impact.sources,
    )


def _groups_sentence(case: Case, impacts: tuple[GroupImpact, ...], key: str, text: Words) -> Markup:
    named = {impact.group for impact in impacts}
    if not named:
        return text.html(f"who.{key}_nobody")
    groups = tuple(group for group in case.groups if group.id in named)
    return text.html(f"who.{key}", groups=text.bold(_labels(groups, text)))


def _labels(groups: tuple[Group, ...], text: Words) -> list[str]:
    return [text.of(group.label) for group in groups]


def _unit(case: Case, impact: GroupImpact, text: Words) -> str:
    """The unit in words where it is that of the criterion; otherwise as it was written."""
    if impact.criterion is not None and case.criterion(impact.criterion).unit == impact.unit:
        return text.of(case.criterion(impact.criterion).unit_label)
    return impact.unit


def _net(balance: GroupBalance, text: Words) -> str:
    return number(balance.net, text.language, 0 if balance.net == int(balance.net) else 1, signed=True)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ended(sentence: str) -> str:
    """The sentence with a full stop, so that two can stand in a row."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
