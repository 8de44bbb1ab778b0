"""A weekly mail is due once in each ISO week, at its hour on the wall clock, whatever clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.usecases.today.digests.weeks import Due, Schedule, following, latest, wait

ZONES = (
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Kiritimati",
    "America/St_Johns", "UTC",
)  # fmt: skip
STEP = timedelta(minutes=15)
schedules = st.builds(
    Schedule,
    st.integers(1, 7),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45])),
    st.sampled_from(ZONES),
)
# Two years that hold a week 53, both changes of the clocks in both halves of the earth, and a leap day.
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001  the zone is given beside


def walked(schedule: Schedule, day: date) -> datetime:
    """Walk a day in quarters of an hour and return when its clock first shows the hour or a later one."""
    zone = ZoneInfo(schedule.zone)
    moment = datetime.combine(day, time(0), UTC) - timedelta(hours=15)
    while True:
        there = moment.astimezone(zone)
        if there.date() == day and there.time() >= schedule.at:
            return moment
        if there.date() > day:
            return moment
        moment += STEP


@given(schedules, moments)
def test_the_last_mail_due_is_the_one_a_day_by_day_walk_finds(schedule: Schedule, now: datetime) -> None:
    day = now.astimezone(ZoneInfo(schedule.zone)).date() + timedelta(days=1)
    while day.isoweekday() != schedule.weekday or walked(schedule, day) > now:
        day -= timedelta(days=1)
    year, week, _ = day.isocalendar()

    due = latest(schedule, now)

    assert due.key == f"{year}-W{week:02}"
    # An hour that the clock skips is due as much later as it skips, never on another day.
    assert timedelta(0) <= due.at - walked(schedule, day) < timedelta(hours=1)


@given(schedules, moments)
def test_the_next_mail_is_a_week_after_the_last_on_the_wall_clock(schedule: Schedule, now: datetime) -> None:
    zone = ZoneInfo(schedule.zone)
    last, nearest = latest(schedule, now), following(schedule, now)

    assert last.at <= now < nearest.at
    assert (nearest.at.astimezone(zone).date() - last.at.astimezone(zone).date()).days == 7
    assert latest(schedule, nearest.at) == nearest


@given(schedules, st.integers(2025, 2034))
def test_each_iso_week_of_a_year_has_one_mail(schedule: Schedule, year: int) -> None:
    weeks = date(year, 12, 28).isocalendar().week
    due, keys = following(schedule, datetime(year - 1, 12, 1, tzinfo=UTC)), []
    while due.at < datetime(year + 1, 1, 20, tzinfo=UTC):
        keys.append(due.key)
        due = following(schedule, due.at)

    assert [key for key in keys if key.startswith(f"{year}-")] == [
        f"{year}-W{week:02}" for week in range(1, weeks + 1)
    ]


@pytest.mark.parametrize(
    ("zone", "now", "key", "at"),
    [
        # Clocks go forward in New York on 8 March 2026: 02:30 is not on the clock and is 03:30 that day.
        ("America/New_York", "2026-03-08T12:00Z", "2026-W10", "2026-03-08T07:30Z"),
        # They go back on 1 November 2026: 02:30 comes once, 01:30 twice.
        ("America/New_York", "2026-11-01T12:00Z", "2026-W44", "2026-11-01T07:30Z"),
        ("Europe/Berlin", "2026-03-29T12:00Z", "2026-W13", "2026-03-29T01:30Z"),
    ],
)
def test_sunday_half_past_two_survives_the_change_of_the_clocks(
    zone: str, now: str, key: str, at: str
) -> None:
    found = latest(Schedule(7, time(2, 30), zone), datetime.fromisoformat(now))

    assert found == Due(key, datetime.fromisoformat(at))


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    half_past_one = Schedule(7, time(1, 30), "America/New_York")

    assert latest(half_past_one, datetime(2026, 11, 1, 12, tzinfo=UTC)).at == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("weekday", "now", "key"),
    [
        # Monday 28 December 2026 begins week 53; Friday 1 January 2027 still belongs to it.
        (1, "2026-12-31T20:00Z", "2026-W53"),
        (5, "2027-01-01T20:00Z", "2026-W53"),
        (1, "2027-01-04T20:00Z", "2027-W01"),
        (4, "2025-01-02T20:00Z", "2025-W01"),
        (1, "2025-01-02T20:00Z", "2025-W01"),
        (1, "2024-12-30T20:00Z", "2025-W01"),
    ],
)
def test_a_week_at_the_turn_of_the_year_keeps_its_name(weekday: int, now: str, key: str) -> None:
    assert latest(Schedule(weekday, time(7), "UTC"), datetime.fromisoformat(now)).key == key


def test_the_waits_between_tries_grow_and_then_stay() -> None:
    waits = [wait(attempts).total_seconds() / 60 for attempts in range(1, 10)]

    assert waits == [1, 5, 15, 60, 180, 360, 720, 720, 720]
