"""Netting, lots, lead times and pegging: a textbook's table, and a slow oracle that counts day by day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import OrderFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.netting.ledger import Asked, Ledger, Row
from fullscore.engine.goals.netting.lots import Multiple
from fullscore.engine.goals.netting.places import ways
from fullscore.engine.goals.netting.supply import Lot as SupplyLot
from fullscore.engine.goals.orders.leadtime import lead_time
from fullscore.engine.goals.orders.pegging import peg
from tests.engine.goals.mill import LAPTOP, TODAY, house, mill

D = Decimal
MONDAYS = [date(2027, 1, 4) + timedelta(weeks=week) for week in range(8)]


def rows_of(
    grosses: list[int], *, on_hand: int, receipts: dict[int, int], safety: int, lot: Multiple
) -> list[Row]:
    """Weeks as Mondays, through the ledger of one thing at one place."""
    shelf = SupplyLot(None, MONDAYS[0], D(on_hand), Trace(D(on_hand)))
    coming = [
        SupplyLot(None, MONDAYS[week], D(count), Trace(D(count)), order=f"r{week}")
        for week, count in receipts.items()
    ]
    ledger = Ledger([shelf, *coming], D(safety), None, ways((), house().calendar, TODAY))
    return [
        ledger.serve(Asked(None, MONDAYS[week], MONDAYS[week], D(gross), lambda net: D(lot.quantity(net))))
        for week, gross in enumerate(grosses)
    ]


def there(row: Row) -> tuple[Decimal, Decimal]:
    """Return what is on hand and what comes in for a need."""
    return sum((part.left for part in row.on_hand), D(0)), sum((part.left for part in row.receipts), D(0))


def left(row: Row) -> Decimal:
    return sum(there(row), D(0)) + row.planned - row.gross


def test_a_table_with_a_fixed_lot_of_forty_agrees_cell_by_cell() -> None:
    """35 on hand, 40 due in week 1, lots of 40; every cell was worked out by hand."""
    rows = rows_of([20, 45, 0, 35, 10], on_hand=35, receipts={0: 40}, safety=0, lot=Multiple(40, 40))

    assert [(row.gross, *there(row), row.net, row.planned, left(row)) for row in rows] == [
        (20, 35, 40, 0, 0, 55),
        (45, 15, 40, 0, 0, 10),
        (0, 0, 10, 0, 0, 10),
        (35, 0, 10, 25, 40, 15),
        (10, 15, 0, 0, 0, 5),
    ]


def test_safety_stock_is_kept_at_every_date() -> None:
    rows = rows_of([10, 10, 10], on_hand=12, receipts={}, safety=3, lot=Multiple())

    assert [left(row) for row in rows] == [3, 3, 3]


needs = st.lists(st.integers(0, 60), min_size=1, max_size=8)
lots = st.builds(Multiple, st.integers(1, 30), st.integers(1, 12))
arrivals = st.dictionaries(st.integers(0, 7), st.integers(1, 40), max_size=4)


@given(needs, st.integers(-20, 80), arrivals, st.integers(0, 15), lots)
def test_a_clerk_who_counts_every_day_comes_to_the_same(
    grosses: list[int], on_hand: int, receipts: dict[int, int], safety: int, lot: Multiple
) -> None:
    rows = rows_of(grosses, on_hand=on_hand, receipts=receipts, safety=safety, lot=lot)

    shelf, orders, day = on_hand, [], MONDAYS[0]
    while day <= MONDAYS[len(grosses) - 1]:
        if day in MONDAYS:
            week = MONDAYS.index(day)
            shelf += receipts.get(week, 0)
            bought = 0
            while shelf + bought - grosses[week] < safety or 0 < bought < lot.minimum or bought % lot.step:
                bought += 1
            orders.append(bought)
            shelf += bought - grosses[week]
        day += timedelta(days=1)
    assert [int(row.planned) for row in rows] == orders
    assert int(left(rows[-1])) == shelf


@given(needs, st.integers(0, 80), arrivals, st.integers(0, 15), lots)
def test_every_need_is_covered_and_every_row_adds_up(
    grosses: list[int], on_hand: int, receipts: dict[int, int], safety: int, lot: Multiple
) -> None:
    for row in rows_of(grosses, on_hand=on_hand, receipts=receipts, safety=safety, lot=lot):
        assert left(row) >= safety
        assert row.net == max(0, row.gross - sum(there(row)) + row.safety)
        assert row.planned >= row.net


@given(lots, st.integers(1, 500))
def test_a_lot_is_the_smallest_that_covers_and_shows_its_sum(lot: Multiple, net: int) -> None:
    quantity = lot.quantity(D(net))

    assert quantity >= net
    assert quantity >= lot.minimum
    assert quantity % lot.step == 0
    smaller = quantity - lot.step
    assert smaller < max(net, lot.minimum)
    assert lot.trace(Trace(D(net)), None, (Trace(lot.minimum), Trace(lot.step))).value == quantity


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 50), min_size=1),
    st.integers(0, 200), st.integers(0, 30), st.integers(0, 20),
)  # fmt: skip
def test_shares_of_an_order_add_up_to_it(needs: dict[str, int], free: int, surplus: int, safety: int) -> None:
    net = D(max(0, sum(needs.values()) - free))
    quantity = net + surplus + safety

    pegs = peg([(goal, D(need)) for goal, need in needs.items()], net=net, quantity=quantity)

    assert sum(one.quantity for one in pegs) == quantity
    assert all(one.quantity >= 0 for one in pegs)


def past(*days: int) -> tuple[OrderFact, ...]:
    """Orders of past laptops that took so many calendar days from a Monday in June 2026."""
    start = date(2026, 6, 1)
    return tuple(
        OrderFact(str(number), "laptop-14", None, D(1), start, None, start + timedelta(days=taken))
        for number, taken in enumerate(days)
    )


@pytest.mark.parametrize(
    ("taken", "likely", "safe", "basis"),
    [
        ((7,) * 8 + (14, 21), 5, 10, "10 past orders: median, nine in ten"),
        ((7, 7, 28), 5, 20, "3 past orders: median, longest"),
        ((7, 14, 21, 28), 13, 20, "4 past orders: median, longest"),
        ((7, 7), 17, 17, "typed"),
        ((), 17, 17, "typed"),
    ],
)
def test_a_lead_time_is_learned_from_ten_or_three_past_orders(
    taken: tuple[int, ...], likely: int, safe: int, basis: str
) -> None:
    found = lead_time(LAPTOP, look_up(replace(mill(), orders=past(*taken)), TODAY), house().vendor_calendar)

    assert (found.likely.value, found.safe.value, found.basis) == (likely, safe, basis)


def test_a_lead_time_nobody_knows_is_what_is_usual_and_named_as_assumption() -> None:
    unknown = replace(LAPTOP, lead_days=None)

    found = lead_time(unknown, look_up(mill(), TODAY), house().vendor_calendar)

    assert (found.safe.value, found.basis) == (15, "assumed")
    assert (found.assumptions[0].register, found.assumptions[0].field) == ("models", "lead_days")


def test_an_order_received_after_today_teaches_nothing_yet() -> None:
    future = OrderFact("x", "laptop-14", None, D(1), TODAY, None, TODAY + timedelta(days=9))

    found = lead_time(LAPTOP, look_up(replace(mill(), orders=(future,) * 3), TODAY), house().vendor_calendar)

    assert found.basis == "typed"


@pytest.mark.parametrize(
    ("category", "days"), [("laptop", 15), ("switch", 20), ("server", 30), ("other", 15)]
)
def test_what_is_usual_depends_on_the_kind_of_thing(category: str, days: int) -> None:
    unknown = replace(LAPTOP, lead_days=None, category=category)

    assert lead_time(unknown, look_up(mill(), TODAY), house().vendor_calendar).safe.value == days
