"""Stock that lies at two sites, against a clerk who carries single units from one to the other."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    LaneFact,
    ModelFact,
    OrderFact,
    PersonFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.netting.places import USUAL_TRANSFER
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.plan import Plan, plan
from tests.engine.goals.mill import TODAY, house
from tests.engine.goals.oracle import step_back

DAY = timedelta(days=1)
HOUSE = house()
CALENDAR = HOUSE.calendar
SITES = {"dayton": SiteFact("dayton", "Dayton"), "erie": SiteFact("erie", "Erie")}
TEAM = TeamFact("sales", "Sales")
MEMBERS = 6
Found = dict[tuple[date, str | None], tuple[int, int]]


@dataclass(frozen=True)
class Wanted:
    """People at a site on a day."""

    site: str
    day: date
    people: int


@dataclass(frozen=True)
class Case:
    """What lies where, what comes when, how long the ways are in working days, and who needs it."""

    stock: dict[str, int]
    coming: tuple[tuple[str, int, int], ...]  # (site, units, days until due)
    lanes: dict[tuple[str, str], int]
    wanted: tuple[Wanted, ...]

    def estate(self) -> Estate:
        people = [PersonFact(f"{site}-{n}", "sales", site) for site in SITES for n in range(MEMBERS)]
        held = [ItemFact(f"h-{one.ref}", "x", "in use", one.ref, one.site) for one in people]
        spare = [
            ItemFact(f"i-{site}-{n}", "x", "in stock", None, site)
            for site, count in self.stock.items()
            for n in range(count)
        ]
        orders = tuple(
            OrderFact(f"o{n}", "x", None, Decimal(units), TODAY, TODAY + DAY * due, site=site)
            for n, (site, units, due) in enumerate(self.coming)
        )
        return Estate(
            people=tuple(people), teams=(TEAM,), sites=tuple(SITES.values()), items=(*held, *spare),
            models=(ModelFact("x", "X", "laptop", lead_days=5, deploy_hours=Decimal(0)),), orders=orders,
            lanes=tuple(LaneFact(f"{a}-{b}", a, b, days) for (a, b), days in self.lanes.items()),
        )  # fmt: skip

    def plan(self) -> Plan:
        heads = 2 * MEMBERS
        goals = [
            Goal(
                f"g{n}",
                TEAM,
                heads,
                heads + one.people,
                Period(one.day, one.day),
                one.day,
                site=SITES[one.site],
            )
            for n, one in enumerate(self.wanted)
        ]
        return plan(goals, estate=self.estate(), house=HOUSE)

    def way(self, origin: str, target: str) -> int | None:
        if origin == target:
            return 0
        return self.lanes.get((origin, target)) if self.lanes else USUAL_TRANSFER


def carried(case: Case) -> Found:
    """Return (units that can be there, units to order) of each day and site, as the clerk finds them."""
    shelf = [(site, TODAY) for site, count in case.stock.items() for _ in range(count)]
    for site, units, after in case.coming:
        shelf += [(site, CALENDAR.on_or_after(max(TODAY, TODAY + DAY * after)))] * units
    found: Found = {}
    for want in sorted(case.wanted, key=lambda one: one.day):
        by = max(TODAY, step_back(CALENDAR, want.day, 2))
        near = [unit for unit in shelf if arrives(case, unit, want.site, by)]
        near.sort(key=lambda unit: (case.way(unit[0], want.site), unit[0] != want.site, unit[1]))
        found[want.day, want.site] = (len(near), max(0, want.people - len(near)))
        for unit in near[: want.people]:
            shelf.remove(unit)
    return found


def arrives(case: Case, unit: tuple[str, date], target: str, by: date) -> bool:
    """Return whether a unit is there in time: the working days on the way pass after it can be sent."""
    step = case.way(unit[0], target)
    if step is None:
        return False
    day = unit[1]
    while step:
        day += DAY
        step -= CALENDAR.is_workday(day)
    return day <= by


def planned(case: Case) -> Found:
    made = case.plan()
    return {
        (one.need_by, one.place): (
            int(one.figures.amount("on_hand") + one.figures.amount("scheduled_receipts")),
            int(one.ordered),
        )
        for one in (*made.orders, *made.covered)
    }


sites = st.sampled_from(sorted(SITES))
days = st.integers(2, 60).map(lambda after: CALENDAR.on_or_after(TODAY + DAY * after))
wants = st.lists(
    st.builds(Wanted, sites, days, st.integers(1, 5)), min_size=1, max_size=4, unique_by=lambda one: one.day
)
cases = st.builds(
    Case,
    st.fixed_dictionaries({"dayton": st.integers(0, 6), "erie": st.integers(0, 6)}),
    st.lists(st.tuples(sites, st.integers(1, 5), st.integers(-3, 50)), max_size=3).map(tuple),
    st.dictionaries(st.sampled_from([("dayton", "erie"), ("erie", "dayton")]), st.integers(0, 8)),
    wants.map(tuple),
)


@given(cases)
def test_stock_goes_where_it_is_needed_first_as_far_as_there_is_a_way(case: Case) -> None:
    assert planned(case) == carried(case)


@given(cases)
def test_nothing_is_carried_that_lies_there_already(case: Case) -> None:
    for one in case.plan().covered:
        assert all(origin != one.place and units > 0 for origin, units in one.moved)


def test_what_has_come_in_here_is_used_before_stock_of_another_site_is_sent() -> None:
    first, second, there = (TODAY + DAY * after for after in (2, 7, 8))
    wanted = (Wanted("erie", first, 3), Wanted("erie", second, 1), Wanted("dayton", there, 1))
    case = Case({"dayton": 1, "erie": 3}, (("erie", 1, 0),), {("dayton", "erie"): 1}, wanted)

    made = case.plan()

    assert made.orders == ()
    assert [one.moved for one in made.covered] == [(), (), ()]


def test_where_sending_takes_no_day_what_lies_here_is_still_used_first() -> None:
    wanted = (Wanted("erie", TODAY + DAY * 7, 1),)

    made = Case({"dayton": 1, "erie": 1}, (), {("dayton", "erie"): 0}, wanted).plan()

    assert [(one.place, one.moved) for one in made.covered] == [("erie", ())]
