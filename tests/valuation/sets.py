"""A made-up cost-benefit set, in the shape in which a planner would write one, and short ways to build effects."""

from pathlib import Path

from valuation.amounts import AmountRange
from valuation.lines import Effect, Quantity
from valuation.set_loader import SETS, load_factor_set

SET = """\
format: 1
id: small_mkba
name: {nl: Klein, en: Small}
version: "1.0"
publisher: Nobody
licence: made up for tests
attribution: {nl: Verzonnen voor tests, en: Made up for tests}
currency: EUR
price_year: 2021
frame: mkba
address: https://example.org
rules:
  discount_rates:
    - {id: standard, rate: 0.0225, verified: yes}
  vat:
    - {factor: climate, share: 0.18}
"""
FACTORS = """\
id,impact_nl,impact_en,unit,low,central,high,cost_type,kind,right_nl,right_en,biome,source,verified,note_nl,note_en
climate,CO2,CO2,kg CO2-eq,0.05,0.1,0.2,abatement,externality,klimaat,climate,,Book p. 1,yes,,
noise_50_55,Geluid 50-55,Noise 50-55,person*yr,50,150,190,damage,externality,rust,quiet,,Book p. 2,yes,,
noise_55_60,Geluid 55-60,Noise 55-60,person*yr,250,370,440,damage,externality,rust,quiet,,Book p. 2,yes,,
crops,Akker,Crops,m2*yr,0.07,0.1,0.13,damage,occupation_average,natuur,nature,,Book p. 3,yes,,
urban,Stad,Urban,m2*yr,0.05,0.07,0.09,damage,occupation_average,natuur,nature,,Book p. 3,yes,,
ore,Erts,Ore,kg Cu-eq,0,0.01,0.08,damage,tentative,grondstof,resource,,Book p. 4,yes,,
recreation,Recreatie,Recreation,visit,2,4,5,market,benefit,plezier,fun,,Book p. 5,secondary,,
subsidy,Subsidie,Subsidy,EUR,,,,transfer,transfer,wie betaalt,who pays,,Book p. 6,yes,,
cooling,Koelte,Cooling,person*yr,,,,damage,benefit,gezondheid,health,,Book p. 7,unverified,=1+1,-2
"""

CITED = """\
id,impact_nl,impact_en,unit,low,central,high,cost_type,kind,right_nl,right_en,biome,source,verified,note_nl,note_en
climate,CO2,CO2,kg CO2-eq,0.050,0.130,0.160,abatement,externality,klimaat,climate,,CE Delft 2024,yes,,
noise_50_55,Geluid 50-55,Noise 50-55,person*yr,50,153,193,damage,externality,rust,quiet,,CE Delft 2024,yes,,
noise_55_60,Geluid 55-60,Noise 55-60,person*yr,249,370,441,damage,externality,rust,quiet,,CE Delft 2024,yes,,
"""
"""Three single figures cited from CE Delft, Environmental Prices Handbook 2024 (EUR 2021). The set itself may not be
shipped; a planner writes it from his own copy."""


def write_set(root: Path, about: str = SET, factors: str = FACTORS, name: str = "small_mkba") -> Path:
    folder = root / name
    folder.mkdir()
    (folder / "set.yaml").write_text(about, encoding="utf-8")
    (folder / "factors.csv").write_text(factors, encoding="utf-8")
    return folder


TRUE_PRICE = load_factor_set(SETS / "true_price_2025")
MKBA = load_factor_set(SETS / "mkba_nl")


def effect(name, impact, value, unit, period="per year", party=None, keep_out=None):
    """An effect; ``value`` is one number, or low, central and high."""
    numbers = AmountRange(*value) if isinstance(value, tuple) else AmountRange(central=value)
    return Effect(name, impact, Quantity(numbers, unit, period), party, keep_out)


def in_words(name):
    return Effect(name, "", None)
