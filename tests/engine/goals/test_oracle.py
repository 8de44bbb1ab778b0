"""The plan against a clerk who walks through every day and counts single units by hand."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    ModelFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
    TeamFact,
)
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.plan import Plan, plan
from tests.engine.goals.mill import CRM, LAPTOP, TODAY, goal, house, mill, of, planned
from tests.engine.goals.oracle import DAY, Line, Unit, Want, clerk

Row = TypeVar("Row")
HOUSE = house()
CALENDAR = HOUSE.calendar
MEMBERS = 6
PAST = TODAY - timedelta(days=30)
# Time to refit, and how far the days of a case reach.
REFIT, REACH = 2, 120


@dataclass(frozen=True)
class Case:
    """Six people who hold one unit each, more to come, and what there is of the thing."""

    is_pool: bool
    free: tuple[int | None, ...]  # days until a spare unit is due for replacement; None: never
    coming: tuple[tuple[int, int], ...]  # (units, days until due) of open orders
    old: tuple[int, ...]  # days until somebody's own unit is due for replacement
    safety: int
    lot: tuple[int, int]
    goals: tuple[Goal, ...]

    @property
    def estate(self) -> Estate:
        people = tuple(PersonFact(f"p{number}", "sales", "dayton") for number in range(MEMBERS))
        return self._pooled(people) if self.is_pool else self._stocked(people)

    def _pooled(self, people: tuple[PersonFact, ...]) -> Estate:
        minimum, step = self.lot
        pool = PoolFact(
            "x", "X", capacity=Decimal(MEMBERS + len(self.free)), safety=Decimal(self.safety),
            lot_minimum=minimum, lot_step=step, deploy_hours=Decimal(0), lead_days=5,
        )  # fmt: skip
        seats = tuple(SeatFact(f"s{one.ref}", "x", one.ref) for one in people)
        return Estate(
            people=people, teams=(TEAM,), pools=(pool,), seats=seats, orders=self._orders(None, "x")
        )

    def _stocked(self, people: tuple[PersonFact, ...]) -> Estate:
        minimum, step = self.lot
        model = ModelFact(
            "x", "X", "laptop", lead_days=5, lot_minimum=minimum, lot_step=step, safety_stock=self.safety,
            deploy_hours=Decimal(0), refit_days=REFIT,
        )  # fmt: skip
        dues = [TODAY + DAY * ago for ago in self.old] + [None] * MEMBERS
        held = tuple(
            ItemFact(f"h{one.ref}", "x", "in use", one.ref, "dayton", replace_by=due)
            for one, due in zip(people, dues, strict=False)
        )
        spare = tuple(
            ItemFact(
                f"i{number}", "x", "in stock", None, "dayton", replace_by=None if due is None else day(due)
            )
            for number, due in enumerate(self.free)
        )
        return Estate(
            people=people, teams=(TEAM,), models=(model,), items=held + spare, orders=self._orders("x", None)
        )

    def _orders(self, model: str | None, pool: str | None) -> tuple[OrderFact, ...]:
        return tuple(
            OrderFact(f"o{number}", model, pool, Decimal(units), PAST, day(due), site="dayton")
            for number, (units, due) in enumerate(self.coming)
        )

    def units(self) -> list[Unit]:
        """Return what there is and what is on its way, unit by unit, as the clerk counts."""
        dues = (
            [None] * len(self.free)
            if self.is_pool
            else [None if due is None else day(due) for due in self.free]
        )
        there = [Unit(TODAY, due) for due in dues if due is None or due > TODAY]
        return there + [
            Unit(workday(max(day(due), TODAY))) for units, due in self.coming for _ in range(units)
        ]

    def wants(self) -> list[Want]:
        """Return who needs how many on which day, and when temporary people give theirs back."""
        people: defaultdict[date, int] = defaultdict(int)
        back: defaultdict[date, list[date]] = defaultdict(list)
        old: defaultdict[date, int] = defaultdict(int)
        for one in self.goals:
            for step in one.steps:
                people[step.on] += step.people
                back[step.on] += [self._returned(one.until)] * step.people if one.until else []
        for due in [] if self.is_pool else self.old:
            if due > 0:
                old[last_workday(day(due))] += 1
        return [
            Want(one, people[one], old[one], tuple(back[one]))
            for one in sorted({*people, *old})
            if one >= TODAY
        ]

    def _returned(self, until: date) -> date:
        if self.is_pool:
            return workday(until + DAY)
        ready, left = workday(until), REFIT
        while left:
            ready += DAY
            left -= CALENDAR.is_workday(ready)
        return ready

    def lines(self) -> list[Line]:
        """Return the clerk's lines of the days on which a goal needs something."""
        asked = {want.day for want in self.wants() if want.people}
        made = clerk(
            self.units(), self.wants(), calendar=CALENDAR, on=TODAY, safety=self.safety, lot=self.lot
        )
        return [line for line in made if line.day in asked]

    def plan(self) -> Plan:
        return plan(self.goals, estate=self.estate, house=HOUSE)


TEAM = TeamFact("sales", "Sales")


def day(after: int) -> date:
    return TODAY + DAY * after


def workday(one: date) -> date:
    while not CALENDAR.is_workday(one):
        one += DAY
    return one


def last_workday(one: date) -> date:
    while not CALENDAR.is_workday(one):
        one -= DAY
    return one


@st.composite
def goals(draw: st.DrawFn, ref: str, *, is_temporary: bool = True) -> Goal:
    first = workday(day(draw(st.integers(0, REACH))))
    steps = [Arrival(first, draw(st.integers(1, 8)))]
    if draw(st.booleans()):
        steps.append(Arrival(workday(first + DAY * draw(st.integers(1, 30))), draw(st.integers(1, 4))))
    count = sum(one.people for one in steps)
    last = steps[-1].on
    until = last + DAY * draw(st.integers(0, 90)) if is_temporary and draw(st.booleans()) else None
    return Goal(
        ref, TEAM, MEMBERS, MEMBERS + count, Period(first, last), first, until, tuple(steps),
        priority=draw(st.integers(1, 9)),
    )  # fmt: skip


@st.composite
def cases(draw: st.DrawFn, *, is_temporary: bool = True) -> Case:
    lot = draw(st.sampled_from([(1, 1), (1, 1), (5, 1), (1, 4), (5, 5), (7, 3)]))
    coming = st.tuples(st.integers(1, 6), st.integers(-9, REACH))
    return Case(
        is_pool=draw(st.booleans()),
        free=tuple(draw(st.lists(st.none() | st.integers(-5, 2 * REACH), max_size=8))),
        coming=tuple(draw(st.lists(coming, max_size=3))),
        old=tuple(draw(st.lists(st.integers(-5, REACH), max_size=3))),
        safety=draw(st.integers(0, 3)), lot=lot,
        goals=tuple(draw(goals(f"g{n}", is_temporary=is_temporary)) for n in range(draw(st.integers(1, 3)))),
    )  # fmt: skip


def shown(made: Plan) -> list[Requirement]:
    return sorted((*made.orders, *made.covered), key=lambda one: one.need_by)


def line_of(one: Requirement) -> Line:
    gross, free, coming, net = (
        int(one.figures.amount(name)) for name in ("gross", "on_hand", "scheduled_receipts", "net")
    )
    return Line(one.need_by, gross, free + coming, net, int(one.ordered))


@given(cases())
def test_a_clerk_who_walks_through_every_day_orders_the_same(case: Case) -> None:
    assert [line_of(one) for one in shown(case.plan())] == sorted(case.lines(), key=lambda one: one.day)


@given(cases())
def test_every_day_of_need_is_covered_and_what_is_kept_back_is_kept(case: Case) -> None:
    for one in shown(case.plan()):
        line = line_of(one)
        assert line.there + line.bought - line.gross >= case.safety
        assert int(one.figures.amount("safety_stock")) == case.safety
        minimum, step = case.lot
        assert line.bought == 0 or (line.bought >= max(minimum, line.short) and line.bought % step == 0)
        assert line.bought == 0 or line.bought - max(minimum, line.short) < step


@given(cases())
def test_shares_of_an_order_add_up_and_go_to_who_needs_it(case: Case) -> None:
    wanted: defaultdict[date, dict[str, int]] = defaultdict(dict)
    for one in case.goals:
        for step in one.steps:
            wanted[step.on][one.ref] = wanted[step.on].get(one.ref, 0) + step.people
    for need in shown(case.plan()):
        shares = {peg.goal: peg.quantity for peg in need.pegs}
        assert sum(shares.values()) == (need.ordered if need.is_order else 0)
        assert set(shares) <= {*wanted[need.need_by], "refresh"}
        assert len(shares) == len(need.pegs)
        surplus = need.ordered - need.figures.amount("net") + case.safety
        for ref, share in shares.items():
            assert share <= wanted[need.need_by].get(ref, len(case.old)) + surplus


@given(cases(), st.randoms(use_true_random=False))
def test_neither_the_order_of_goals_nor_of_rows_matters(case: Case, dice: random.Random) -> None:
    estate = case.estate
    mixed = replace(
        estate, items=shuffled(estate.items, dice), orders=shuffled(estate.orders, dice),
        people=shuffled(estate.people, dice), seats=shuffled(estate.seats, dice),
    )  # fmt: skip
    other = plan(shuffled(case.goals, dice), estate=mixed, house=HOUSE)

    assert [line_of(one) for one in shown(other)] == [line_of(one) for one in shown(case.plan())]
    assert [one.pegs for one in other.orders] == [one.pegs for one in case.plan().orders]


def shuffled(rows: Sequence[Row], dice: random.Random) -> tuple[Row, ...]:
    mixed = list(rows)
    dice.shuffle(mixed)
    return tuple(mixed)


@given(cases())
def test_planning_twice_is_the_same(case: Case) -> None:
    assert case.plan() == case.plan()


@given(cases(is_temporary=False), st.integers(1, 9))
def test_more_growth_never_needs_less_by_any_day(case: Case, more: int) -> None:
    """For things sold in steps; what is due for replacement meanwhile would be bought at other times."""
    plain = replace(case, lot=(1, case.lot[1]), free=(None,) * len(case.free), old=())
    first, *others = plain.goals
    step = first.arrivals[0]
    bigger = replace(
        first,
        head_to=first.head_to + more,
        arrivals=(Arrival(step.on, step.people + more), *first.arrivals[1:]),
    )

    few, many = (bought(plain), bought(replace(plain, goals=(bigger, *others))))

    for until in {*few, *many}:
        assert sum(count for at, count in few.items() if at <= until) <= sum(
            count for at, count in many.items() if at <= until
        )


def bought(case: Case) -> dict[date, int]:
    return {one.need_by: int(one.ordered) for one in case.plan().orders}


@given(cases())
def test_what_is_bought_for_one_day_is_left_for_the_next(case: Case) -> None:
    """What a lot brings too much is used before anything is bought again."""
    plain = replace(case, free=(), coming=(), old=(), safety=0, goals=(replace(case.goals[0], until=None),))
    rows = [line_of(one) for one in shown(plain.plan())]

    for before, after in pairwise(rows):
        assert after.there == before.there + before.bought - before.gross


@pytest.mark.parametrize("start", [TODAY, TODAY + DAY])
def test_who_starts_today_or_tomorrow_gets_what_lies_in_stock_today(start: date) -> None:
    estate = replace(mill(), models=(replace(LAPTOP, safety_stock=0),), pools=(CRM,), orders=())
    made = planned(estate, goal(estate, to=26, need_by=start))

    assert made.orders == ()
    assert of(made, "laptop-14").figures.amount("on_hand") == 3
    assert of(made, "crm").figures.amount("on_hand") == 4
