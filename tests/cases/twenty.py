"""A case with every alternative twice: as many as the format allows, of which each has a twin."""

from dataclasses import replace

from cases.definition.model import Case
from cases.workbook.checked_upload import CheckedUpload
from cases.workbook.draft import Cells, Draft
from cases.workbook.drafting import check_draft, sheets_of


def doubled(case: Case, files: dict[str, bytes]) -> CheckedUpload:
    """The case with a twin for each alternative but the reference, whose id ends in _b and whose letter is another.

    Args:
        case: as it was read.
        files: of the case beside the sheets.
    """
    draft = replace(sheets_of(case, "en"), files=files)
    for key, found in draft.sheets.items():
        if "alternative" in found.headings:
            draft = _twice(draft, key, "alternative", case)
    return check_draft(_twice(draft, "alternatives", "id", case), "en", case.id)


def _twice(draft: Draft, key: str, heading: str, case: Case) -> Draft:
    found = draft.sheets[key]
    place = found.headings.index(heading)
    own = {item.id: number for number, item in enumerate(case.alternatives) if item.id != case.reference}
    rows: list[Cells] = [*found.rows]
    for row in found.rows:
        if row[place] in own:
            twin = dict(zip(found.headings, row, strict=True)) | {heading: f"{row[place]}_b"}
            if key == "alternatives":
                twin |= {name: f"{twin[name]} B" for name in twin if name.startswith("label")}
                twin |= {name: f"{twin[name][:20]} B" for name in twin if name.startswith("short")}
                twin["code"] = f"{twin['code'][:1]}2"
                twin |= dict.fromkeys((name for name in twin if name.startswith("picture")), "")
            rows.append(tuple(twin[name] for name in found.headings))
    return draft.with_sheet(key, tuple(rows))
