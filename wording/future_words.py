"""Futures in words: what stays good enough in all, what a plan is bet on, and what each future changes.

Safe HTML, as in `wording.sentences`. Every alternative is said in the same form and in the order of the case.
"""

from dataclasses import dataclass

from markupsafe import Markup

from cases.definition.criterion import Criterion
from cases.definition.future import Future
from cases.definition.model import Alternative, Case
from texts import Words
from texts.numbers import number
from weighing.futures import GOOD_ENOUGH, Futures, InFuture
from weighing.gaps import ILLUSTRATIVE
from wording.effect_words import performance_text
from wording.sentences import label_of, total_text


def future_name(future: Future | None, text: Words) -> str:
    """What a future is called; that of today too."""
    return text("futures.today") if future is None else text.of(future.label)


def headline(found: Futures, text: Words) -> Markup:
    """Which alternatives stay good enough in all futures: one sentence, with the limit in it."""
    case, limit = found.case, number(GOOD_ENOUGH, text.language)
    standings = [found.standing(row) for row in range(len(case.alternatives))]
    good = [label_of(case, row, text) for row, standing in enumerate(standings) if standing == "all"]
    if good:
        return text.html("futures.all", count=len(good), plans=text.bold(good), limit=limit)
    return text.html("futures.unsure" if "open" in standings else "futures.none", limit=limit)


def good_counts(found: Futures, text: Words) -> tuple[str, ...]:
    """In how many of the futures each alternative is good enough, in the order of the case; today is no future here.

    A range where that is not known in some.
    """
    counts = []
    for row in range(len(found.case.alternatives)):
        pairs = zip(found.columns, found.states(row), strict=True)
        states = [here for column, here in pairs if column.future is not None]
        least, most = states.count("good"), states.count("good") + states.count("open")
        counts.append(str(least) if least == most else text("explore.interval", low=least, high=most))
    return tuple(counts)


def standing_sentence(found: Futures, row: int, text: Words) -> Markup:
    """How one alternative stands: where it is good enough, and in which future it loses most."""
    states, standing = found.states(row), found.standing(row)
    names = [future_name(column.future, text) for column in found.columns]
    places = {
        state: [name for name, here in zip(names, states, strict=True) if here == state]
        for state in ("good", "open", "fails")
    }
    open_here = [column.comparison for column, here in zip(found.columns, states, strict=True) if here == "open"]
    # what a person does not know is no gap in the figures
    theirs = "_unsure" if all(there.unsure and there.known for there in open_here) else ""
    named: list[str] = []
    lost = [name for name, here in zip(names, states, strict=True) if here in ("behind", "fails")]
    if standing == "some":
        named = lost if states[0] == "good" else []
        key = "futures.plan_against" if named else "futures.plan_on"
        parts = [text.html(key, futures=text.bold(named or places["good"]))]
    else:
        key = f"plan_open{theirs}" if standing == "open" else f"plan_{standing}"
        parts = [text.html(f"futures.{key}", open=text.bold(places["open"]))]
    if standing == "some" and places["open"]:
        parts.append(text.html(f"futures.also_open{theirs}", open=text.bold(places["open"])))
    if places["fails"]:
        parts.append(text.html("futures.plan_fails", fails=text.bold(places["fails"])))
    elif bet := found.bet(row):
        points = behind_text(found.columns[bet[0]], row, text)
        worst = [names[place] for place in bet]
        key = "loses_then" if named == worst else "loses_alike" if worst == names else "loses"
        parts.append(text.html(f"futures.{key}", worst=text.bold(worst), points=points))
    else:
        parts.append(text.html("futures.loses_nothing"))
    return Markup(" ").join(parts)


def behind_text(column: InFuture, row: int, text: Words) -> str:
    """The points behind the highest total in one future, or the least and the most of them."""
    if column.state(row) == "fails":
        return text("explore.fails")
    low, high = (number(end, text.language, 1) for end in column.regrets[row])
    return low if low == high else text("explore.interval", low=low, high=high)


def largest_text(found: Futures, row: int, text: Words) -> str:
    """The largest number of points behind in any future."""
    if "fails" in found.states(row):
        return text("explore.fails")
    low, high = (number(end, text.language, 1) for end in found.largest[row])
    return low if low == high else text("explore.interval", low=low, high=high)


def cell_text(column: InFuture, row: int, text: Words) -> str:
    """The total in one future with the points behind."""
    total, behind = total_text(column.comparison, row, text, 1), behind_text(column, row, text)
    return f"{total} ({behind})" if column.state(row) == "fails" else text("futures.cell", total=total, behind=behind)


@dataclass(frozen=True)
class ChangedRow:
    """What one future changes on one criterion."""

    criterion: Criterion
    cells: tuple[str, ...]
    """By alternative: from what to what, or a dash where nothing changes."""


def changed_rows(case: Case, future: Future, text: Words) -> tuple[ChangedRow, ...]:
    """The criteria on which a future changes an effect, in the order of the case."""
    named = {key[2] for key in case.future_effects if key[0] == future.id}
    return tuple(
        ChangedRow(criterion, tuple(_change(case, future, item, criterion, text) for item in case.alternatives))
        for criterion in case.criteria
        if criterion.id in named
    )


def _change(case: Case, future: Future, item: Alternative, criterion: Criterion, text: Words) -> str:
    then = case.future_effects.get((future.id, item.id, criterion.id))
    if then is None:
        return text("futures.same")
    today = performance_text(criterion, case.performances[item.id, criterion.id], text)
    return text("futures.change", today=today, then=performance_text(criterion, then, text))


def illustrative_line(case: Case, text: Words) -> str:
    """How many of the figures in the futures are illustrative; empty when none is."""
    guessed = sum(effect.grade == ILLUSTRATIVE for effect in case.future_effects.values())
    return text("futures.illustrative", count=guessed, all=len(case.future_effects)) if guessed else ""
