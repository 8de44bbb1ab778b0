"""What contracts come to in five years, in the words of those who pay."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.estate.held import Held
from fullscore.engine.findings.trace import Source, Trace
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, CoverFact, ShareFact
from fullscore.engine.vendors.totals import Totals, totals
from tests.engine.vendors.dated import TODAY

MAIL = ContractFact(
    "mail", "Mail", vendor="hoster", starts_on=date(2025, 3, 15), initial_months=12, renewal="tacit",
    renewal_months=12, notice=1, price=Decimal(1200), payment_method="card",
)  # fmt: skip


def bound(*contracts: ContractFact, **more: Any) -> Bound:  # noqa: ANN401  the fields of a Bound
    return Bound(held=Held(currency="USD"), contracts=contracts, **more)


def of(*contracts: ContractFact, **more: Any) -> Totals:  # noqa: ANN401
    return totals(bound(*contracts, **more), on=TODAY)


def by_month(found: Totals) -> dict[str, Decimal]:
    """Return the months in which something falls due."""
    return {f"{day:%Y-%m}": trace.value for day, trace in found.by_month.items() if trace.value}


def values(amounts: Any) -> dict[Any, Decimal]:  # noqa: ANN401
    return {key: trace.value for key, trace in amounts.items()}


def rows_of(trace: Trace) -> list[Source]:
    return [row for arg in trace.args for row in rows_of(arg)] + ([trace.row] if trace.row else [])


def test_a_yearly_price_falls_due_in_the_month_its_year_begins() -> None:
    found = of(MAIL)
    assert by_month(found) == {f"{year}-03": Decimal(1200) for year in range(2027, 2032)}
    assert found.total.value == 6000


def test_five_years_are_sixty_months_from_the_one_in_hand() -> None:
    months = list(of(MAIL).by_month)
    assert (months[0], months[-1], len(months)) == (date(2026, 11, 1), date(2031, 10, 1), 60)


def test_what_was_due_earlier_this_month_counts_to_this_month() -> None:
    assert "2026-11" in by_month(of(replace(MAIL, starts_on=date(2025, 11, 2))))


def test_prices_by_month_quarter_and_half_year_fall_due_as_often() -> None:
    for period, payments in (("month", 60), ("quarter", 20), ("half-year", 10), ("year", 5)):
        assert of(replace(MAIL, period=period, price=Decimal(10))).total.value == 10 * payments


def test_lines_count_in_place_of_the_price_they_add_up_to() -> None:
    lines = (
        ChargeFact("l1", "mail", "Boxes", quantity=Decimal(50), unit_price=Decimal("1.5"), period="month"),
        ChargeFact("l2", "mail", "Traffic", "variable", unit_price=Decimal(25), period="month"),
        ChargeFact("l3", "mail", "Move", "one-off", unit_price=Decimal(400), starts_on=date(2027, 1, 9)),
    )
    found = of(MAIL, charges=lines)
    assert values(found.by_kind) == {
        "committed": Decimal(4500), "variable": Decimal(1500), "one-off": Decimal(400)
    }  # fmt: skip
    assert by_month(found)["2027-01"] == 500


def test_a_line_counts_from_its_first_day_until_its_last() -> None:
    line = ChargeFact(
        "l", "mail", "Boxes", unit_price=Decimal(10), period="month",
        starts_on=date(2027, 1, 31), ends_on=date(2027, 3, 30),
    )  # fmt: skip
    assert by_month(of(MAIL, charges=(line,))) == {"2027-01": Decimal(10), "2027-02": Decimal(10)}


def test_the_price_rises_on_each_anniversary_to_come() -> None:
    found = by_month(of(replace(MAIL, increase_percent=Decimal(10))))
    assert list(found.values()) == [
        Decimal("1320.00"), Decimal("1452.00"), Decimal("1597.20"), Decimal("1756.92"), Decimal("1932.61"),
    ]  # fmt: skip


def test_the_first_year_of_a_contract_to_come_costs_what_was_agreed() -> None:
    found = by_month(of(replace(MAIL, starts_on=date(2027, 6, 1), increase_percent=Decimal(10))))
    assert list(found.values())[:3] == [Decimal(1200), Decimal(1320), Decimal(1452)]


def test_an_anniversary_today_has_raised_the_price_that_is_written_down() -> None:
    found = of(replace(MAIL, starts_on=date(2020, 11, 23), increase_percent=Decimal(10)))
    assert list(by_month(found).values())[:2] == [Decimal(1200), Decimal(1320)]


def test_where_only_an_end_is_known_years_begin_the_day_after() -> None:
    ended = replace(MAIL, starts_on=None, ends_on=date(2027, 3, 31), increase_percent=Decimal(10))
    assert by_month(of(ended))["2027-04"] == 1320
    long_past = replace(ended, ends_on=date(2019, 3, 31))
    assert next(iter(by_month(of(long_past)).items())) == ("2027-04", Decimal(1320))


def test_where_no_day_is_known_years_begin_this_month() -> None:
    found = by_month(of(replace(MAIL, starts_on=None, increase_percent=Decimal(10))))
    assert list(found.items())[:2] == [("2026-11", Decimal(1200)), ("2027-11", Decimal(1320))]


def test_an_increase_opens_to_the_rows_it_stands_in() -> None:
    raised = replace(MAIL, increase_percent=Decimal(10), increase_cap=Decimal(5))
    rows = {(row.ref, row.field) for trace in of(raised).by_vendor.values() for row in rows_of(trace)}
    assert rows == {("mail", "price"), ("mail", "increase_percent"), ("mail", "increase_cap")}
    months = of(replace(raised, increase_cap=None)).by_month
    rows = {(row.ref, row.field) for row in rows_of(months[date(2027, 3, 1)])}
    assert rows == {("mail", "price"), ("mail", "increase_percent")}


def test_a_cap_keeps_the_increase_down() -> None:
    found = of(replace(MAIL, increase_percent=Decimal(10), increase_cap=Decimal(5)))
    assert by_month(found)["2027-03"] == 1260


def test_a_price_that_follows_an_index_is_named_as_an_assumption() -> None:
    found = of(replace(MAIL, increase_percent=Decimal(3), increase_index="CPI"))
    assert (found.assumed, by_month(found)["2027-03"]) == (("mail",), Decimal(1236))


def test_what_ends_stops_and_what_could_be_left_goes_on() -> None:
    ends = replace(MAIL, ends_on=date(2028, 3, 14))
    assert by_month(of(replace(ends, renewal="none"))) == {"2027-03": Decimal(1200)}
    assert by_month(of(replace(ends, notice_given_on=TODAY))) == {"2027-03": Decimal(1200)}
    assert len(by_month(of(ends))) == 5


def test_what_has_no_price_or_another_currency_is_named_and_not_counted_as_nothing() -> None:
    found = of(
        replace(MAIL, ref="free", price=None),
        replace(MAIL, ref="uk", currency="GBP"),
        replace(MAIL, ref="ours", currency="USD"),
    )
    assert (found.unpriced, found.foreign, found.total.value) == (("free",), ("uk",), Decimal(6000))


def test_what_is_over_is_neither_counted_nor_asked_about() -> None:
    over = replace(MAIL, price=None, ends_on=date(2026, 1, 31), renewal="none")
    found = of(over, replace(over, ref="uk", currency="GBP", price=Decimal(1)))
    assert (found.unpriced, found.foreign, found.total.value) == ((), (), Decimal(0))


def test_a_line_without_a_price_leaves_the_contracts_own_price_to_count() -> None:
    line = ChargeFact("l", "mail", "Boxes")
    assert of(MAIL, charges=(line,)).total.value == 6000
    assert of(MAIL, charges=(line,)).unpriced == ()
    assert of(replace(MAIL, price=None), charges=(line,)).unpriced == ("mail",)


def test_what_is_paid_once_on_a_day_nobody_knows_is_named() -> None:
    line = ChargeFact("l", "mail", "Setup", "one-off", unit_price=Decimal(99))
    undated = replace(MAIL, starts_on=None, ends_on=date(2027, 3, 14))
    assert of(undated, charges=(line,)).undated == ("mail",)
    assert of(MAIL, charges=(line,)).undated == ()


def test_what_is_bought_once_is_due_on_its_first_day() -> None:
    bought = replace(MAIL, price=Decimal(900), period="once", starts_on=date(2027, 2, 1))
    assert values(of(bought).by_kind)["one-off"] == 900
    assert of(replace(bought, starts_on=date(2026, 10, 31))).total.value == 0
    assert of(replace(bought, starts_on=None)).undated == ("mail",)
    assert of(replace(MAIL, starts_on=None)).undated == ()
    line = ChargeFact(
        "l", "mail", "Licence", "one-off", unit_price=Decimal(900),
        starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 1),
    )  # fmt: skip
    assert of(bought, charges=(line,)).total.value == 900  # The line says what its price says.
    assert of(replace(bought, starts_on=None), charges=(line,)).undated == ()


def test_a_setup_without_a_price_is_named() -> None:
    line = ChargeFact("l", "mail", "Setup", "one-off", starts_on=date(2027, 2, 1))
    assert of(MAIL, charges=(line,)).unpriced == ("mail",)
    priced = replace(line, unit_price=Decimal(1))
    assert of(replace(MAIL, price=None), charges=(priced,)).unpriced == ()


def test_what_ends_today_is_still_asked_about() -> None:
    ends = replace(MAIL, price=None, ends_on=TODAY, renewal="none")
    assert of(ends).unpriced == ("mail",)


def test_a_contract_is_divided_as_a_whole_not_line_by_line() -> None:
    lines = tuple(
        ChargeFact(f"l{n}", "mail", "Fee", "one-off", unit_price=Decimal("0.01"), starts_on=date(2027, 1, 1))
        for n in range(2)
    )
    covers = (CoverFact("v1", "mail", "a"), CoverFact("v2", "mail", "b"))
    found = of(replace(MAIL, price=None), charges=lines, covers=covers)
    assert values(found.by_service) == {"a": Decimal("0.01"), "b": Decimal("0.01")}


def test_services_share_evenly_and_the_last_one_bears_the_cents_left_over() -> None:
    covers = tuple(CoverFact(f"v-{name}", "mail", name) for name in ("a", "b", "c"))
    found = of(replace(MAIL, price=Decimal("20.00")), covers=covers)
    assert values(found.by_service) == {
        "a": Decimal("33.33"), "b": Decimal("33.33"), "c": Decimal("33.34")
    }  # fmt: skip


def test_what_covers_things_only_belongs_to_no_service() -> None:
    found = of(MAIL, covers=(CoverFact("v", "mail", item="nas-1"),))
    assert values(found.by_service) == {None: Decimal(6000)}


def test_what_no_team_bears_stays_with_it() -> None:
    shares = (
        ShareFact("s1", "mail", "sales", Decimal("33.333")),
        ShareFact("s2", "mail", "lab", Decimal("33.333")),
    )
    assert values(of(MAIL, shares=shares).by_team) == {
        "lab": Decimal("1999.98"), "sales": Decimal("1999.98"), None: Decimal("2000.04")
    }  # fmt: skip


def test_teams_never_bear_more_than_all_of_it() -> None:
    shares = (
        ShareFact("s1", "mail", "sales", Decimal(80)),
        ShareFact("s2", "mail", "lab", Decimal(80)),
    )
    assert values(of(MAIL, shares=shares).by_team) == {"sales": Decimal(4800), "lab": Decimal(1200)}


def test_vendors_come_largest_first_and_those_without_last() -> None:
    found = of(
        replace(MAIL, ref="a", vendor=None, price=Decimal(9000)),
        replace(MAIL, ref="b", vendor="small", price=Decimal(1)),
        MAIL,
    )
    assert list(found.by_vendor) == ["hoster", "small", None]
    assert list(found.by_payment) == ["card"]


def test_owed_is_what_is_committed_until_each_contract_can_end() -> None:
    monthly = replace(MAIL, ref="web", initial_months=1, renewal_months=1, notice=3, period="month")
    # Both out on 14 March 2027: 112 days of 1,200 and of 14,400 a year, whenever they are billed.
    assert of(MAIL, monthly).owed.value == Decimal("368.22") + Decimal("4418.63")
    late = replace(MAIL, notice=6)
    assert of(late).owed.value == Decimal("1571.51")  # This year's end can no longer be reached: 478 days.


def test_the_last_day_in_force_is_owed_too() -> None:
    tomorrow = replace(MAIL, renewal="none", starts_on=None, ends_on=date(2026, 11, 24), price=Decimal(365))
    assert of(tomorrow).owed.value == 2


def test_nobody_knows_what_is_owed_while_nobody_knows_the_exit() -> None:
    found = of(replace(MAIL, notice=None))
    assert (found.exit_unknown, found.owed.value) == (("mail",), Decimal(0))


def test_what_is_said_to_end_in_the_year_9999_takes_no_time() -> None:
    forever = replace(MAIL, ends_on=date(9999, 12, 31), period="month", renewal_months=None)
    found = of(forever)
    assert found.total.value == 60 * 1200
    # Fifty years of it are enough to frighten anybody.
    assert found.owed.value == 50 * 12 * 1200 + Decimal("39.45")


def test_every_payment_says_whose_and_when() -> None:
    line = ChargeFact("l", "mail", "Boxes", unit_price=Decimal(10), period="year")
    first = next(iter(of(MAIL, charges=(line,)).entries))
    assert (first.contract, first.charge, first.kind, first.month) == (
        "mail",
        "l",
        "committed",
        date(2027, 3, 1),
    )
    assert first.amount.value == 10
