"""Words of a case in another language than the reader's say what they are in, wherever a page may hold that."""

import pickle

from markupsafe import Markup, escape

from files.fields import Text
from files.problems import FileProblems
from files.tables import read_table, text_in
from reports.blocks import Run, runs
from texts.foreign_words import ForeignWords, marks_in_place, unmarked


def test_a_text_in_one_language_is_shown_in_that_language_and_says_so():
    both, dutch = Text(nl="Rondweg", en="Ring road"), Text(nl="Rond & weg")
    assert (both.get("nl"), both.get("en")) == ("Rondweg", "Ring road")
    assert not isinstance(both.get("en"), ForeignWords)
    found = dutch.get("en")
    assert found == "Rond & weg"
    assert escape(found) == '<span lang="nl">Rond &amp; weg</span>'
    assert escape(dutch.get("nl")) == "Rond &amp; weg"
    assert escape(Text(en="Road").get("nl")) == '<span lang="en-GB">Road</span>'
    assert pickle.loads(pickle.dumps(found)).language == "nl"


def test_marks_stand_in_no_attribute_no_title_and_no_drawing():
    mark = '<span lang="nl">a &gt; b</span>'
    page = f'<p title="x {mark}: y" id="z">{mark}</p><title>{mark}</title><svg><text>{mark}</text></svg>'
    assert marks_in_place(page) == (
        f'<p title="x a &gt; b: y" id="z">{mark}</p><title>a &gt; b</title><svg><text>a &gt; b</text></svg>'
    )
    assert unmarked(Markup(page)) == page.replace(mark, "a &gt; b")
    assert runs(Markup("<b>{}</b>, c").format(ForeignWords("a", "nl"))) == (
        Run("a", bold=True, language="nl"), Run(", c")
    )  # fmt: skip


def test_a_table_may_have_a_text_in_one_language():
    problems = FileProblems("x.csv")
    table = read_table(b"id,note_en\na,b\nc,\n", ("id", "note_nl", "note_en"), problems)
    assert [text_in(row.cells, "note") for row in table.rows] == [Text(en="b"), None]
    assert read_table(b"id\na\n", ("id", "note_nl", "note_en"), problems) is None
    assert [problem.text.get("en") for problem in problems.listed()] == [
        f"column 'note_{language}' is missing. Add it to the first line" for language in ("nl", "en")
    ]  # fmt: skip
