"""Lines of a list that are no rows: totals, titles of groups, footers, and headers said again.

A name is no proof: a carrier called "Total Quality" and a Ms Summe are rows. A total line has figures
only beside its word, and a title of a group stands alone above rows whose first cell is empty.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fullscore.importing.footers import is_page_break, without_footer
from fullscore.importing.sums import Sums, figure
from fullscore.importing.tables import Table, TableRow, told_apart

_WORDS = frozenset(
    {"total", "totals", "grand total", "sum", "overall", "overall total", "total amount", "report total",
     "summe", "gesamt", "gesamtsumme", "endsumme", "insgesamt", "summen", "gesamtbetrag", "total général",
     "total general", "totaux", "totale", "suma", "somme", "subtotal", "sub total", "sub-total",
     "zwischensumme", "teilsumme", "sous-total"}
)  # fmt: skip
# These are nobody's name.
_SURE = frozenset(
    _WORDS - {"total", "totals", "sum", "summe", "gesamt", "suma", "somme", "overall", "totale"}
)
_OF_GROUP = re.compile(
    r"(?:(?:grand |sub)?total|(?:zwischen)?summe|gesamt)(?P<says>(?: for| für| of|:| -)?) (?P<name>.+)",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|nach) ([^\W\d_]+)", re.IGNORECASE)
# A figure below such a header tells one row from another; nobody adds it up.
_NUMBERS = re.compile(
    r"\b(?:id|no|nr|number|nummer|num|code|phone|telefon|zip|plz|year|jahr)\b|#", re.IGNORECASE
)
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
# Groups in groups; more are no report but a file made to keep somebody busy.
_DEEPEST = 12


def without_totals(table: Table, above: Sequence[str] = ()) -> tuple[Table, int]:
    """Return the table without lines that are no rows, and how many those were.

    The title of a group reaches its rows in their first, empty cell. `above` is what stands over the
    header: "Transaction List by Vendor" says what the groups are.
    """
    if len(table.header) < _FEWEST_COLUMNS:
        return table, 0
    listed = replace(table, rows=without_footer(table.rows))
    walk = _Walk(listed)
    walked = (walk.kept(place, row) for place, row in enumerate(listed.rows))
    rows = tuple(row for row in walked if row is not None)
    header = _named(table.header, above) if walk.has_groups else table.header
    return Table(header, table.header_line, rows), len(table.rows) - len(rows)


def _named(header: tuple[str, ...], above: Sequence[str]) -> tuple[str, ...]:
    """Return the header with a name for the groups' column, where it had none."""
    if header[0] != "Column 1":
        return header
    said = next((found.group(1).capitalize() for text in above if (found := _BY.search(text))), "Vendor")
    return told_apart((said if said not in header else "Group", *header[1:]))


class _Walk:
    """One way down the table, with the groups that are open and where the last total stood."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._totalled = _totalled(table.rows)
        self._is_apart = _is_apart(table)
        self._open: list[str] = []
        self._sums = Sums(table.rows)
        self._since = 0
        self._tail = _tail(table.rows)
        self.has_groups = False

    def kept(self, place: int, row: TableRow) -> TableRow | None:
        """Return the row as it is to be read, None for a line that is none."""
        if row.problem is not None or not row.cells:
            return row
        if self._closes(row) or self._is_total(place, row):
            self._since = place + 1
            return None
        if self._opens(place, row) or self._is_again(row) or is_page_break(row):
            return None
        if self._open and not row.cells[0]:
            return replace(row, cells=(self._open[-1], *row.cells[1:]))
        return row

    def _is_again(self, row: TableRow) -> bool:
        """Say whether a page of the export begins with the header again."""
        header = self._table.header
        if (row.cells[0] or "Column 1") != header[0]:
            return False
        return told_apart((*row.cells, *[""] * (len(header) - len(row.cells)))) == header

    def _opens(self, place: int, row: TableRow) -> bool:
        """Open a group when the row is its title: alone in its line, and totalled below or set apart."""
        if not _is_alone(row):
            return False
        is_totalled = self._totalled.get(row.cells[0].casefold(), -1) > place
        if not (is_totalled or self._is_apart) or len(self._open) >= _DEEPEST:
            return False
        if not is_totalled:
            self._open = [each for each in self._open if each.casefold() in self._totalled]
        self._open.append(row.cells[0])
        self.has_groups = True
        return True

    def _closes(self, row: TableRow) -> bool:
        name = _group_of(row)
        folded = [each.casefold() for each in self._open] if name else []
        if name not in folded:
            return False
        del self._open[folded.index(name) :]
        return True

    def _is_total(self, place: int, row: TableRow) -> bool:
        if _has_word(row):
            return self._is_believed(place, row)
        found = _OF_GROUP.fullmatch(_first_told(row)[0])
        if found is not None and found["says"].strip():
            rest = _first_told(row)[1]
            return bool(rest) and _are_figures(rest)
        return place == len(self._table.rows) - 1 and self._is_bare_sum(place, row)

    def _is_believed(self, place: int, row: TableRow) -> bool:
        word, rest = _first_told(row)
        if not _are_figures(rest):
            return False
        if _plain(word) in _SURE or (place in self._tail and not self._is_numbered(row)):
            return True
        return self._sums.agree(self._since, place)

    def _is_bare_sum(self, place: int, row: TableRow) -> bool:
        """Say whether the last line holds nothing but the sums of its columns."""
        is_bare = not row.cells[0] and _are_figures(tuple(cell for cell in row.cells if cell))
        return is_bare and place >= _FEWEST_ROWS and self._sums.agree(self._since, place)

    def _is_numbered(self, row: TableRow) -> bool:
        named = zip(self._table.header, row.cells, strict=False)
        return any(_NUMBERS.search(name) for name, cell in named if cell and figure(cell) is not None)


def _are_figures(cells: tuple[str, ...]) -> bool:
    return all(figure(cell) is not None for cell in cells)


def _plain(word: str) -> str:
    return word.casefold().rstrip(" :")


def _first_told(row: TableRow) -> tuple[str, tuple[str, ...]]:
    told = tuple(cell for cell in row.cells if cell)
    return (told[0], told[1:]) if told else ("", ())


def _has_word(row: TableRow) -> bool:
    return _plain(_first_told(row)[0]) in _WORDS


def _is_alone(row: TableRow) -> bool:
    return bool(row.cells) and bool(row.cells[0]) and not any(row.cells[1:])


def _group_of(row: TableRow) -> str:
    """Return the group a total line closes, "" for another line."""
    word, rest = _first_told(row)
    found = _OF_GROUP.fullmatch(word)
    if found is None or not _are_figures(rest):
        return ""
    return found["name"].casefold()


def _totalled(rows: Sequence[TableRow]) -> dict[str, int]:
    """Return the groups that have a total line, and where the last of them stands."""
    return {name: place for place, row in enumerate(rows) if (name := _group_of(row))}


def _is_apart(table: Table) -> bool:
    """Say whether the first column, which has no name, holds titles of groups only."""
    if table.header[0] != "Column 1":
        return False
    firsts = [row for row in table.rows if row.cells and row.cells[0]]
    is_titles = all(_is_alone(row) or _group_of(row) or _has_word(row) for row in firsts)
    return bool(firsts) and is_titles and len(firsts) < len(table.rows)


def _tail(rows: Sequence[TableRow]) -> frozenset[int]:
    """Return the places of the last lines that all begin with a word for a total."""
    place = len(rows)
    while place and (_has_word(rows[place - 1]) or _group_of(rows[place - 1])):
        place -= 1
    return frozenset(range(place, len(rows)))
