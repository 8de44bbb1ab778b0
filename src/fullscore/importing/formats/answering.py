"""Which format a file is parsed as, by its name on the child's command line."""

from collections.abc import Callable, Iterator

from fullscore.importing.cells import Line, Row, answers
from fullscore.importing.formats import archives, objects, separated, strangers, workbooks

Rows = Callable[[bytes], Iterator[Row]]


def answering(kind: str, on: str) -> Callable[[bytes], Iterator[Line | bytes]]:
    """Return what turns bytes into answers; its libraries are loaded now, while all memory is free."""
    if kind == strangers.ARCHIVE:
        return archives.answers
    if kind == strangers.CALENDAR:
        from fullscore.importing.formats import calendars  # noqa: PLC0415  its libraries take a while

        unfold = calendars.reader(on)
        return lambda content: answers(unfold(content))
    readers: dict[str, Rows] = {
        strangers.CSV: separated.rows,
        strangers.JSON: objects.rows,
        strangers.WORKBOOK: workbooks.rows,
    }
    rows = readers[kind]
    return lambda content: answers(rows(content))
