"""The dates of any contract, against somebody who tries every day."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.vendors.terms import Terms, dates, next_exit, notice_by
from tests.engine.vendors.day_by_day import DAY, PaperCalendar

START, END = date(2020, 1, 1), date(2027, 12, 31)
BEFORE, AFTER = date(2019, 1, 1), date(2036, 1, 1)
NOTICES = {"days": 400, "working days": 90, "weeks": 60, "months": 14}
# Month ends, leap days and their neighbours are where calendars go wrong.
EDGES = (date(2024, 2, 29), date(2023, 2, 28), date(2024, 3, 1), date(2025, 12, 31), date(2026, 1, 31))
days = st.dates(START, END) | st.sampled_from(EDGES)
closings = st.sets(st.dates(START, END), max_size=12).map(lambda found: dict.fromkeys(found, "closed"))
weekdays = st.sets(st.sampled_from("1234567"), min_size=1).map(lambda found: "".join(sorted(found)))
calendars = st.builds(Calendar, weekdays, closings) | st.just(Calendar())


@st.composite
def contracts(draw: st.DrawFn) -> Terms:
    unit = draw(st.sampled_from(sorted(NOTICES)))
    terms = Terms(
        starts_on=draw(days),
        initial_months=draw(st.none() | st.integers(1, 60)),
        renewal=draw(st.sampled_from(["tacit", "", None, "tacit"])),
        renewal_months=draw(st.none() | st.sampled_from([1, 2, 3, 6, 12, 24]) | st.integers(1, 40)),
        counting=draw(st.sampled_from(["last day", "anniversary"])),
        notice=draw(st.integers(0, NOTICES[unit])),
        notice_unit=unit,
        notice_to=draw(st.sampled_from(["term", "term", "month", "quarter", "any day"])),
    )
    return replace(terms, starts_on=None, ends_on=draw(days)) if draw(st.booleans()) else terms


def agrees_with_paper(terms: Terms, on: date, calendar: Calendar) -> None:
    paper = PaperCalendar(terms, calendar, BEFORE, AFTER)
    out_on, last = paper.out_on(on), paper.last_day(on)
    assert next_exit(terms, on, calendar) == out_on
    assert notice_by(terms, on, calendar) == last


@given(contracts(), days, calendars)
def test_every_day_tried_one_by_one_gives_the_same_dates(terms: Terms, on: date, calendar: Calendar) -> None:
    agrees_with_paper(terms, on, calendar)


@pytest.mark.nightly
@pytest.mark.timeout(1800)
@seed(int(os.environ.get("FULLSCORE_SEED", "20261123")))
@settings(max_examples=20_000, derandomize=False)
@given(contracts(), days, calendars)
def test_twenty_thousand_contracts_agree_with_trying_every_day(
    terms: Terms, on: date, calendar: Calendar
) -> None:
    agrees_with_paper(terms, on, calendar)


@given(contracts(), days, st.integers(0, 900), calendars)
def test_notice_later_never_gets_anybody_out_earlier(
    terms: Terms, on: date, wait: int, calendar: Calendar
) -> None:
    now, later = next_exit(terms, on, calendar), next_exit(terms, on + timedelta(wait), calendar)
    assert later is None or (now is not None and now <= later)


@given(contracts(), days, calendars)
def test_the_last_day_is_the_last_and_the_next_one_is_too_late(
    terms: Terms, on: date, calendar: Calendar
) -> None:
    by, out = notice_by(terms, on, calendar), next_exit(terms, on, calendar)
    assert (by is None) == (out is None)
    if by is None or out is None:
        return
    after = next_exit(terms, by + DAY, calendar)
    assert on <= by <= out
    assert next_exit(terms, by, calendar) == out
    assert after is None or after > out


@given(contracts(), days, calendars)
def test_giving_notice_ends_the_contract_on_the_day_that_was_said(
    terms: Terms, on: date, calendar: Calendar
) -> None:
    told = dates(replace(terms, notice_given_on=on), on, calendar, 14)
    assert told.next_exit == told.ends_on == next_exit(terms, on, calendar) or told.next_exit is None
    assert (told.notice_by, told.missed, told.renews_on) == (None, None, None) or told.next_exit is None


@given(contracts(), days, calendars)
def test_four_hundred_years_on_everything_is_the_same(terms: Terms, on: date, calendar: Calendar) -> None:
    """The calendar repeats after 400 years, leap days and weekdays too."""
    later = replace(terms, starts_on=_later(terms.starts_on), ends_on=_later(terms.ends_on))
    repeated = Calendar(calendar.weekdays, {_moved(one): name for one, name in calendar.closed.items()})
    assert next_exit(later, _moved(on), repeated) == _later(next_exit(terms, on, calendar))
    assert notice_by(later, _moved(on), repeated) == _later(notice_by(terms, on, calendar))


def _moved(one: date) -> date:
    return one.replace(year=one.year + 400)


def _later(one: date | None) -> date | None:
    return None if one is None else _moved(one)


@pytest.fixture
def clock_of_before() -> Iterator[None]:
    """The process's own zone comes back once the test has let go of its variable."""
    yield
    time.tzset()


@pytest.mark.usefixtures("clock_of_before")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
def test_no_time_zone_moves_a_date(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    terms = Terms(ends_on=date(2025, 8, 28), renewal="tacit", renewal_months=12, notice=2)
    assert notice_by(terms, date(2026, 2, 11), Calendar()) == date(2026, 6, 28)


absurd_days = st.dates() | st.sampled_from([date.min, date.max, date(9999, 11, 30), date(1, 1, 31)])
counts = st.none() | st.integers(-5, 700) | st.just(0)


@given(
    st.builds(
        Terms, st.none() | absurd_days, st.none() | absurd_days, counts,
        st.sampled_from(["tacit", "none", "express", "", None]), counts,
        st.sampled_from(["last day", "anniversary"]), st.none() | st.integers(0, 3650),
        st.sampled_from(sorted(NOTICES)), st.sampled_from(["term", "month", "quarter", "any day"]),
        st.none() | absurd_days, st.none() | absurd_days,
    ),
    absurd_days,
    st.integers(0, 730),
)  # fmt: skip
def test_absurd_contracts_have_dates_or_a_word_for_why_not(terms: Terms, on: date, decide_days: int) -> None:
    told = dates(terms, on, Calendar(), decide_days)
    answers = (told.notice_by, told.next_exit, told.ends_on)
    assert told.unknown or told.is_over or any(answers)
    assert told.notice_by is None or told.notice_by >= on
