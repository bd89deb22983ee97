"""A planner's afternoon in a browser: template, broken workbook, mended workbook, version, and the case in the list."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.workbook.draft import draft_bytes
from cases.workbook.drafting import check_draft, sheets_of
from cases.workbook.workbook_writing import write_workbook
from files.problems import Problems
from tests.cases.loaded import loaded
from tests.e2e.axe import DESK, POCKET, violations_at
from tests.e2e.conftest import published, settled
from tests.e2e.waiting import soon, steady
from texts import words

GARDEN = loaded(SHIPPED / "practice_garden")


def workbook(folder: Path, name: str, **cells: str) -> Path:
    """The practice case in Dutch under another id, without its pictures; `effecten_C3="veel"` damages it."""
    book = load_workbook(io.BytesIO(write_workbook(GARDEN, "nl")))
    for row in book["zaak"].iter_rows():
        if row[0].value == "id":
            row[1].value = "onze_tuin"
    headings = {cell.value: cell.column for cell in book["alternatieven"][1]}
    for row in range(3, 3 + len(GARDEN.alternatives)):
        for heading, column in headings.items():
            if heading and ("plaatje" in heading or "wat erop staat" in heading):
                book["alternatieven"].cell(row, column).value = None
    for place, text in cells.items():
        sheet, cell = place.rsplit("_", 1)
        book[sheet][cell] = text
    book.save(folder / name)
    return folder / name


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    settled(page)


def test_a_workbook_becomes_a_case_in_the_list(page, apart, address, tmp_path):
    page.goto(f"{address}/eigen-zaak")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het sjabloon (Nederlands)").click()
    template = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert "effecten" in template.sheetnames

    page.locator("input[type=file]").first.set_input_files(workbook(tmp_path, "fout.xlsx", effecten_C3="veel"))
    problem = page.locator(".w-own-list tbody tr").first
    soon(problem.locator("th, td").all_inner_texts, lambda cells: cells[:4] == ["effecten", "C3", "waarde", "veel"])
    expect(page.locator(".w-own-wrong").first).to_contain_text("veel")
    settled(page)

    page.locator("input[type=file]").first.set_input_files(workbook(tmp_path, "goed.xlsx"))
    page.get_by_role("button", name="Maak een zaak van dit bestand").wait_for()
    settled(page)
    press(page, "Maak een zaak van dit bestand")
    form = re.compile(rf"{address}/eigen-zaak#zaak=onze_tuin&sleutel=[\w-]{{32}}")
    link = soon(page.locator(".st-key-own_key code").inner_text, lambda text: bool(form.fullmatch(text)))
    press(page, "Ik heb de link bewaard")
    page.locator(".st-key-own_key").wait_for(state="detached")
    expect(page).not_to_have_url(re.compile("sleutel"))

    # the second row of the first sheet holds the id; a case keeps its id
    page.get_by_text("Alles klopt. U kunt het concept nu bewaren").wait_for()
    table = page.locator("[class*=st-key-own_table_] [data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    box = steady(table.bounding_box)
    page.mouse.move(box["x"] + 330, box["y"] + 35 * 2 + 17)
    page.mouse.click(box["x"] + 330, box["y"] + 35 * 2 + 17, delay=80)
    page.keyboard.type("andere_tuin", delay=60)
    page.keyboard.press("Enter")
    page.get_by_text("Problemen: 1. Bladen met een probleem: 1.").wait_for()
    expect(page.locator(".w-own-list td.w-own-cell")).to_have_text(["B4"])
    press(page, "Ongedaan maken")
    page.get_by_text("Alles klopt. U kunt het concept nu bewaren").wait_for()

    press(page, "Naar bewaren")
    page.get_by_role("textbox", name="Wie bewaart dit?").fill("planoloog")
    page.get_by_role("textbox", name="Waarom?").fill("eerste versie")
    press(page, "Bewaar als versie")
    page.get_by_text("Versie 1 is bewaard").wait_for()
    press(page, "Maak openbaar")
    page.get_by_text("Versie 1 is openbaar.").wait_for()

    page.get_by_role("link", name="Wegen").click()
    page.locator(".st-key-start_blank").wait_for()
    settled(page)
    expect(page).to_have_url(re.compile("case=onze_tuin"))

    other = apart()
    other.goto(f"{address}/zaak?case=onze_tuin")
    settled(other)
    expect(other.locator("h1")).to_contain_text(GARDEN.question.nl)
    other.goto(link)
    settled(other)
    expect(other.locator(".w-own-head")).to_contain_text("onze_tuin")
    expect(other).not_to_have_url(re.compile("sleutel"))


LONG = "Het dorpshuis van Westerveen: laten staan, opknappen of opnieuw bouwen op het oude sportveld"


@pytest.fixture
def long_title(address) -> Iterator[tuple[str, str]]:
    """The id and the key of a published own case with a long title, in the store that the server under test reads."""
    case_id = f"lang_{uuid4().hex}"
    draft = sheets_of(GARDEN, "nl").with_cell("id", "value", case_id).with_cell("title", "nl", LONG)
    for name, data in read_files(SHIPPED / "practice_garden", Problems()).items():
        if name.startswith("pictures/") or name == "outline.geojson":
            draft = draft.with_file(name, data)
    with published(address, case_id, check_draft(draft, "nl", case_id).files, draft_bytes(draft)) as key:
        yield case_id, key


def test_the_case_opens_under_the_name_of_its_page_and_its_buttons_work(page, address):
    page.goto(f"{address}/zaak?case=practice_garden")
    settled(page)
    expect(page.locator("h1")).to_contain_text(GARDEN.question.nl)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    page.get_by_role("button", name=words("nl")("own_case.to_own")).click()
    page.locator(".st-key-own_way_upload").wait_for()


def test_a_long_title_leaves_the_bar_on_one_line(page, address, long_title):
    case_id, key = long_title
    page.goto(f"{address}/eigen-zaak#zaak={case_id}&sleutel={key}")
    page.locator(".w-own-head").wait_for()
    page.get_by_role("link", name="Effecten").click()
    page.get_by_role("heading", level=1, name="Effecten").wait_for()
    settled(page)
    expect(page.locator(".w-brand-case")).to_have_attribute("title", LONG)
    header = page.locator(".st-key-header")
    soon(lambda: header.bounding_box()["height"], lambda high: high < 60)  # a link of the bar is 42 high
    soon(lambda: page.evaluate("document.documentElement.scrollWidth"), 1280)


def test_axe_finds_nothing_in_the_findings_and_on_a_deleted_case(page, address, long_title):
    case_id, key = long_title
    text = words("nl")
    page.goto(f"{address}/eigen-zaak#zaak={case_id}&sleutel={key}")
    for turn, tab in enumerate(("proposals", "findings", "manage")):
        page.get_by_text(text(f"own_case.tab_{tab}"), exact=True).first.click()
        page.locator({"proposals": ".st-key-call_open", "findings": ".w-finding", "manage": ".st-key-own_leave"}[tab]
                     ).first.wait_for()  # fmt: skip
        settled(page)
        folds = page.locator(".w-finding summary")
        for place in range(steady(folds.count)):
            folds.nth(place).click()
        soon(lambda turn=turn: violations_at(page, (POCKET, DESK), turn), [])
    page.locator(".st-key-own_fold_delete summary").click()
    page.get_by_role("textbox", name=text("own_case.delete_type", id=case_id)).fill(case_id)
    press(page, text("own_case.delete"))
    page.get_by_role("button", name=text("own_case.restore")).wait_for()
    soon(lambda: violations_at(page, (POCKET, DESK)), [])
    press(page, text("own_case.restore"))
    page.get_by_text(text("own_case.done_restore")).wait_for()
