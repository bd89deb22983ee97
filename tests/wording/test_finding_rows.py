from files.fields import Text
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import words
from weighing.soundness import findings
from weighing.what_if import changed
from wording.finding_rows import finding_rows, grouped

HARBOUR = loaded(GOOD)


def test_every_finding_has_a_row_with_the_names_of_its_places():
    for language, overlap, unknown, topic in (
        ("nl", "Criterium: Reistijd", "Groen in de straat, bij Rondweg", "Onderwerp: Gezondheid"),
        ("en", "Criterion: Travel time", "Green in the street, for Ring road", "Topic: Health"),
    ):
        rows = finding_rows(HARBOUR, words(language))
        assert len(rows) == len(findings(HARBOUR))
        names = [name for row in rows for name in row.places]
        assert {overlap, unknown, topic} <= set(names)
    assert not any("{" in name for name in names)


def test_rows_of_one_kind_stand_together():
    parts = grouped(finding_rows(HARBOUR, words("en")))
    heads = [(part[0].severity, part[0].id) for part in parts]
    assert len(heads) == len(set(heads))
    assert all(row.why == part[0].why for part in parts for row in part)


def test_names_of_a_case_are_data():
    bad = Text(nl="<script>alert(1)</script>", en="<script>alert(1)</script>")
    alternatives = tuple(item.model_copy(update={"label": bad}) for item in HARBOUR.alternatives)
    rows = finding_rows(changed(HARBOUR, "bad", alternatives=alternatives), words("nl"))
    assert any("&lt;script&gt;" in row.what for row in rows)
    assert not any("<script>" in text for row in rows for text in (row.what, *row.places))
