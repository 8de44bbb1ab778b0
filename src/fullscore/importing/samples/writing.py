"""How sample files are written: CSV as programs do it, and days in the forms found in the wild."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a CSV file; dates are ISO unless the row has written them its own way."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def american(day: date) -> str:
    return f"{day:%m/%d/%Y}"


def next_christmas(on: date) -> date:
    """Return Christmas Day, of next year when this year's has passed."""
    day = date(on.year, 12, 25)
    return day if on <= day else date(on.year + 1, 12, 25)
