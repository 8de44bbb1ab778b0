"""What doing a thing later costs, walked day by day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.losses import Counted, Loss, PersonDay, Step
from tests.engine.goals.recomputing import wrong_in
from tests.engine.today.things import CALENDARS, DAYS, STEPS

LOSSES = st.lists(STEPS, max_size=4).map(lambda steps: Loss(tuple(steps)))
THURSDAY = date(2026, 11, 26)


def walked(loss: Loss, day: date, calendar: Calendar) -> Decimal:
    """Wait from each step's first day to the day it is done, and pay for every day passed on the way."""
    total = Decimal(0)
    for step in loss.steps:
        paid, today = Decimal(0), step.from_day
        while today < day:
            is_counted = step.counts is Counted.DAYS or (
                str(today.isoweekday()) in calendar.weekdays and today not in calendar.closed
            )
            paid += step.per_day if is_counted else 0
            today += timedelta(days=1)
        total += step.probability * (paid + (step.lump if day >= step.from_day else 0))
    return total


@given(LOSSES, DAYS, CALENDARS)
def test_a_loss_is_what_every_day_of_waiting_adds_up_to(loss: Loss, day: date, calendar: Calendar) -> None:
    assert loss.on(day, calendar) == walked(loss, day, calendar)


@given(LOSSES, DAYS, DAYS, CALENDARS)
def test_what_a_while_of_waiting_costs_is_the_difference_of_two_days(
    loss: Loss, one: date, other: date, calendar: Calendar
) -> None:
    on, until = sorted((one, other))
    assert loss.grows(on, until, calendar) == walked(loss, until, calendar) - walked(loss, on, calendar)


@given(LOSSES, DAYS, CALENDARS)
def test_a_loss_never_falls(loss: Loss, day: date, calendar: Calendar) -> None:
    assert loss.on(day + timedelta(days=1), calendar) >= loss.on(day, calendar) >= 0


def test_somebody_without_a_laptop_loses_nothing_on_a_holiday() -> None:
    idle = Step(date(2026, 11, 25), per_day=Decimal(184), counts=Counted.WORKING_DAYS)
    calendar = Calendar("12345", {THURSDAY: "Thanksgiving"})

    # Wednesday and Friday of that week are worked; Thursday, Saturday and Sunday are not.
    assert [idle.cost(date(2026, 11, day), calendar) for day in (25, 26, 27, 28, 30)] == [
        0,
        184,
        184,
        368,
        368,
    ]


def test_a_lump_is_lost_from_its_day_on() -> None:
    renews = Step(THURSDAY, lump=Decimal(9840), probability=Decimal("0.5"))

    costs = [renews.cost(THURSDAY + timedelta(days=days), Calendar()) for days in (-1, 0, 1)]

    assert costs == [0, 4920, 4920]


@pytest.mark.parametrize(
    "values", [{"lump": Decimal(-1)}, {"per_day": Decimal(-1)}, {"probability": Decimal("1.1")}]
)
def test_waiting_never_earns(values: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match=r"Waiting never earns|probability"):
        Step(THURSDAY, **values)


def test_a_loss_is_as_sure_as_its_least_sure_step() -> None:
    certain, expected = Step(THURSDAY), Step(THURSDAY, basis=Basis.EXPECTED)

    assert Loss((certain,)).basis is Basis.CERTAIN
    assert Loss((certain, expected)).basis is Basis.EXPECTED
    assert Loss((certain,), "Ruth Morrow").basis is Basis.ASSUMED


def test_the_cost_of_a_person_says_whose_figure_it_is() -> None:
    day = PersonDay(Decimal(368), "Ruth Morrow", date(2026, 9, 3))

    assert day.whose == "Ruth Morrow, 3 September 2026"
    assert day.trace.row is not None
    assert day.trace.row.field == "person_day_cost"
    assert wrong_in(day.trace) == []
