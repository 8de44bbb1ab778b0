"""The ledger of one thing: every need in the order of its day, served from lots, with what is ordered.

net = max(0, gross - on hand - scheduled receipts + safety stock), day by day (MRP, Orlicky 1975). Stock
of other places helps after its transfer; what lies nearest is used first.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.netting.places import Ways
from fullscore.engine.goals.netting.supply import Lot

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """What is left of one lot when a need looks at it."""

    lot: Lot
    left: Decimal

    @property
    def trace(self) -> Trace:
        """Return what is left with its sum: the lot, less what needs before it have taken."""
        if self.left == self.lot.quantity:
            return self.lot.trace
        taken = Trace(self.lot.quantity - self.left, self.lot.trace.unit, note="for earlier needs")
        return Trace(
            self.left, self.lot.trace.unit, "difference", (self.lot.trace, taken), note="left by then"
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One need met: `planned` is what a new order adds; `moved` came from another place."""

    gross: Decimal
    on_hand: tuple[Part, ...]
    receipts: tuple[Part, ...]
    safety: Decimal
    net: Decimal
    planned: Decimal
    moved: tuple[tuple[str, Decimal], ...] = ()
    elsewhere: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A need as the ledger sees it; `lot` says how much an order for a net requirement adds."""

    place: str | None
    arrive_by: date
    need_by: date
    gross: Decimal
    lot: Callable[[Decimal], Decimal]


class Ledger:
    """Keeps what is left of every lot while needs are served in the order of their days."""

    __slots__ = ("_arrival", "_home", "_left", "_lots", "_open_lots", "_safety", "_ways")

    def __init__(self, lots: Sequence[Lot], safety: Decimal, home: str | None, ways: Ways) -> None:
        self._lots = list(lots)
        self._left = [lot.quantity for lot in lots]
        self._safety, self._home, self._ways = safety, home, ways
        # Lots that are used up are looked at no more; of a large estate they soon are most.
        self._open_lots = [at for at, left in enumerate(self._left) if left]
        self._arrival = cache(ways.arrival)

    def has_own(self, place: str | None) -> bool:
        """Return whether anything lies at the place itself."""
        return any(self._lots[at].place == place and self._left[at] > 0 for at in self._open_lots)

    def serve(self, asked: Asked) -> Row:
        """Return how a need is met, and take what it uses from the lots; call in the order of days."""
        open_ = list(self._open(asked))
        stock = [(at, step) for at, step in open_ if self._lots[at].order is None]
        orders = [(at, step) for at, step in open_ if self._lots[at].order is not None]
        on_hand = tuple(Part(self._lots[at], self._left[at]) for at, _ in stock)
        receipts = tuple(Part(self._lots[at], self._left[at]) for at, _ in orders)
        there = sum((part.left for part in (*on_hand, *receipts)), ZERO)
        elsewhere = self._elsewhere(asked, {at for at, _ in open_})
        safety = max(ZERO, self._kept_for(asked) - sum((part.left for part in elsewhere), ZERO))
        net = max(ZERO, asked.gross - there + safety)
        planned = asked.lot(net) if net > 0 else ZERO
        moved = self._take(asked, self._nearest(open_, asked.place), planned)
        return Row(asked.gross, on_hand, receipts, safety, net, planned, moved, elsewhere)

    def _kept_for(self, asked: Asked) -> Decimal:
        return self._safety if self._ways.days(self._home, asked.place) is not None else ZERO

    def _elsewhere(self, asked: Asked, open_: set[int]) -> tuple[Part, ...]:
        """Return what lies at other places and cannot be here in time: it is kept back there all the same."""
        return tuple(
            Part(lot, self._left[at])
            for at in self._open_lots
            if at not in open_ and (lot := self._lots[at]).place is not None and lot.place != asked.place
            and lot.since <= asked.need_by and self._left[at] > 0
            and self._ways.days(lot.place, asked.place) is not None
        )  # fmt: skip

    def _open(self, asked: Asked) -> Iterable[tuple[int, int]]:
        """Yield (lot, days on the way) of what can be there in time and is not due for refresh by then."""
        for at in self._open_lots:
            lot = self._lots[at]
            if lot.since > asked.arrive_by or (lot.until is not None and lot.until <= asked.need_by):
                continue
            step = self._ways.days(lot.place, asked.place)
            if step is not None and (not step or self._arrival(lot.since, step) <= asked.arrive_by):
                yield at, step

    def _take(
        self, asked: Asked, nearest: Sequence[int], planned: Decimal
    ) -> tuple[tuple[str, Decimal], ...]:
        """Use up the need from the nearest lots, then from the order; what is left of it is a lot itself."""
        open_need, moved = asked.gross, []
        for at in nearest:
            used = min(open_need, max(ZERO, self._left[at]))
            self._left[at] -= used
            open_need -= used
            origin = self._lots[at].place
            if used and origin is not None and asked.place not in {None, origin}:
                moved.append((origin, used))
        self._open_lots = [at for at in self._open_lots if self._left[at]]
        rest = planned - open_need
        if rest > 0:
            words = f"left of what is ordered for {asked.need_by.day} {asked.need_by:%B %Y}"
            self._lots.append(Lot(asked.place, asked.arrive_by, rest, Trace(rest, note=words)))
            self._left.append(rest)
            self._open_lots.append(len(self._left) - 1)
        return tuple(moved)

    def _nearest(self, found: Sequence[tuple[int, int]], place: str | None) -> list[int]:
        """Return the lots in the order of use: what lies at the place itself, then by days on the way.

        An order that has come in here goes before stock elsewhere, which somebody there may need.
        """
        ordered = sorted(found, key=lambda one: (one[1], self._lots[one[0]].place != place, one[0]))
        return [at for at, _ in ordered]
