"""Whether the list of criteria is in balance: it decides as much as the weights do."""

from collections.abc import Iterator

from cases.definition.model import Case
from texts.message import message
from weighing.coverage import TOPICS, says_topics
from weighing.soundness.favours import favours
from weighing.soundness.finding import Finding

TWICE = 2
"""A theme with more than this many times the criteria of another is worth a finding."""
MOST_CRITERIA, MOST_THEMES = 0.6, 0.75
"""An alternative that leads on this share of all criteria, or of all themes, is worth a finding. Themes are few: two of
three is no sign of a list that helps one."""


def uneven_themes(case: Case) -> Iterator[Finding]:
    """Themes with more than twice as many criteria in the sum as the smallest theme."""
    counts = {theme.id: len(case.summed_in(theme.id)) for theme in case.themes}
    least = min(case.themes, key=lambda theme: counts[theme.id])
    for theme in case.themes:
        more, fewer = counts[theme.id], counts[least.id]
        if more > TWICE * fewer:
            found = message("soundness.uneven_themes", most=theme.label, more=more, least=least.label, fewer=fewer)
            yield Finding("uneven_themes", "notice", found, (f"themes.{theme.id}", f"themes.{least.id}"))


def one_sided_list(case: Case) -> Iterator[Finding]:
    """Alternatives that lead on at least three fifths of the criteria, or three quarters of the themes.

    A list of one has no balance and is passed over.
    """
    n_criteria, n_themes = len(case.summed), len(case.themes)
    for key, lead in favours(case).items():
        counts = ((lead.criteria, n_criteria, MOST_CRITERIA), (lead.themes, n_themes, MOST_THEMES))
        shares = [(count / of, most) for count, of, most in counts if of > 1]
        if any(share >= most for share, most in shares):
            found = message(
                "soundness.one_sided_list",
                alternative=case.alternative(key).label,
                criteria=lead.criteria,
                all_criteria=n_criteria,
                themes=lead.themes,
                all_themes=n_themes,
            )
            yield Finding(
                "one_sided_list",
                "warning" if any(share == 1 for share, _ in shares) else "notice",
                found,
                (f"alternatives.{key}",),
            )


def topics_without_criterion(case: Case) -> Iterator[Finding]:
    """Topics of the national monitor that no criterion of the case is about, in the sum or beside it.

    A case that names no topic at all is not silent on them: it does not say.
    """
    if not says_topics(case):
        yield Finding("topics_not_said", "notice", message("soundness.topics_not_said"), ())
        return
    covered = {criterion.monitor_topic for criterion in case.criteria}
    for topic in TOPICS:
        if topic not in covered:
            name = message(f"soundness.topic_{topic.replace('.', '_')}")
            found = message("soundness.topic_without_criterion", topic=name)
            yield Finding("topic_without_criterion", "notice", found, (f"monitor_topics.{topic}",))


def topic_other_time(case: Case) -> Iterator[Finding]:
    """Criteria that count for another time or place than their topic of the national monitor belongs to."""
    for criterion in case.criteria:
        topic = criterion.monitor_topic
        if topic and topic.split(".")[0].removeprefix("here_") != criterion.time_place:
            name = message(f"soundness.topic_{topic.replace('.', '_')}")
            found = message("soundness.topic_other_time", criterion=criterion.label, topic=name)
            yield Finding("topic_other_time", "notice", found, (f"criteria.{criterion.id}",))
