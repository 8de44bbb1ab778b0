"""What a row may be, whatever format it came in; rows leave the limited child in batches.

A parsed row is `[line, cells, problem]`, where `problem` is None or `[code, column index]`. Trouble with the
file as a whole is a `TroubleError`, after which nothing follows.
"""

import json
import re
from collections.abc import Iterable, Iterator

Line = list[object]
Problem = list[object] | None
# The line it begins on, its cells, and what its format found wrong with it.
Row = tuple[int, list[str], Problem]

LONGEST_CELL = 32_767  # what one cell of a spreadsheet can hold
MOST_COLUMNS = 500
MOST_ROWS = 200_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_TEXT = 120_000_000  # characters of all cells together
MOST_CELLS = 5_000_000  # with anything in them
_BATCH_ROWS = 500
_BATCH_TEXT = 250_000
_SHOWN = 40
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class TroubleError(Exception):
    """The file as a whole cannot be read: a finding's code and its values."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Size:
    """How many rows and cells with anything in them there were so far."""

    def __init__(self) -> None:
        self.rows = self.cells = 0

    def add(self, cells: list[str]) -> None:
        """Count a row; one too many is the trouble of the whole file."""
        filled = len(cells) - cells.count("")
        self.rows += filled > 0
        self.cells += filled
        if self.rows > MOST_ROWS + 1:
            raise TroubleError("import-too-many-rows", count=MOST_ROWS)
        if self.cells > MOST_CELLS:
            raise TroubleError("import-too-many-cells", count=MOST_CELLS)


def answers(rows: Iterable[Row]) -> Iterator[Line]:
    """Yield what the child says: batches of checked rows, or the trouble that ends them."""
    batch: list[Line] = []
    length = 0
    try:
        for row, text in _bounded(rows):
            batch.append(row)
            length += text
            if len(batch) == _BATCH_ROWS or length > _BATCH_TEXT:
                yield ["rows", batch]
                batch, length = [], 0
    except TroubleError as trouble:
        yield ["trouble", trouble.code, trouble.values]
        return
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  whatever a format's reader trips over, the file is what is wrong
        yield ["trouble", "import-parser-died", {"reason": "it does not keep to its own format"}]
        return
    if batch:
        yield ["rows", batch]


def written(line: Line) -> bytes:
    """Return an answer as it goes through the pipe: one line of JSON."""
    # Control characters and lone halves are gone from cells; names of files may still hold some.
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _bounded(rows: Iterable[Row]) -> Iterator[tuple[Line, int]]:
    """Yield each filled row with the length of its text, until a bound is passed."""
    size, total = Size(), 0
    for line, cells, problem in rows:
        trimmed = [cell.strip() for cell in cells]
        while trimmed and not trimmed[-1]:
            trimmed.pop()
        if not trimmed:
            continue
        if len(trimmed) > MOST_COLUMNS:
            raise TroubleError("import-too-many-columns", count=len(trimmed))
        size.add(trimmed)
        row, text = _checked(line, trimmed, problem)
        total += text
        if total > MOST_TEXT:
            raise TroubleError("import-workbook-swells", count=total // 1_000_000)
        yield row, text


def _checked(line: int, cells: list[str], problem: Problem) -> tuple[Line, int]:
    """Return the row and the length of its text; one search over all cells is enough for most rows."""
    text = "\n".join(cells)
    if problem is None and (len(text) > LONGEST_CELL or _UNFIT.search(text)):
        problem = _problem(cells)
    if problem is not None:
        cells = [_UNFIT.sub("?", cell[:_SHOWN]) for cell in cells]
        return [line, cells, problem], sum(map(len, cells))
    return [line, cells, None], len(text)


def _problem(cells: list[str]) -> Problem:
    for column, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            return ["import-cell-too-long", column]
        if _UNFIT.search(cell):
            return ["import-cell-unreadable", column]
    return None
