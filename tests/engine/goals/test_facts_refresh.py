"""What is replaced when: typed days and useful lives, who still uses it, and what it takes from others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, SiteFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands import refresh
from fullscore.engine.goals.demands.demand import Demand
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.orders.pegging import Peg
from fullscore.engine.goals.plans import lines
from fullscore.engine.goals.plans.plan import Plan
from tests.engine.goals.mill import (
    LAPTOP,
    NEW_YEAR,
    TODAY,
    house,
    mill,
    numbers,
    of,
    only_laptops,
    people,
    planned,
)
from tests.engine.goals.recomputing import wrong_in

D = Decimal
LAST = date(2027, 11, 24)
DUE = date(2026, 12, 7)


def replaced(estate: Estate, last: date = LAST) -> list[tuple[str, str | None, date, int]]:
    """Return (thing, site, day, how many) of all that is replaced until the last day."""
    found = refresh.demands(look_up(estate, TODAY), house(), last)
    return [(one.thing.ref, one.place, one.day, int(one.quantity)) for one in found]


def with_items(*items: ItemFact, **others: object) -> Estate:
    estate = only_laptops(mill())
    return replace(estate, items=(*items, *estate.items[len(items) :]), **others)  # type: ignore[arg-type]


def old(number: int, day: date | None = DUE, **others: object) -> ItemFact:
    return replace(mill().items[number], replace_by=day, **others)  # type: ignore[arg-type]


def traces(made: Plan) -> list[Trace]:
    return [trace for one in (*made.orders, *made.covered) for trace in lines.parts(one).values()]


def test_what_is_due_tomorrow_or_on_the_last_day_is_planned_and_what_is_due_today_is_past() -> None:
    estate = with_items(old(0, TODAY), old(1, date(2026, 11, 24)), old(2, LAST), old(3, date(2027, 11, 25)))

    assert [day for _, _, day, _ in replaced(estate)] == [date(2026, 11, 24), LAST]
    told = [one.text for one in refresh.overdue(look_up(estate, TODAY), house())]
    assert [text.split(" have ")[0] for text in told] == ["1 things in use"]
    assert refresh.overdue(look_up(mill(), TODAY), house()) == ()


def test_a_day_on_which_nobody_works_is_met_on_the_working_day_before() -> None:
    # Thanksgiving and the day after are closed.
    assert replaced(with_items(old(0, date(2026, 11, 29)))) == [
        ("laptop-14", "dayton", date(2026, 11, 25), 1)
    ]


def test_without_a_useful_life_a_thing_is_replaced_on_its_typed_day_only() -> None:
    bought = old(0, None, purchased_on=date(2023, 12, 7))
    life = (replace(LAPTOP, life_months=36),)

    assert replaced(with_items(bought)) == []
    assert replaced(with_items(bought, models=life)) == [("laptop-14", "dayton", DUE, 1)]
    typed = replace(bought, replace_by=date(2026, 12, 14))
    assert replaced(with_items(typed, models=life)) == [("laptop-14", "dayton", date(2026, 12, 14), 1)]


def test_what_nobody_holds_is_replaced_and_what_is_in_repair_as_well() -> None:
    shelf = old(0, status="in use", holder=None, site="dayton")
    repair = old(1, status="in repair")
    spare, retired = old(2, status="in stock", holder=None), old(3, status="retired")

    assert replaced(with_items(shelf, repair, spare, retired)) == [("laptop-14", "dayton", DUE, 2)]


def test_who_leaves_on_the_very_day_still_gets_the_new_one() -> None:
    estate = with_items(old(0))
    first, *others = estate.people

    def leaving(day: date) -> Estate:
        return replace(estate, people=(replace(first, ends_on=day), *others))

    assert len(replaced(leaving(DUE))) == 1
    assert replaced(leaving(date(2026, 12, 6))) == []
    assert replaced(replace(estate, people=(replace(first, status="left"), *others))) == []


def test_things_are_together_by_model_site_and_day() -> None:
    lima = tuple(replace(one, site="lima") for one in people("sales", 2))
    nowhere = replace(mill().people[2], site=None)
    estate = with_items(
        old(0), old(1), old(2), old(3), old(4, date(2026, 12, 14)), old(5, site="erie"),
        people=(*lima, nowhere, *mill().people[3:]), sites=(*mill().sites, SiteFact("lima", "Lima")),
    )  # fmt: skip

    assert replaced(estate) == [
        ("laptop-14", None, DUE, 1), ("laptop-14", "dayton", DUE, 1),
        ("laptop-14", "dayton", date(2026, 12, 14), 1), ("laptop-14", "erie", DUE, 1),
        ("laptop-14", "lima", DUE, 2),
    ]  # fmt: skip


def test_what_a_successor_replaces_is_planned_as_the_successor() -> None:
    new = ModelFact("laptop-16", "Laptop 16", "laptop", D(1500))
    estate = with_items(old(0), models=(replace(LAPTOP, successor="laptop-16"), new))

    assert [ref for ref, *_ in replaced(estate)] == ["laptop-16"]


def test_what_comes_the_day_before_serves_what_is_replaced_that_day() -> None:
    # Four are due on Monday 7 December; two come on Friday, three lie there, two are kept back: buy one.
    made = planned(with_items(old(0), old(1), old(2), old(3)))

    # Of five one of each is left: the one bought, and one of the two that came.
    assert numbers(of(made, "laptop-14")) == (12, 1, 1, 2, 12, 12)
    assert wrong_in(*traces(made)) == []


def test_what_is_replaced_with_newcomers_opens_to_the_rows_that_say_so() -> None:
    estate = with_items(old(0, NEW_YEAR), old(1, None, purchased_on=date(2024, 1, 4)))
    made = planned(replace(estate, models=(replace(LAPTOP, life_months=36),)))
    laptop = of(made, "laptop-14")

    assert numbers(laptop) == (14, 3, 2, 2, 11, 11)
    assert laptop.pegs == (Peg("asked", D(9)), Peg("refresh", D(2)))
    gross = laptop.figures.gross
    (rows,) = [part for part in gross.args if part.note == "to be replaced"]
    assert [row.value for row in rows.args] == ["L000", "L001"]
    assert wrong_in(*traces(made)) == []


def test_refresh_is_a_demand_of_nobody() -> None:
    (one,) = refresh.demands(look_up(with_items(old(0)), TODAY), house(), LAST)

    assert isinstance(one, Demand)
    assert (one.peg, one.people, one.until, one.line) == ("refresh", 0, None, None)
