"""One small damage per mistake: the message names the file and the line, what was found and what to do."""

from typing import NamedTuple

import pytest

from tests.valuation.sets import FACTORS, SET, write_set
from valuation.factor_set import FactorSetError
from valuation.set_loader import load_factor_set


class Damage(NamedTuple):
    """``old`` becomes ``new`` in ``file``; then that file gets one problem in ``line`` with these words."""

    name: str
    file: str
    old: str
    new: str
    line: int | None
    en: str
    nl: str


YAML, TABLE = "set.yaml", "factors.csv"
END = "    - {factor: climate, share: 0.18}\n"


def path(*points, name="later"):
    """The end of set.yaml with a price by year: years and factors in turn."""
    rows = zip(points[::2], points[1::2], strict=True)
    lines = [f"        - {{year: {year}, factor: {factor}}}\n" for year, factor in rows]
    return f"{END}  paths:\n    - id: {name}\n      name: {{nl: Later, en: Later}}\n      points:\n" + "".join(lines)


DAMAGES = [
    Damage("newer format", YAML, "format: 1", "format: 2", 1, "format: '2' is not one of the choices", "Kies uit: 1"),
    Damage("unknown key", YAML, "licence:", "licencee:", 6, "did you mean 'licence'?", "bedoelt u 'licence'?"),
    Damage("missing key", YAML, "price_year: 2021\n", "", 1, "'price_year' is missing", "'price_year' ontbreekt"),
    Damage("empty key", YAML, "publisher: Nobody", "publisher:", 5, "publisher: nothing is filled in",
           "niets ingevuld"),
    Damage("double key", YAML, "currency: EUR", "currency: EUR\ncurrency: USD", 9, "first in line 8",
           "eerst in regel 8"),
    Damage("no language", YAML, "{nl: Klein, en: Small}", "{}", 3,
           "name: the text is missing", "ontbreekt"),
    Damage("name as one text", YAML, "{nl: Klein, en: Small}", "Small", 3, "name: 'Small' stands where keys",
           "{nl: ..., en: ...}"),
    Damage("unknown frame", YAML, "frame: mkba", "frame: lca", 10, "Choose from: true_price, mkba", "frame: 'lca'"),
    Damage("currency in words", YAML, "currency: EUR", "currency: euro", 8, "like this: currency: EUR",
           "currency: EUR"),
    Damage("id unlike folder", YAML, "id: small_mkba", "id: other", 2, "the folder is called", "de map heet"),
    Damage("rate in per cent", YAML, "rate: 0.0225", "rate: 2.25", 14, "Write 2.25% as 0.0225", "0.0225"),
    Damage("rate with comma", YAML, "rate: 0.0225", 'rate: "0,0225"', 14, "has a comma", "heeft een komma"),
    Damage("tax on nothing", YAML, "factor: climate", "factor: climat", 16, "did you mean 'climate'?", "bedoelt u"),
    Damage("rates no list", YAML, "\n    - {id: standard, rate: 0.0225, verified: yes}", " 0.0225", 13,
           "a list", "lijst"),
    Damage("anchor", YAML, "publisher: Nobody", "publisher: &a Nobody", 5, "not allowed here", "mag hier niet"),
    Damage("bad yaml", YAML, "publisher: Nobody", "publisher: a: b", 5, "there is a colon in the text", "dubbele punt"),
    Damage("unknown column", TABLE, "cost_type,kind", "cost_typ,kind", 1, "did you mean 'cost_type'?", "bedoelt u"),
    Damage("unknown unit", TABLE, "visit,2", "vizit,2", 8, "did you mean 'visit'?", "eenheid 'vizit' is onbekend"),
    Damage("unknown substance", TABLE, "kg Cu-eq", "kg Xy-eq", 7, "unit 'kg Xy-eq' is unknown", "is onbekend"),
    Damage("decimal comma", TABLE, "visit,2,4,5", 'visit,"2,5",4,5', 8, "has a decimal comma", "decimale komma"),
    Damage("no number", TABLE, "visit,2,4,5", "visit,2,four,5", 8, "'four' in column 'central' is not a number",
           "geen getal"),
    Damage("too large", TABLE, "visit,2,4,5", "visit,2,4,1e30", 8, "too large", "te groot"),
    Damage("infinite", TABLE, "visit,2,4,5", "visit,2,4,1e999", 8, "too large", "te groot"),
    Damage("out of order", TABLE, "visit,2,4,5", "visit,2,7,5", 8, "2, 7, 5. They must go up", "oplopen"),
    Damage("low alone", TABLE, "visit,2,4,5", "visit,2,4,", 8, "only one of 'low' and 'high'", "alleen één van"),
    Damage("transfer with value", TABLE, "EUR,,,,transfer", "EUR,,1,,transfer", 9, "a transfer has no factor",
           "overdracht"),
    Damage("unknown kind", TABLE, "market,benefit,plezier", "market,benefits,plezier", 8, "'benefit'?", "'benefit'?"),
    Damage("cost type of other frame", TABLE, "abatement", "restoration", 2, "Choose from: damage", "Kies uit: damage"),
    Damage("unknown mark", TABLE, "p. 5,secondary", "p. 5,probably", 8, "verified 'probably'", "verified 'probably'"),
    Damage("no source", TABLE, "Book p. 5", "", 8, "'source' is empty", "'source' is leeg"),
    Damage("double factor", TABLE, "urban,Stad", "crops,Stad", 6, "first in line 5", "eerst in regel 5"),
    Damage("bad id", TABLE, "recreation,Rec", "Recreation!,Rec", 8, "cannot be an id", "kan geen id zijn"),
    Damage("biome not in id", TABLE, "rust,quiet,,Book p. 2,yes,,\nnoise_55",
           "rust,quiet,sea,Book p. 2,yes,,\nnoise_55", 3,
           "must end with its biome: ..._sea", "eindigen op het bioom"),
    Damage("short line", TABLE, "Book p. 5,secondary,,", "Book p. 5,secondary", 8,
           "14 cells, but there are 16", "14 cellen"),
    Damage("path of one year", YAML, END, path("2030", "climate"), 20, "the minimum is 2", "minimum is 2"),
    Damage("path that falls back", YAML, END, path("2030", "climate", "2020", "climate"), 20, "must rise", "oplopen"),
    Damage("path of an unknown factor", YAML, END, path("2030", "climate", "2040", "climat"), 22,
           "'climat'", "'climat'"),
    Damage("path with the id of a factor", YAML, END, path("2030", "climate", "2040", "climate", name="ore"), 18,
           "already", "er is al"),
    Damage("path of two units", YAML, END, path("2030", "climate", "2040", "noise_50_55"), 18,
           "not have the same unit", "niet dezelfde unit"),
    Damage("path of one taxed and one not", YAML, END, path("2030", "climate", "2040", "noise_50_55"), 18,
           "not have the same vat", "niet dezelfde vat"),
    Damage("path through 0", YAML, END, path("2030", "ore", "2040", "ore"), 18, "above 0", "boven 0"),
    Damage("open quote", TABLE, "Book p. 7,unverified,=1+1,-2", '"Book p. 7', 10, "quotes", "aanhalingstekens"),
]  # fmt: skip


def broken(tmp_path, damage):
    good = {YAML: SET, TABLE: FACTORS}
    assert good[damage.file].count(damage.old) == 1, damage.old
    good[damage.file] = good[damage.file].replace(damage.old, damage.new)
    with pytest.raises(FactorSetError) as caught:
        load_factor_set(write_set(tmp_path, good[YAML], good[TABLE]))
    return caught.value


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_mistake_is_named_with_its_place_in_both_languages(damage, tmp_path):
    error = broken(tmp_path, damage)
    at_the_place = [one.text for one in error.problems if (one.file, one.line) == (damage.file, damage.line)]
    assert any(damage.en in text.get("en") and damage.nl in text.get("nl") for text in at_the_place), str(error)
    for language in ("en", "nl"):
        for word in ("traceback", "none", "dict", "yaml.", "pint", "exception"):
            assert word not in error.message(language).lower()


def test_all_mistakes_are_named_at_once_and_read_like_a_list(tmp_path):
    folder = write_set(tmp_path, SET.replace("currency: EUR", "currency: euro"), FACTORS.replace("visit,2", "vizit,2"))
    with pytest.raises(FactorSetError) as caught:
        load_factor_set(folder)
    assert str(caught.value) == (
        "Factor set 'small_mkba' cannot be opened.\n"
        "- set.yaml, line 8: currency: 'euro' is no currency. Write three capitals, like this: currency: EUR\n"
        "- factors.csv, line 8: unit 'vizit' is unknown; did you mean 'visit'?"
    )
    assert "- factors.csv, regel 8: eenheid 'vizit' is onbekend; bedoelt u 'visit'?" in caught.value.message("nl")


def test_a_negative_cost_to_remedy_is_refused(tmp_path):
    about = SET.replace("frame: mkba", "frame: true_price")
    factors = FACTORS.splitlines()[0] + "\nx,X,X,kg CO2-eq,,-1,,restoration+retribution,externality,r,r,,Book,yes,,\n"
    with pytest.raises(FactorSetError, match="-1 is negative"):
        load_factor_set(write_set(tmp_path, about.split("rules:")[0], factors))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe", "not UTF-8"),
        (b" " * 2_000_001, "larger than 2 MB"),
        (b"- a\n- b\n", "must consist of keys"),
        (b"a: " + b"[" * 5000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_set_is_refused_in_words(tmp_path, data, words):
    folder = write_set(tmp_path)
    (folder / "set.yaml").write_bytes(data)
    with pytest.raises(FactorSetError, match=words):
        load_factor_set(folder)


def test_a_benefit_has_no_place_in_a_true_price_set(tmp_path):
    about = SET.replace("frame: mkba", "frame: true_price").split("rules:")[0]
    factors = FACTORS.splitlines()[0] + "\nx,X,X,visit,,1,,restoration,benefit,r,r,,Book,yes,,\n"
    with pytest.raises(FactorSetError, match="line 2: kind 'benefit' is unknown"):
        load_factor_set(write_set(tmp_path, about, factors))


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    folder = write_set(tmp_path)
    (folder / "factors.csv").unlink()
    (folder / "factors.csv").mkdir()
    with pytest.raises(FactorSetError, match="cannot be opened"):
        load_factor_set(folder)


def test_missing_files_are_named(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(FactorSetError) as caught:
        load_factor_set(tmp_path / "empty")
    assert [(one.file, one.line) for one in caught.value.problems] == [("set.yaml", None), ("factors.csv", None)]


def test_a_table_without_factors_is_refused(tmp_path):
    with pytest.raises(FactorSetError, match="no factors"):
        load_factor_set(write_set(tmp_path, SET.split("  vat:")[0], FACTORS.splitlines()[0] + "\n"))
