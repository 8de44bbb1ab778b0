"""Whether a line's figures are the sums of what stands above it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from fullscore.importing.amounts import amount
from fullscore.importing.tables import TableRow
from fullscore.importing.unread import UnreadError

_MONEY = re.compile(r"[$€£¥₹%]|\b[A-Z]{3}\b|(?<![A-Za-z])(?:Fr|kr|zł)\b\.?")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-9]{2})(?::[0-9]{2})?")
_HOUR = 60
# No figure of a business has so many digits, and rounding it would need more than there are.
_BEYOND = Decimal(10) ** 20
# What fractions of cents may add up to.
_NEAR = Decimal("0.05")
# A file made of nothing but totals must not keep anyone busy.
_MOST_CELLS = 400_000


def to_cents(amount: Decimal) -> Decimal:
    """Return an amount rounded to cents; one beyond all money stays for whoever refuses it."""
    return round(amount, 2) if abs(amount) < _BEYOND else amount


def figure(cell: str) -> Decimal | None:
    """Return the figure a cell holds in whatever money, None when it holds a word or a day."""
    if found := _CLOCK.fullmatch(cell):
        return Decimal(found.group(1)) + Decimal(found.group(2)) / _HOUR
    try:
        return amount(_MONEY.sub("", cell), "")
    except UnreadError:
        return None


class Sums:
    """The sums of a table's columns."""

    def __init__(self, rows: Sequence[TableRow]) -> None:
        self._rows = rows
        self._left = _MOST_CELLS

    def agree(self, since: int, place: int) -> bool:
        """Say whether every figure of the row at `place` is the sum of its column from `since` on."""
        told = {
            at: told for at, cell in enumerate(self._rows[place].cells) if (told := figure(cell)) is not None
        }
        self._left -= len(told) * (place - since)
        if not told or place == since or self._left < 0:
            return False
        above = self._rows[since:place]
        return all(abs(_sum(above, at) - figure) <= _NEAR for at, figure in told.items())


def _sum(rows: Sequence[TableRow], at: int) -> Decimal:
    told = (figure(row.cells[at]) for row in rows if at < len(row.cells) and row.cells[at])
    return sum((each for each in told if each is not None), Decimal(0))
