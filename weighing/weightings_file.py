"""Anonymous weightings of many people in one table, as a room hands them over: a group and points, and nothing else.

Columns: ``group``, one for each theme, and if wanted ``criterion:<id>`` for the criteria of a theme. Points are swing
points from 0 to 100 and the largest is 100, over the themes and within a theme. An empty cell was not weighed; a
question mark for a theme says that the person does not know how much it counts.
"""

from collections.abc import Container, Mapping, Sequence
from functools import partial

from cases.definition.model import Case
from cases.reading.case_folder import LARGEST_TABLE
from files.decimals import NumberCell, looks_like_number, read_numbers
from files.problems import FileProblems, Problem, closest, shown, suggestion
from files.tables import Row, read_table
from weighing.weighing import LARGEST, OWN, Weighing

MOST_PEOPLE = 5000
LONGEST_GROUP = 80
"""Characters in the name of a group."""

GROUP = "group"
CRITERION = "criterion:"
UNSURE = "?"
"""What stands for a theme of which a person does not know."""


class WeightingsError(ValueError):
    """A table of weightings that cannot be used, with all its problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def message(self, language: str) -> str:
        """All problems, one a line, in ``nl`` or ``en``."""
        return "\n".join(f"- {problem.sentence(language)}" for problem in self.problems)

    def __str__(self) -> str:
        return self.message("en")


def read_weightings(data: bytes, case: Case, file: str = "weightings.csv") -> tuple[tuple[str, Weighing], ...]:
    """The group and the weighing of each person, in the order of the file; the group is empty for none.

    Args:
        data: the bytes of the table, in the dialects of ``files.tables``.
        case: the case that was weighed, on its main ranges.
        file: the name in the messages.

    Raises:
        WeightingsError: something is wrong; all of it is named.
    """
    problems = FileProblems(file)
    found = _read(data, case, problems)
    if listed := problems.listed():
        raise WeightingsError(listed)
    return found


def _read(data: bytes, case: Case, problems: FileProblems) -> tuple[tuple[str, Weighing], ...]:
    if len(data) > LARGEST_TABLE:
        megabytes = LARGEST_TABLE // 1_000_000
        problems.add(None, "weightings.too_large", megabytes=megabytes)
        return ()
    table = read_table(data, partial(_columns, case=case, problems=problems), problems)
    if table is None:
        return ()
    if not table.rows and table.whole:
        problems.add(None, "weightings.none")
    if len(table.rows) > MOST_PEOPLE:
        problems.add(table.rows[MOST_PEOPLE].line, "weightings.many_people", rows=len(table.rows), most=MOST_PEOPLE)
        return ()
    themes = [theme.id for theme in case.themes]
    inside = _inside(table.rows[0].cells if table.rows else (), case)
    points = _points(
        table.rows, [*themes, *(CRITERION + key for members in inside.values() for key in members)], problems
    )
    groups = _groups(table.rows, problems)
    return tuple(
        (groups[row.line], _weighing(row, points.get(row.line, {}), themes, inside, problems)) for row in table.rows
    )


def _columns(names: Sequence[str], case: Case, problems: FileProblems) -> list[str]:
    """The columns of a table with these names in its header: all criteria of a theme in the sum have one, or none has.

    A column of a criterion that is refused here is one of them, so that nothing is said about it twice.
    """
    given = dict.fromkeys(name for name in names if name.startswith(CRITERION))
    summed = [criterion.id for criterion in case.summed]
    for column in given:
        key = column[len(CRITERION) :]
        if key in summed:
            continue
        if any(criterion.id == key for criterion in case.criteria):
            problems.add(1, "weightings.not_in_sum", key=key)
        else:
            end = "" if problems.full else suggestion(key, [near] if (near := closest(key, summed)) else summed)
            problems.add(1, "weightings.no_criterion", column=shown(column), end=end)
    whole = _inside(given, case)
    for theme in case.themes:
        absent = [key for item in case.summed_in(theme.id) if (key := CRITERION + item.id) not in given]
        if theme.id not in whole and len(absent) < len(case.summed_in(theme.id)):
            missing = ", ".join(f"'{column}'" for column in absent)
            problems.add(1, "weightings.some_columns", theme=theme.id, missing=missing)
    return [GROUP, *(theme.id for theme in case.themes), *given]


def _inside(names: Container[str], case: Case) -> Mapping[str, tuple[str, ...]]:
    """By theme the criteria that have a column, for the themes of which all have one."""
    members = {theme.id: tuple(item.id for item in case.summed_in(theme.id)) for theme in case.themes}
    return {theme: keys for theme, keys in members.items() if all(CRITERION + key in names for key in keys)}


def _points(rows: Sequence[Row], columns: Sequence[str], problems: FileProblems) -> dict[int, dict[str, float]]:
    """The points by line and column; empty cells and cells that were refused are not in it."""
    cells = []
    for row in rows:
        for column in columns:
            text = row.cells[column]
            if text == UNSURE and not column.startswith(CRITERION):
                continue
            if text and looks_like_number(text):
                cells.append(NumberCell(row.line, column, text))
            elif text:
                problems.add(row.line, "weightings.no_number", found=shown(text), column=column)
    found: dict[int, dict[str, float]] = {}
    for (line, column), value in read_numbers(cells, problems).items():
        if 0 <= value <= LARGEST:
            found.setdefault(line, {})[column] = value
        else:
            problems.add(line, "weightings.outside", value=value, column=column)
    return found


def _groups(rows: Sequence[Row], problems: FileProblems) -> dict[int, str]:
    """The group by line. One group is written in one way: a second spelling would split it, and hide it when small."""
    first: dict[str, tuple[str, int]] = {}
    groups = {}
    for row in rows:
        name = " ".join(row.cells[GROUP].split())
        groups[row.line] = name
        spelling, line = first.setdefault(name.casefold(), (name, row.line))
        if spelling != name:
            problems.add(row.line, "weightings.spelling", name=shown(name), spelling=shown(spelling), line=line)
        if len(name) > LONGEST_GROUP:
            problems.add(row.line, "weightings.long_group", length=len(name), most=LONGEST_GROUP)
    return groups


def _weighing(
    row: Row,
    points: Mapping[str, float],
    themes: Sequence[str],
    inside: Mapping[str, tuple[str, ...]],
    problems: FileProblems,
) -> Weighing:
    given = {theme: points[theme] for theme in themes if theme in points}
    unsure = frozenset(theme for theme in themes if row.cells[theme] == UNSURE)
    # A cell that was refused leaves a gap here; the refusal is enough, so nothing is said about the largest.
    if all(bool(row.cells[theme]) == (theme in points or theme in unsure) for theme in themes):
        _largest_is_100(row.line, "", list(given.values()), problems)
    within: dict[str, float] = {}
    for theme, members in inside.items():
        columns = [CRITERION + key for key in members]
        filled = [column for column in columns if row.cells[column]]
        if not filled:
            continue
        if len(filled) < len(columns):
            empty = ", ".join(f"'{column}'" for column in columns if column not in filled)
            problems.add(row.line, "weightings.some_empty", theme=theme, empty=empty)
        elif all(column in points for column in columns):
            _largest_is_100(row.line, theme, [points[column] for column in columns], problems)
            within |= {key: points[CRITERION + key] for key in members}
    return Weighing(OWN, given, within, unsure=unsure)


def _largest_is_100(line: int, theme: str, given: Sequence[float], problems: FileProblems) -> None:
    if not given:
        problems.add(line, "weightings.nothing")
    elif max(given) != LARGEST:
        if theme:
            problems.add(line, "weightings.largest_criterion", theme=theme, largest=max(given))
        else:
            problems.add(line, "weightings.largest_theme", largest=max(given))
