"""Three invented sheets as planners have them become draft cases, with everything that was guessed beside it."""

from datetime import date

import pytest

from cases.definition.draft_state import lacking, to_do
from cases.importing.alternative_names import named
from cases.importing.contents import contents_of
from cases.importing.drafting_files import Evidence, draft_files
from cases.importing.given_file import GivenCell, GivenFile, read_given_file, read_pasted
from cases.importing.proposal import ImportProposal, propose
from cases.importing.ranges import rounded_outward, yardstick_for
from cases.importing.table_blocks import block_in, block_words, blocks_in
from cases.importing.table_layout import Layout, layout_of
from cases.importing.values import value_of
from cases.reading.loader import case_from_files
from cases.workbook.grid import RefusedError
from tests.cases.importing.messy import GREX, MCA, MER, MKBA, as_csv, as_paste, as_xlsx
from texts.message import message

DAY = date(2026, 11, 30)


def layout_in(file: GivenFile) -> Layout:
    sheet = file.sheets[0]
    return layout_of(sheet, blocks_in(sheet)[0])


def proposal_in(rows) -> ImportProposal:
    return propose(contents_of(layout_in(read_given_file(as_xlsx(rows), "a.xlsx"))))


def case_in(rows, **more):
    return case_from_files(draft_files(proposal_in(rows), "Stationsgebied", DAY, "nl", "mca.xlsx", **more))


@pytest.mark.parametrize(
    ("text", "number", "low", "high", "how"),
    [
        ("ca. 2,6", 2.6, None, None, ("about",)),
        ("10-14", 12, 10, 14, ("middle",)),
        ("tussen 3 en 5", 4, 3, 5, ("middle",)),
        ("-10 tot -4", -7, -10, -4, ("middle",)),
        ("12 (10-14)", 12, 10, 14, ("range",)),
        ("12 \N{PLUS-MINUS SIGN} 3", 12, 9, 15, ("plus_minus",)),
        ("\N{PLUS-MINUS SIGN} 450", 450, None, None, ("about",)),
        ("3k", 3000, None, None, ("thousands",)),
        ("\N{EURO SIGN} 1,2 mln", 1.2e6, None, None, ("millions",)),
        ("k\N{EURO SIGN} 12", 12000, None, None, ("thousands",)),
        ("45%", 45, None, None, ()),
        ("12 km", 12, None, None, ()),
        ("1.234,5", 1234.5, None, None, ()),
        ("\N{MINUS SIGN}12,5", -12.5, None, None, ()),
        ("n.v.t.", None, None, None, ("not_applicable",)),
        ("?", None, None, None, ("no_figure",)),
        ("-", None, None, None, ("no_figure",)),
        ("+PM", None, None, None, ("pm",)),
        ("< 5", None, None, None, ("bound",)),
        ("12*", 12, None, None, ("footnote",)),
    ],
)
def test_a_cell_says_what_a_planner_means(text, number, low, high, how):
    found = value_of(GivenCell(text), ",")
    assert (found.number, found.low, found.high, found.how) == (number, low, high, how)
    assert all(message(f"import_how.{key}").get(language) for key in how for language in ("nl", "en"))


def test_a_number_with_one_mark_follows_the_table_and_is_told_when_nothing_shows_it():
    assert value_of(GivenCell("1.500"), ",").number == 1500
    assert value_of(GivenCell("1.500"), ".").number == 1.5
    alone = value_of(GivenCell("1.500"), None)
    assert (alone.number, alone.how) == (1500, ("two_ways",))


@pytest.mark.parametrize("read", [lambda: read_given_file(as_xlsx(MCA), "a.xlsx"), lambda: read_pasted(as_paste(MCA)),
                                  lambda: read_given_file(as_csv(MCA), "a.csv")])  # fmt: skip
def test_an_mca_of_84_cells_is_found_between_its_title_and_its_notes(read):
    layout = layout_in(read())
    assert [column.role for column in layout.columns] == ["theme", "label", "unit", *["alternative"] * 6, "weight"]
    contents = contents_of(layout)
    assert (len(contents.criteria), len(contents.alternatives), contents.filled) == (14, 6, 83)
    assert contents.criteria[6].unit == "dB"
    assert [value.number for value in contents.criteria[0].values] == [0, 240, 180, 300, 230, 220]
    assert contents.criteria[8].values[0].number is None  # n.v.t. is not zero


def test_the_84_cells_become_a_case_that_can_be_weighed():
    case = case_in(MCA)
    assert lacking(case) == ("profiles",)
    assert (len(case.alternatives), len(case.criteria), case.reference) == (6, 14, "nulalternatief")
    assert [theme.label.nl for theme in case.themes] == ["Wonen", "Mobiliteit", "Milieu", "Geld"]
    investment = case.criterion("investering")
    # 0 to 30 (26-30 reaches 30), less is better; a tenth is 3, three tenths are 9
    assert (investment.range.worst, investment.range.best) == (30, 0)
    assert (investment.yardstick.some, investment.yardstick.much) == (3, 9)
    unknown = case.performances["variant_d", "betaalbare_woningen"]
    assert unknown.value is None
    assert "?" in unknown.note.nl
    assert all(cell.grade is None and not cell.sources for cell in case.performances.values())
    assert {"sources", "grades"} <= {found.kind for found in to_do(case)}


def test_weights_in_a_sheet_are_an_example_only_when_somebody_asks():
    assert case_in(MCA).profiles == ()
    (profile,) = case_in(MCA, with_profile=True).profiles
    # Wonen 10 + 8 + 5 = 23, Mobiliteit 22, Milieu 35, Geld 20; the largest is 100
    assert profile.points == {"wonen": pytest.approx(100 * 23 / 35, abs=1e-3), "mobiliteit": pytest.approx(62.8571),
                              "milieu": 100, "geld": pytest.approx(57.1429)}  # fmt: skip
    assert profile.label.nl == "Gewichten uit het blad"
    assert profile.within["wonen"] == {
        "nieuwe_woningen": 100,
        "betaalbare_woningen": 80,
        "afstand_tot_voorzieningen": 50,
    }


def test_costs_and_benefits_with_low_and_high_become_ranges_and_pm_stays_in_view():
    proposal = proposal_in(MKBA)
    assert proposal.alternatives == ("Alternatief 1", "Alternatief 2")
    by_label = {criterion.label: criterion for criterion in proposal.criteria}
    assert [criterion.label for criterion in proposal.criteria if criterion.balance] == ["Saldo"]
    assert "Baten-kostenverhouding" not in by_label
    travel = by_label["Reistijdwinst"]
    assert (travel.values[0].low, travel.values[0].number, travel.values[0].high) == (60, 85, 110)
    assert {criterion.unit for criterion in proposal.criteria} == {"mln euro"}
    assert {criterion.better for criterion in proposal.criteria if criterion.take} == {"higher"}
    assert not by_label["Geluid"].take
    case = case_in(MKBA)
    assert "PM" in case.not_counted[0].text.nl
    assert case.valuation is None  # what everyone gains is no budget
    assert not case.criterion("saldo").in_sum
    # the low is -39 and the high 40, so the middle is half of 1
    assert case.performances["alternatief_1", "saldo"].value == 0.5


def test_the_balance_of_a_land_account_is_the_business_case():
    case = case_in(GREX)
    assert (case.valuation.business_case.criterion, case.has_amounts) == ("saldo", False)
    assert [criterion.id for criterion in case.summed] == ["verwerving", "bouwrijp_maken", "grondopbrengsten"]
    assert {criterion.better for criterion in case.summed} == {"higher"}


def test_signs_of_an_effects_table_become_classes_and_words_stay_beside_them():
    case = case_in(MER)
    soil = case.criterion("bodemkwaliteit")
    assert [(level.label.nl, level.score) for level in soil.classes] == [
        ("-- (zeer negatief)", 0), ("- (negatief)", 25), ("0/- (licht negatief)", 37.5), ("0 (neutraal)", 50),
        ("+ (positief)", 75), ("++ (zeer positief)", 100),
    ]  # fmt: skip
    assert soil.unit == soil.unit_label.nl == "klasse"
    assert not any(level.label.en for level in soil.classes)  # a sheet in one language makes a case in one language
    quality = case.performances["alternatief_zuid", "waterkwaliteit"]
    assert quality.class_id == "minus_2"
    barrier = case.performances["alternatief_noord", "barrierewerking"]
    assert barrier.value is None
    assert "groter bij het spoor" in barrier.note.nl
    mixed = case.performances["alternatief_zuid", "geluid"]
    assert (mixed.class_id, "+/-" in mixed.note.nl) == ("zero", True)


def test_a_sign_with_words_behind_it_stays_a_sign():
    rows = [["Aspect", "Criterium", "Referentie", "West", "Oost"], ["Natuur", "Soorten", "0", "- (das)", "--"],
            ["", "Areaal", "0", "-- (9 ha)", "0/- [1 ha]"], ["Water", "Grondwater", "0", "0", "+"]]  # fmt: skip
    case = case_in(rows)
    assert [(one.id, one.theme) for one in case.criteria] == [
        ("soorten", "natuur"), ("areaal", "natuur"), ("grondwater", "water"),
    ]  # fmt: skip
    area = case.performances["west", "areaal"]
    assert (area.class_id, "9 ha" in area.note.nl) == ("minus_2", True)
    assert case.performances["oost", "areaal"].class_id == "minus_0_5"


@pytest.mark.parametrize(
    ("names", "codes", "labels"),
    [
        (("0. Niets doen", "A. Wonen", "B. Park"), "0AB", ("Niets doen", "Wonen", "Park")),
        (
            ("Referentie", "Variant 1 Smal", "Variant 2 Breed"),
            "A12",
            ("Referentie", "Variant 1 Smal", "Variant 2 Breed"),
        ),
        (("A", "B", "VKA"), "ABC", ("A", "B", "VKA")),
        (("B - Dijk", "Niets", "A - Geul"), "BCA", ("Dijk", "Niets", "Geul")),
        (("A. Park", "B. Park"), "AB", ("A. Park", "B. Park")),
        (("Plan A hoog", "Plan A laag"), "AB", ("Plan A hoog", "Plan A laag")),
    ],
)
def test_an_alternative_keeps_the_letter_of_the_sheet(names, codes, labels):
    found = named(names)
    assert ("".join(one.code for one in found), tuple(one.label for one in found)) == (codes, labels)


@pytest.mark.parametrize(
    ("label", "better", "why"),
    [
        ("Bomen", "higher", "library"),
        ("Bomen te kappen", "lower", "sounds"),
        ("Loopafstand tot station", "lower", "sounds"),
        ("CO2-uitstoot", "lower", "library"),
        ("Reductie CO2-uitstoot", "higher", "sounds"),
        ("Bodemdaling", "lower", "sounds"),
    ],
)
def test_what_is_lost_or_saved_turns_the_direction_of_the_list_round(label, better, why):
    rows = [["Criterium", "Eenheid", "Plan X", "Plan Y"], [label, "stuks", 3, 40], ["Iets", "ha", 1, 2]]
    found = proposal_in(rows).criteria[0]
    assert (found.better, found.better_why) == (better, why)


def test_a_figure_a_thousand_times_too_small_is_told():
    rows = [["Criterium", "Eenheid", "Plan A", "Plan B", "Plan C"], ["Huur", "euro", 1150, 1080, 1.02],
            ["Bomen", "stuks", 1, 20, 300]]  # fmt: skip
    rent, trees = proposal_in(rows).criteria
    assert [value.how for value in rent.values] == [(), (), ("other_size",)]
    assert not any(value.how for value in trees.values)


def test_a_cost_benefit_table_says_of_which_year_its_euros_are():
    rows = [["MKBA dijk"], ["Netto contante waarde 2025, x \N{EURO SIGN} 1 mln, prijspeil 2024, discontovoet 2,25%"],
            ["Post", "Plan A", "Plan B"], ["Investering (2027-2030)", -40, -60], ["Beheer (per jaar 0,6)", -8, -12],
            ["Baten", 30, 50], [], [], ["Zichtjaar 2050"]]  # fmt: skip
    proposal = proposal_in(rows)
    assert proposal.years == (2024, 2025, 25)
    case = case_in(rows)
    assert {(one.unit, one.unit_label.nl) for one in case.criteria} == {
        ("mln \N{EURO SIGN}", "mln \N{EURO SIGN} (prijspeil 2024)")
    }
    assert "discontovoet 2,25%" in case.evidence.nl
    assert case.criterion("investering_2027_2030").label.nl == "Investering (2027-2030)"
    grex = case_in([GREX[0], ["prijspeil 2023, looptijd 12 jaar, basisjaar 2024"], *GREX[1:]]).valuation
    assert (grex.business_case.price_year, grex.base_year, grex.horizon_years.value) == (2023, 2024, 12)


def test_a_figure_that_the_sheet_calls_about_right_is_an_estimate():
    case = case_in(MCA, evidence=Evidence("Studie", "B"))
    grades = {case.performances[plan, "nieuwe_woningen"].grade for plan in ("variant_a", "variant_c")}
    assert grades == {"B", "D"}  # 240, and ca. 300


def test_a_person_can_say_what_a_column_is():
    layout = layout_in(read_given_file(as_xlsx(MCA), "a.xlsx"))
    roles = tuple("ignore" if column.of == "VKA" else column.role for column in layout.columns)
    assert contents_of(layout.with_roles(roles)).alternatives == layout.alternatives[:-1]


def test_ranges_are_rounded_outward():
    # 58 to 62: a tenth of 4 is 0.4, so steps of 0.5; 13 to 98: a tenth is 8.5, so steps of 10
    assert rounded_outward([58, 62]) == (58, 62)
    assert rounded_outward([13, 98]) == (10, 100)
    assert rounded_outward([0.31, 0.29]) == (0.29, 0.31)
    assert rounded_outward([0, 0]) == (0, 1)
    # 2 to 99: a tenth is 9.7, so steps of 10, and never below 0 or above 100
    assert rounded_outward([2, 99], percent=True) == (0, 100)
    assert yardstick_for(0, 30) == (3, 9)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"   "])
def test_what_is_no_sheet_is_refused_with_a_reason(data):
    with pytest.raises(RefusedError) as refused:
        read_given_file(data, "a.xlsx")
    assert refused.value.text.get("nl")


SMALL = {
    "words stand for classes": (
        [["Criterium", "Plan A", "Plan B"], ["Kwaliteit", "goed", "matig"], ["Hinder", "laag", "midden"],
         ["Kan het?", "ja", "nee"]],
        {"Kwaliteit": ("higher", "good"), "Hinder": ("lower", "amount"), "Kan het?": ("higher", "answer")},
    ),
    "points without a unit": (
        [["", "Optie 1", "Optie 2"], ["Bereikbaarheid", 3, 4], ["Natuur", 2, 5], ["Kosten", 4, 1]],
        {"Bereikbaarheid": ("higher", None), "Natuur": ("higher", None), "Kosten": ("higher", None)},
    ),
    "criteria across, one named as a colour": (
        [["", "Geluid", "Groen", "Kosten"], ["eenheid", "dB", "ha", "mln"], ["weging", 3, 2, 1],
         ["Variant 1", 50, 2, 10], ["Variant 2", 60, 3, 12], ["Variant 3", 55, "?", 8]],
        {"Geluid": ("lower", None), "Groen": ("higher", None), "Kosten": ("lower", None)},
    ),
    "years with low and high": (
        [["Indicator", "Eenheid", "2030 laag", "2030 hoog", "2040 laag", "2040 hoog"],
         ["Woningen", "aantal", 10, 20, 30, 40], ["CO2", "ton", 5, 6, 7, 8]],
        {"Woningen": ("higher", None), "CO2": ("lower", None)},
    ),
    "a direction and weights in per cent": (
        [["Criterium", "Richting", "Gewicht (%)", "Nul", "Plan"], ["Iets", "hoger is beter", "25%", 1, 2],
         ["Anders", "lager is beter", "75%", 3, 2]],
        {"Iets": ("higher", None), "Anders": ("lower", None)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SMALL)
def test_a_small_table_is_read_as_it_was_meant(name):
    rows, meant = SMALL[name]
    proposal = proposal_in(rows)
    assert {found.label: (found.better, found.scale) for found in proposal.criteria} == meant
    assert case_from_files(draft_files(proposal, "Klein", DAY, "nl", "klein.xlsx")).state == "draft"


def test_a_second_table_in_a_sheet_is_offered_too():
    first = SMALL["points without a unit"][0]
    rows = [["Tabel 1"], *first, [], [], [], ["Tabel 2"], ["Post", "A", "B"], ["Beheer", 1, 2]]
    sheet = read_given_file(as_xlsx(rows), "a.xlsx").sheets[0]
    assert [block_words(block) for block in blocks_in(sheet)] == ["A2:C5", "A10:C11"]
    assert block_in("a10:c11") == blocks_in(sheet)[1]
