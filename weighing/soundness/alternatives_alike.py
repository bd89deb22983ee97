"""Whether every alternative is treated alike, and whether the present situation is one of them."""

import re
from collections.abc import Iterator

from cases.definition.model import Case
from files.fields import Text
from weighing.equal_treatment import uneven_text as uneven_portions
from weighing.equal_treatment import without_weak_point
from weighing.soundness.finding import Finding, Kind

REFERENCE_UNCLEAR = Kind(
    "reference_unclear",
    Text(nl="De huidige situatie lijkt te ontbreken", en="The present situation seems to be missing"),
    Text(
        nl="Zonder 'wat gebeurt er als wij niets besluiten' weet niemand of een plan iets beter maakt.",
        en="Without 'what happens if we decide nothing' nobody knows whether a plan makes anything better.",
    ),
    Text(
        nl="Voeg een alternatief toe voor de huidige situatie en maak dat de referentie. Is die er al? Schrijf dan in "
        "de naam of de uitleg dat alles blijft zoals nu.",
        en="Add an alternative for the present situation and make it the reference. Is it there already? Then say in "
        "its name or description that everything stays as it is now.",
    ),
)
NO_WEAK_POINT = Kind(
    "no_weak_point",
    Text(nl="Een alternatief heeft geen zwak punt", en="An alternative has no weak point"),
    Text(
        nl="Elk plan heeft nadelen. Staan ze er niet in, dan is de zaak niet eerlijk voor de andere.",
        en="Every plan has drawbacks. If they are not in the case, it is not fair to the others.",
    ),
    Text(
        nl="Vraag tegenstanders van dit plan wat ontbreekt, en voeg dat als criterium toe.",
        en="Ask opponents of this plan what is missing, and add that as a criterion.",
    ),
)
UNEVEN_TEXT = Kind(
    "uneven_text",
    Text(nl="Over één alternatief staat veel meer tekst", en="There is far more text about one alternative"),
    Text(
        nl="Wie meer ruimte krijgt, maakt meer indruk.",
        en="Whoever gets more room makes more of an impression.",
    ),
    Text(
        nl="Beschrijf alle alternatieven ongeveer even lang.",
        en="Describe all alternatives at about the same length.",
    ),
)

# The beginnings of words with which people describe that nothing is decided, in both languages.
_PRESENT = re.compile(
    r"\b(huidig|nu\b|nulalt|nulvar|niets|ongewijzigd|onveranderd|bestaand|blijf|blijv|referentie|autonom|doorgaan"
    r"|geen plan|present|current|now\b|today|nothing|unchanged|existing|stay|remain|reference|business as usual|no plan"
    r"|status quo)",
    re.IGNORECASE,
)


def reference_unclear(case: Case) -> Iterator[Finding]:
    """The reference, in name and description, nowhere says that it is what there is now.

    A program cannot know what a plan is; it looks for the words, and asks.
    """
    item = case.alternative(case.reference)
    words = " ".join((item.label.nl, item.label.en, item.about.nl, item.about.en))
    if _PRESENT.search(words):
        return
    found = Text(
        en=f"The reference is '{item.label.en}'. Its name and description do not say that it is the present situation.",
        nl=f"De referentie is '{item.label.nl}'. De naam en de uitleg zeggen niet dat dit de huidige situatie is.",
    )
    yield Finding(REFERENCE_UNCLEAR, "warning", found, (f"alternatives.{item.id}",))


def no_weak_point(case: Case) -> Iterator[Finding]:
    """Alternatives that do worse than the mean of the others on no criterion."""
    for alternative in without_weak_point(case):
        found = Text(
            en=f"'{alternative.label.en}' does worse than the mean of the others on no criterion.",
            nl=f"'{alternative.label.nl}' doet het op geen enkel criterium slechter dan het gemiddelde van de andere.",
        )
        yield Finding(NO_WEAK_POINT, "warning", found, (f"alternatives.{alternative.id}",))


def uneven_text(case: Case) -> Iterator[Finding]:
    """Twice as many words about one alternative as about another, in either language; said once."""
    for language in ("nl", "en"):
        portions = uneven_portions(case, language)
        if portions is None:
            continue
        most, least = (case.alternative(portion.alternative).label for portion in portions)
        counts = [portion.words for portion in portions]
        yield Finding(
            UNEVEN_TEXT,
            "warning",
            Text(
                en=f"'{most.en}' is described with {counts[0]} words and '{least.en}' with {counts[1]}.",
                nl=f"'{most.nl}' is beschreven in {counts[0]} woorden en '{least.nl}' in {counts[1]}.",
            ),
            tuple(f"alternatives.{portion.alternative}" for portion in portions),
        )
        return
