"""Now, later and elsewhere in sentences: who comes first in each, never added up.

Safe HTML, as in `wording.sentences`.
"""

from markupsafe import Markup

from cases.definition.model import Case
from texts import Words
from texts.numbers import percent
from weighing.comparison import Comparison
from weighing.coverage import says_topics, silent_share, without_topic
from weighing.dimensions import Part, Rule
from wording.sentences import points_text, total_text, unsure_names
from wording.verdict_words import out_of_100


def rule_about(case: Case, rule: Rule, text: Words) -> str:
    """What a rule does in this case, whole: also with criteria of which the case names no topic."""
    if rule != "topics":
        return text(f"dimension.rule_{rule}_about")
    if not says_topics(case):
        return text("dimension.rule_topics_unsaid")
    about = text("dimension.rule_topics_about", share=percent(silent_share(case), text.language))
    rest = [text.of(case.criterion(key).short) for key in without_topic(case) if case.criterion(key).in_sum]
    return f"{about} {text('dimension.rule_topics_rest', names=text.listed(rest))}" if rest else about


def part_sentence(part: Part, text: Words) -> Markup:
    """Who comes first in this part, and how often that stays so if the effects turn out otherwise."""
    found, shares = part.inside, part.shares
    if found is None or shares is None:
        return text.html("dimension.nothing")
    if not found.contenders:
        return text.html("why.nobody")
    names = {
        "first": _label(found, found.first, text),
        "second": _label(found, found.second, text),
        "first_total": total_text(found, found.first, text),
        "second_total": total_text(found, found.second, text),
        "count": out_of_100(float(shares[found.first]), text),
    }
    if len(found.contenders) == 1:
        return text.html("why.only", **names)
    if found.may_be_first:
        alternatives = text.bold([_label(found, row, text) for row in found.may_be_first])
        themes = text.listed(unsure_names(found, text))
        return text.html("dimension.unsure", themes=themes, alternatives=alternatives)
    if found.undecided and not found.known and not found.tied:
        rows = [found.first, *found.level_with_first]
        alternatives = text.bold([_label(found, row, text) for row in rows])
        totals = text.listed([total_text(found, row, text) for row in rows])
        return text.html("dimension.interval", alternatives=alternatives, totals=totals)
    if found.tied:
        rows = [found.first, *found.level_with_first]
        totals = text.listed([total_text(found, row, text) for row in rows])
        labels = text.bold([_label(found, row, text) for row in rows])
        return text.html("dimension.near", alternatives=labels, totals=totals)
    return text.html("dimension.first" if part.decided else "dimension.open", **names)


def part_weight(part: Part, text: Words) -> str:
    """How much this part carries, and whether its criteria count equally because it carries nothing."""
    if part.inside is None:
        return ""
    share = part_share(part, text)
    return text("dimension.no_weight" if part.equal else "dimension.weight", share=share, count=len(part.criteria))


def part_share(part: Part, text: Words) -> str:
    """The share of this part in all weight; a range where a theme that is not known may weigh anything."""
    low, high = (percent(end, text.language) for end in part.weights)
    return low if low == high else text("explore.interval", low=low, high=high)


def part_points(part: Part, alternative: int, text: Words) -> str:
    """What this part adds to a total; a range, as `part_share`."""
    low, high = (points_text(float(end), text) for end in part.contribution_ranges[alternative])
    return low if low == high else text("explore.interval", low=low, high=high)


def split_sentence(parts: tuple[Part, ...], text: Words) -> Markup:
    """Whether the same alternative comes first in every part, or another one; empty where that cannot be said."""
    asked = [part for part in parts if part.inside is not None]
    first = {part.inside.first for part in asked if part.inside is not None and part.decided}
    if len(first) > 1:
        return text.html("dimension.differ", count=len(first))
    if len(first) == 1 and len(asked) > 1 and all(part.decided for part in asked) and asked[0].inside is not None:
        return text.html("dimension.same", first=_label(asked[0].inside, first.pop(), text), count=len(asked))
    return Markup()


def _label(comparison: Comparison, row: int, text: Words) -> str:
    return text.of(comparison.case.alternatives[row].label)
