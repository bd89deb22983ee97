"""From a proposal that somebody confirmed to the files of a draft case."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from unicodedata import normalize

from cases.definition.model import FORMAT
from cases.importing.alternative_names import named
from cases.importing.proposal import ImportProposal, ProposedCriterion
from cases.importing.scales import SIGNS_WITH_WORDS, Level, levels_of
from cases.importing.sheet_profile import Weighed, profile
from cases.importing.values import Value
from cases.reading.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.workbook.csv_text import csv_text, number_text
from cases.workbook.yaml_text import yaml_text
from texts import Told, words
from texts.message import message

LONGEST_ID = 40
MOST_AROUND = 1000
"""Characters of what stands around the table."""
ESTIMATED = "D"
"""The grade of a figure of which the sheet itself says that it is about right."""


class Evidence(NamedTuple):
    """What a person says of every figure of a sheet that the sheet itself is silent about."""

    source: str = ""
    grade: str = ""
    """A to D; empty: not yet given."""


NOTHING_SAID = Evidence()
Words = dict[str, str]


def draft_files(
    proposal: ImportProposal,
    title: str,
    day: date,
    language: str,
    file_name: str,
    with_profile: bool = False,
    evidence: Evidence = NOTHING_SAID,
) -> dict[str, bytes]:
    """The files of the draft, by name.

    Args:
        proposal: as it was confirmed.
        title: of the case; its id is made from it.
        day: of this version.
        language: in which the sheet is written: that of the case.
        file_name: where it came from; named in what is said of ranges and guesses.
        with_profile: True when somebody asked for the weights of the sheet as an example.
        evidence: what somebody said of all figures together.
    """
    return _Drafting(proposal, title, day, language, file_name, evidence).files(with_profile)


class _Drafting:
    def __init__(
        self, proposal: ImportProposal, title: str, day: date, language: str, file_name: str, evidence: Evidence
    ) -> None:
        self._evidence = evidence
        self._proposal, self._title, self._day = proposal, title, day
        self._language, self._file = language, file_name
        self._named = named(proposal.alternatives)
        self._alternatives = ids([one.label for one in self._named], "plan")
        self._taken = [criterion for criterion in proposal.criteria if criterion.take]
        self._criteria = ids([criterion.label for criterion in self._taken], "criterium")
        names = list(dict.fromkeys(map(self._theme_name, self._taken)))
        self._themes = dict(zip(names, ids(names, "thema"), strict=True))
        self._sources: dict[str, str] = {}

    def files(self, with_profile: bool) -> dict[str, bytes]:
        effects = self._effects()
        found = {
            "case.yaml": yaml_text(self._case()).encode(),
            "performances.csv": csv_text(PERFORMANCE_COLUMNS, effects).encode(),
            "sources.csv": csv_text(SOURCE_COLUMNS, self._source_rows()).encode(),
        }
        balance = next((key for key, one in zip(self._criteria, self._taken, strict=True) if one.budget), None)
        if balance is not None:
            found["valuation.yaml"] = yaml_text(self._money(balance)).encode()
        if with_profile and self._proposal.weighted:
            profiles = {"format": FORMAT, "profiles": [profile(self._weights(), self._language, self._file)]}
            found["profiles.yaml"] = yaml_text(profiles).encode()
        return found

    def _money(self, balance: str) -> dict[str, Any]:
        """The money that the sheet itself names: its balance is what a budget sees, beside all other effects."""
        said, years = self._told(message("importing.amount_already", file=self._file)), self._proposal.years
        return {
            "format": FORMAT,
            "horizon_years": self._horizon(),
            **({"base_year": years.base_year} if years.base_year else {}),
            "parties": [],
            "effects": [],
            "not_valued": [{"criterion": key, "reason": "overlaps", "text": said} for key in self._criteria],
            "business_case": {
                "label": self._told(message("importing.balance", file=self._file)),
                "about": self._told(message("importing.balance_about")),
                "criterion": balance,
                "price_year": years.price_year,
            },
        }

    def _horizon(self) -> dict[str, Any]:
        years = self._proposal.years.horizon
        why = message("importing.horizon_of_sheet", file=self._file) if years else message("importing.no_horizon")
        return {"value": years or 30, "why": self._told(why)}

    def _said(self, text: str) -> Words:
        return {self._language: text}

    def _told(self, told: Told) -> Words:
        return {self._language: told.get(self._language)}

    def _theme_name(self, criterion: ProposedCriterion) -> str:
        return theme_name(criterion, self._language)

    def _case(self) -> dict[str, Any]:
        reference = self._proposal.reference
        told = [criterion for criterion in self._proposal.criteria if not criterion.take]
        case = {
            "format": FORMAT,
            "id": case_id(self._title),
            "state": "draft",
            "version_date": self._day.isoformat(),
            "title": self._said(self._title),
            "reference": self._alternatives[reference] if reference is not None else None,
            "alternatives": [
                {"id": key, "code": one.code, "label": self._said(one.label)}
                for key, one in zip(self._alternatives, self._named, strict=True)
            ],
            "themes": [{"id": key, "label": self._said(name)} for name, key in self._themes.items()],
            "criteria": [self._criterion(key, one) for key, one in zip(self._criteria, self._taken, strict=True)],
            "not_counted": [{"text": self._said(self._words_of(criterion))} for criterion in told],
        }
        if self._proposal.around:
            case["evidence"] = self._told(
                message("importing.around", file=self._file, text=self._proposal.around[:MOST_AROUND])
            )
        no_second = message("importing.no_second_range")
        main = message("importing.range_why", file=self._file)
        case["range_rule"] = {"main": self._told(main), "second": self._told(no_second)}
        return {key: value for key, value in case.items() if value not in (None, [])}

    def _words_of(self, criterion: ProposedCriterion) -> str:
        """What a row says that has only words, by alternative."""
        told = zip((one.label for one in self._named), criterion.values, strict=True)
        said = [f"{name}: {value.text}" for name, value in told if value.text]
        return f"{criterion.label}. {'; '.join(said)}".strip()[:1500] if said else criterion.label

    def _criterion(self, key: str, criterion: ProposedCriterion) -> dict[str, Any]:
        entry = criterion.entry
        shape = self._shape(criterion)
        unit = self._unit(criterion, bool(shape))
        found: dict[str, Any] = {
            "id": key,
            "theme": self._themes[self._theme_name(criterion)],
            "label": self._said(criterion.label),
            "unit": unit,
            "unit_label": self._said(self._with_year(unit)),
            "decimals": criterion.decimals,
            "better": criterion.better if not shape else "higher",
        }
        if shape:
            found["value_function"] = shape
            found["range_why"] = self._told(message("importing.range_of_classes"))
            found["yardstick"] = {"some": 20, "much": 45, "why": self._told(message("importing.yardstick_of_classes"))}
        elif criterion.low is not None and criterion.high is not None:
            low, high = criterion.low, criterion.high
            worst, best = (low, high) if criterion.better == "higher" else (high, low)
            found["range"] = {"worst": worst, "best": best}
            found["range_why"] = self._told(message("importing.range_why", file=self._file))
            found["yardstick"] = {"some": criterion.some, "much": criterion.much,
                                  "why": self._told(message("importing.yardstick_why"))}  # fmt: skip
        if criterion.balance:
            found |= {"in_sum": "no", "left_out_because": self._told(message("importing.balance_not_weighed"))}
        if entry is not None:
            found["monitor_topic"] = entry.topic
            found["time_place"] = entry.time_place
            found["level"] = entry.level
        return found

    def _levels(self, criterion: ProposedCriterion) -> dict[str, Level]:
        scale = criterion.scale
        if scale is None:
            return {}
        used = {value.word for value in criterion.values if value.scale == scale}
        return levels_of(scale, used, criterion.better)

    def _shape(self, criterion: ProposedCriterion) -> dict[str, Any] | None:
        levels = self._levels(criterion)
        if not levels:
            return None
        return {
            "type": "classes",
            "classes": [{"id": level.id, "label": self._said(self._level_name(level)), "score": level.score}
                        for level in levels.values()],
        }  # fmt: skip

    def _level_name(self, level: Level) -> str:
        """A sign alone may be read as a dash, or as nothing: the word for it stands behind."""
        word = f"sign_word.{level.id}"
        return f"{level.label} ({message(word).get(self._language)})" if level.id in SIGNS_WITH_WORDS else level.label

    def _unit(self, criterion: ProposedCriterion, classes: bool) -> str:
        return message("importing.class").get(self._language) if classes else criterion.unit or "?"

    def _with_year(self, unit: str) -> str:
        """Euros with the year that they are of, where the sheet says it."""
        year = self._proposal.years.price_year
        return message("importing.price_year", unit=unit, year=str(year)).get(self._language) if year else unit

    def _weights(self) -> Iterator[Weighed]:
        for key, criterion in zip(self._criteria, self._taken, strict=True):
            yield Weighed(self._themes[self._theme_name(criterion)], key, max(criterion.weight or 0.0, 0.0))

    def _effects(self) -> list[dict[str, str]]:
        rows = []
        for key, criterion in zip(self._criteria, self._taken, strict=True):
            levels = self._levels(criterion)
            for alternative, value in zip(self._alternatives, criterion.values, strict=True):
                cells = {"alternative": alternative, "criterion": key,
                         "unit": self._unit(criterion, bool(levels)),
                         "source": self._source(criterion.source)}  # fmt: skip
                if levels and value.word in levels:
                    cells["value"] = levels[value.word].id
                elif not levels and value.number is not None:
                    cells["value"] = number_text(value.number)
                    if value.low is not None and value.high is not None:
                        cells |= {"low": number_text(value.low), "high": number_text(value.high)}
                if cells.get("value"):
                    guess = "about" in value.how and self._evidence.grade
                    cells["grade"] = ESTIMATED if guess else self._evidence.grade
                else:
                    cells["source"] = ""
                note = self._note(criterion, value, bool(cells.get("value")))
                if note:
                    cells[f"note_{self._language}"] = note
                rows.append(cells)
        return rows

    def _note(self, criterion: ProposedCriterion, value: Value, known: bool) -> str:
        """What stood in the cell and what was guessed; and the note of the row."""
        parts = []
        if value.how and value.how != ("empty",):
            hows = [message(f"import_how.{how}").get(self._language) for how in dict.fromkeys(value.how)]
            parts.append(message("importing.as_it_stood", text=value.text, how=" ".join(hows)).get(self._language))
        elif not known:
            parts.append(message("importing.empty_cell", file=self._file).get(self._language))
        if criterion.note:
            parts.append(_sentence(criterion.note))
        return " ".join(parts)[:1500]

    def _source(self, text: str) -> str:
        text = text or self._evidence.source.strip()
        if not text:
            return ""
        return self._sources.setdefault(text, f"S{len(self._sources) + 1}")

    def _source_rows(self) -> list[dict[str, str]]:
        return [
            {"id": key, f"title_{self._language}": text[:300], "complete": "no"} for text, key in self._sources.items()
        ]


def _sentence(text: str) -> str:
    """With a capital and a full stop, so that what follows another sentence reads as one."""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text[-1:] in ".!?)" else ".")


def theme_name(criterion: ProposedCriterion, language: str) -> str:
    """The theme as the sheet names it, or else as the monitor names the topic that its words fit."""
    if criterion.theme:
        return criterion.theme
    if criterion.theme_why == "library" and criterion.entry is not None:
        return words(language)("topic." + criterion.entry.topic.replace(".", "_"))
    return message("importing.no_theme").get(language)


def case_id(title: str) -> str:
    """An id for a case with this title."""
    return ids([title], "zaak")[0]


def ids(names: list[str] | tuple[str, ...], otherwise: str) -> list[str]:
    """An id for each name, all of them different; a name without letters gets ``otherwise`` and its number."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
        base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_ID].strip("_")
        if not base or not base[0].isalpha():
            base = f"{otherwise}_{base or number}"[:LONGEST_ID].strip("_")
        made, turn = base, 2
        while made in found:
            made = f"{base[: LONGEST_ID - 4]}_{turn}"
            turn += 1
        found.append(made)
    return found
