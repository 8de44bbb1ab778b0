"""Whatever bills come: each once, no payment twice, in any order the same; and what a plain search finds."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.matching import match
from fullscore.engine.budget.matching_facts import (
    Agreement,
    BillFact,
    Expected,
    How,
    Matching,
    OrderFact,
    Posed,
    What,
    Why,
)

_FIRST = date(2026, 1, 1)
_AMOUNTS = st.sampled_from(
    [Decimal(each) for each in ("100", "101", "108", "130", "200", "201", "300", "-40")]
)
_PRICES = st.dictionaries(st.sampled_from((None, "a")), _AMOUNTS, max_size=2)
_WORDS = ("", "Line 1", "Line 2", "PO 7", "Line 1 and Line 2", "credit")


@st.composite
def _bills(draw: st.DrawFn, vendors: tuple[str | None, ...], words: tuple[str, ...]) -> tuple[BillFact, ...]:
    return tuple(
        BillFact(
            f"b{n}", "", draw(st.sampled_from(vendors)), _FIRST + timedelta(days=draw(st.integers(0, 100))),
            draw(_AMOUNTS), draw(st.sampled_from((None, None, None, "EUR"))), draw(st.sampled_from(words)),
            contract=draw(st.sampled_from((None, None, None, "c1"))),
        )
        for n in range(draw(st.integers(0, 7)))
    )  # fmt: skip


@st.composite
def _posed(draw: st.DrawFn) -> Posed:
    """Draw bills of two vendors with up to three contracts and two orders between them."""
    agreements = tuple(
        Agreement(f"c{n}", f"Line {n}", draw(st.sampled_from(("one", "two"))), f"N-{n}") for n in range(1, 4)
    )
    expected = tuple(
        Expected(one.ref, charge, date(2026, month, draw(st.sampled_from((1, 1, 15)))), amount)
        for one in agreements
        for charge, amount in draw(
            st.dictionaries(st.sampled_from((None, "a")), _AMOUNTS, max_size=2)
        ).items()
        for month in range(1, 4)
    )
    orders = tuple(
        OrderFact(f"o{n}", "7", "one", date(2026, 1, 10 + n), draw(st.none() | _AMOUNTS))
        for n in range(draw(st.integers(0, 2)))
    )
    return Posed(draw(_bills(("one", "one", "two", None, "stranger"), _WORDS)), agreements, expected, orders)


def _paid(found: Matching) -> Counter[tuple[What, str | None, date, Decimal]]:
    return Counter(
        (part.what, part.charge, part.due, part.expected)
        for one in found.matched
        for part in one.parts
        if part.due is not None and part.expected is not None
    )


@given(_posed())
def test_every_bill_is_answered_once_and_its_parts_come_to_it(posed: Posed) -> None:
    found = match(posed)

    answered = [one.bill.ref for one in (*found.matched, *found.unmatched)]
    assert sorted(answered) == sorted(bill.ref for bill in posed.bills)
    assert all(sum(part.amount for part in one.parts) == one.bill.amount for one in found.matched)


@given(_posed())
def test_no_payment_is_settled_more_often_than_it_is_owed(posed: Posed) -> None:
    owed = Counter(
        (What("contracts", one.contract), one.charge, one.due, one.amount) for one in posed.expected
    )
    owed.update(
        (What("orders", one.ref), None, one.ordered_on, one.amount) for one in posed.orders if one.amount
    )

    assert _paid(match(posed)) <= owed


@st.composite
def _yearly(draw: st.DrawFn) -> Posed:
    """Draw bills of whole years, quarters and months of one contract with up to two prices by the year."""
    amounts = draw(st.lists(st.sampled_from((1200, 2400, 480)), min_size=1, max_size=2, unique=True))
    expected = tuple(
        Expected("c", str(amount), date(year, 1, 1), Decimal(amount), 12)
        for amount in amounts
        for year in (2026, 2027)
    )
    bills = tuple(
        BillFact(
            f"b{n}", "", "one", _FIRST + timedelta(days=draw(st.integers(0, 700))),
            Decimal(draw(st.sampled_from((1200, 2400, 600, 300, 200, 100, 40, 140, 305)))),
        )
        for n in range(draw(st.integers(0, 14)))
    )  # fmt: skip
    return Posed(bills, (Agreement("c", "Line", "one"),), expected)


@given(_yearly())
def test_a_year_is_paid_at_once_or_by_one_kind_of_instalments_and_never_twice(posed: Posed) -> None:
    """Counted by hand: of each price and year all that is paid of it comes to no more than itself."""
    parts = [part for one in match(posed).matched for part in one.parts if part.due and part.expected]

    for one in posed.expected:
        mine = [
            part for part in parts
            if part.charge == one.charge and part.due and part.due.year == one.due.year
        ]  # fmt: skip
        assert len({part.instalments for part in mine}) <= 1
        assert len({part.due for part in mine}) == len(mine)
        assert sum(part.expected or 0 for part in mine) <= one.amount


@given(_posed(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_known_does_not_matter(posed: Posed, random: object) -> None:
    shuffled = Posed(*(_shuffled(random, each) for each in _tuples(posed)))

    assert match(shuffled) == match(posed)


def _tuples(posed: Posed) -> tuple[tuple[object, ...], ...]:
    return posed.bills, posed.agreements, posed.expected, posed.orders


def _shuffled(random: object, values: tuple[object, ...]) -> tuple:  # type: ignore[type-arg]  # of any fact
    found = list(values)
    random.shuffle(found)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    return tuple(found)


@given(_posed())
def test_a_bill_in_other_money_is_matched_with_nothing(posed: Posed) -> None:
    found = match(posed)

    assert all(one.bill.currency is None for one in found.matched)
    assert {one.bill.ref for one in found.unmatched if one.why == Why.OTHER_CURRENCY} == {
        bill.ref for bill in posed.bills if bill.currency
    }


@given(_posed())
def test_no_bill_is_left_that_a_payment_of_its_vendor_fits(posed: Posed) -> None:
    """Looked through by hand: whoever is left for its amount has nothing free within 10 % and its days."""
    found = match(posed)
    paid, vendors = _paid(found), {one.ref: one.vendor for one in posed.agreements}
    for left in (one.bill for one in found.unmatched if one.why == Why.OTHER_AMOUNT):
        for one in posed.expected:
            key = (What("contracts", one.contract), one.charge, one.due, one.amount)
            is_near = abs(left.amount - one.amount) * 10 <= one.amount
            is_its_day = -15 <= (left.billed_on - one.due).days <= 31
            is_named = left.about in {"", "credit"}
            fits = is_near and is_its_day and is_named and vendors[one.contract] == left.vendor
            owed = sum(each == one for each in posed.expected)
            assert not (fits and one.amount > 0 and paid[key] < owed), (left, one)


@st.composite
def _one_contract(draw: st.DrawFn) -> Posed:
    amount = Decimal(draw(st.sampled_from((100, 104))))
    months = draw(st.sets(st.integers(1, 4)))
    expected = tuple(Expected("c", None, date(2026, month, 1), amount) for month in sorted(months))
    bills = tuple(
        BillFact(
            f"b{n}", "", "one", _FIRST + timedelta(days=draw(st.integers(0, 120))),
            Decimal(draw(st.sampled_from((100, 102, 104, 112, 150)))),
        )
        for n in range(draw(st.integers(0, 6)))
    )  # fmt: skip
    return Posed(bills, (Agreement("c", "Line", "one"),), expected)


@given(_one_contract())
def test_one_contract_is_settled_as_a_plain_search_would(posed: Posed) -> None:
    """An oracle of four loops: again and again the best pair of all that are still open."""
    found = match(posed)
    by_amount = {
        one.bill.ref: one.due for one in found.matched if one.how in {How.SAME_AMOUNT, How.NEARLY, How.ABOUT}
    }

    assert by_amount == _searched(posed)


def _searched(posed: Posed) -> dict[str, date]:
    settled: dict[str, date] = {}
    for percent in (0, 2, 10):
        while True:
            best = min(
                (
                    (abs((bill.billed_on - one.due).days), bill.billed_on, bill.ref, one.due)
                    for bill in posed.bills
                    for one in posed.expected
                    if bill.ref not in settled
                    and one.due not in settled.values()
                    and -15 <= (bill.billed_on - one.due).days <= 31
                    and abs(bill.amount - one.amount) * 100 <= one.amount * percent
                ),
                default=None,
            )
            if best is None:
                break
            settled[best[2]] = best[3]
    return settled
