"""From a proposal that somebody confirmed to the files of a draft case."""

import re
from collections import Counter
from datetime import date
from string import ascii_uppercase
from typing import Any, NamedTuple
from unicodedata import normalize

from cases.definition.model import FORMAT
from cases.importing.proposal import ImportProposal, ProposedCriterion
from cases.importing.scales import Level, levels_of
from cases.importing.values import Value
from cases.reading.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.workbook.csv_text import csv_text, number_text
from cases.workbook.yaml_text import yaml_text
from files.fields import CASE_LANGUAGES
from texts import Told, words
from texts.message import message

LONGEST_ID = 40


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
        self._alternatives = ids(proposal.alternatives, "plan")
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
            profiles = {"format": FORMAT, "profiles": [self._profile()]}
            found["profiles.yaml"] = yaml_text(profiles).encode()
        return found

    def _money(self, balance: str) -> dict[str, Any]:
        """The money that the sheet itself names: its balance is what a budget sees, beside all other effects."""
        said = self._told(message("importing.amount_already", file=self._file))
        return {
            "format": FORMAT,
            "horizon_years": {"value": 30, "why": self._told(message("importing.no_horizon"))},
            "parties": [],
            "effects": [],
            "not_valued": [{"criterion": key, "reason": "overlaps", "text": said} for key in self._criteria],
            "business_case": {
                "label": self._told(message("importing.balance", file=self._file)),
                "about": self._told(message("importing.balance_about")),
                "criterion": balance,
                "price_year": None,
            },
        }

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
                {"id": key, "code": ascii_uppercase[number], "label": self._said(name)}
                for number, (key, name) in enumerate(zip(self._alternatives, self._proposal.alternatives, strict=True))
            ],
            "themes": [{"id": key, "label": self._said(name)} for name, key in self._themes.items()],
            "criteria": [self._criterion(key, one) for key, one in zip(self._criteria, self._taken, strict=True)],
            "not_counted": [{"text": self._said(self._words_of(criterion))} for criterion in told],
        }
        return {key: value for key, value in case.items() if value not in (None, [])}

    def _words_of(self, criterion: ProposedCriterion) -> str:
        """What a row says that has only words, by alternative."""
        named = zip(self._proposal.alternatives, criterion.values, strict=True)
        said = [f"{name}: {value.text}" for name, value in named if value.text]
        return f"{criterion.label}. {'; '.join(said)}".strip()[:1500] if said else criterion.label

    def _criterion(self, key: str, criterion: ProposedCriterion) -> dict[str, Any]:
        entry = criterion.entry
        shape = self._shape(criterion)
        unit = "class" if shape else criterion.unit or "?"
        shown = str(message("importing.class").get(self._language)) if shape else criterion.unit or "?"
        found: dict[str, Any] = {
            "id": key,
            "theme": self._themes[self._theme_name(criterion)],
            "label": self._said(criterion.label),
            "unit": unit,
            "unit_label": self._said(shown),
            "decimals": criterion.decimals,
            "better": criterion.better if not shape else "higher",
        }
        if shape:
            found["value_function"] = shape
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
            "classes": [{"id": level.id, "label": dict.fromkeys(CASE_LANGUAGES, level.label), "score": level.score}
                        for level in levels.values()],
        }  # fmt: skip

    def _effects(self) -> list[dict[str, str]]:
        rows = []
        for key, criterion in zip(self._criteria, self._taken, strict=True):
            levels = self._levels(criterion)
            for alternative, value in zip(self._alternatives, criterion.values, strict=True):
                cells = {"alternative": alternative, "criterion": key,
                         "unit": "class" if levels else criterion.unit or "?",
                         "source": self._source(criterion.source)}  # fmt: skip
                if levels and value.word in levels:
                    cells["value"] = levels[value.word].id
                elif not levels and value.number is not None:
                    cells["value"] = number_text(value.number)
                    if value.low is not None and value.high is not None:
                        cells |= {"low": number_text(value.low), "high": number_text(value.high)}
                if cells.get("value"):
                    cells["grade"] = self._evidence.grade
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
            parts.append(criterion.note)
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

    def _profile(self) -> dict[str, Any]:
        """The weights of the sheet as an example: shares of the whole, as points in which the largest is 100."""
        weights = {
            key: max(criterion.weight or 0.0, 0.0) for key, criterion in zip(self._criteria, self._taken, strict=True)
        }
        themes: Counter[str] = Counter()
        for key, criterion in zip(self._criteria, self._taken, strict=True):
            themes[self._themes[self._theme_name(criterion)]] += weights[key]  # type: ignore[assignment]
        within: dict[str, dict[str, float]] = {}
        for key, criterion in zip(self._criteria, self._taken, strict=True):
            within.setdefault(self._themes[self._theme_name(criterion)], {})[key] = weights[key]
        return {
            "id": "from_file",
            "kind": "view",
            "label": self._said(self._file[:80]),
            "about": self._told(message("importing.profile_about", file=self._file)),
            "rationale": self._told(message("importing.profile_why")),
            "evidence": "assumption",
            "points": _largest_100(dict(themes)),
            "within": {theme: _largest_100(points) for theme, points in within.items() if any(points.values())},
        }


def theme_name(criterion: ProposedCriterion, language: str) -> str:
    """The theme as the sheet names it, or else as the monitor names the topic that its words fit."""
    if criterion.theme:
        return criterion.theme
    if criterion.theme_why == "library" and criterion.entry is not None:
        return words(language)("topic." + criterion.entry.topic.replace(".", "_"))
    return message("importing.no_theme").get(language)


def _largest_100(points: dict[str, Any]) -> dict[str, float]:
    most = max(points.values())
    return {key: round(100 * value / most, 4) if value < most else 100.0 for key, value in points.items()}


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
