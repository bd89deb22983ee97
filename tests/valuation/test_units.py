import pytest

from valuation.units import SUBSTANCES, check_unit, fit


@pytest.mark.parametrize(
    ("unit", "factor_unit", "multiplier", "period"),
    [
        ("kgCO2eq", "kg CO2-eq", 1, "one-off"),
        ("kt CO2/yr", "kg CO2-eq", 1e6, "per year"),
        ("Mt CO2-eq/jaar", "t CO2-eq", 1e6, "per year"),
        ("g 1,4-DB eq/yr", "kg 1,4-DB-eq", 1e-3, "per year"),
        ("m2", "ha*yr", 1e-4, "per year"),
        ("km2*yr", "ha*yr", 100, "one-off"),
        ("MSA-loss*ha", "MSA-loss*ha*yr", 1, "per year"),
        ("MSA.ha", "MSA*ha*yr", 1, "per year"),
        ("mln EUR/yr", "EUR", 1e6, "per year"),
        ("inwoner", "person*yr", 1, "per year"),
        ("fte/yr", "FTE", 1, "per year"),
        ("m3 scarcity-adjusted/yr", "m3 scarcity-adjusted", 1, "per year"),
    ],
)
def test_units_are_converted_and_say_whether_it_is_yearly(unit, factor_unit, multiplier, period):
    found = fit(unit, factor_unit)
    assert found.multiplier == pytest.approx(multiplier)
    assert found.period == period


@pytest.mark.parametrize(
    ("unit", "factor_unit"),
    [
        ("MSA*ha", "MSA-loss*ha*yr"),
        ("m3", "m3 scarcity-adjusted"),
        ("kg", "kg CO2-eq"),
        ("kg NOx", "kg NOx-eq"),
        ("hour", "yr"),
        ("FTE", "person"),
        ("kg CO2-eq*yr", "kg CO2-eq"),
        ("kg SOC", "kg CO2-eq"),
    ],
)
def test_what_measures_something_else_is_refused(unit, factor_unit):
    with pytest.raises(ValueError, match="measure different things"):
        fit(unit, factor_unit)


def test_no_substance_turns_into_another():
    for one in SUBSTANCES:
        for other in SUBSTANCES:
            if one != other:
                with pytest.raises(ValueError, match="measure different things"):
                    fit(f"kg {one}", f"kg {other}")


@pytest.mark.parametrize("unit", ["", "kg C02-eq", "bananas", "kg/ha/yr", "__import__('os')", "kg CO2-eq **2"])
def test_unknown_units_are_refused(unit):
    with pytest.raises(ValueError, match="unit"):
        check_unit(unit)
