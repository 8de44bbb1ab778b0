"""What bills are settled with: all payments of all vendors, which are paid, and bills whose row says it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.matching_facts import BillFact, How, Match, Part, Posed, Unmatched, What, Why
from fullscore.engine.budget.matching_targets import (
    Owed,
    Target,
    owed_by_contracts,
    owed_by_orders,
    targets,
)

# How far an amount may be off, the nearest first.
TOLERANCES = ((How.SAME_AMOUNT, Decimal(0)), (How.NEARLY, Decimal("0.02")), (How.ABOUT, Decimal("0.10")))
# What is further off is no payment at another price, but something else for the same contract.
_NO_LONGER_LIKE = Decimal("0.5")
INSTALMENTS_OFF = Decimal("0.02")


def order(bill: BillFact) -> tuple[date, str, str]:
    return bill.billed_on, bill.number, bill.ref


@dataclass(frozen=True, slots=True)
class Pair:
    """A bill and what it may pay for, so many days apart; `off` is how far the amount is, as a share."""

    bill: BillFact
    target: Target
    distance: int
    off: Decimal

    @property
    def rank(self) -> tuple[bool, int, int]:
        return self.target.is_sum, self.target.split, self.distance

    @property
    def tier(self) -> int:
        """Return how far off the amount is, by the tolerances."""
        within = (self.off <= share for _, share in TOLERANCES)
        return next((place for place, is_in in enumerate(within) if is_in), len(TOLERANCES))


def paired(bill: BillFact, target: Target) -> Pair | None:
    """Return a bill with what it may pay for; None where its day is no day for that."""
    distance = target.distance(bill)
    if distance is None:
        return None
    return Pair(bill, target, distance, abs(bill.amount - target.amount) / target.amount)


class Book:
    """All bills and payments, and what was settled so far."""

    def __init__(self, posed: Posed) -> None:
        self.posed = posed
        self.bills = sorted(posed.bills, key=order)
        self.matched: list[Match] = []
        self.unmatched: list[Unmatched] = []
        self._done: set[str] = set()
        self._paid: Counter[Owed] = Counter()
        self._split: dict[Owed, int] = {}
        self._vendors = {one.ref: one.vendor for one in posed.agreements}
        contracts, orders = owed_by_contracts(posed.expected), owed_by_orders(posed.orders)
        self._ordered_from = {one.ref: one.vendor for one in posed.orders}
        self.owed: dict[str | None, list[Owed]] = defaultdict(list)
        for one in (*contracts, *orders):
            self.owed[self._vendor_of(one.what)].append(one)
        self._there = Counter((*contracts, *orders))
        self._by_what: dict[What, list[Target]] = {}
        self._say()

    def is_open(self, bill: BillFact) -> bool:
        return bill.ref not in self._done

    def is_free(self, target: Target) -> bool:
        """Say whether nothing of it is paid by another bill."""
        asked = Counter(target.owed)
        is_left = all(self._paid[one] + count <= self._there[one] for one, count in asked.items())
        return is_left and all(self._may_be_paid(one) for one in asked)

    def _may_be_paid(self, one: Owed) -> bool:
        """Say whether it is not paid in another way: at once, or by other instalments."""
        if one.of is None:
            return one not in self._split
        return not self._paid[one.of] and self._split.get(one.of, one.split) == one.split

    def settle(self, bill: BillFact, how: How, target: Target, *, is_named: bool) -> None:
        self._paid.update(target.owed)
        self._split |= {one.of: one.split for one in target.owed if one.of is not None}
        self.keep(Match(bill, how, target.parts(bill.amount), bill.line, is_named))

    def keep(self, match: Match) -> None:
        self._done.add(match.bill.ref)
        self.matched.append(match)

    def leave(self, bill: BillFact, why: Why, candidates: Iterable[What] = ()) -> None:
        self._done.add(bill.ref)
        self.unmatched.append(Unmatched(bill, why, tuple(sorted(set(candidates)))))

    def candidates(self, vendor: str) -> tuple[What, ...]:
        """Return the vendor's contracts and orders."""
        found = [What("contracts", ref) for ref, whose in self._vendors.items() if whose == vendor]
        found += [What("orders", ref) for ref, whose in self._ordered_from.items() if whose == vendor]
        return tuple(sorted(found))

    def targets_of(self, what: What) -> list[Target]:
        """Return all payments of one contract or order."""
        if what not in self._by_what:
            mine = [one for one in self.owed[self._vendor_of(what)] if one.what == what]
            self._by_what[what] = targets(mine)
        return self._by_what[what]

    def _vendor_of(self, what: What) -> str | None:
        return (self._vendors if what.register == "contracts" else self._ordered_from).get(what.ref)

    def _say(self) -> None:
        """Settle the bills whose row says what they are for; other money is no payment of ours."""
        for bill in self.bills:
            if bill.currency not in {None, "", self.posed.currency}:
                self.leave(bill, Why.OTHER_CURRENCY, _said(bill))
        said = [bill for bill in self.bills if self.is_open(bill) and _said(bill)]
        pay_nearest(self, [(bill, _said(bill)[0]) for bill in said], How.SAID, is_named=False)


def _said(bill: BillFact) -> tuple[What, ...]:
    """Return what the row of the bill names, an order before a contract before a line."""
    rows = (("orders", bill.order), ("contracts", bill.contract), ("lines", bill.line))
    return tuple(What(register, ref) for register, ref in rows if ref)


def pay_nearest(book: Book, known: Sequence[tuple[BillFact, What]], how: How, *, is_named: bool) -> None:
    """Settle bills of which it is known what they are for: the likest amount first, then the nearest day.

    A bill that no payment is near to is for that all the same.
    """
    for pair in sorted(_near(book, known), key=_likeness):
        if book.is_open(pair.bill) and book.is_free(pair.target):
            book.settle(pair.bill, how, pair.target, is_named=is_named)
    for bill, what in known:
        if book.is_open(bill):
            book.keep(Match(bill, how, (Part(what, bill.amount),), bill.line, is_named))


def _near(book: Book, known: Iterable[tuple[BillFact, What]]) -> Iterator[Pair]:
    for bill, what in known:
        for target in book.targets_of(what) if bill.amount > 0 else ():
            pair = paired(bill, target)
            if pair is not None and pair.off <= _NO_LONGER_LIKE:
                yield pair


def _likeness(pair: Pair) -> tuple[object, ...]:
    off = pair.off if pair.tier == len(TOLERANCES) else Decimal(0)
    return pair.tier, off, *pair.rank, order(pair.bill)
