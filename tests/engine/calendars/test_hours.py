"""Hours, windows and clocks, minute by minute, also on the days clocks change."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.clock import ClockTrouble, midnight, moment
from fullscore.engine.calendars.hours import HoursError, Week, hours
from fullscore.engine.calendars.recurring import recurring
from fullscore.engine.calendars.spans import (
    Span,
    Spans,
    common,
    covered,
    merged,
    minutes_in,
    overlapping,
    without,
)

WORKDAYS, ALL = frozenset({1, 2, 3, 4, 5}), frozenset(range(1, 8))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mon-Fri 07:30-18:00; Sat 08:00-12:00", ((WORKDAYS, "07:30", "18:00"), ({6}, "08:00", "12:00"))),
        ("06:00-22:00", ((ALL, "06:00", "22:00"),)), ("24/7", ((ALL, "00:00", "24:00"),)),
        ("Mo-Fr 8-17 Uhr", ((WORKDAYS, "08:00", "17:00"),)),
        ("Mon, Wed 8-12", (({1, 3}, "08:00", "12:00"),)),
        ("Fri-Mon 20-24", (({5, 6, 7, 1}, "20:00", "24:00"),)),
        ("Mon-Fri 08:00-12:00, 13:00-17:00", ((WORKDAYS, "08:00", "12:00"), (WORKDAYS, "13:00", "17:00"))),
        ("Sat 22:00-04:00", (({6}, "22:00", "04:00"),)), ("weekdays", ((WORKDAYS, "00:00", "24:00"),)),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(text: str, parts: object) -> None:
    assert hours(text).parts == parts


@pytest.mark.parametrize(
    "text", ["", "soon", "Mon-Fri 25:00-26:00", "weekdays 9 to 5", "Mon 8", "8-8", "Foo 8-9"]
)
def test_what_names_no_hours_says_so(text: str) -> None:
    with pytest.raises(HoursError):
        hours(text)


def test_a_clock_time_that_is_leapt_over_or_comes_twice_is_said() -> None:
    gap = moment(date(2027, 3, 14), "02:30", "America/New_York")
    twice = moment(date(2026, 11, 1), "01:30", "America/New_York")

    assert (gap.at, gap.trouble) == (datetime(2027, 3, 14, 7, tzinfo=UTC), ClockTrouble.SKIPPED)
    assert (twice.at, twice.trouble) == (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), ClockTrouble.TWICE)
    assert moment(date(2026, 12, 12), "22:00", "America/New_York").trouble is None
    assert moment(date(2011, 12, 30), "12:00", "Pacific/Apia").trouble is ClockTrouble.SKIPPED


# Days around which clocks change, one whole day that never was, half an hour, and places that change nothing.
PLACES = (
    ("America/New_York", date(2027, 3, 14)), ("America/New_York", date(2026, 11, 1)),
    ("Europe/Berlin", date(2027, 3, 28)), ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2027, 4, 4)), ("Pacific/Apia", date(2011, 12, 30)),
    ("America/Lima", date(2026, 11, 1)), ("Asia/Kathmandu", date(2026, 11, 1)),
)  # fmt: skip
CLOCKS = tuple(f"{hour:02}:{minute}" for hour in range(24) for minute in ("00", "30", "15"))


def wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def quarters(begin: datetime, end: datetime) -> Iterable[datetime]:
    """Return each quarter of an hour and the minute before it; no clock here changes in between."""
    for step in range(int((end - begin).total_seconds()) // 900):
        yield from (begin + timedelta(minutes=15 * step), begin + timedelta(minutes=15 * step + 14))


def is_in(spans: Spans, at: datetime) -> bool:
    return any(span.start <= at < span.end for span in spans)


def opens(day: date, start: str, stop: str, zone: str, at: datetime) -> bool:
    """Say whether a window that opens on `day` is open at a moment, by walking minute by minute to it."""
    first = _shows(day, start, zone)
    last = _shows(day if stop == "24:00" or stop > start else day + timedelta(days=1), stop, zone)
    return first <= at < last


@cache
def _shows(day: date, clock: str, zone: str) -> datetime:
    """Return the first minute at which the place's clock shows this time of this day, or a later one."""
    shown = datetime.combine(day, time()) + timedelta(hours=int(clock[:2]), minutes=int(clock[3:]))
    about = shown.replace(tzinfo=UTC)
    # Half hours of half hours: no place is further from UTC than a day, none changes between them.
    steps = (about + timedelta(minutes=15 * step) for step in range(-4 * 30, 4 * 30))
    return next(at for at in steps if wall(at, zone) >= shown)


@given(
    st.sampled_from(PLACES),
    st.sets(st.integers(1, 7), min_size=1),
    st.sampled_from(CLOCKS),
    st.sampled_from(CLOCKS),
)
def test_hours_hold_the_minutes_a_clock_on_the_wall_says(
    place: tuple[str, date], days: set[int], start: str, stop: str
) -> None:
    zone, about = place
    begin, end = about - timedelta(days=1), about + timedelta(days=1)
    found = Week(((frozenset(days), start, stop),)).spans(begin, end, zone)
    low, high = midnight(begin, zone), midnight(end + timedelta(days=1), zone)

    named = [begin + timedelta(days=step) for step in range(-1, 3)]
    for at in quarters(low, high):
        is_open = any(day.isoweekday() in days and opens(day, start, stop, zone, at) for day in named)
        assert is_in(found, at) == is_open, at


def test_the_second_tuesday_and_the_last_saturday_of_a_month() -> None:
    month = (date(2026, 12, 1), date(2026, 12, 31))
    second = recurring("2", "second", "18:00", "20:00", *month, "UTC")
    last = recurring("6", "last", "22:00", "04:00", *month, "UTC")

    assert [each.start.date() for each in second] == [date(2026, 12, 8)]
    assert [(each.start.hour, each.end) for each in last] == [(22, datetime(2026, 12, 27, 4, tzinfo=UTC))]


def test_a_window_over_midnight_begins_before_the_plan_and_ends_with_its_days() -> None:
    found = recurring("6", "every week", "22:00", "04:00", date(2026, 12, 6), date(2026, 12, 12), "UTC")

    assert [(each.start, each.end) for each in found] == [
        (datetime(2026, 12, 6, tzinfo=UTC), datetime(2026, 12, 6, 4, tzinfo=UTC)),
        (datetime(2026, 12, 12, 22, tzinfo=UTC), datetime(2026, 12, 13, tzinfo=UTC)),
    ]
    first = date(2026, 12, 12)
    bound = recurring("6", "every week", "22:00", "23:00", date(2026, 12, 1), date(2026, 12, 31), "UTC",
                      first=first, last=first)  # fmt: skip
    assert [each.start.date() for each in bound] == [first]


MOMENT = st.integers(0, 40).map(lambda hour: datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hour))
SPAN = st.tuples(MOMENT, st.integers(1, 9)).map(
    lambda told: Span(told[0], told[0] + timedelta(hours=told[1]))
)
SPANS = st.lists(SPAN, max_size=6).map(merged)


@given(SPANS, SPANS, SPAN)
def test_spans_are_sets_of_moments(one: Spans, other: Spans, span: Span) -> None:
    every = [datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=step) for step in range(60)]
    a, b = ({at for at in every if is_in(spans, at)} for spans in (one, other))
    here = {at for at in every if span.start <= at < span.end}

    assert {at for at in every if is_in(common(one, other), at)} == a & b
    assert {at for at in every if is_in(without(one, other), at)} == a - b
    assert covered(one, span) == (here <= a)
    assert minutes_in(one, span) == 60 * len(here & a)
    assert overlapping(one, span) == tuple(each for each in one if each.overlaps(span))
