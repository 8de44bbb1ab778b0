"""What holds of the order of any things to do."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.losses import Loss
from fullscore.engine.today.grouping import grouped
from fullscore.engine.today.ranking import Ranked, ranked
from tests.engine.goals.recomputing import wrong_in
from tests.engine.today import oracle
from tests.engine.today.things import CALENDAR, CALENDARS, DAYS, MONDAY, actions, daily, once, thing

CURRENCIES = st.sampled_from([Decimal(factor) for factor in ("0.01", "0.92", "1.37", "156.5", "25000")])
SHIFTS = st.integers(-400, 400)
FAR = MONDAY + timedelta(days=90)


def order(found: tuple[Ranked, ...]) -> list[tuple[object, ...]]:
    return [(one.action.key, one.group, one.cost is None, one.counted_in) for one in found]


def known(costs: "list[Decimal | None]") -> Decimal:
    return sum((cost for cost in costs if cost is not None), Decimal(0))


@given(actions(), CALENDARS)
def test_the_order_is_the_one_the_rules_give_when_they_are_read_again_for_every_place(
    found: tuple[Action, ...], calendar: Calendar
) -> None:
    expected = oracle.order(grouped(found), MONDAY, calendar)

    lines = ranked(found, on=MONDAY, calendar=calendar)

    assert [line.action.key for line in lines] == [line.key for line, _ in expected]
    for line, (_, cost) in zip(lines, expected, strict=True):
        assert (line.cost is None) == (cost is None)
        assert cost is None or abs((line.cost or 0) - cost) <= Decimal("0.005") * max(len(line.parts), 1)


@given(actions(), CURRENCIES)
def test_the_same_data_in_another_currency_stands_in_the_same_order(
    found: tuple[Action, ...], factor: Decimal
) -> None:
    there = tuple(_exchanged(action, factor) for action in found)

    here = ranked(found, on=MONDAY, calendar=CALENDAR)

    assert order(ranked(there, on=MONDAY, calendar=CALENDAR)) == order(here)


def _exchanged(action: Action, factor: Decimal) -> Action:
    if action.loss is None:
        return action
    steps = (replace(s, lump=s.lump * factor, per_day=s.per_day * factor) for s in action.loss.steps)
    return replace(action, loss=Loss(tuple(steps)))


@given(actions(), CALENDARS, SHIFTS)
def test_the_same_data_on_other_days_stands_in_the_same_order(
    found: tuple[Action, ...], calendar: Calendar, days: int
) -> None:
    """Another zone is another day at the same moment: all that counts is the distance between days."""
    shift = timedelta(days=days)
    weekdays = "".join(str((int(day) - 1 + days) % 7 + 1) for day in calendar.weekdays)
    there = Calendar(weekdays, {day + shift: name for day, name in calendar.closed.items()})
    moved = tuple(_moved(action, shift) for action in found)

    lines = ranked(moved, on=MONDAY + shift, calendar=there)

    here = ranked(found, on=MONDAY, calendar=calendar)
    assert [(one.group, one.cost, one.slack) for one in lines] == [
        (one.group, one.cost, one.slack) for one in here
    ]
    assert [_refs(one) for one in lines] == [_refs(one) for one in here]


def _refs(one: Ranked) -> list[str]:
    return [part.action.finding.subject.ref for part in one.parts or (one,)]


def _moved(action: Action, shift: timedelta) -> Action:
    day = action.finding.act_by
    moved = replace(action, finding=replace(action.finding, act_by=day + shift if day else None))
    if action.loss is None:
        return moved
    steps = (replace(step, from_day=step.from_day + shift) for step in action.loss.steps)
    return replace(moved, loss=Loss(tuple(steps)))


@given(actions(), st.randoms(use_true_random=False))
def test_in_whatever_order_rooms_are_asked(found: tuple[Action, ...], dice: Random) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)

    assert order(ranked(shuffled, on=MONDAY, calendar=CALENDAR)) == order(
        ranked(found, on=MONDAY, calendar=CALENDAR)
    )


@given(actions(), CALENDARS, st.lists(st.tuples(DAYS, st.integers(0, 30)), min_size=12, max_size=12))
def test_postponing_never_raises_the_total_saved(
    found: tuple[Action, ...], calendar: Calendar, plan: list[tuple[date, int]]
) -> None:
    """Saved is what doing a thing on its day costs less than leaving it for good."""
    early = known([_saved(one, day, calendar) for one, (day, _) in zip(found, plan, strict=False)])
    later = [(one, day + timedelta(days=put_off)) for one, (day, put_off) in zip(found, plan, strict=False)]

    assert known([_saved(one, day, calendar) for one, day in later]) <= early


def _saved(action: Action, day: date, calendar: Calendar) -> Decimal | None:
    if action.loss is None:
        return None
    return action.loss.on(FAR, calendar) - action.loss.on(day, calendar)


@given(actions(), CALENDARS)
def test_a_week_of_waiting_costs_each_day_what_that_day_takes_from_what_is_saved(
    found: tuple[Action, ...], calendar: Calendar
) -> None:
    lines = ranked([replace(one, cause="", group="") for one in found], on=MONDAY, calendar=calendar)

    now = known([_saved(one, MONDAY, calendar) for one in found])
    in_a_week = known([_saved(one, MONDAY + timedelta(days=7), calendar) for one in found])
    assert abs(known([line.cost for line in lines]) - (now - in_a_week)) <= Decimal("0.005") * len(found)


@given(actions(), CALENDARS)
def test_grouping_loses_nothing(found: tuple[Action, ...], calendar: Calendar) -> None:
    lines = ranked(found, on=MONDAY, calendar=calendar)

    atoms = [part for line in lines for part in line.parts or (line,)]
    assert Counter(atom.action.key for atom in atoms) == Counter(action.key for action in found)
    assert sum(line.hours for line in lines) == sum(action.hours for action in found)
    for line in lines:
        assert known([part.cost for part in line.parts or (line,)]) == known([line.cost])
        assert all(part.action.finding.act_by == line.action.finding.act_by for part in line.parts)


@given(actions(), CALENDARS)
def test_one_cause_is_never_counted_twice(found: tuple[Action, ...], calendar: Calendar) -> None:
    lines = ranked(found, on=MONDAY, calendar=calendar)

    atoms = [part for line in lines for part in line.parts or (line,)]
    carrying = Counter(atom.action.cause for atom in atoms if atom.cost and atom.action.cause)
    assert all(count == 1 for count in carrying.values())
    keys = {line.action.key for line in lines} | {atom.action.key for atom in atoms}
    for atom in atoms:
        assert atom.counted_in is None or (atom.cost is None and atom.counted_in in keys)
        is_lost = atom.action.loss is not None and atom.action.loss.grows(
            MONDAY, MONDAY + timedelta(days=7), calendar
        )
        # What is lost is either shown here or stands where this line says it stands.
        assert not is_lost or (atom.cost is not None) != (atom.counted_in is not None)


@given(actions(), CALENDARS)
def test_every_figure_can_be_computed_again(found: tuple[Action, ...], calendar: Calendar) -> None:
    for line in ranked(found, on=MONDAY, calendar=calendar):
        assert (line.cost is None) == (line.cost_trace is None)
        assert line.cost_trace is None or wrong_in(line.cost_trace) == []


@given(actions())
def test_ranks_are_one_after_another_and_groups_too(found: tuple[Action, ...]) -> None:
    lines = ranked(found, on=MONDAY, calendar=CALENDAR)

    assert [line.rank for line in lines] == list(range(1, len(lines) + 1))
    assert all(one.group <= other.group for one, other in pairwise(lines))


def _one(number: int) -> Action:
    day = MONDAY + timedelta(days=number % 97 - 20)
    step = once(day, f"{number}.5") if number % 3 else daily(day - timedelta(days=700), f"{number}")
    return thing(
        f"c{number}", day if number % 5 else None, step, cause=f"cause {number // 2}" if number % 7 else "",
        group=f"vendors:v{number % 11}" if number % 4 == 0 else "",
    )  # fmt: skip
