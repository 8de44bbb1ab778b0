"""What the years to come cost, in the words of whoever pays them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.forecast import refresh
from fullscore.engine.budget.forecast.facts import AskedFact, Booked, Known, OutlayFact, ProjectFact
from fullscore.engine.budget.forecast.forecast import Forecast, amount_of, forecast, horizon_of
from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, OfferFact, PersonFact
from fullscore.engine.estate.held import Held, HeldPool
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, CoverFact, ShareFact

TODAY = date(2026, 11, 23)
MAIL = ContractFact("mail", "Mail", vendor="hosty", starts_on=date(2024, 3, 1), initial_months=12,
                    renewal="tacit", renewal_months=12, notice=3, price=Decimal(1200))  # fmt: skip
LAPTOP = ModelFact("lap", "Laptop", "laptop", unit_cost=Decimal(1000), life_months=48)


def told(known: Known, years: int = 5, *, start: int = 1, is_smoothed: bool = False) -> Forecast:
    return forecast(known, on=TODAY, fiscal_start=start, years=years, is_smoothed=is_smoothed)


def of_years(found: Forecast) -> list[Decimal]:
    return [amount_of(found.years[place]) for place in found.whole]


def laptops(*bought_on: date, **more: object) -> Known:
    items = tuple(ItemFact(f"l-{n}", "lap", "in use", purchased_on=day) for n, day in enumerate(bought_on))
    return Known(estate=Estate(models=(replace(LAPTOP, **more),), items=items))  # type: ignore[arg-type]


def month(year: int, of_year: int) -> int:
    return year * 12 + of_year - 1


def test_a_price_that_rises_five_percent_a_year_does_so_on_its_anniversary() -> None:
    found = told(Known(Bound(contracts=(replace(MAIL, increase_percent=Decimal(5)),))), 3)
    assert of_years(found) == [Decimal("1260.00"), Decimal("1323.00"), Decimal("1389.15")]


def test_what_certainly_ends_stops_and_is_named() -> None:
    given = replace(MAIL, notice_given_on=date(2026, 10, 1))
    found = told(Known(Bound(contracts=(given,))))
    assert of_years(found) == [0, 0, 0, 0, 0]
    assert found.ends == ("mail",)


def test_a_contract_one_only_means_to_end_goes_on_until_notice_is_given() -> None:
    found = told(Known(Bound(contracts=(replace(MAIL, intent="end"),))), 1)
    assert of_years(found) == [Decimal("1200.00")]


def test_a_contract_without_a_price_is_named_and_is_not_nothing() -> None:
    found = told(Known(Bound(contracts=(replace(MAIL, price=None),))))
    assert [(one.kind, one.ref, one.why) for one in found.unknown] == [("contract", "mail", "price")]
    assert found.parts == ()


def test_a_contract_in_pounds_is_named_and_left_out() -> None:
    found = told(Known(Bound(contracts=(replace(MAIL, currency="GBP"),))))
    assert [one.why for one in found.unknown] == ["currency"]


def short_of_seats(**more: object) -> Known:
    """Return 50 seats paid for, 56 used, at 240 a year each."""
    line = ChargeFact("l", "mail", "Seats", quantity=Decimal(50), unit_price=Decimal(240), pool="cad")
    held = Held(pools=(HeldPool("cad", "Drawing", capacity=Decimal(50), used=Decimal(56)),))
    return Known(Bound(held=held, contracts=(replace(MAIL, price=None),), charges=(replace(line, **more),)))  # type: ignore[arg-type]


def test_six_seats_used_beyond_those_paid_for_are_added_at_the_renewal() -> None:
    found = told(short_of_seats(), 1)
    seats = next(part for part in found.parts if part.kind == "seats")
    assert seats.amounts == {month(2027, 3): Decimal("1440.00")}
    assert seats.name == "Mail: 6 more of Drawing"
    assert of_years(found) == [Decimal("13440.00")]


def test_seats_paid_by_the_month_are_added_by_the_month() -> None:
    found = told(short_of_seats(period="month", unit_price=Decimal(20)), 1)
    seats = next(part for part in found.parts if part.kind == "seats")
    assert seats.amounts == {month(2027, each): Decimal("120.00") for each in range(3, 13)}


def test_a_laptop_is_replaced_when_its_four_years_are_over_and_again_four_years_later() -> None:
    found = told(laptops(date(2023, 2, 10)))
    (part,) = found.parts
    assert part.amounts == {month(2027, 2): Decimal(1000), month(2031, 2): Decimal(1000)}


def test_an_overdue_laptop_falls_into_the_month_in_hand() -> None:
    found = told(laptops(date(2020, 2, 10)), 1)
    (part,) = found.parts
    assert part.amounts == {month(2026, 11): Decimal(1000)}
    assert found.rest is not None
    assert amount_of(found.rest) == 1000


def test_support_that_ends_earlier_makes_it_due_earlier() -> None:
    known = replace(laptops(date(2023, 2, 10), life_months=60), ends={"l-0": date(2027, 5, 31)})
    (part,) = told(known, 1).parts
    assert part.amounts == {month(2027, 5): Decimal(1000)}


def test_support_that_ends_later_delays_nothing() -> None:
    known = replace(laptops(date(2023, 2, 10)), ends={"l-0": date(2029, 5, 31)})
    assert told(known, 1).parts[0].amounts == {month(2027, 2): Decimal(1000)}


def test_the_warranty_says_when_where_nothing_else_does() -> None:
    known = replace(laptops(date(2023, 2, 10), life_months=None), warranties={"l-0": date(2027, 8, 1)})
    assert told(known, 1).parts[0].amounts == {month(2027, 8): Decimal(1000)}


def test_things_nobody_knows_the_age_of_are_counted_as_unknown() -> None:
    found = told(laptops(date(2023, 2, 10), date(2022, 2, 10), life_months=None))
    assert [(one.name, one.why, one.count) for one in found.unknown] == [("Laptop", "age", 2)]


def test_replacements_without_a_price_are_counted_as_unknown() -> None:
    found = told(laptops(date(2023, 2, 10), unit_cost=None), 1)
    assert [(one.why, one.count) for one in found.unknown] == [("price", 1)]
    assert found.parts == ()


def test_the_successor_is_what_is_paid_for_at_the_price_offered() -> None:
    new = ModelFact("new", "New laptop", "laptop", unit_cost=Decimal(1500))
    old = laptops(date(2023, 2, 10), successor="new")
    estate = replace(old.estate, models=(*old.estate.models, new),
                     offers=(OfferFact("o", "new", None, 1, Decimal(1400)),))  # fmt: skip
    (part,) = told(replace(old, estate=estate)).parts
    assert (part.name, part.amounts) == ("New laptop", {month(2027, 2): Decimal(1400)})


def test_nobody_replaces_what_a_leaver_gives_back() -> None:
    estate = laptops(date(2023, 2, 10)).estate
    item = replace(estate.items[0], holder="sam")
    sam = PersonFact("sam", "ops", None, ends_on=date(2026, 12, 31))
    assert told(Known(estate=replace(estate, items=(item,), people=(sam,)))).parts == ()


def test_twenty_laptops_of_one_year_become_four_a_year_and_nothing_is_late() -> None:
    known = laptops(*[date(2027, month, 10) for month in range(1, 11)] * 2)
    plain, even = told(known), told(known, is_smoothed=True)
    assert of_years(plain) == [0, 0, 0, 0, 20_000]
    assert of_years(even) == [4000, 4000, 4000, 4000, 4000]
    assert (max(even.effect.before), max(even.effect.after), even.effect.moved) == (20_000, 4000, 16)


def test_even_cohorts_put_nothing_off_that_is_due_at_once() -> None:
    known = laptops(*[date(2023, 3, 10)] * 8, life_months=48)
    even = told(known, 3, is_smoothed=True)
    assert of_years(even) == [8000, 0, 0]


def test_a_thing_pulled_forward_keeps_its_month() -> None:
    known = laptops(*[date(2025, 9, 1)] * 3, life_months=48)
    (part,) = told(known, 3, is_smoothed=True).parts
    assert set(part.amounts) == {month(2027, 9), month(2028, 9), month(2029, 9)}


def asked(**more: object) -> AskedFact:
    one = AskedFact("1", "g-1", "models", "lap", "Laptops for sales", date(2027, 4, 5), once=Decimal(6800))
    return replace(one, **more)  # type: ignore[arg-type]


def test_what_an_accepted_plan_asks_for_is_paid_when_it_is_needed() -> None:
    (part,) = told(Known(asked=(asked(),)), 1).parts
    assert (part.purpose, part.treatment, part.amounts) == ("grow", "capex", {month(2027, 4): Decimal(6800)})


def test_seats_of_a_plan_run_from_the_month_they_are_needed_and_twelve_months_are_the_year() -> None:
    found = told(Known(asked=(asked(once=None, year=Decimal(1000), register="pools"),)), 3)
    assert of_years(found) == [Decimal("750.00"), Decimal("1000.00"), Decimal("1000.00")]
    assert found.parts[0].amounts[month(2027, 4)] == Decimal("83.33")


def test_what_came_is_not_bought_again() -> None:
    assert told(Known(asked=(asked(came_on=date(2026, 11, 2)),))).parts == ()


def project(**more: object) -> ProjectFact:
    one = ProjectFact("mfa", "Second factor", "secure", date(2027, 7, 1), "mfa-full", "for all",
                      Decimal(5000), Decimal(1200), (OutlayFact("y2", 2, Decimal(300)),))  # fmt: skip
    return replace(one, **more)  # type: ignore[arg-type]


def test_an_accepted_proposal_costs_once_then_every_month_then_in_its_second_year() -> None:
    found = told(Known(projects=(project(),)), 3)
    assert of_years(found) == [Decimal("5600.00"), Decimal("1500.00"), Decimal("1200.00")]
    assert list(found.by("purpose")) == ["secure"]


def test_a_project_that_runs_already_is_not_paid_once_more() -> None:
    found = told(Known(projects=(project(starts_on=date(2025, 1, 1), outlays=()),)), 1)
    assert of_years(found) == [Decimal("1200.00")]


def test_a_proposal_nobody_chose_a_way_for_is_named() -> None:
    found = told(Known(projects=(project(option=None),)))
    assert [(one.kind, one.ref, one.why) for one in found.unknown] == [("project", "mfa", "way")]


def test_a_contract_is_for_what_its_budget_line_says() -> None:
    known = Known(Bound(contracts=(MAIL,)), booked={"mail": Booked("secure", "capex")})
    (part,) = told(known, 1).parts
    assert (part.purpose, part.treatment) == ("secure", "capex")


def test_a_contract_of_two_teams_and_services_is_shared_to_the_cent() -> None:
    bound = Bound(
        contracts=(replace(MAIL, price=Decimal("100.01")),),
        shares=(ShareFact("s", "mail", "ops", Decimal(50)),),
        covers=(CoverFact("a", "mail", "mail"), CoverFact("b", "mail", "chat")),
    )
    found = told(Known(bound), 1)
    assert {key: amount_of(cells[-1]) for key, cells in found.by("team").items()} == {
        "ops": Decimal("50.01"), None: Decimal("50.00"),
    }  # fmt: skip
    assert sorted(amount_of(cells[-1]) for cells in found.by("service").values()) == [
        Decimal("50.00"), Decimal("50.01"),
    ]  # fmt: skip


def test_on_the_first_day_of_a_fiscal_year_there_is_no_rest_of_one() -> None:
    found = forecast(Known(Bound(contracts=(MAIL,))), on=date(2027, 4, 1), fiscal_start=4, years=3)
    assert found.rest is None
    assert [one.begin for one in found.spans] == [date(2027, 4, 1), date(2028, 4, 1), date(2029, 4, 1)]
    assert (found.first, found.months) == (date(2027, 4, 1), 36)


def test_the_year_in_hand_is_counted_from_its_first_month() -> None:
    found = told(Known(Bound(contracts=(MAIL,))), 1, start=4)
    assert (found.first, found.months) == (date(2026, 4, 1), 24)
    assert [one.is_whole for one in found.spans] == [False, True]


def test_a_year_opens_to_its_causes_the_dearest_first() -> None:
    known = replace(laptops(date(2023, 2, 10)), bound=Bound(contracts=(MAIL,)), projects=(project(),))
    found = told(known, 1)
    assert [part.ref for part, _ in found.causes(1)] == ["mfa", "mail", "lap"]
    assert [part.ref for part, _ in found.causes(1, "secure")] == ["mfa"]


def test_a_replacement_names_the_thing_and_the_day() -> None:
    (part,) = told(laptops(date(2023, 2, 10)), 1).parts
    (product,) = part.trace.args
    count = product.args[0]
    assert (count.args[0].value, count.args[0].note) == ("l-0", "by 2027-02-10")


def test_a_life_of_one_month_ends_with_the_forecast() -> None:
    known = laptops(date(2026, 11, 1), life_months=1)
    assert len(refresh.units(known, horizon_of(TODAY, 1, 1))[0]) == 13


def test_nothing_known_is_no_forecast() -> None:
    assert told(Known()).is_empty
