"""Which rows of a list are of one contract: by vendor and number, else by vendor, name and end.

"Internet" of one vendor that ends on two days is two contracts; a date that was lost among the lines of
another contract would pass unseen.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fullscore.engine.registers.identity import even
from fullscore.importing.kinds.rows import Row

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands among those of its contract; `same_as` is the line it repeats word for word."""

    name: str
    key: str
    first: int
    number: int
    rows: int
    same_as: int | None = None


def called(row: Row) -> str:
    """Return what the contract is called: its name, else whom it is with, else its number."""
    return row.text("name") or row.text("vendor") or row.text("number")


def grouped(rows: Iterable[Row]) -> Mapping[int, Place]:
    """Return line → place, for every row that names its contract."""
    return _Groups().of(rows)


class _Groups:
    def __init__(self) -> None:
        self._lines: dict[Key, list[int]] = {}
        # (vendor, name) → the ends told so far, in the order of the file.
        self._ends: dict[tuple[str, str], list[str]] = {}
        self._cells: dict[tuple[Key, frozenset[tuple[str, str]]], int] = {}
        self._names: Counter[Key] = Counter()

    def of(self, rows: Iterable[Row]) -> Mapping[int, Place]:
        told = [(row.line, called(row), self._key(row), self._again(row)) for row in rows if called(row)]
        for line, _, key, same_as in told:
            if same_as is None:
                self._lines.setdefault(key, []).append(line)
        return {line: self._place(line, name, key, same_as) for line, name, key, same_as in told}

    def _key(self, row: Row) -> Key:
        vendor, name, number = even(row.text("vendor")), even(called(row)), even(row.text("number"))
        if number:
            return vendor, f"no. {number}", ""
        end = even(row.text("ends_on") or row.text("renews_on"))
        ends = self._ends.setdefault((vendor, name), [end])
        if end and ends == [""]:
            ends[0] = end
        elif end and end not in ends:
            ends.append(end)
        place = ends.index(end) if end else 0
        return vendor, name, str(place + 1) if place else ""

    def _again(self, row: Row) -> int | None:
        mark = (self._key(row), frozenset(row.cells.items()))
        first = self._cells.setdefault(mark, row.line)
        return first if first != row.line else None

    def _place(self, line: int, name: str, key: Key, same_as: int | None) -> Place:
        vendor, own, nth = key
        lines = self._lines[key]
        number = lines.index(line) if same_as is None else 0
        shown = f"{name} ({nth})" if nth else name
        return Place(shown, f"{vendor} / {own} / {nth}".strip(" /"), lines[0], number, len(lines), same_as)
