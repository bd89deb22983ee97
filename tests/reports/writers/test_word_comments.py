"""Comments of colleagues in the margin of a Word report: at the cell, else where the name stands, else at the title."""

import io

from docx import Document

from reports.writers.word.word_comments import ReportComment, with_comments


def report() -> bytes:
    word = Document()
    word.add_heading("Rapport", 0)
    word.add_paragraph("Het gaat om Reistijd en om Stilte.")
    table = word.add_table(3, 3)
    for row, cells in enumerate(
        (("", "Trambus (A)", "Tram (B)"), ("Reistijd", "30", "25"), ("Uitstoot kt/jaar", "20", "10"))
    ):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def marked(word, number: int) -> str:
    """The text between the marks of a comment."""
    said, inside = [], False
    for element in word.element.body.iter():
        name = element.tag.rpartition("}")[2]
        if name in ("commentRangeStart", "commentRangeEnd") and element.values() == [str(number)]:
            inside = name.endswith("Start")
        elif inside and name == "t":
            said.append(element.text)
    return "".join(said)


def test_each_comment_stands_at_its_place_with_its_role():
    given = [
        ReportComment(("Uitstoot", "Tram"), "Klopt dit?\nAntwoord van beheerder: ja.", "ecoloog van de provincie"),
        ReportComment(("Stilte",), "Hoe gemeten?", "bewoner"),
        ReportComment(("Iets anders",), "Waar staat dit?", "bewoner"),
        ReportComment(("Reistijd", "Fiets"), "Fiets ontbreekt.", "x"),
    ]
    word = Document(io.BytesIO(with_comments(report(), given)))
    found = list(word.comments)
    assert [(comment.author, comment.initials) for comment in found] == [
        ("ecoloog van de provincie", "EVD"), ("bewoner", "B"), ("bewoner", "B"), ("x", "X"),
    ]  # fmt: skip
    assert found[0].text == given[0].words
    assert [marked(word, comment.comment_id) for comment in found] == [
        "10", "Het gaat om Reistijd en om Stilte.", "Rapport", "Het gaat om Reistijd en om Stilte.",
    ]  # fmt: skip
