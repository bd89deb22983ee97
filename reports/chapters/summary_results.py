"""In the summary: hard requirements, totals per weighting, when each alternative comes first, and how sure that is.

Weightings stand beside each other. They are never counted: how many examples put an alternative first says only how
many examples somebody made.
"""

from markupsafe import Markup, escape

from reports.blocks import Block, Items, Paragraph, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import MANY_WEIGHTINGS, bold, joined, named, row
from reports.chapters.summary_points import alternative_columns
from reports.content import Content, View
from texts import Words
from weighing.comparison import Comparison
from wording.requirement_line import requirement_line
from wording.sentences import total_text
from wording.sureness import winning_sentence
from wording.verdict_words import out_of_100


def requirements_blocks(content: Content) -> tuple[Block, ...]:
    """Which alternatives fail a hard requirement, and of which requirements the answer is open; before any sum."""
    case, text = content.case, content.text
    if not case.requirements:
        return (Paragraph(text.html("requirement.none")),)
    return (Paragraph(requirement_line(case, content.settings.requirements_off, text)),)


def results_blocks(content: Content) -> tuple[Block, ...]:
    """Totals, verdict and what flips it, per example or own weighting; nothing when there are only people's."""
    if not content.views:
        return ()
    if len(content.views) > MANY_WEIGHTINGS:
        return results_in_short(content)
    text = content.text
    rows = tuple(
        row(
            view.label,
            *(total_cell(view, place) for place in range(len(content.case.alternatives))),
            verdict_cell(view, text),
        )
        for view in content.views
    )
    heading = alternative_columns(content.case, text, text("report.weights_of"), 1.5)
    heading += (TableColumn(text("report.how_sure"), width=5),)
    return (TableBlock("summary_totals", text("report.results"), heading, rows, text.html("report.results_note")),)


def results_in_short(content: Content) -> tuple[Block, ...]:
    """The same in a line for each weighting: totals and verdict, without what flips it."""
    text = content.text
    rows = tuple(
        row(
            view.label,
            *(_short_total(view, place) for place in range(len(content.case.alternatives))),
            _short_verdict(view, text),
        )
        for view in content.views
    )
    first, *others = alternative_columns(content.case, text, text("report.weights_of"), 3.2)
    heading = (first, *others, TableColumn(text("report.how_firm"), width=1.8))
    remark = joined([text.html("report.results_note"), text.html("report.results_short")])
    return (TableBlock("summary_totals", text("report.results"), heading, rows, remark, dense=True),)


def _short_verdict(view: View, text: Words) -> Markup:
    """`Stevig (98)`; the word alone where nothing can be counted."""
    found, word = view.verdict, bold(view.said.label or text("chapters.no_verdict"))
    if found is None or view.said.word is None or not (found.counted and found.enough_varied):
        return word
    return joined([word, f"({out_of_100(found.share, text)})"])


def _short_total(view: View, place: int) -> Markup:
    """A total: bold where it comes first, with a star where it may, with a cross where it fails a hard requirement."""
    comparison, text = view.comparison, view.text
    shown, first = total_text(comparison, place, text), may_be_first(view)
    if place not in comparison.contenders:
        return text.html("report.total_marked", total=shown, mark="\N{MULTIPLICATION SIGN}")
    if place not in first:
        return escape(shown)
    return bold(shown) if len(first) == 1 else text.html("report.total_marked", total=shown, mark="*")


def total_cell(view: View, place: int) -> Markup:
    """A total with, in words, whether it comes first, may come first, or fails a hard requirement."""
    comparison, text = view.comparison, view.text
    shown = total_text(comparison, place, text)
    if place not in comparison.contenders:
        return text.html("report.total_marked", total=shown, mark=text("explore.fails"))
    first = may_be_first(view)
    if place not in first:
        return escape(shown)
    if len(first) == 1:
        return text.html("report.total_first", total=shown, mark=text("explore.first"))
    return text.html("report.total_marked", total=shown, mark=text("report.may_be_first"))


def may_be_first(view: View) -> tuple[int, ...]:
    """The alternative that comes first; all that may, when nobody can say which; empty when all fail a requirement."""
    comparison = view.comparison
    if not comparison.contenders:
        return ()
    close = set(_close(comparison))
    if view.verdict is not None and view.verdict.word == "undecided":
        close |= set(view.verdict.candidates) & set(comparison.contenders)
    return tuple(sorted(close))


def _close(comparison: Comparison) -> tuple[int, ...]:
    """The first and every contender whose total may reach it."""
    if not comparison.undecided:
        return (comparison.first,)
    return comparison.may_be_first or (comparison.first, *comparison.level_with_first)


def conditions_blocks(content: Content) -> tuple[Block, ...]:
    """What one must find worth most for each alternative to come first: the same question for all."""
    case, text = content.case, content.text
    items = tuple(
        text.html(
            "report.condition",
            alternative=bold(named(alternative, text)),
            condition=_condition(content, place),
        )
        for place, alternative in enumerate(case.alternatives)
    )
    intro = Paragraph(text.html("report.conditions_intro"))
    return (Section("summary_conditions", text("report.conditions"), (intro, Items(items))),)


def _condition(content: Content, place: int) -> Markup:
    return winning_sentence(content.case, content.winning_values[place], content.text)


def verdict_cell(view: View, text: Words) -> Markup:
    """The verdict with the condition that flips it; or the sentence that says why there is none."""
    word = verdict_word(view, text)
    return joined([word, view.said.flip]) if word else view.said.main


def verdict_word(view: View, text: Words) -> Markup:
    """The word with how often in 100, or why there is no count; empty where there is no verdict."""
    found = view.verdict
    if found is None or view.said.word is None:
        return Markup()
    if found.counted and found.enough_varied:
        return text.html("report.verdict", word=view.said.label, count=out_of_100(found.share, text))
    why = "unvaried" if found.counted else found.reason
    return text.html(f"report.verdict_{why}", word=view.said.label)
