"""The grade of evidence as it is shown: never its letter alone, because alternatives have letters too."""

from texts import Words


def grade_mark(grade: str | None, text: Words) -> str:
    """`kwaliteit C`; empty where no grade is stated."""
    return text("grade.mark", grade=grade) if grade else ""
