"""From the bytes of a text file to its text."""

from files.problems import FileProblems


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without a byte order mark; None when it is not such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        in_excel = " (in Excel: 'CSV UTF-8')" if problems.file.endswith(".csv") else ""
        problems.add(
            data[: error.start].count(b"\n") + 1,
            f"this is not UTF-8 text. Save the file again as UTF-8{in_excel}",
            f"dit is geen UTF-8-tekst. Sla het bestand opnieuw op als UTF-8{in_excel}",
        )
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() and any(ord(mark) < 32 and mark not in "\t\r" for mark in line):
            problems.add(
                number,
                "there is an invisible character here that does not belong in text. Save the file again as UTF-8 text",
                "hier staat een onzichtbaar teken dat niet in tekst hoort. Sla het bestand opnieuw op als UTF-8-tekst",
            )
            return None
    if not text.strip():
        problems.add(1, "the file is empty. Fill it in", "het bestand is leeg. Vul het in")
        return None
    return text
