"""Fiscal years and quarters begin where the organisation says, and are called what it calls them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.fiscal import (
    STYLES,
    months_on,
    quarter_label,
    quarter_start,
    year_label,
    year_start,
    years_on,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 12)


@pytest.mark.parametrize(
    ("start", "style", "label"),
    [
        (date(2027, 1, 1), "year", "2027"),
        (date(2027, 1, 1), "FY", "FY27"),
        (date(2027, 1, 1), "span", "2027"),
        (date(2026, 7, 1), "year", "2026/27"),
        (date(2026, 7, 1), "FY", "FY27"),
        (date(2026, 7, 1), "span", "2026/27"),
        (date(1999, 10, 1), "span", "1999/00"),
    ],
)
def test_a_year_is_called_as_people_call_it_here(start: date, style: str, label: str) -> None:
    assert year_label(start, style) == label


def test_a_quarter_counts_from_the_years_first_month() -> None:
    assert quarter_label(date(2027, 1, 1), 1) == "Q1 2027"
    assert quarter_label(date(2027, 1, 1), 7) == "Q3 2026/27"
    assert quarter_label(date(2026, 10, 1), 10, "FY") == "Q1 FY27"


@given(day=DAYS, month=MONTHS)
def test_every_day_lies_in_the_year_and_quarter_that_begin_for_it(day: date, month: int) -> None:
    year, quarter = year_start(day, month), quarter_start(day, month)

    assert year <= day < years_on(year, 1)
    assert quarter <= day < months_on(quarter, 3)
    assert (year.day, year.month, quarter.day) == (1, month, 1)


@given(day=DAYS, month=MONTHS)
def test_a_year_has_four_quarters_and_the_first_begins_with_it(day: date, month: int) -> None:
    start = year_start(day, month)
    quarters = {
        quarter_start(start + timedelta(days=at), month) for at in range((years_on(start, 1) - start).days)
    }

    assert sorted(quarters) == [months_on(start, 3 * place) for place in range(4)]


@given(day=DAYS, month=MONTHS, style=st.sampled_from(STYLES))
def test_two_years_in_a_row_are_never_called_alike(day: date, month: int, style: str) -> None:
    start = year_start(day, month)

    assert year_label(start, style) != year_label(years_on(start, 1), style)
