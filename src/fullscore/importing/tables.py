"""Tables: what a file holds before anyone knows what it means. A header, rows of text, line numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fullscore.engine.findings.finding import Finding


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
        """Return the row's filled cells by column name."""
        return {name: cell for name, cell in zip(self.header, row.cells, strict=False) if cell}


def headed(raw: RawTable, at: int) -> Table:
    """Return the table whose header is the row at index `at`."""
    top = raw.rows[at]
    return Table(told_apart(top.cells), top.line, raw.rows[at + 1 :])


def told_apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, each once; an empty one is called by its place."""
    seen: dict[str, int] = {}
    out = []
    for place, given in enumerate(names, start=1):
        name = given or f"Column {place}"
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(out)


@lru_cache(maxsize=4096)
def known(name: str) -> str:
    """Return a column's name as sources compare it: lower case, single spaces."""
    return " ".join(name.casefold().split())
