"""What a contract costs a year now, and whether its lines add up to its price."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from fullscore.engine.estate.held import Held
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import lines_differ, price_year
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.dated import TODAY
from tests.engine.vendors.test_totals_properties import bounds, todays

MAIL = ContractFact("mail", "Mail", price=Decimal(1000))
BOXES = ChargeFact("l1", "mail", "Boxes", quantity=Decimal(50), unit_price=Decimal("1.5"), period="month")
HOUSE = Bound(held=Held(currency="USD"))


def a_year(contract: ContractFact, *charges: ChargeFact) -> Decimal | None:
    trace = price_year(contract, charges, HOUSE, on=TODAY)
    return None if trace is None else trace.value  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("period", "price"), [("month", 12000), ("quarter", 4000), ("half-year", 2000), ("year", 1000)]
)
def test_its_own_price_counts_for_every_period_of_a_year(period: str, price: int) -> None:
    assert a_year(replace(MAIL, period=period)) == price


def test_lines_count_where_there_are_any() -> None:
    traffic = replace(BOXES, ref="l2", kind="variable", quantity=Decimal(1), unit_price=Decimal(25))
    assert a_year(MAIL, BOXES, traffic) == 1200


def test_lines_of_other_contracts_do_not_count() -> None:
    assert a_year(MAIL, replace(BOXES, contract="web")) == 1000


def test_what_is_paid_once_costs_nothing_a_year() -> None:
    assert a_year(replace(MAIL, period="once")) is None
    assert a_year(MAIL, replace(BOXES, kind="one-off")) == 1000
    assert a_year(MAIL, replace(BOXES, period="once")) == 1000


def test_nobody_knows_is_not_nothing() -> None:
    assert a_year(replace(MAIL, price=None)) is None
    assert a_year(replace(MAIL, price=None), BOXES, replace(BOXES, ref="l2", unit_price=None)) is None


def test_its_own_price_stands_in_for_a_line_without_one() -> None:
    assert a_year(MAIL, BOXES, replace(BOXES, ref="l2", unit_price=None)) == 1000


def test_only_lines_in_force_today_count_and_before_the_first_those_to_come() -> None:
    old = replace(BOXES, ref="l0", ends_on=date(2026, 11, 22))
    new = replace(BOXES, ref="l2", quantity=Decimal(60), starts_on=date(2026, 11, 24))
    last_day = replace(BOXES, ends_on=TODAY)
    assert a_year(MAIL, old, last_day, new) == 900
    assert a_year(MAIL, old, new) == 1080
    assert a_year(MAIL, old, replace(new, starts_on=TODAY), last_day) == 1980
    assert a_year(MAIL, old) is None


def test_a_price_in_another_currency_says_which() -> None:
    trace = price_year(replace(MAIL, currency="GBP"), (), HOUSE, on=TODAY)
    assert trace is not None
    assert (trace.value, trace.unit) == (Decimal(1000), "GBP")
    ours = price_year(replace(MAIL, currency="USD"), (), HOUSE, on=TODAY)
    assert ours is not None
    assert ours.unit is None


def test_lines_that_do_not_add_up_to_the_price_say_by_how_much() -> None:
    differing = lines_differ(MAIL, (BOXES,), HOUSE, on=TODAY)
    assert differing is not None
    assert differing.value == 100
    assert lines_differ(replace(MAIL, price=Decimal(900)), (BOXES,), HOUSE, on=TODAY) is None


def test_rounding_a_month_to_a_cent_is_no_difference() -> None:
    monthly = replace(BOXES, quantity=Decimal(1), unit_price=Decimal("83.33"))
    assert lines_differ(MAIL, (monthly,), HOUSE, on=TODAY) is None
    assert lines_differ(MAIL, (replace(monthly, unit_price=Decimal("83.30")),), HOUSE, on=TODAY) is not None
    # Half a cent for each of twelve months and one year: 6.5 cents may be rounding, 7 are not.
    assert lines_differ(MAIL, (replace(monthly, unit_price=Decimal("83.328")),), HOUSE, on=TODAY) is None
    assert lines_differ(MAIL, (replace(monthly, unit_price=Decimal("83.3275")),), HOUSE, on=TODAY) is not None


@pytest.mark.parametrize(
    ("contract", "lines"),
    [(replace(MAIL, price=None), (BOXES,)), (MAIL, ()), (MAIL, (replace(BOXES, unit_price=None),))],
)
def test_without_both_figures_nothing_differs(contract: ContractFact, lines: tuple[ChargeFact, ...]) -> None:
    assert lines_differ(contract, lines, HOUSE, on=TODAY) is None


@given(bounds(), todays)
def test_every_price_a_year_is_recomputed_by_a_strangers_script(bound: Bound, on: date) -> None:
    for contract in bound.contracts:
        for trace in (
            price_year(contract, bound.charges, bound, on=on),
            lines_differ(contract, bound.charges, bound, on=on),
        ):
            assert trace is None or wrong_in(trace) == []
