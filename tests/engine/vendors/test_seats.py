"""Seats: what is paid, who has them, and how many the next term needs with what plans ask for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.held import Held
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.facts import Need
from fullscore.engine.vendors.renewals import renewals
from fullscore.engine.vendors.seats import Seats
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.morrow import (
    CAD,
    DRAWING,
    SALES_GOAL,
    SEATS,
    TODAY,
    bound,
    drawing,
    of,
    people_with_seats,
)


def seats(found: Seats | None) -> Seats:
    assert found is not None
    return found


def value(trace: Trace | None) -> Decimal | None:
    return None if trace is None else Decimal(str(trace.value))


def test_the_sum_of_a_licence_is_said_in_words() -> None:
    found = seats(of(drawing()).seats)

    assert found.text == (
        "26 in use + 12 for the sales goal from April = 38 of 50; 12 too many: saves 2,880 a year"
    )
    assert [value(each) for each in (found.paid, found.assigned, found.needed, found.spare)] == [
        50,
        26,
        38,
        12,
    ]
    assert value(found.saves_year) == 2880


def test_nobody_known_by_name_means_nobody_can_say_who_is_active() -> None:
    assert seats(of(drawing()).seats).active is None


def test_unknown_use_is_not_no_use() -> None:
    found = seats(of(drawing(held=Held(pools=(replace(CAD, used=None),)))).seats)

    assert (found.assigned, found.needed, found.spare, found.saves_year) == (None, None, None, None)
    assert found.text == "50 paid for; how many are in use is not known"


def test_seats_of_people_who_left_are_not_in_use() -> None:
    found = seats(of(drawing(held=people_with_seats(30, left=6), needs=())).seats)

    assert [value(each) for each in (found.assigned, found.active, found.spare)] == [30, 24, 26]
    assert found.leavers == 6


def test_a_need_that_begins_after_the_renewed_term_does_not_count() -> None:
    later = replace(SALES_GOAL, on=date(2028, 4, 2))
    last = replace(SALES_GOAL, on=date(2028, 4, 1))

    assert value(seats(of(drawing(needs=(later,))).seats).needed) == 26
    assert value(seats(of(drawing(needs=(last,))).seats).needed) == 38


def test_more_needed_than_paid_for_is_too_few_and_saves_nothing() -> None:
    found = seats(of(drawing(needs=(replace(SALES_GOAL, quantity=Decimal(30)),))).seats)

    assert found.text == "26 in use + 30 for the sales goal from April = 56 of 50; 6 too few"
    assert (value(found.spare), found.missing, found.is_too_many) == (0, 6, False)


def test_no_licence_of_the_same_vendor_is_guessed() -> None:
    assert of(drawing(charges=(replace(SEATS, pool=None),))).seats is None


def test_megabits_are_no_seats() -> None:
    link = replace(CAD, kind="link", used=Decimal(80))

    assert of(drawing(held=Held(pools=(link,)))).seats is None


def test_one_line_for_the_whole_licence_is_a_lump_sum() -> None:
    lump = replace(SEATS, quantity=Decimal(1), unit_price=Decimal(12000))

    found = seats(of(drawing(charges=(lump,))).seats)

    assert (value(found.paid), value(found.unit), found.basis) == (50, 240, Basis.ASSUMED)
    assert value(found.saves_year) == 2880


def test_the_cheapest_line_prices_what_is_too_many() -> None:
    dear = replace(SEATS, ref="more", name="More", quantity=Decimal(10), unit_price=Decimal(400))

    found = seats(of(drawing(charges=(SEATS, dear))).seats)

    assert (value(found.paid), value(found.spare), value(found.saves_year)) == (60, 22, 22 * 240)


def test_a_line_that_has_ended_is_not_paid_any_more() -> None:
    old = replace(SEATS, ref="old", ends_on=date(2026, 10, 31))

    assert value(seats(of(drawing(charges=(SEATS, old))).seats).paid) == 50


def test_a_price_in_another_currency_saves_an_unknown_amount() -> None:
    found = bound(replace(DRAWING, currency="CHF"), charges=(SEATS,), needs=(SALES_GOAL,))

    assert seats(of(found).seats).saves_year is None
    assert value(seats(of(found).seats).spare) == 12


def test_what_two_contracts_have_too_many_is_counted_once() -> None:
    addon = replace(DRAWING, ref="more", name="More seats", starts_on=date(2025, 7, 2))
    line = replace(SEATS, ref="more-seats", contract="more", quantity=Decimal(20))

    first, second = renewals(bound(DRAWING, addon, charges=(SEATS, line), needs=(SALES_GOAL,)), on=TODAY)

    # 38 of 70 are needed: the one that can be ended first has them to spare, up to what it pays for.
    assert [one.ref for one in (first, second)] == ["drawing", "more"]
    assert [value(seats(one.seats).spare) for one in (first, second)] == [32, 0]
    assert seats(first.seats).text.startswith(
        "26 in use + 12 for the sales goal from April − 20 of other contracts = 18 of 50"  # noqa: RUF001
    )


amounts = st.decimals(0, 500, places=0)
needs = st.lists(st.tuples(st.integers(-100, 900), st.integers(0, 60)), max_size=4)


@given(
    paid=amounts, used=st.none() | amounts, price=st.none() | st.decimals(0, 5000, places=4), asked=needs,
    period=st.sampled_from(["month", "quarter", "half-year", "year", "once"]),
)  # fmt: skip
def test_spare_and_needed_are_what_is_paid_for_and_no_saving_is_below_nothing(
    paid: Decimal, used: Decimal | None, price: Decimal | None, asked: list[tuple[int, int]], period: str
) -> None:
    line = replace(SEATS, quantity=paid, unit_price=price, period=period)
    wanted = tuple(
        Need("cad", date.fromordinal(TODAY.toordinal() + days), Decimal(count), "for a goal", f"g-{number}")
        for number, (days, count) in enumerate(asked)
    )
    one = of(
        drawing(charges=(line,), needs=wanted, held=Held(pools=(replace(CAD, capacity=None, used=used),)))
    )
    found = seats(one.seats)

    spare, needed, bought = value(found.spare), value(found.needed), value(found.paid)
    if used is None:
        assert (spare, needed, found.saves_year) == (None, None, None)
        return
    assert spare is not None
    assert needed is not None
    assert bought == paid
    assert spare >= 0
    assert spare + needed == max(paid, needed)
    saves = value(found.saves_year)
    assert saves is None or saves >= 0
    assert wrong_in(one.trace) == []
