"""A remark on a figure is written in one place and shown by all who show what is behind a figure."""

from reports.chapters.effect_tables import claims
from tests.reports.report_case import FIVE_PLANS
from tests.ui.test_screens import html, open_screen
from texts import words
from wording import effect_cells
from wording.effect_cells import Remark


def test_a_new_remark_is_on_the_screen_and_in_the_report(monkeypatch):
    monkeypatch.setattr(effect_cells, "_remarks", lambda *_: iter([Remark("Gemeten", "In de zomer, <b>nat</b>")]))
    shown = html(open_screen("effects"))
    assert shown.count("<dt>Gemeten</dt><dd>In de zomer, &lt;b&gt;nat&lt;/b&gt;</dd>") == len(FIVE_PLANS.performances)
    rows = claims(FIVE_PLANS, words("nl"))[1].rows
    said = [row.cells[-1] for row in rows if len(row.cells) > 1]
    assert said == ["In de zomer, &lt;b&gt;nat&lt;/b&gt;."] * len(FIVE_PLANS.performances)
