"""The sets that are shipped, and the version of a set."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from tests.valuation.sets import FACTORS, MKBA, SET, TRUE_PRICE, write_set
from valuation.factor_set import FactorSet, FactorSetError
from valuation.set_loader import SETS, available_sets, load_factor_set
from valuation.units import fit


def test_every_shipped_set_opens():
    found = available_sets()
    assert sorted(found) == sorted(path.parent.name for path in SETS.glob("*/set.yaml"))
    assert all(isinstance(one, FactorSet) for one in found.values()), found


def test_the_true_price_set_is_complete_and_credited():
    assert len(TRUE_PRICE.factors) == 78
    assert TRUE_PRICE.licence == "CC BY 4.0"
    assert "True Price Foundation" in TRUE_PRICE.attribution.nl
    assert "creativecommons.org/licenses/by/4.0" in TRUE_PRICE.attribution.en
    assert (TRUE_PRICE.basis.currency, TRUE_PRICE.basis.price_year) == ("EUR", 2024)
    assert all(factor.value.central is not None for factor in TRUE_PRICE.factors.values())


def test_true_price_counts_climate_as_compensation():
    climate = TRUE_PRICE.factors["climate"]
    assert (climate.value.central, climate.cost_type, climate.unit) == (0.312, "compensation", "kg CO2-eq")


def test_mkba_rates_and_transfers():
    assert {rate.id: rate.rate for rate in MKBA.discount_rates}["standard"] == 0.0225
    assert 0 in [rate.rate for rate in MKBA.discount_rates]
    transfers = [factor for factor in MKBA.factors.values() if factor.kind == "transfer"]
    assert len(transfers) == 5
    assert not any(factor.value.known for factor in transfers)
    assert MKBA.factors["co2_wlo_2030"].verified == "unverified"


def test_only_sets_that_we_may_ship_are_shipped():
    assert not [path for path in Path(SETS).rglob("*") if "ce_delft" in path.name.lower()]


def test_every_factor_meets_a_quantity_in_its_own_unit():
    for factor_set in (TRUE_PRICE, MKBA):
        for factor in factor_set.factors.values():
            assert fit(factor.unit, factor.unit).multiplier == pytest.approx(1)


def test_the_version_follows_every_letter(tmp_path):
    one = load_factor_set(write_set(tmp_path, name="small_mkba"))
    other_root = tmp_path / "other"
    other_root.mkdir()
    other = load_factor_set(write_set(other_root, factors=FACTORS.replace("Book p. 1,", "Book p. 9,")))
    assert len(one.version) == 12
    assert one.version != other.version
    with pytest.raises(ValueError, match="cannot be added"):
        _ = _amount(one) + _amount(other)


def _amount(factor_set):
    from valuation.amounts import Amount

    return Amount(factor_set.factors["climate"].value, factor_set.basis, "per year")


def test_a_set_does_not_change():
    with pytest.raises(TypeError):
        TRUE_PRICE.factors["climate"] = None
    with pytest.raises(FrozenInstanceError):
        TRUE_PRICE.factors["climate"].unit = "t CO2-eq"
    assert hash(TRUE_PRICE) == hash(load_factor_set(SETS / "true_price_2025"))


def test_a_cell_that_looks_like_a_formula_is_text(small):
    assert (small.factors["cooling"].note.nl, small.factors["cooling"].note.en) == ("=1+1", "-2")


def test_a_table_with_semicolons_and_a_byte_order_mark_opens(tmp_path):
    folder = write_set(tmp_path)
    text = FACTORS.replace(",", ";")
    (folder / "factors.csv").write_text("\ufeff" + text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert len(load_factor_set(folder).factors) == 9


def test_a_damaged_set_does_not_hide_the_others(tmp_path):
    write_set(tmp_path)
    write_set(tmp_path, SET.replace("small_mkba", "broken").replace("price_year: 2021", ""), name="broken")
    found = available_sets(tmp_path)
    assert isinstance(found["small_mkba"], FactorSet)
    assert isinstance(found["broken"], FactorSetError)
