"""Which format a file is parsed as, by its name on the child's command line."""

from collections.abc import Callable, Iterator

from fullscore.importing.cells import Line, answers
from fullscore.importing.formats import archives, objects, separated, strangers, workbooks


def answering(kind: str, on: str) -> Callable[[bytes], Iterator[Line | bytes]]:
    """Return what turns bytes into answers; its libraries are loaded now, while all memory is free."""
    if kind == strangers.ARCHIVE:
        return archives.answers
    if kind == strangers.LOGO:
        from fullscore.importing.formats import logos  # noqa: PLC0415  lists need no reader of pictures

        return logos.answers
    if kind == strangers.CALENDAR:
        from fullscore.importing.formats import calendars  # noqa: PLC0415  its libraries take a while

        unfold = calendars.reader(on)
        return lambda content: answers(unfold(content))
    if kind == strangers.WORKBOOK:
        sheets = workbooks.reader()
        return lambda content: answers(sheets(content))
    rows = objects.rows if kind == strangers.JSON else separated.rows
    return lambda content: answers(rows(content))
