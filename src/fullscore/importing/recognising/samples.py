"""The first filled cells of a column: enough to tell what it holds."""

from fullscore.importing.lexicon.shapes import ENOUGH
from fullscore.importing.tables import Table

_SAMPLES, _LONGEST = 3, 60


def cells_of(table: Table, place: int) -> list[str]:
    """Return the first filled cells of a column, in the order of its rows."""
    found: list[str] = []
    for row in table.rows:
        if row.problem is None and place < len(row.cells) and row.cells[place]:
            found.append(row.cells[place])
            if len(found) == ENOUGH:
                break
    return found


def samples_of(table: Table, place: int) -> tuple[str, ...]:
    """Return the first different cells of a column, as a person is shown them."""
    return tuple(dict.fromkeys(cell[:_LONGEST] for cell in cells_of(table, place)))[:_SAMPLES]
