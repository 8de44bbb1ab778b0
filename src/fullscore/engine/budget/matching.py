"""Which bill pays for which contract or order: by what it says, then by vendor, amount and day.

What stands in the bill's row decides. Else an amount that is the same to the cent comes before one within
2 %, and that before one within 10 %; of payments that fit, those the bill names, then a single one before
several together, then the nearest day. A bill that fits several things equally well is left to a person.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from fullscore.engine.budget.matching_book import (
    INSTALMENTS_OFF,
    TOLERANCES,
    Book,
    Pair,
    order,
    paired,
    pay_nearest,
)
from fullscore.engine.budget.matching_facts import (
    BillFact,
    How,
    Match,
    Matching,
    Part,
    Posed,
    Unmatched,
    What,
    Why,
)
from fullscore.engine.budget.matching_names import Names, names
from fullscore.engine.budget.matching_targets import (
    targets,
)

# So many bills of one amount are no accident.
_REPEATED = 3


def match(posed: Posed) -> Matching:
    """Return every bill with what it pays for, or with why nobody can say."""
    book = Book(posed)
    for vendor in sorted({bill.vendor for bill in posed.bills if bill.vendor}):
        _Vendor(book, vendor).settle()
    for bill in book.bills:
        if book.is_open(bill) and bill.vendor and not book.candidates(bill.vendor):
            _planned(bill, book)
    left = [_unsettled(bill, book) for bill in book.bills if book.is_open(bill)]
    return Matching(
        tuple(sorted(book.matched, key=lambda one: order(one.bill))),
        tuple(sorted([*book.unmatched, *left], key=lambda one: order(one.bill))),
    )


def _planned(bill: BillFact, book: Book) -> None:
    """Settle the bill of a vendor without contract or order by the line that was planned for the vendor."""
    mine = [one for one in book.posed.lines if one.vendor == bill.vendor]
    named = [one for one in mine if names(bill, one.name)]
    fitting = named or mine
    if len(fitting) == 1:
        part = Part(What("lines", fitting[0].ref), bill.amount)
        book.keep(Match(bill, How.PLANNED, (part,), fitting[0].ref, bool(named)))
    elif fitting:
        book.leave(bill, Why.SEVERAL, (What("lines", one.ref) for one in fitting))


def _unsettled(bill: BillFact, book: Book) -> Unmatched:
    if bill.vendor is None:
        return Unmatched(bill, Why.NO_VENDOR)
    known = book.candidates(bill.vendor)
    return Unmatched(bill, Why.OTHER_AMOUNT if known else Why.NOTHING_AGREED, known)


class _Vendor:
    """The bills of one vendor beside what is owed to it."""

    def __init__(self, book: Book, vendor: str) -> None:
        self._book = book
        self._mine = [bill for bill in book.bills if bill.vendor == vendor and book.is_open(bill)]
        self._agreements = [one for one in book.posed.agreements if one.vendor == vendor]
        self._targets = sorted(targets(book.owed[vendor]), key=lambda one: one.amount)
        self._amounts = [one.amount for one in self._targets]
        self._pairs: dict[str, list[Pair]] = {}
        known = Names(self._agreements, [one for one in book.posed.orders if one.vendor == vendor])
        self._named = {bill.ref: known.of(bill) for bill in self._mine}

    def settle(self) -> None:
        for how, share in TOLERANCES:
            self._by_amount(how, share)
        self._by_name()
        self._paid_already()
        self._repeated()
        self._credits()

    def _open(self) -> list[BillFact]:
        return [bill for bill in self._mine if self._book.is_open(bill)]

    def _by_amount(self, how: How, share: Decimal) -> None:
        """Settle what fits one thing best until nothing changes; then leave what fits several."""
        pairs = sorted(
            (pair for bill in self._open() if bill.amount > 0 for pair in self._fitting(bill, share)),
            key=lambda pair: (*pair.rank, order(pair.bill)),
        )
        torn: dict[str, tuple[BillFact, set[What]]] = {}
        count = -1
        while count != len(self._book.matched):
            count, torn = len(self._book.matched), {}
            for _, batch in groupby(pairs, key=lambda pair: pair.rank):
                torn |= self._settle_equals([pair for pair in batch if pair.bill.ref not in torn], how)
        for bill, whats in torn.values():
            self._book.leave(bill, Why.SEVERAL, whats)

    def _settle_equals(self, pairs: Sequence[Pair], how: How) -> dict[str, tuple[BillFact, set[What]]]:
        """Settle pairs that are equally good; return the bills that fit several things at once."""
        count = -1
        while count != len(self._book.matched):
            count = len(self._book.matched)
            by_bill = self._free(pairs)
            for fitting in by_bill.values():
                pair = fitting[0]
                is_clear = len({one.target.whats for one in fitting}) == 1
                if is_clear and self._book.is_free(pair.target):
                    self._book.settle(pair.bill, how, pair.target, is_named=self._is_named(pair))
        return {
            ref: (fitting[0].bill, {what for one in fitting for what in one.target.whats})
            for ref, fitting in self._free(pairs).items()
        }

    def _free(self, pairs: Sequence[Pair]) -> Mapping[str, list[Pair]]:
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if self._book.is_open(pair.bill) and self._book.is_free(pair.target):
                found[pair.bill.ref].append(pair)
        return found

    def _fitting(self, bill: BillFact, share: Decimal) -> Iterator[Pair]:
        """Yield what a bill may pay for; of several contracts together only to the cent."""
        for pair in self._near(bill):
            most = share if pair.target.split == 1 else min(share, INSTALMENTS_OFF)
            if pair.off <= (0 if pair.target.is_of_several else most):
                yield pair

    def _near(self, bill: BillFact) -> list[Pair]:
        """Return what is owed around its day and its amount; of what it names, where it names anything."""
        if bill.ref not in self._pairs:
            named, widest = self._named[bill.ref].whats, TOLERANCES[-1][1]
            first = bisect_left(self._amounts, bill.amount / (1 + widest))
            last = bisect_right(self._amounts, bill.amount / (1 - widest))
            fitting = (one for one in self._targets[first:last] if not named or named.issuperset(one.whats))
            pairs = (paired(bill, one) for one in fitting)
            self._pairs[bill.ref] = [pair for pair in pairs if pair is not None]
        return self._pairs[bill.ref]

    def _is_named(self, pair: Pair) -> bool:
        return bool(self._named[pair.bill.ref].whats)

    def _by_name(self) -> None:
        """Settle what surely names one contract or order, whatever its amount; leave what names several."""
        known = []
        for bill in self._open():
            surely = self._named[bill.ref].surely
            if bill.amount > 0 and len(surely) == 1:
                known.append((bill, next(iter(surely))))
            elif bill.amount > 0 and len(surely) > 1:
                self._book.leave(bill, Why.SEVERAL, surely)
        pay_nearest(self._book, known, How.NAMED, is_named=True)

    def _repeated(self) -> None:
        """Settle one amount that comes again and again from a vendor with one contract."""
        if len(self._agreements) != 1:
            return
        what = What("contracts", self._agreements[0].ref)
        times = Counter(bill.amount for bill in self._mine)
        known = [(bill, what) for bill in self._open() if bill.amount > 0 and times[bill.amount] >= _REPEATED]
        pay_nearest(self._book, known, How.REPEATED, is_named=False)

    def _credits(self) -> None:
        """Settle credits with the contract they name, the vendor's only one, or the one of that amount."""
        for bill in self._open():
            if bill.amount > 0:
                continue
            whats = self._credited(bill)
            if len(whats) == 1:
                part = Part(whats[0], bill.amount)
                is_named = bool(self._named[bill.ref].whats)
                self._book.keep(Match(bill, How.CREDIT, (part,), bill.line, is_named))
            elif whats:
                self._book.leave(bill, Why.SEVERAL, whats)

    def _credited(self, bill: BillFact) -> tuple[What, ...]:
        named = self._named[bill.ref].whats
        if named:
            return tuple(sorted(named))
        every = tuple(sorted(What("contracts", one.ref) for one in self._agreements))
        same = {one.owed[0].what for one in self._targets if not one.is_sum and one.amount == -bill.amount}
        of_amount = tuple(what for what in every if what in same)
        return of_amount if len(every) > 1 and len(of_amount) == 1 else every

    def _paid_already(self) -> None:
        """Leave bills that fit only what other bills have paid."""
        widest = TOLERANCES[-1][1]
        for bill in self._open():
            fitting = [pair for pair in self._fitting(bill, widest) if bill.amount > 0]
            if fitting:
                self._book.leave(
                    bill, Why.PAID_ALREADY, (what for pair in fitting for what in pair.target.whats)
                )
