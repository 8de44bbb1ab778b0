"""Renewals: every contract by its notice day, what it saves, and where it stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.trace import Trace, as_document
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, CoverFact
from fullscore.engine.vendors.renewals import State, renewals
from tests.engine.goals.recomputing import SCRIPT, wrong_in
from tests.engine.vendors.morrow import (
    COPIERS,
    DRAWING,
    SALES_GOAL,
    SEATS,
    TODAY,
    bound,
    drawing,
    of,
    people_with_seats,
)


def value(trace: Trace | None) -> object:
    return None if trace is None else trace.value


def test_contracts_come_by_their_notice_day_and_those_without_one_last() -> None:
    unknown = ContractFact("mes", "MES support", price=Decimal(31200))
    over = replace(COPIERS, ref="old", renewal="none", starts_on=date(2020, 1, 1))

    found = renewals(bound(over, unknown, DRAWING, COPIERS), on=TODAY)

    assert [(one.ref, one.dates.notice_by) for one in found] == [
        ("copiers", date(2026, 11, 30)), ("drawing", date(2027, 3, 2)), ("mes", None), ("old", None),
    ]  # fmt: skip


def test_the_copiers_cost_twelve_more_months_unless_notice_arrives() -> None:
    one = of(bound(COPIERS))

    assert (one.renew, one.state, one.vendor, one.owner) == (
        "end", State.GIVE_NOTICE, "Buckeye Office", "Dana Whitfield",
    )  # fmt: skip
    assert one.added is not None
    assert (one.added.first, one.added.last, one.added.months) == (date(2027, 3, 1), date(2028, 2, 29), 12)
    assert [value(each) for each in (one.price_year, one.at_stake, one.saves_year)] == [9840, 9840, 9840]


def test_the_drawing_software_is_renewed_for_38_of_50() -> None:
    one = of(drawing())

    assert (one.renew, one.state, value(one.saves_year)) == ("38 of 50", State.RENEW_FEWER, 2880)


def test_deciding_takes_longer_where_much_is_at_stake() -> None:
    small = replace(DRAWING, price=Decimal("9999.99"))
    said = replace(DRAWING, decide_days=5)

    days = [of(bound(one)).dates for one in (DRAWING, small, said)]

    assert [(one.notice_by - one.decide_by).days for one in days if one.notice_by and one.decide_by] == [
        30,
        14,
        5,
    ]


@pytest.mark.parametrize(
    ("contract", "state"),
    [
        (replace(COPIERS, notice_given_on=date(2026, 11, 2)), State.NOTICE_GIVEN),
        (replace(COPIERS, renewal="none", starts_on=date(2020, 1, 1)), State.OVER),
        (replace(COPIERS, renewal="none", starts_on=date(2026, 3, 1)), State.ENDS),
        (replace(COPIERS, renewal="none", starts_on=date(2026, 3, 1), intent="keep"), State.TO_RENEW),
        (replace(COPIERS, notice=None), State.NO_NOTICE_DATE),
        (replace(COPIERS, notice=4), State.MISSED),
        (COPIERS, State.GIVE_NOTICE),
        (replace(COPIERS, intent="change"), State.CHANGE),
        (replace(COPIERS, intent="keep"), State.WANTED),
        (replace(COPIERS, intent=None), State.DECIDE),
        (replace(COPIERS, intent=None, starts_on=date(2023, 8, 1)), State.OPEN),
        (replace(COPIERS, intent=None, initial_months=1, renewal_months=1, notice=1), State.ANY_MONTH),
    ],
)
def test_a_contract_stands_somewhere(contract: ContractFact, state: State) -> None:
    assert of(bound(contract)).state is state


def test_seats_say_where_a_contract_stands() -> None:
    full = people_with_seats(50)
    asked = (replace(SALES_GOAL, quantity=Decimal(12)),)
    open_ = replace(DRAWING, intent=None)

    assert of(bound(open_, held=full, charges=(SEATS,))).state is State.AS_PLANNED
    assert of(bound(open_, held=full, charges=(SEATS,), needs=asked)).state is State.MORE_NEEDED
    left = people_with_seats(50, left=3)
    taken = (replace(SALES_GOAL, quantity=Decimal(3)),)
    assert of(bound(open_, held=left, charges=(SEATS,), needs=taken)).state is State.TAKE_BACK


def test_what_pays_for_a_service_is_needed() -> None:
    found = bound(replace(COPIERS, intent=None), covers=(CoverFact("c", "copiers", service="printing"),))

    assert of(found).is_needed
    assert not of(bound(replace(COPIERS, intent=None))).is_needed


def test_in_another_currency_nothing_is_saved_in_ours() -> None:
    one = of(bound(replace(COPIERS, currency="CHF")))

    assert (one.price_year and one.price_year.unit, one.saves_year, one.is_foreign) == ("CHF", None, True)


def test_a_month_more_of_a_rolling_contract_is_a_month_more() -> None:
    rolling = replace(
        COPIERS, starts_on=date(2026, 1, 1), initial_months=1, renewal_months=1, notice=3, price=Decimal(100)
    )
    one = of(bound(rolling))

    assert (one.dates.next_exit, value(one.at_stake)) == (date(2027, 2, 28), Decimal(100))
    assert not one.is_missed


def test_to_any_day_a_day_more_is_a_day_more() -> None:
    daily = replace(
        COPIERS, notice_to="any day", starts_on=date(2020, 1, 1), price=Decimal(365), period="year"
    )
    one = of(bound(daily))

    assert one.added is not None
    assert (one.added.is_daily, value(one.at_stake)) == (True, Decimal(1))


def test_two_licences_of_one_contract_are_saved_on_together() -> None:
    more = replace(SEATS, ref="viewer", pool="view", quantity=Decimal(10), unit_price=Decimal(60))
    found = drawing(charges=(SEATS, more))
    view = replace(found.held.pools[0], ref="view", name="Viewer", used=Decimal(4))
    one = of(replace(found, held=replace(found.held, pools=(*found.held.pools, view))))

    assert (one.renew, value(one.saves_year)) == ("change", Decimal(2880 + 360))
    assert one.seats is not None
    assert one.seats.pool == "cad"


def test_every_figure_stands_in_the_document_as_it_was_made() -> None:
    one = of(drawing())
    assert one.seats is not None
    parts = ("paid", "assigned", "active", "needed", "spare")
    counts = {part: value(getattr(one.seats, part)) for part in parts}
    days = {
        name: getattr(one.dates, name)
        for name in ("ends_on", "renews_on", "notice_by", "decide_by", "next_exit")
    }
    record = {
        **{name: day.isoformat() for name, day in days.items()},
        "price_year": str(value(one.price_year)), "saves_year": str(value(one.saves_year)),
        "at_stake": str(value(one.at_stake)), "trace": as_document(one.trace),
        "seats": {part: None if count is None else int(str(count)) for part, count in counts.items()},
    }  # fmt: skip

    wrong: list[str] = []
    assert SCRIPT.check(record, "drawing", wrong) >= 11
    assert wrong == []


months = st.integers(1, 40)
dates_near = st.dates(date(2019, 1, 1), date(2028, 12, 31))
contracts = st.builds(
    ContractFact, ref=st.just("c"), name=st.just("Contract"), vendor=st.sampled_from([None, "halden"]),
    intent=st.sampled_from([None, "keep", "change", "end"]), starts_on=st.none() | dates_near,
    ends_on=st.none() | dates_near, initial_months=st.none() | months, renewal_months=st.none() | months,
    renewal=st.sampled_from([None, "tacit", "express", "none"]), notice=st.none() | st.integers(0, 120),
    notice_unit=st.sampled_from(["days", "working days", "weeks", "months"]),
    notice_to=st.sampled_from(["term", "month", "quarter", "any day"]),
    counting=st.sampled_from(["last day", "anniversary"]), notice_said=st.none() | dates_near,
    notice_given_on=st.none() | st.dates(date(2026, 1, 1), TODAY), currency=st.sampled_from([None, "CHF"]),
    price=st.none() | st.decimals(0, 90000, places=2), period=st.sampled_from(["month", "year", "once"]),
    notice_form=st.sampled_from([None, "letter", "e-mail"]), owner=st.sampled_from([None, "dana"]),
    increase_percent=st.none() | st.decimals(0, 20, places=1),
    increase_cap=st.none() | st.decimals(0, 9, places=1),
)  # fmt: skip
lines = st.lists(
    st.builds(
        ChargeFact, ref=st.just("l"), contract=st.just("c"), name=st.just("Line"),
        pool=st.sampled_from([None, "cad"]),
        quantity=st.decimals(0, 80, places=0), unit_price=st.none() | st.decimals(0, 900, places=2),
        kind=st.sampled_from(["committed", "variable", "one-off"]), period=st.sampled_from(["month", "year"]),
    ),
    max_size=3,
)  # fmt: skip
anything = st.builds(
    lambda contract, charges: bound(contract, charges=tuple(charges), needs=(SALES_GOAL,)), contracts, lines
)


@given(found=anything)
def test_whatever_the_contract_every_figure_can_be_made_again(found: Bound) -> None:
    one = of(found)

    assert wrong_in(one.trace) == []
    assert value(one.saves_year) is None or Decimal(str(value(one.saves_year))) >= 0


@given(found=anything)
def test_nothing_is_at_stake_where_no_price_is_known(found: Bound) -> None:
    (contract,) = found.contracts
    bare = replace(found, contracts=(replace(contract, price=None),), charges=())
    one = of(bare)

    assert (one.price_year, one.saves_year, one.at_stake) == (None, None, None)
