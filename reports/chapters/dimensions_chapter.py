"""Now, later and elsewhere: each by itself in every weighting, and never added up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from reports.blocks import Block, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import MANY_WEIGHTINGS, band, columns, is_wide, items, joined, labelled, plain, row
from reports.chapters.results_chapter import total_cells
from reports.content import Content
from texts import Words
from weighing.comparison import Comparison
from weighing.dimensions import FAIR_RULES, Part, by_rule, parts, rules
from wording.dimension_words import part_share, rule_about, split_sentence
from wording.verdict_words import out_of_100


def chapter(content: Content) -> Section:
    """The parts under each other with all weightings of the report, and two rules that both sound fair beside them."""
    case, text = content.case, content.text
    found = [(label, parts(comparison)) for label, comparison in _weightings(content)]
    title, many = text("chapters.dimensions_parts"), len(content.views) > MANY_WEIGHTINGS
    table = _table(content, found)
    sections = [Section("dimensions_parts", title, (table,), wide=is_wide(case), one_by_one=many)]
    if many:  # the rules alone, which no maker of a report chose
        rules_only = replace(_table(content, found[len(content.views) :]), id="dimension_rules")
        fair = Section("dimensions_rules", text("chapters.dimensions_rules"), (rules_only,), wide=is_wide(case))
        sections.insert(0, fair)
    return Section("dimensions", text("dimension.title"), (*_intro(content, found), *sections))


def _weightings(content: Content) -> Iterator[tuple[str, Comparison]]:
    off = content.settings.requirements_off
    for view in content.views:
        yield view.label, view.comparison
    for rule in rules(content.case):
        yield content.text(f"dimension.rule_{rule}"), by_rule(content.case, rule, requirements_off=off)


def _intro(content: Content, found: Sequence[tuple[str, tuple[Part, ...]]]) -> Iterator[Block]:
    text = content.text
    yield from plain(text("dimension.intro"), text("chapters.dimensions_intro"))
    yield items(labelled(text(f"dimension.rule_{rule}"), rule_about(content.case, rule, text)) for rule in FAIR_RULES)
    split: dict[Markup, list[str]] = {}
    for label, of_label in found:
        if sentence := split_sentence(of_label, text):
            split.setdefault(sentence, []).append(label)
    if split:
        yield items(labelled("; ".join(labels), sentence) for sentence, labels in split.items())


def _table(content: Content, found: Sequence[tuple[str, tuple[Part, ...]]]) -> TableBlock:
    """One row for each weighting under each part; a part without criteria says so."""
    case, text = content.case, content.text
    rows: list[TableRow] = []
    for place, part in enumerate(found[0][1]):
        title = text(f"time.{part.dimension}")
        if not part.criteria:
            rows.append(band(labelled(title, text("dimension.nothing"))))
            continue
        names = ", ".join(text.of(case.criterion(key).short) for key in part.criteria)
        rows.append(band(labelled(title, names)))
        rows += [
            row(
                label,
                _weight(of_label[place], content),
                *_cells(of_label[place], content),
                _stays(of_label[place], text),
            )
            for label, of_label in found
        ]
    first, *others = columns(case, text, text("chapters.weighting"), width=1.8, align="right")
    return TableBlock(
        "dimension_totals",
        text("chapters.dimensions_caption"),
        (
            first,
            TableColumn(text("explore.weight"), "right", 0.8),
            *others,
            TableColumn(text("chapters.stays"), "right"),
        ),
        tuple(rows),
        joined([text("chapters.dimension_note"), _equal_note(found, content)]),
    )


def _stays(part: Part, text: Words) -> str:
    """How often out of 100 the first of this part stays first, or that nobody can say which is first."""
    if part.inside is None or part.shares is None or len(part.inside.contenders) < 2:
        return "-"
    if not part.decided:
        return text("chapters.stays_open")
    return out_of_100(float(part.shares[part.inside.first]), text)


def _weight(part: Part, content: Content) -> str:
    shown = part_share(part, content.text)
    return f"{shown}*" if part.equal else shown


def _equal_note(found: Sequence[tuple[str, tuple[Part, ...]]], content: Content) -> str:
    equal = any(part.equal for _, of_label in found for part in of_label)
    return content.text("chapters.dimension_equal") if equal else ""


def _cells(part: Part, content: Content) -> tuple[str | Markup, ...]:
    """The totals within this part; bold only where one can say what comes first."""
    if part.inside is None:
        return ("",) * len(content.case.alternatives)
    return total_cells(part.inside, content.text, (part.inside.first,) if part.decided else ())
