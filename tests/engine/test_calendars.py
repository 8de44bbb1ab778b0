from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar, NoWorkdayError

THANKSGIVING = date(2026, 11, 26)
CALENDAR = Calendar("12345", {THANKSGIVING: "Thanksgiving", date(2026, 11, 27): "Company closed"})
MONDAY = date(2026, 11, 23)

days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
calendars = st.builds(
    lambda weekdays, closed: Calendar("".join(sorted(weekdays)), dict.fromkeys(closed, "closed")),
    st.sets(st.sampled_from("1234567"), min_size=1),
    st.sets(days, max_size=30),
)


def test_a_closed_thursday_and_friday_are_jumped_over() -> None:
    assert CALENDAR.workdays_after(date(2026, 11, 25), 1) == date(2026, 11, 30)
    assert CALENDAR.workdays_before(date(2026, 11, 30), 1) == date(2026, 11, 25)


def test_the_first_working_day_of_a_quarter_skips_new_year_and_the_weekend() -> None:
    assert Calendar(closed={date(2027, 1, 1): "New Year"}).on_or_after(date(2027, 1, 1)) == date(2027, 1, 4)


def test_closed_days_are_named_only_where_people_would_have_worked() -> None:
    closed = Calendar(closed={THANKSGIVING: "Thanksgiving", date(2026, 11, 28): "A Saturday"})

    assert closed.closed_between(MONDAY, date(2026, 11, 30)) == ((THANKSGIVING, "Thanksgiving"),)


def test_a_calendar_closed_for_a_year_is_refused() -> None:
    closed = {MONDAY + timedelta(days=step): "closed" for step in range(400)}

    with pytest.raises(NoWorkdayError):
        Calendar(closed=closed).on_or_after(MONDAY)


@pytest.mark.parametrize("weekdays", ["", "0", "8", "Mon"])
def test_working_days_that_are_no_weekdays_are_refused(weekdays: str) -> None:
    with pytest.raises(ValueError, match="Working days"):
        Calendar(weekdays)


@given(calendar=calendars, day=days, count=st.integers(0, 40))
def test_counting_forward_agrees_with_counting_on_fingers(calendar: Calendar, day: date, count: int) -> None:
    found = calendar.workdays_after(day, count)

    walked = [day + timedelta(days=step) for step in range(1, (found - day).days + 1)]
    assert sum(calendar.is_workday(one) for one in walked) == count
    assert count == 0 or calendar.is_workday(found)
    assert calendar.between(day, found) == count


@given(calendar=calendars, day=days, count=st.integers(0, 40))
def test_counting_back_agrees_with_counting_on_fingers(calendar: Calendar, day: date, count: int) -> None:
    found = calendar.workdays_before(day, count)

    walked = [day - timedelta(days=step) for step in range(1, (day - found).days + 1)]
    assert sum(calendar.is_workday(one) for one in walked) == count
    assert count == 0 or calendar.is_workday(found)


@given(calendar=calendars, day=days)
def test_the_nearest_working_days_enclose_every_day(calendar: Calendar, day: date) -> None:
    before, after = calendar.on_or_before(day), calendar.on_or_after(day)

    assert before <= day <= after
    assert calendar.is_workday(before)
    assert calendar.is_workday(after)
    assert (before == day) == (after == day) == calendar.is_workday(day)
