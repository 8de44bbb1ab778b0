"""Netting: gross requirements against projected on hand, scheduled receipts and safety stock, day by day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Receipt:
    """Something already ordered that comes in on a day."""

    ref: str
    due_on: date
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """One day of need. `receipts` came in since the row before; `planned` is what a new order adds."""

    day: date
    gross: Decimal
    on_hand: Decimal
    receipts: tuple[Receipt, ...]
    safety: Decimal
    net: Decimal
    planned: Decimal

    @property
    def received(self) -> Decimal:
        return sum((receipt.quantity for receipt in self.receipts), ZERO)

    @property
    def left(self) -> Decimal:
        """What is on hand when the day's need is met."""
        return self.on_hand + self.received + self.planned - self.gross


def project(
    needs: Sequence[tuple[date, Decimal]],
    *,
    on_hand: Decimal,
    receipts: Sequence[Receipt],
    safety: Decimal,
    lot: Callable[[Decimal], Decimal],
) -> tuple[Row, ...]:
    """Return one row a day of need, earliest first.

    net = max(0, gross - on hand - receipts + safety) (MRP, Orlicky 1975); `lot` says how much an order
    for a net requirement adds. Receipts due after a day do not help on that day.
    """
    rows: list[Row] = []
    waiting = sorted(receipts, key=lambda receipt: (receipt.due_on, receipt.ref))
    for day, gross in sorted(_by_day(needs).items()):
        come = tuple(receipt for receipt in waiting if receipt.due_on <= day)
        waiting = waiting[len(come) :]
        got = sum((receipt.quantity for receipt in come), ZERO)
        net = max(ZERO, gross - on_hand - got + safety)
        rows.append(Row(day, gross, on_hand, come, safety, net, lot(net) if net > 0 else ZERO))
        on_hand = rows[-1].left
    return tuple(rows)


def _by_day(needs: Sequence[tuple[date, Decimal]]) -> dict[date, Decimal]:
    days: dict[date, Decimal] = {}
    for day, gross in needs:
        days[day] = days.get(day, ZERO) + gross
    return days
