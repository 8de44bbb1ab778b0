"""A price agreed by the year and billed by the month: the same money, due month by month."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.trace import Trace
from tests.engine.vendors.test_totals import MAIL, by_month, of


def test_a_yearly_price_in_twelve_bills_falls_due_every_month() -> None:
    found = by_month(of(replace(MAIL, instalments=12)))

    assert len(found) == 60
    assert set(found.values()) == {Decimal(100)}


@given(st.sampled_from((1, 2, 4, 12)), st.sampled_from(("month", "quarter", "half-year", "year")))
def test_in_however_many_bills_the_total_stays(parts: int, period: str) -> None:
    whole = replace(MAIL, period=period, price=Decimal(1200))

    assert of(replace(whole, instalments=parts)).total.value == of(whole).total.value


def test_what_does_not_come_out_even_in_cents_is_billed_at_once() -> None:
    found = by_month(of(replace(MAIL, price=Decimal("1000.01"), instalments=12)))

    assert set(found.values()) == {Decimal("1000.01")}


def test_a_bill_opens_to_the_price_and_in_how_many_bills_it_comes() -> None:
    quotients = list(_of(of(replace(MAIL, instalments=12)).total, "quotient"))

    assert [(each.value, *(arg.value for arg in each.args)) for each in quotients] == [(100, 1200, 12)]


def _of(trace: Trace, op: str) -> list[Trace]:
    return [found for arg in trace.args for found in _of(arg, op)] + ([trace] if trace.op == op else [])
