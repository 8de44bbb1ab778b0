"""The one total, for any contracts: it agrees with a diary, and each of its divisions comes to it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.held import Held
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, CoverFact, ShareFact
from fullscore.engine.vendors.totals import Entry, Totals, totals
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.day_by_day import DAY, day_or_last
from tests.engine.vendors.month_by_month import Written, diary, owed

days = st.none() | st.dates(date(2022, 1, 1), date(2033, 12, 31)) | st.just(date(2024, 2, 29))
periods = st.sampled_from(["month", "quarter", "half-year", "year", "once"])
percents = st.none() | st.decimals(0, 100, places=3)
prices = st.none() | st.decimals(0, 100_000, places=2)
todays = st.dates(date(2025, 1, 1), date(2027, 12, 31)) | st.just(date(2024, 2, 29))
contract_values = st.fixed_dictionaries(
    {
        "vendor": st.sampled_from(["dell", "telco", None]), "starts_on": days, "ends_on": days,
        "initial_months": st.none() | st.integers(1, 48), "renewal_months": st.none() | st.integers(1, 24),
        "renewal": st.sampled_from(["tacit", "tacit", "none", "express", None]),
        "notice": st.none() | st.integers(0, 12), "notice_given_on": st.none() | days,
        "notice_to": st.sampled_from(["term", "month"]), "price": prices, "period": periods,
        "currency": st.sampled_from([None, "", "USD", "USD", "GBP"]), "increase_percent": percents,
        "increase_cap": percents, "increase_index": st.sampled_from([None, "CPI"]),
        "payment_method": st.sampled_from([None, "card", "invoice"]),
    }
)  # fmt: skip
charge_values = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["committed", "variable", "one-off"]), "period": periods,
        "quantity": st.decimals(0, 500, places=2),
        "unit_price": st.none() | st.decimals(0, 999, places=4), "starts_on": days, "ends_on": days,
    }
)  # fmt: skip


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    refs = [f"c-{number}" for number in range(draw(st.integers(0, 4)))]
    contracts = tuple(ContractFact(ref, ref, **draw(contract_values)) for ref in refs)
    some = st.sampled_from([*refs, "archived"])
    charges = [
        ChargeFact(f"l-{number}", ref, "line", **draw(charge_values))
        for number, ref in enumerate(draw(st.lists(some, max_size=5)))
    ]
    teams = draw(st.lists(st.tuples(some, st.sampled_from("abc"), st.decimals(0, 100, places=3)), max_size=5))
    covers = draw(st.lists(st.tuples(some, st.sampled_from(["mail", "erp", "wifi", None])), max_size=6))
    return Bound(
        held=Held(currency="USD"), contracts=contracts, charges=tuple(charges),
        shares=tuple(ShareFact(f"s-{n}", *one) for n, one in enumerate(teams)),
        covers=tuple(CoverFact(f"v-{n}", ref, service) for n, (ref, service) in enumerate(covers)),
    )  # fmt: skip


def written(entry: Entry) -> tuple[str, str | None, str, date, object]:
    return entry.contract, entry.charge, entry.kind, entry.month, entry.amount.value


def of_diary(entry: Written) -> tuple[str, str | None, str, date, object]:
    return entry.contract, entry.charge, entry.kind, entry.day.replace(day=1), entry.amount


def figures(found: Totals) -> list[Trace]:
    parts = (
        found.by_kind,
        found.by_month,
        found.by_vendor,
        found.by_service,
        found.by_team,
        found.by_payment,
    )
    return [found.total, found.owed, *(trace for part in parts for trace in part.values())]


def summed(parts: object) -> Decimal:
    assert hasattr(parts, "values")
    return sum((trace.value for trace in parts.values()), Decimal(0))


@given(bounds(), todays)
def test_the_total_is_what_a_bookkeeper_would_write_down(bound: Bound, on: date) -> None:
    first = on.replace(day=1)
    diary_of_five_years = diary(bound, on, first, day_or_last(first.year, first.month + 60, 1) - DAY)
    found = totals(bound, on=on)
    entries = sorted(map(written, found.entries), key=repr)
    assert entries == sorted(map(of_diary, diary_of_five_years), key=repr)
    assert found.total.value == sum((entry.amount for entry in diary_of_five_years), Decimal(0))


@given(bounds(), todays)
def test_every_division_comes_to_the_total(bound: Bound, on: date) -> None:
    found = totals(bound, on=on)
    for part in (
        found.by_kind, found.by_month, found.by_vendor, found.by_service, found.by_team, found.by_payment,
    ):  # fmt: skip
        assert summed(part) == found.total.value
    assert all(trace.value == trace.value.quantize(Decimal("0.01")) for trace in figures(found))
    assert all(trace.value >= 0 for trace in figures(found))


@given(bounds(), todays)
def test_what_is_owed_is_what_the_diary_says_until_everything_has_ended(bound: Bound, on: date) -> None:
    assert totals(bound, on=on).owed.value == owed(bound, on)


@given(bounds(), todays)
def test_every_figure_is_recomputed_by_a_strangers_script(bound: Bound, on: date) -> None:
    assert wrong_in(*figures(totals(bound, on=on, months=24))) == []


@given(bounds(), todays)
def test_the_order_of_the_rows_changes_nothing(bound: Bound, on: date) -> None:
    turned = replace(bound, contracts=bound.contracts[::-1], charges=bound.charges[::-1])
    one, other = totals(bound, on=on), totals(turned, on=on)
    assert one.total.value == other.total.value
    assert {key: trace.value for key, trace in one.by_vendor.items()} == {
        key: trace.value for key, trace in other.by_vendor.items()
    }


@given(bounds(), todays, st.integers(1, 59))
def test_fewer_months_are_the_first_of_more(bound: Bound, on: date, months: int) -> None:
    few, many = totals(bound, on=on, months=months), totals(bound, on=on)
    shown = {day: trace.value for day, trace in many.by_month.items()}
    assert {day: trace.value for day, trace in few.by_month.items()} == {
        day: shown[day] for day in few.by_month
    }
    assert len(few.by_month) == months
