"""The ends of terms, at the ends of months and of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.vendors.ends import Ends, day_in, ends_from, month_of, quarter_end
from fullscore.engine.vendors.reach import latest, reached

UNITS = st.sampled_from(["days", "weeks", "months", "working days"])


def test_ends_keep_their_day_through_short_months() -> None:
    ends = ends_from(date(2026, 1, 31), 1)
    assert [ends.at(number) for number in range(4)] == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30),
    ]  # fmt: skip


def test_one_end_is_all_there_is_where_nobody_knows_how_long_it_renews() -> None:
    once = ends_from(date(2026, 1, 31), None)
    assert (once.at(0), once.at(1)) == (date(2026, 1, 31), None)
    assert (once.from_day(date(2026, 1, 31)), once.from_day(date(2026, 2, 1))) == (date(2026, 1, 31), None)


def test_time_begins_and_ends() -> None:
    assert day_in(month_of(date.max), 31) == date.max
    assert day_in(month_of(date.max) + 1, 1) is None
    assert day_in(month_of(date.min), 1) == date.min
    assert day_in(month_of(date.min) - 1, 31) is None
    assert ends_from(date(9999, 11, 30), 1).from_day(date.max) is None


@pytest.mark.parametrize(
    ("day", "end"),
    [("2026-01-01", "2026-03-31"), ("2026-03-31", "2026-03-31"), ("2026-04-01", "2026-06-30"),
     ("2026-09-30", "2026-09-30"), ("2026-10-01", "2026-12-31"), ("2026-12-31", "2026-12-31")],
)  # fmt: skip
def test_quarters_end_in_march_june_september_and_december(day: str, end: str) -> None:
    assert quarter_end(date.fromisoformat(day)) == date.fromisoformat(end)


@given(
    st.integers(0, 400), st.integers(1, 31), st.integers(1, 60), st.dates(date(1999, 1, 1), date(2060, 1, 1))
)
def test_the_first_end_from_a_day_on_is_found_without_looking_for_it(
    month: int, number: int, step: int, day: date
) -> None:
    ends = Ends(2000 * 12 + month, number, step)
    found = ends.number_from(day)
    assert found is not None
    end, before = ends.at(found), ends.at(found - 1)
    assert end is not None
    assert end >= day
    assert found == 0 or (before is not None and before < day)


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 90), UNITS)
def test_notice_on_the_last_day_is_in_time_and_a_day_later_it_is_not(
    end: date, notice: int, unit: str
) -> None:
    last = latest(end, notice, unit, Calendar())
    assert last is not None
    in_time, late = (
        reached(day, notice, unit, Calendar()) for day in (last, date.fromordinal(last.toordinal() + 1))
    )
    assert in_time is not None
    assert late is not None
    assert in_time <= end < late


def test_notice_that_lies_before_or_after_all_time_is_none() -> None:
    for unit in ("days", "weeks", "months", "working days"):
        assert latest(date(1, 1, 2), 3650, unit, Calendar()) is None
        assert reached(date(9999, 12, 30), 3650, unit, Calendar()) is None
