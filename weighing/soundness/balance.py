"""Whether the list of criteria is in balance: it decides as much as the weights do."""

from collections.abc import Iterator

from cases.definition.model import Case
from files.fields import Text
from weighing.coverage import TOPICS
from weighing.soundness.favours import favours
from weighing.soundness.finding import Finding, Kind

TWICE = 2
"""A theme with more than this many times the criteria of another is worth a finding."""
MOST = 0.75
"""An alternative that leads on this share of all criteria or themes is worth a finding."""

UNEVEN_THEMES = Kind(
    "uneven_themes",
    Text(nl="Een thema heeft veel meer criteria dan een ander", en="One theme has far more criteria than another"),
    Text(
        nl="Een groot thema krijgt meer aandacht, en elk criterium erin weegt minder.",
        en="A large theme draws more attention, and each of its criteria carries less weight.",
    ),
    Text(
        nl="Voeg criteria samen, splits het thema, of zoek wat in het kleine thema ontbreekt.",
        en="Join criteria, split the theme, or find what is missing in the small one.",
    ),
)
ONE_SIDED_LIST = Kind(
    "one_sided_list",
    Text(nl="De lijst van criteria helpt vooral één alternatief", en="The list of criteria mainly helps one"),
    Text(
        nl="Wie op bijna alles voor ligt, wint bij bijna elke weging. Dan beslist de lijst, en niet wat mensen "
        "belangrijk vinden.",
        en="Whoever leads on nearly everything wins under nearly every weighing. Then the list decides, and not what "
        "people value.",
    ),
    Text(
        nl="Vraag voorstanders van de andere alternatieven welke criteria zij missen.",
        en="Ask those in favour of the other alternatives which criteria they miss.",
    ),
)
TOPIC_WITHOUT_CRITERION = Kind(
    "topic_without_criterion",
    Text(
        nl="Een onderwerp van de Monitor Brede Welvaart ontbreekt",
        en="A topic of the broad-prosperity monitor is missing",
    ),
    Text(
        nl="Over dit onderwerp kan niemand iets laten meetellen.",
        en="Nobody can let this topic count.",
    ),
    Text(
        nl="Kijk of de keuze er gevolgen voor heeft. Zo ja: voeg een criterium toe. Zo nee: dan hoeft er niets.",
        en="Check whether the choice affects it. If so: add a criterion. If not: nothing needs to be done.",
    ),
)


def uneven_themes(case: Case) -> Iterator[Finding]:
    """Themes with more than twice as many criteria in the sum as the smallest theme."""
    counts = {theme.id: len(case.summed_in(theme.id)) for theme in case.themes}
    least = min(case.themes, key=lambda theme: counts[theme.id])
    for theme in case.themes:
        more, fewer = counts[theme.id], counts[least.id]
        if more > TWICE * fewer:
            found = Text(
                en=f"Theme '{theme.label.en}' has {more} criteria and '{least.label.en}' has {fewer}.",
                nl=f"Thema '{theme.label.nl}' heeft {more} criteria en '{least.label.nl}' heeft er {fewer}.",
            )
            yield Finding(UNEVEN_THEMES, "notice", found, (f"themes.{theme.id}", f"themes.{least.id}"))


def one_sided_list(case: Case) -> Iterator[Finding]:
    """Alternatives that lead on at least three quarters of the criteria or of the themes.

    A list of one has no balance and is passed over.
    """
    n_criteria, n_themes = len(case.summed), len(case.themes)
    for key, lead in favours(case).items():
        shares = [count / of for count, of in ((lead.criteria, n_criteria), (lead.themes, n_themes)) if of > 1]
        share = max(shares, default=0.0)
        if share < MOST:
            continue
        label = case.alternative(key).label
        yield Finding(
            ONE_SIDED_LIST,
            "warning" if share == 1 else "notice",
            Text(
                en=f"'{label.en}' is the best, or one of the best, on {lead.criteria} of the {n_criteria} criteria and "
                f"{lead.themes} of the {n_themes} themes.",
                nl=f"'{label.nl}' is de beste, of één van de beste, op {lead.criteria} van de {n_criteria} criteria en "
                f"{lead.themes} van de {n_themes} thema's.",
            ),
            (f"alternatives.{key}",),
        )


def topics_without_criterion(case: Case) -> Iterator[Finding]:
    """Topics of the national monitor that no criterion of the case is about, in the sum or beside it."""
    covered = {criterion.monitor_topic for criterion in case.criteria}
    for topic in TOPICS:
        if topic not in covered:
            en, nl = TOPIC_WORDS[topic]
            found = Text(en=f"No criterion is about '{en}'.", nl=f"Geen criterium gaat over '{nl}'.")
            yield Finding(TOPIC_WITHOUT_CRITERION, "notice", found, (f"monitor_topics.{topic}",))


TOPIC_WORDS = {
    "here_now.subjective_wellbeing": ("subjective well-being", "subjectief welzijn"),
    "here_now.material_prosperity": ("material prosperity", "materiële welvaart"),
    "here_now.health": ("health", "gezondheid"),
    "here_now.work_and_leisure": ("work and leisure", "arbeid en vrije tijd"),
    "here_now.housing": ("housing", "wonen"),
    "here_now.society": ("society", "samenleving"),
    "here_now.safety": ("safety", "veiligheid"),
    "here_now.environment": ("environment", "milieu"),
    "later.economic_capital": ("economic capital", "economisch kapitaal"),
    "later.natural_capital": ("natural capital", "natuurlijk kapitaal"),
    "later.human_capital": ("human capital", "menselijk kapitaal"),
    "later.social_capital": ("social capital", "sociaal kapitaal"),
    "elsewhere.trade_and_aid": ("trade and aid", "handel en hulp"),
    "elsewhere.environment_and_resources": ("environment and resources elsewhere", "milieu en grondstoffen elders"),
}
