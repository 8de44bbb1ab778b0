"""Tables: what a file holds before anyone knows what it means. A header, rows of text, line numbers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

from fullscore.engine.findings.finding import Finding

# The last column of the refused rows that are handed back: it is ours, so it is not read when they return.
WHY = "Why refused"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it begins on, its cells, and what makes it unreadable, if anything does."""

    line: int
    cells: tuple[str, ...]
    problem: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """Every filled row of a file, or the finding that says why there is none."""

    rows: tuple[TableRow, ...]
    trouble: Finding | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it. Names that repeat are told apart: `City`, `City (2)`."""

    header: tuple[str, ...]
    header_line: int
    rows: tuple[TableRow, ...]

    def cells(self, row: TableRow) -> Mapping[str, str]:
        """Return the row's filled cells by column name; those beyond the header go by their place."""
        names = self.header
        if len(row.cells) > len(names):
            names = (*names, *(f"Column {place + 1}" for place in range(len(names), len(row.cells))))
        return {name: cell for name, cell in zip(names, row.cells, strict=False) if cell}


def headed(raw: RawTable, at: int) -> Table:
    """Return the table whose header is the row at index `at`."""
    top, rows = raw.rows[at], raw.rows[at + 1 :]
    if top.cells[-1:] == (WHY,):
        width = len(top.cells) - 1
        top, rows = _cut(top, width), tuple(_cut(row, width) for row in rows)
    return Table(told_apart(top.cells), top.line, rows)


def _cut(row: TableRow, width: int) -> TableRow:
    return replace(row, cells=row.cells[:width])


def titles(raw: RawTable, at: int) -> tuple[str, ...]:
    """Return what stands above the header at index `at`: a report's name, its period, its company."""
    return tuple(cell for row in raw.rows[:at] for cell in row.cells if cell)


def told_apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, each once; an empty one is called by its place."""
    used = {name for name in names if name}
    seen: set[str] = set()
    # Five hundred columns of one name count on where the last of them stopped.
    following: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    out = []
    for place, given in enumerate(names, start=1):
        name = given or f"Column {place}"
        if name in seen or (not given and name in used):
            more = (f"{name} ({n})" for n in following[name])
            name = next(each for each in more if each not in used and each not in seen)
        seen.add(name)
        out.append(name)
    return tuple(out)


@lru_cache(maxsize=4096)
def known(name: str) -> str:
    """Return a column's name as sources compare it: lower case, single spaces."""
    return " ".join(name.casefold().split())
