"""What bills may pay for: single payments, all of a contract's or vendor's in one month, orders by number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.matching_facts import BillFact, Expected, OrderFact, Part, What
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.ends import day_in, month_of

_DAYS_A_MONTH = 31
# An order is billed when it has come; what is paid once, some time around its day.
_ORDER_EARLY, _ORDER_LATE = 7, 120
_ONCE = 3
# What is agreed by the year is often billed by the month: months of a price → in how many parts.
_SPLITS = {12: (2, 4, 12), 6: (2, 6), 3: (3,)}
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Owed:
    """One payment; a bill for it comes at most `early` days before its day and `late` after.

    An instalment is one of `split` parts of another payment, `of`.
    """

    what: What
    charge: str | None
    day: date
    amount: Decimal
    early: int
    late: int
    number: str = ""
    of: "Owed | None" = None
    split: int = 1


@dataclass(frozen=True, slots=True)
class Target:
    """What one bill may pay for at once."""

    owed: tuple[Owed, ...]
    amount: Decimal
    whats: tuple[What, ...]

    @property
    def day(self) -> date:
        return self.owed[0].day

    @property
    def split(self) -> int:
        return self.owed[0].split

    @property
    def is_sum(self) -> bool:
        return len(self.owed) > 1

    @property
    def is_of_several(self) -> bool:
        """Say whether it is of several contracts; lines of one order are one thing."""
        return len({one.number or one.what.ref for one in self.owed}) > 1

    def distance(self, bill: BillFact) -> int | None:
        """Return how many days lie between the bill and the payment; None: too many, or of another period."""
        first = self.owed[0]
        if first.what.register == "contracts" and (bill.covers_from or bill.covers_until):
            return self._within(bill)
        days = (bill.billed_on - first.day).days
        return abs(days) if -first.early <= days <= first.late else None

    def _within(self, bill: BillFact) -> int | None:
        begins = bill.covers_from or bill.covers_until or bill.billed_on
        ends = bill.covers_until or bill.covers_from or bill.billed_on
        return (self.day - begins).days if begins <= self.day <= ends else None

    def parts(self, amount: Decimal) -> tuple[Part, ...]:
        """Return an amount by what it pays for; what is not as agreed falls on the largest part."""
        largest = max(range(len(self.owed)), key=lambda place: self.owed[place].amount)
        rest = amount - self.amount
        return tuple(
            Part(
                one.what, one.amount + (rest if place == largest else _NOTHING), one.day, one.charge,
                one.amount, one.split,
            )
            for place, one in enumerate(self.owed)
        )  # fmt: skip


def owed_by_contracts(expected: Iterable[Expected]) -> list[Owed]:
    """Return the payments of contracts, and what they are when they are paid by instalments.

    Nothing is owed where nothing is to be paid.
    """
    return [owed for one in expected if one.amount > 0 for owed in _owed(one)]


def _owed(one: Expected) -> Iterator[Owed]:
    what = What("contracts", one.contract)
    whole = Owed(what, one.charge, one.due, one.amount, *_around(one.months or _ONCE))
    yield whole
    for split in _SPLITS.get(one.months or 0, ()):
        months = (one.months or 0) // split
        for count in range(split):
            day = day_in(month_of(one.due) + count * months, one.due.day)
            if day is not None:
                part = cents(one.amount / split)
                yield Owed(what, one.charge, day, part, *_around(months), of=whole, split=split)


def _around(months: int) -> tuple[int, int]:
    days = months * _DAYS_A_MONTH
    return days // 2, days


def owed_by_orders(orders: Iterable[OrderFact]) -> list[Owed]:
    """Return what orders come to, where their prices are known."""
    return [
        Owed(
            What("orders", one.ref), None, one.ordered_on, one.amount, _ORDER_EARLY, _ORDER_LATE,
            one.number.casefold(),
        )
        for one in orders
        if one.amount is not None and one.amount > 0
    ]  # fmt: skip


def targets(owed: Sequence[Owed]) -> list[Target]:
    """Return all that one bill of a vendor may pay for, in an order of their own."""
    ordered = sorted(owed, key=lambda one: (one.day, one.what, one.charge or "", one.split, one.amount))
    sums = {group for group in _groups(ordered) if len(group) > 1}
    found = [Target((one,), one.amount, (one.what,)) for one in ordered]
    return found + sorted(
        (_together(group) for group in sums),
        key=lambda target: (target.day, target.whats, len(target.owed), target.split, target.amount),
    )


def _together(group: tuple[Owed, ...]) -> Target:
    whats = tuple(sorted({one.what for one in group}))
    return Target(group, sum((one.amount for one in group), _NOTHING), whats)


def _groups(ordered: Sequence[Owed]) -> Iterator[tuple[Owed, ...]]:
    """Yield the payments of a contract in one month, those of all contracts, and the rows of an order."""
    found: dict[tuple[object, ...], list[Owed]] = defaultdict(list)
    for one in ordered:
        if one.what.register == "contracts":
            month = one.day.replace(day=1), one.split
            found[month, one.what.ref].append(one)
            found[month,].append(one)
        elif one.number:
            found["orders", one.number].append(one)
    return (tuple(group) for group in found.values())
