"""Prices by quantity and by how long one is bound: the cheapest is taken, and the others are told."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import OfferFact
from fullscore.engine.findings.finding import Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Source, Trace
from fullscore.engine.goals.kits.kit import Thing
from fullscore.engine.goals.netting.brackets import Brackets, lot_of
from fullscore.engine.goals.netting.lots import Multiple
from fullscore.engine.goals.orders.offers import Priced, Purchase, price
from tests.engine.goals.mill import CRM, LAPTOP
from tests.engine.goals.recomputing import wrong_in

D = Decimal
DOCK = replace(LAPTOP, ref="dock", name="Dock", unit_cost=D(100))
SEATS = replace(CRM, lot_minimum=1, lot_step=1)
ROWS = (Trace(1), Trace(1))


def offer(start: int, cost: object, *, per: str = "once", bound: str | None = None) -> OfferFact:
    return OfferFact(f"{bound}-{start}", "dock", None, start, D(str(cost)), per, bound)


def priced(
    thing: Thing,
    net: object,
    *offers: OfferFact,
    months: int | None = None,
    files: dict[int, str] | None = None,
) -> Priced:
    lot = lot_of(thing, offers, {})
    bought = Trace(lot.quantity(D(str(net))))
    return price(Purchase(thing, bought, D(str(net)), lot, months, "USD"), offers, files or {})


def amounts(found: Priced) -> tuple[object, object]:
    once, year = found.cost.once, found.cost.year
    return (once.value if once else None, year.value if year else None)


def options(found: Priced) -> list[tuple[str, int, bool]]:
    return [(one.text, int(one.cost), one.is_chosen) for one in found.options]


def test_without_offers_the_things_own_price_holds() -> None:
    assert amounts(priced(DOCK, 3)) == (300, None)
    assert amounts(priced(SEATS, 3)) == (None, 3 * 66 * 12)
    assert priced(SEATS, 3).cost.period == "month"
    assert priced(SEATS, 3).options == ()
    assert priced(SEATS, 3).findings == ()


def test_a_price_that_is_missing_stays_missing_and_is_named() -> None:
    found = priced(replace(DOCK, unit_cost=None), 3)

    assert (amounts(found), found.cost.is_known) == ((None, None), False)
    (told,) = found.cost.assumptions
    assert (told.text, told.register, told.ref, told.field) == (
        "The price of Dock is not known; totals are at least so much", "models", "dock", "unit_cost",
    )  # fmt: skip


def test_a_bracket_holds_from_its_quantity_on() -> None:
    brackets = (offer(10, 90), offer(50, 70))

    assert [amounts(priced(DOCK, net, *brackets))[0] for net in (5, 10, 12, 50, 60)] == [
        500, 900, 1080, 3500, 4200,
    ]  # fmt: skip


def test_a_bracket_named_twice_costs_the_less() -> None:
    assert amounts(priced(DOCK, 10, offer(10, 80), replace(offer(10, 90), ref="other")))[0] == 800


def test_more_is_bought_where_it_is_cheaper_and_that_is_said() -> None:
    found = priced(DOCK, 46, offer(10, 90), offer(50, 80))

    assert amounts(found) == (4000, None)
    assert options(found) == [("50 at $80 each", 4000, True), ("46 at $90 each", 4140, False)]
    (finding,) = found.findings
    assert (finding.code, finding.subject) == ("more-is-cheaper", Subject("models", "dock"))
    assert say(finding) == ("50 Dock cost $4,000, $140 less than the 46 that are enough. The plan orders 50.")


def test_more_is_not_bought_where_it_only_costs_the_same() -> None:
    lot = lot_of(DOCK, (offer(50, 80),), {})

    assert [lot.quantity(D(net)) for net in (39, 40, 41)] == [39, 40, 50]


def test_brackets_are_reached_in_whole_lots() -> None:
    lot = lot_of(replace(DOCK, lot_minimum=8, lot_step=4), (offer(10, 90), offer(50, 70)), {})

    assert isinstance(lot, Brackets)
    # 10 is no multiple of 4: the second bracket begins with 12, the third with 52.
    assert [lot.quantity(D(net)) for net in (1, 9, 13, 40, 41, 53)] == [8, 12, 16, 40, 52, 56]


def test_a_larger_bracket_does_not_stand_in_for_a_price_nobody_knows() -> None:
    nameless = replace(DOCK, unit_cost=None)

    assert lot_of(nameless, (offer(10, 1),), {}).quantity(D(3)) == 3
    assert not priced(nameless, 3, offer(10, 1)).cost.is_known
    assert amounts(priced(nameless, 12, offer(10, 1))) == (12, None)


def test_below_a_bracket_from_two_the_things_own_price_holds() -> None:
    assert amounts(priced(DOCK, 1, offer(2, 45)))[0] == 90
    assert [one.text for one in priced(DOCK, 1, offer(2, 45)).options] == ["2 at $45 each", "1 at $100 each"]
    assert amounts(priced(DOCK, 1, offer(2, 60)))[0] == 100
    assert amounts(priced(SEATS, 1, offer(2, 40, per="month", bound="year"))) == (None, 66 * 12)


def test_offers_from_one_on_replace_the_things_own_price() -> None:
    assert amounts(priced(DOCK, 3, offer(1, 120))) == (360, None)


def test_the_quantity_opens_to_the_lot_and_to_the_bracket() -> None:
    lot = lot_of(DOCK, (offer(50, 80),), {})

    more, enough = (lot.trace(Trace(D(net)), None, ROWS) for net in (46, 12))

    assert (more.value, more.op, more.note) == (50, "max", "more is cheaper")
    start = more.args[1].args[0].args[0].args[0].args[0]
    assert (start.value, start.row) == (50, Source("offers", "None-50", "from_quantity"))
    assert (enough.value, enough.op) == (12, "product")
    assert wrong_in(more, enough) == []


def test_the_amount_opens_to_the_row_of_its_price() -> None:
    told = replace(offer(10, 90), provenance={"unit_cost": ["csv", 7, 3, None]})

    once = priced(DOCK, 10, told, files={7: "prices.csv"}).cost.once

    assert once is not None
    each = once.args[0].args[1]
    assert each.row == Source("offers", "None-10", "unit_cost", "csv", "prices.csv", 3)
    assert wrong_in(once) == []


MONTHLY, YEARLY = offer(1, 66, per="month", bound="month"), offer(1, 55, per="month", bound="year")


def test_seats_for_good_are_bound_for_a_year_where_that_is_cheaper() -> None:
    found = priced(SEATS, 10, MONTHLY, YEARLY)

    assert amounts(found) == (None, 10 * 55 * 12)
    assert options(found) == [
        ("10 at $55 a month, bound for a year", 6600, True),
        ("10 at $66 a month, month by month", 7920, False),
    ]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("months", "cost", "bound"),
    [(4, 4 * 66, "month"), (9, 9 * 66, "month"), (10, 10 * 66, "month"), (11, 12 * 55, "year"),
     (12, 12 * 55, "year"), (13, 13 * 66, "month"), (22, 24 * 55, "year")],
)  # fmt: skip
def test_seats_for_a_time_are_priced_both_ways(months: int, cost: int, bound: str) -> None:
    found = priced(SEATS, 1, MONTHLY, YEARLY, months=months)

    assert amounts(found) == (cost, None)
    assert found.options[0].text.endswith({"month": "month by month", "year": "bound for a year"}[bound])
    assert [one.is_chosen for one in found.options] == [True, False]
    assert found.cost.once is not None
    assert wrong_in(found.cost.once) == []


def test_what_was_compared_is_said() -> None:
    found = priced(SEATS, 30, MONTHLY, YEARLY, months=4)

    (finding,) = found.findings
    assert finding.code == "commitment-compared"
    assert say(finding) == (
        "30 CRM for 4 months cost $7,920 month by month and $19,800 bound for a year. "
        "The plan takes the first; check that you may."
    )
    one = priced(SEATS, 1, MONTHLY, YEARLY, months=1).findings[0]
    assert say(one).startswith("1 CRM for 1 month cost $66 ")


def test_of_equal_prices_the_one_that_binds_less_is_taken() -> None:
    found = priced(SEATS, 1, MONTHLY, replace(YEARLY, unit_cost=D(66)), months=12)

    assert found.options[0].text == "1 at $66 a month, month by month"


def test_seats_paid_by_the_year_are_paid_for_whole_years() -> None:
    by_year = offer(1, 600, per="year", bound="year")

    assert amounts(priced(SEATS, 2, by_year, months=4)) == (1200, None)
    assert amounts(priced(SEATS, 2, by_year, months=13)) == (2400, None)
    assert amounts(priced(SEATS, 2, by_year)) == (None, 1200)
    assert priced(SEATS, 2, by_year).cost.period == "year"


def test_a_yearly_price_that_can_be_given_back_is_paid_for_its_months() -> None:
    assert amounts(priced(SEATS, 2, offer(1, 600, per="year", bound="month"), months=4)) == (400, None)
    assert amounts(priced(SEATS, 1, offer(1, 100, per="year", bound="month"), months=1)) == (D("8.33"), None)


def test_the_own_price_for_a_time_is_paid_for_its_months_or_for_whole_years() -> None:
    assert amounts(priced(SEATS, 2, months=4)) == (2 * 66 * 4, None)
    assert amounts(priced(replace(SEATS, cost_period="year"), 2, months=4)) == (2 * 66, None)
    assert amounts(priced(replace(SEATS, cost_period="once"), 2, months=4)) == (2 * 66, None)


def test_prices_bound_for_a_year_have_brackets_of_their_own() -> None:
    cheaper = offer(20, 40, per="month", bound="year")

    assert amounts(priced(SEATS, 19, MONTHLY, YEARLY, cheaper)) == (None, 19 * 55 * 12)
    assert amounts(priced(SEATS, 20, MONTHLY, YEARLY, cheaper)) == (None, 20 * 40 * 12)
    assert amounts(priced(SEATS, 19, MONTHLY, cheaper)) == (None, 19 * 66 * 12)


def test_the_own_price_is_not_held_against_offers_that_cover_every_quantity() -> None:
    assert len(priced(SEATS, 1, MONTHLY, YEARLY).options) == 2
    # Below twenty no offer holds, so the price of the register does.
    only_many = offer(20, 40, per="month", bound="year")
    assert amounts(priced(SEATS, 3, only_many)) == (None, 3 * 66 * 12)
    assert [one.text for one in priced(SEATS, 20, only_many).options] == [
        "20 at $40 a month, bound for a year", "20 at $66 a month",
    ]  # fmt: skip


def test_prices_of_different_kinds_make_no_brackets() -> None:
    mixed = (offer(1, 500), offer(10, 5, per="month"))

    assert lot_of(SEATS, mixed, {}) == Multiple(1, 1)
    assert lot_of(SEATS, (MONTHLY, offer(10, 5, per="month")), {}) == Multiple(1, 1)


starts = st.lists(
    st.tuples(st.integers(1, 60), st.decimals(1, 200, places=2)), max_size=5, unique_by=lambda pair: pair[0]
)


@given(starts, st.integers(1, 80), st.integers(1, 12), st.integers(1, 9))
def test_nothing_that_covers_a_need_is_cheaper(
    drawn: list[tuple[int, Decimal]], net: int, minimum: int, step: int
) -> None:
    """Every quantity up to twice the need and beyond the last bracket is tried."""
    offers = [offer(start, cost) for start, cost in drawn]
    lot = lot_of(replace(DOCK, lot_minimum=minimum, lot_step=step), offers, {})

    def cost(count: int) -> Decimal:
        begun = max((start, -one) for start, one in [(0, D(100)), *drawn] if start <= count)
        return -begun[1] * count

    bought = lot.quantity(D(net))
    sold = [count for count in range(step, 200, step) if count >= max(net, minimum)]
    assert bought in sold
    assert cost(bought) == min(cost(count) for count in sold)
    assert bought == min(count for count in sold if cost(count) == cost(bought))
    assert wrong_in(lot.trace(Trace(D(net)), None, (Trace(minimum), Trace(step)))) == []
    assert lot.trace(Trace(D(net)), None, (Trace(minimum), Trace(step))).value == bought


@given(starts, st.integers(1, 80), st.integers(1, 20))
def test_needing_more_never_buys_less(drawn: list[tuple[int, Decimal]], net: int, more: int) -> None:
    falling = [offer(start, 200 - start) for start, _ in drawn]
    lot = lot_of(replace(DOCK, unit_cost=D(200)), falling, {})

    assert lot.quantity(D(net)) <= lot.quantity(D(net + more))


bounds = st.lists(
    st.builds(
        offer, st.integers(1, 30), st.decimals(0, 99, places=4),
        per=st.sampled_from(["once", "month", "year"]), bound=st.sampled_from([None, "month", "year"]),
    ),
    max_size=5, unique_by=lambda one: one.ref,
)  # fmt: skip


@given(bounds, st.integers(1, 40), st.none() | st.integers(1, 30))
def test_the_chosen_way_is_the_cheapest_and_every_amount_can_be_recomputed(
    offers: list[OfferFact], net: int, months: int | None
) -> None:
    found = priced(SEATS, net, *offers, months=months)

    parts = [part for part in (found.cost.once, found.cost.year) if part is not None]
    assert len(parts) == 1
    assert wrong_in(*parts) == []
    assert months is None or found.cost.year is None
    if found.options:
        (chosen,) = [one for one in found.options if one.is_chosen]
        assert chosen.cost == parts[0].value == min(one.cost for one in found.options)
    assert found == priced(SEATS, net, *offers[::-1], months=months)
