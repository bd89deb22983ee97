"""Opening a factor set. Either the whole set is right, or every mistake is named with its place."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from valuation.amounts import Basis
from valuation.factor_set import COST_TYPES, FORMAT, VERIFIED, DiscountRate, FactorSet
from valuation.factors_file import read_factors
from valuation.set_problems import FactorSetError, FileProblems, Text, did_you_mean, shown
from valuation.set_reading import LARGEST_FILE, Entry, decoded, number, read_yaml

SETS = Path(__file__).parent / "factor_sets"
"""The sets whose licence lets us ship them."""

_TEXTS = ("id", "version", "publisher", "licence", "currency", "price_year", "frame", "address")
_BILINGUAL = ("name", "attribution")
_KEYS = ("format", *_TEXTS, *_BILINGUAL, "rules")


def load_factor_set(folder: Path) -> FactorSet:
    """Read the folder of a factor set: ``set.yaml`` and ``factors.csv``.

    Raises:
        FactorSetError: the folder is not a sound set; it holds all problems, in order of file and line.
    """
    folder = Path(folder)
    about, table = FileProblems("set.yaml"), FileProblems("factors.csv")
    contents = {}
    texts = {}
    for problems in (about, table):
        data = _bytes(folder / problems.file, problems)
        if data is not None:
            contents[problems.file] = data
            texts[problems.file] = decoded(data, problems)
    keys = read_yaml(text, about) if (text := texts.get("set.yaml")) else None
    found = _Head(keys, about) if keys is not None else None
    if found is not None and found.text("id") not in ("", folder.name):
        about.add(
            found.line("id"),
            f"the id is '{shown(found.text('id'))}', but the folder is called '{shown(folder.name)}'. Make them equal",
            f"de id is '{shown(found.text('id'))}', maar de map heet '{shown(folder.name)}'. Maak ze gelijk",
        )
    basis = found.basis(_version(contents)) if found is not None else None
    # a damaged head should not hide what is wrong in the table; the frame only decides which cost types exist
    stand_in = Basis("EUR", 2000, folder.name, "", found.frame() if found is not None else "true_price")
    factors = read_factors(text, basis or stand_in, table) if (text := texts.get("factors.csv")) else {}
    rates, vat = found.rules(factors) if found is not None else ((), {})
    listed = about.listed() + table.listed()
    if listed or found is None or basis is None:
        raise FactorSetError(folder.name, listed)
    return FactorSet(
        id=found.text("id"),
        name=found.words("name"),
        publisher=found.text("publisher"),
        edition=found.text("version"),
        licence=found.text("licence"),
        attribution=found.words("attribution"),
        address=found.text("address"),
        basis=basis,
        factors=factors,
        discount_rates=rates,
        vat=vat,
    )


def available_sets(root: Path = SETS) -> dict[str, FactorSet | FactorSetError]:
    """The sets in the folders of ``root``, by folder name and in that order. A damaged set is there as its error."""
    sets: dict[str, FactorSet | FactorSetError] = {}
    for folder in sorted(path for path in Path(root).iterdir() if (path / "set.yaml").exists()):
        try:
            sets[folder.name] = load_factor_set(folder)
        except FactorSetError as error:
            sets[folder.name] = error
    return sets


def _bytes(path: Path, problems: FileProblems) -> bytes | None:
    try:
        if path.exists() and not path.is_file():
            raise OSError
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)  # one byte more shows that it is too large
    except FileNotFoundError:
        words = (
            "the file is missing. Put it in the folder of the set",
            "het bestand ontbreekt. Zet het in de map van de set",
        )
    except OSError:
        words = (
            "the file cannot be opened. Check that it may be read",
            "het bestand gaat niet open. Mag het gelezen worden?",
        )
    problems.add(None, *words)
    return None


def _version(contents: Mapping[str, bytes]) -> str:
    """First 12 characters of the SHA-256 over the names and the bytes of the files, in order of name."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\n{len(contents[name])}\n".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:12]


class _Head:
    """The keys of ``set.yaml``, checked once at the start."""

    def __init__(self, keys: dict[str, Entry], problems: FileProblems) -> None:
        self.keys, self.problems = keys, problems
        self._known(keys, _KEYS)
        for key in ("format", *_TEXTS):
            self._needs_text(keys, key, 1)
        for key in _BILINGUAL:
            inside = keys.get(key, Entry(1, {}))
            if not isinstance(inside.value, dict):
                problems.add(
                    inside.line,
                    f"'{key}' needs words in two languages: {{nl: ..., en: ...}}",
                    f"'{key}' heeft woorden in twee talen nodig: {{nl: ..., en: ...}}",
                )
                continue
            self._known(inside.value, ("nl", "en"))
            for language in ("nl", "en"):
                self._needs_text(inside.value, language, inside.line, f"{key} > ")
        self._is("format", str(FORMAT), f"format: {FORMAT}")
        self._is("currency", "[A-Z]{3}", "currency: EUR")
        self._is("price_year", "(19|20)[0-9]{2}", "price_year: 2024")
        self._is("frame", "|".join(COST_TYPES), "frame: true_price / frame: mkba")

    def text(self, key: str) -> str:
        """The text at a key; empty when it is not there."""
        value = self.keys[key].value if key in self.keys else ""
        return value if isinstance(value, str) else ""

    def line(self, key: str) -> int:
        return self.keys[key].line

    def words(self, key: str) -> Text:
        inside = self.keys[key].value
        return Text(nl=inside["nl"].value, en=inside["en"].value)  # type: ignore[index, call-overload]  # checked above

    def frame(self) -> str:
        return self.text("frame") if self.text("frame") in COST_TYPES else "true_price"

    def basis(self, version: str) -> Basis | None:
        """What the amounts are in; None when the head is damaged."""
        if self.problems.found:
            return None
        return Basis(self.text("currency"), int(self.text("price_year")), self.text("id"), version, self.frame())

    def rules(self, factors: Mapping[str, object]) -> tuple[tuple[DiscountRate, ...], dict[str, float]]:
        """Discount rates, and the tax that must be added to some factors."""
        rules = self.keys.get("rules", Entry(1, {}))
        if not isinstance(rules.value, dict):
            self.problems.add(rules.line, "'rules' must hold keys", "'rules' moet sleutels bevatten")
            return (), {}
        self._known(rules.value, ("discount_rates", "vat"))
        rates = [self._rate(entry) for entry in self._list(rules.value.get("discount_rates"))]
        vat = {}
        for entry in self._list(rules.value.get("vat")):
            if not self._record(entry, ("factor", "share")):
                continue
            factor = entry.value["factor"]  # type: ignore[call-overload]
            if factor.value not in factors:
                en, nl = did_you_mean(factor.value, factors)
                self.problems.add(
                    factor.line, f"there is no factor '{factor.value}'{en}", f"er is geen factor '{factor.value}'{nl}"
                )
            vat[factor.value] = self._share(entry, "share")
        return tuple(rate for rate in rates if rate is not None), vat

    def _rate(self, entry: Entry) -> DiscountRate | None:
        if not self._record(entry, ("id", "rate", "verified")):
            return None
        inside = entry.value
        if inside["verified"].value not in VERIFIED:  # type: ignore[call-overload]
            allowed = ", ".join(VERIFIED)
            self.problems.add(
                entry.line, f"'verified' must be one of: {allowed}", f"'verified' moet een van deze zijn: {allowed}"
            )
        return DiscountRate(inside["id"].value, self._share(entry, "rate"), inside["verified"].value)

    def _share(self, entry: Entry, key: str) -> float:
        """A share from 0 to 1; 0 when it is no such thing, which is noted."""
        cell = entry.value[key]  # type: ignore[call-overload]
        found = number(cell.value, cell.line, key, self.problems)
        if found is not None and not 0 <= found < 1:
            self.problems.add(
                cell.line,
                f"{key} {found:g} is not between 0 and 1. Write 2.25% as 0.0225",
                f"{key} {found:g} ligt niet tussen 0 en 1. Schrijf 2,25% als 0.0225",
            )
        return found or 0.0

    def _list(self, entry: Entry | None) -> list[Entry]:
        if entry is None:
            return []
        if isinstance(entry.value, list):
            return entry.value
        self.problems.add(
            entry.line, "a list belongs here: lines that start with '-'", "hier hoort een lijst: regels met '-' ervoor"
        )
        return []

    def _record(self, entry: Entry, keys: tuple[str, ...]) -> bool:
        """True when the entry holds exactly these keys, each with text."""
        before = len(self.problems.found)
        inside = entry.value if isinstance(entry.value, dict) else {}
        self._known(inside, keys)
        for key in keys:
            self._needs_text(inside, key, entry.line)
        return len(self.problems.found) == before

    def _known(self, inside: Mapping[str, Entry], allowed: tuple[str, ...]) -> None:
        for key in inside:
            if key not in allowed:
                en, nl = did_you_mean(key, allowed)
                line = inside[key].line
                self.problems.add(line, f"key '{shown(key)}' is unknown{en}", f"sleutel '{shown(key)}' is onbekend{nl}")

    def _needs_text(self, inside: Mapping[str, Entry], key: str, line: int, before: str = "") -> None:
        if key not in inside:
            self.problems.add(line, f"'{before}{key}' is missing. Add it", f"'{before}{key}' ontbreekt. Voeg het toe")
        elif not isinstance(inside[key].value, str) or not inside[key].value:
            self.problems.add(
                inside[key].line, f"'{before}{key}' needs one text", f"'{before}{key}' heeft één tekst nodig"
            )

    def _is(self, key: str, pattern: str, example: str) -> None:
        found = self.text(key)
        if found and not re.fullmatch(pattern, found):
            self.problems.add(
                self.line(key),
                f"{key} '{shown(found)}' cannot be used. Write it like this: {example}",
                f"{key} '{shown(found)}' kan niet. Schrijf het zo: {example}",
            )
