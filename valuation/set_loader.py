"""Opening a factor set. Either the whole set is right, or every mistake is named with its place."""

from collections.abc import Collection, Mapping
from os import PathLike
from pathlib import Path

from files.decoding import decoded
from files.opening import read_bytes
from files.problems import FileProblems, Problems, shown, suggestion
from files.schema import add_at, validated
from files.tables import read_table
from files.version import version
from files.yaml_lines import Document, read_yaml
from files.yaml_lines import Path as Way
from valuation.amounts import Basis
from valuation.factor_set import COST_TYPES, Factor, FactorSet, FactorSetError
from valuation.factors_file import COLUMNS, read_factors
from valuation.given import as_kind
from valuation.set_head import SetHead

SETS = Path(__file__).parent / "factor_sets"
"""The sets whose licence lets us ship them."""
LARGEST_FILE = 2_000_000
"""Bytes. The largest published set that we know needs a tenth of this."""


def load_factor_set(folder: Path) -> FactorSet:
    """Read the folder of a factor set: ``set.yaml`` and ``factors.csv``.

    Raises:
        FactorSetError: the folder is not a sound set; it holds all problems, in order of file and line.
    """
    folder = Path(as_kind(folder, str | PathLike, "the folder of a factor set"))
    problems = Problems()
    about, of_table = problems.of("set.yaml"), problems.of("factors.csv")
    contents = {own.file: _bytes(folder / own.file, own) for own in (about, of_table)}
    text = decoded(contents["set.yaml"], about) if contents["set.yaml"] is not None else None
    document = read_yaml(text, about) if text is not None else None
    table = read_table(contents["factors.csv"], COLUMNS, of_table) if contents["factors.csv"] is not None else None
    head = validated(SetHead, document, about) if document is not None else None
    if document is not None:
        _check_id(document, folder.name, about)
    made = version({name: data for name, data in contents.items() if data is not None})
    if head is not None:
        basis = Basis(head.currency, head.price_year, head.id, made, head.frame)
    else:  # a damaged head should not hide what is wrong in the table; only the frame matters there
        frame = document.data.get("frame") if document is not None else None
        basis = Basis("EUR", 2000, folder.name, made, frame if frame in COST_TYPES else "true_price")
    factors = read_factors(table, basis, of_table) if table is not None else {}
    if head is not None and document is not None and table is not None and table.whole:
        _check_tax(document, head, factors, about)
        _check_paths(document, head, factors, about)
    if (listed := problems.listed()) or head is None:
        raise FactorSetError(folder.name, listed)
    return FactorSet(
        id=head.id,
        name=head.name,
        publisher=head.publisher,
        edition=head.version,
        licence=head.licence,
        attribution=head.attribution,
        address=head.address,
        basis=basis,
        factors=factors,
        discount_rates=head.discount_rates(),
        vat=head.vat(),
        paths=head.paths(),
    )


def available_sets(root: Path = SETS) -> dict[str, FactorSet | FactorSetError]:
    """The sets in the folders of ``root``, by folder name and in that order. A damaged set is there as its error.

    Raises:
        ValueError: no folder.
    """
    sets: dict[str, FactorSet | FactorSetError] = {}
    root = Path(as_kind(root, str | PathLike, "the folder of the factor sets"))
    if not root.is_dir():
        raise ValueError(f"there is no folder '{root}' with factor sets")
    for folder in sorted(path for path in root.iterdir() if (path / "set.yaml").exists()):
        try:
            sets[folder.name] = load_factor_set(folder)
        except FactorSetError as error:
            sets[folder.name] = error
    return sets


def _bytes(path: Path, problems: FileProblems) -> bytes | None:
    data = read_bytes(path, LARGEST_FILE, problems)
    if data is None and not problems.listed():
        problems.add(None, "factor_sets.missing")
    if data is not None and len(data) > LARGEST_FILE:
        problems.add(None, "factor_sets.too_large", megabytes=LARGEST_FILE // 1_000_000)
        return None
    return data


def _check_id(document: Document, folder_name: str, problems: FileProblems) -> None:
    found = document.data.get("id")
    if isinstance(found, str) and found.strip() not in ("", folder_name):
        add_at(document, problems, ("id",), "factor_sets.other_folder", found=shown(found), folder=shown(folder_name))


def _check_tax(document: Document, head: SetHead, factors: Collection[str], problems: FileProblems) -> None:
    """Tax is added to factors that are there."""
    for number, rule in enumerate(head.rules.vat):
        if rule.factor not in factors:
            where, end = ("rules", "vat", number, "factor"), suggestion(rule.factor, factors)
            add_at(document, problems, where, "factor_sets.no_factor", found=shown(rule.factor), end=end)


def _check_paths(document: Document, head: SetHead, factors: Mapping[str, Factor], problems: FileProblems) -> None:
    """The factors of a path are there, alike but for their price, and can be one line of prices."""
    taxes = head.vat()
    seen = set(factors)
    for number, rule in enumerate(head.rules.paths):
        where: Way = ("rules", "paths", number)
        if rule.id in seen:
            add_at(document, problems, (*where, "id"), "factor_sets.path_id", found=shown(rule.id))
        seen.add(rule.id)
        unknown = [place for place, point in enumerate(rule.points) if point.factor not in factors]
        for place in unknown:
            found = rule.points[place].factor
            end = suggestion(found, factors)
            add_at(
                document,
                problems,
                (*where, "points", place, "factor"),
                "factor_sets.no_factor",
                found=shown(found),
                end=end,
            )
        if unknown:
            continue
        named = [factors[point.factor] for point in rule.points]
        for key in ("unit", "kind", "cost_type", "right", "biome"):
            if len({getattr(one, key) for one in named}) > 1:
                add_at(document, problems, where, "factor_sets.path_differs", id=rule.id, key=key)
        if len({taxes.get(one.id, 0.0) for one in named}) > 1:
            add_at(document, problems, where, "factor_sets.path_differs", id=rule.id, key="vat")
        try:
            rule.path().prices(factors)
        except ValueError:
            add_at(document, problems, where, "factor_sets.path_prices", id=rule.id)
