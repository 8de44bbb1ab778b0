"""Compared with last week: what is otherwise in an order, and the row or the day that is behind it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.estate.facts import AbsenceFact, Estate, OrderFact
from fullscore.engine.goals.plans import causes
from tests.engine.goals.mill import CRM, LAPTOP, LEVELS, LINK, mill
from tests.engine.goals.test_comparing import changed, told

D = Decimal


def with_past(*days: int) -> Estate:
    """Laptops ordered on 1 June, a Monday, came after so many calendar days."""
    start = date(2026, 6, 1)
    past = tuple(
        OrderFact(f"p{n}", "laptop-14", None, D(1), start, None, start + timedelta(days=one))
        for n, one in enumerate(days)
    )
    return replace(mill(), orders=(*mill().orders, *past))


def of_laptops(before: Estate, after: Estate) -> list[str]:
    return [one.removeprefix('Laptop 14": ') for one in told(before, after) if one.startswith("Laptop")]


def test_a_lead_time_learned_anew_says_how_many_orders_were_received() -> None:
    # Four weeks are twenty working days, five are twenty-five; the longest of fewer than ten counts.
    one_more = of_laptops(with_past(14, 14, 28), with_past(14, 14, 28, 35))
    two_more = of_laptops(with_past(14, 14, 28), with_past(14, 14, 35, 28, 28))

    assert one_more[0].endswith(
        "because the lead time is 25 working days instead of 20 (1 more order received)"
    )
    assert two_more[0].endswith(
        "because the lead time is 25 working days instead of 20 (2 more orders received)"
    )
    assert one_more[1:] == ["ready on 8 January 2027 at the earliest, which is late"]


def test_a_typed_lead_time_is_the_reason_without_any_order() -> None:
    assert of_laptops(mill(), changed(mill(), laptop={"lead_days": 15})) == [
        (
            "order by 30 November 2026 instead of 25 November 2026, because the lead time is 15 working days "
            "instead of 17 and the typed lead time is 15 instead of 17"
        )
    ]


def test_work_that_begins_earlier_is_the_reason_where_no_row_is() -> None:
    # Six more hours: setting up begins on the 21st, where the hours of the 22nd were enough.
    assert of_laptops(mill(), changed(mill(), laptop={"deploy_hours": D(3)})) == [
        (
            "order by 24 November 2026 instead of 25 November 2026, because setting it up begins on "
            "21 December 2026 instead of 22 December 2026"
        )
    ]


def test_what_becomes_late_or_later_by_an_absence_says_its_day() -> None:
    away = AbsenceFact("a", "tomas", date(2026, 12, 21), date(2027, 1, 1))

    assert of_laptops(mill(), replace(mill(), absences=(away,)))[1:] == [
        "ready on 8 January 2027 at the earliest, which is late"
    ]


def test_another_price_is_told_of_what_is_paid_once() -> None:
    assert of_laptops(mill(), changed(mill(), laptop={"unit_cost": D("1310.50")})) == [
        "11794.50 once instead of 11565.00, because the price is 1,310.5 instead of 1,285"
    ]


def test_another_price_of_a_size_is_told_of_both_its_parts() -> None:
    dearer = (LEVELS[0], replace(LEVELS[1], cost_month=D(800), cost_once=D(500)))
    why = "because the price of the change is 500 instead of 450 and the price a month is 800 instead of 690"

    # From 410 to 800 a month: 390 times twelve.
    assert told(mill(), replace(mill(), levels=dearer)) == [
        f"Internet link: 500.00 once instead of 450.00, {why}",
        f"Internet link: 4680.00 a year instead of 3360.00, {why}",
    ]


def test_what_is_in_time_again_and_what_is_not_needed_any_more_is_said() -> None:
    faster = told(mill(), replace(mill(), pools=(CRM, replace(LINK, lead_days=20))))

    assert "Internet link: ready in time again" in faster
    assert "Internet link: no longer needed" in told(mill(), replace(mill(), pools=(CRM,)))
    assert "Internet link: 500 to order, needed for the first time" in told(
        replace(mill(), pools=(CRM,)), mill()
    )


def test_what_was_covered_and_is_gone_is_no_news() -> None:
    roomy = replace(LINK, used=D(0))

    for one, other in (((CRM, roomy), (CRM,)), ((CRM,), (CRM, roomy))):
        assert told(replace(mill(), pools=one), replace(mill(), pools=other)) == []


def test_what_has_to_be_ordered_after_all_was_none_before() -> None:
    enough = changed(mill(), crm={"capacity": D(60)})

    assert "CRM: 10 to order instead of 0, because the capacity is 28 instead of 60" in told(enough, mill())


def test_figures_and_days_are_told_as_people_write_them() -> None:
    assert [causes.number(one) for one in (1285, 1310.5, 9, "9.00")] == ["1,285", "1,310.5", "9", "9.00"]
    assert causes.day("2026-11-05") == "5 November 2026"


def test_nothing_is_told_of_prices_that_stay() -> None:
    assert of_laptops(mill(), changed(mill(), laptop={"name": LAPTOP.name})) == []
