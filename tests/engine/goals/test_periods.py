"""What a wording of time means on Monday 23 November 2026, and on other days."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.goals.periods import Edge, Period, Reckoning, month_of, shifted
from fullscore.engine.goals.sentences.phrases import find

MONDAY = date(2026, 11, 23)
TABLE: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "periods.toml").read_text())
EVENTS = {
    "stock-taking": (date(2029, 1, 15), date(2029, 1, 16)),
    "trade fair": (date(2028, 9, 5), date(2028, 9, 7)),
}
DAYS = (
    Reckoning(MONDAY, 1, "mdy", EVENTS),
    Reckoning(date(2026, 12, 31), 1, "mdy", EVENTS),
    Reckoning(date(2027, 1, 1), 1, "mdy", EVENTS),
    Reckoning(date(2028, 2, 29), 1, "mdy", EVENTS),
    Reckoning(date(2026, 6, 30), 7, "dmy", EVENTS),
    Reckoning(date(2027, 7, 1), 7, "dmy", EVENTS),
)


def period(words: str, on: date = MONDAY, first: int = 1, order: str = "mdy") -> Period | None:
    (phrase,) = find(
        words, Reckoning(on, first, order, {"stock-taking": (date(2027, 1, 16), date(2027, 1, 17))})
    )
    assert phrase.words == words
    return phrase.period


@pytest.mark.parametrize("words", TABLE)
def test_a_wording_means_the_days_the_table_says(words: str) -> None:
    told = TABLE[words] * (len(DAYS) // len(TABLE[words]))

    for reckoning, expected in zip(DAYS, told, strict=True):
        (phrase,) = find(words, reckoning)
        assert phrase.words == words
        assert phrase.period is not None
        assert said(phrase.period) == expected
        if phrase.period.edge is Edge.END:
            assert phrase.period.start == min(reckoning.on, phrase.period.end)


def said(found: Period) -> str:
    if found.edge is Edge.END:
        return f"by {found.end}"
    return f"{found.start}" if found.start == found.end else f"{found.start}..{found.end}"


def test_the_table_holds_what_was_promised() -> None:
    assert len(TABLE) >= 120


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("this quarter", "2026-10-01", "2026-12-31"),
        ("next quarter", "2027-01-01", "2027-03-31"),
        ("the next quarter", "2027-01-01", "2027-03-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("next year", "2027-01-01", "2027-12-31"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("next half", "2027-01-01", "2027-06-30"),
        ("next fiscal year", "2027-01-01", "2027-12-31"),
        ("Q1", "2027-01-01", "2027-03-31"),
        ("in Q4", "2026-10-01", "2026-12-31"),
        ("Q2 2028", "2028-04-01", "2028-06-30"),
        ("Q3/2027", "2027-07-01", "2027-09-30"),
        ("2027 Q1", "2027-01-01", "2027-03-31"),
        ("the second quarter of 2027", "2027-04-01", "2027-06-30"),
        ("in the first quarter", "2027-01-01", "2027-03-31"),
        ("H1", "2027-01-01", "2027-06-30"),
        ("in H2 2027", "2027-07-01", "2027-12-31"),
        ("the first half of 2027", "2027-01-01", "2027-06-30"),
        ("FY27", "2027-01-01", "2027-12-31"),
        ("in March", "2027-03-01", "2027-03-31"),
        ("in Nov", "2026-11-01", "2026-11-30"),
        ("next November", "2027-11-01", "2027-11-30"),
        ("in may", "2027-05-01", "2027-05-31"),
        ("March 2028", "2028-03-01", "2028-03-31"),
        ("mid-January", "2027-01-11", "2027-01-20"),
        ("early February", "2027-02-01", "2027-02-10"),
        ("late February 2028", "2028-02-21", "2028-02-29"),
        ("on 1 March", "2027-03-01", "2027-03-01"),
        ("on the 1st of March", "2027-03-01", "2027-03-01"),
        ("March 1st, 2027", "2027-03-01", "2027-03-01"),
        ("on 23 November", "2026-11-23", "2026-11-23"),
        ("on 22 November", "2027-11-22", "2027-11-22"),
        ("on 29 February", "2028-02-29", "2028-02-29"),
        ("2027-03-01", "2027-03-01", "2027-03-01"),
        ("01.03.2027", "2027-03-01", "2027-03-01"),
        ("on Monday", "2026-11-30", "2026-11-30"),
        ("in six weeks", "2027-01-04", "2027-01-04"),
        ("in a month", "2026-12-23", "2026-12-23"),
        ("in 10 days", "2026-12-03", "2026-12-03"),
        ("two weeks from now", "2026-12-07", "2026-12-07"),
        ("in 2027", "2027-01-01", "2027-12-31"),
        ("from 1 March to 30 June 2027", "2027-03-01", "2027-06-30"),
        ("from October to January", "2027-10-01", "2028-01-31"),
        ("between January and March", "2027-01-01", "2027-03-31"),
        ("until June", "2026-11-23", "2027-06-30"),
        ("after 1 March", "2027-03-02", "2027-03-02"),
        ("beginning of April", "2027-04-01", "2027-04-01"),
        ("tomorrow", "2026-11-24", "2026-11-24"),
        ("stock-taking", "2027-01-16", "2027-01-17"),
        ("starting in April", "2027-04-01", "2027-04-30"),
        ("during the next quarter", "2027-01-01", "2027-03-31"),
    ],
)
def test_a_wording_is_a_stretch_of_days(words: str, start: str, end: str) -> None:
    found = period(words)

    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat(), found.edge) == (start, end, Edge.START)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("by 1 March", "2027-03-01"),
        ("no later than 1 March 2027", "2027-03-01"),
        ("by March", "2027-03-31"),
        ("by the end of March", "2027-03-31"),
        ("by end of next year", "2027-12-31"),
        ("by month end", "2026-11-30"),
        ("by the end of the quarter", "2026-12-31"),
        ("by year-end", "2026-12-31"),
        ("by EOY", "2026-12-31"),
        ("before March", "2027-02-28"),
        ("before 1 March", "2027-02-28"),
        ("by Christmas", "2026-12-25"),
        ("by stock-taking", "2027-01-17"),
        ("within 3 months", "2027-02-23"),
        ("within six weeks", "2027-01-04"),
        ("over the next 6 months", "2027-05-23"),
        ("end of March", "2027-03-31"),
    ],
)
def test_a_deadline_is_its_last_day(words: str, last: str) -> None:
    found = period(words)

    assert found is not None
    assert (found.end.isoformat(), found.edge) == (last, Edge.END)


@pytest.mark.parametrize(
    ("words", "on", "start"),
    [
        ("next quarter", date(2026, 12, 31), "2027-01-01"),
        ("next quarter", date(2027, 1, 1), "2027-04-01"),
        ("next month", date(2027, 12, 31), "2028-01-01"),
        ("in a month", date(2028, 1, 31), "2028-02-29"),
        ("in a year", date(2028, 2, 29), "2029-02-28"),
        ("Q1", date(2027, 3, 31), "2027-01-01"),
        ("Q1", date(2027, 4, 1), "2028-01-01"),
    ],
)
def test_the_day_it_is_decides(words: str, on: date, start: str) -> None:
    found = period(words, on)

    assert found is not None
    assert found.start.isoformat() == start


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("next fiscal quarter", "2027-01-01", "2027-03-31"),
        ("this fiscal year", "2026-07-01", "2027-06-30"),
        ("next fiscal year", "2027-07-01", "2028-06-30"),
        ("fiscal Q1", "2027-07-01", "2027-09-30"),
        ("Q1 FY27", "2026-07-01", "2026-09-30"),
        ("FY27", "2026-07-01", "2027-06-30"),
    ],
)
def test_a_fiscal_year_from_july_is_called_by_the_year_it_ends_in(words: str, start: str, end: str) -> None:
    found = period(words, first=7)

    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


def test_a_quarter_that_is_not_the_fiscal_one_is_said() -> None:
    found = period("Q1", first=7)

    assert found is not None
    assert found.notes == ("Q1 is read by the calendar year; say 'fiscal Q1' for yours",)


@pytest.mark.parametrize(("order", "start"), [("mdy", "2027-03-04"), ("dmy", "2027-04-03")])
def test_an_ambiguous_date_follows_the_organisation_and_is_said(order: str, start: str) -> None:
    found = period("3/4/2027", order=order)

    assert found is not None
    assert found.start.isoformat() == start
    assert "3/4/2027 is read" in found.notes[0]


def test_a_date_that_fits_only_one_order_is_not_ambiguous() -> None:
    assert period("25/12/2026") == Period(date(2026, 12, 25), date(2026, 12, 25))


@pytest.mark.parametrize("words", ["31 February 2027", "2027-13-01", "45/45/2027", "in 99999999 weeks"])
def test_a_day_that_does_not_exist_is_none(words: str) -> None:
    assert find(words, Reckoning(MONDAY))[0].period is None


@pytest.mark.parametrize("words", ["we may hire", "march on", "grow the team", "24 to 36", "Q7", "in 24"])
def test_words_that_only_look_like_time_are_left_alone(words: str) -> None:
    assert find(words, Reckoning(MONDAY)) == ()


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(MONDAY, date(2026, 11, 22))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_quarters_follow_one_another_without_a_gap(on: date, first: int) -> None:
    this, following = (period(f"{which} fiscal quarter", on, first) for which in ("this", "next"))

    assert this is not None
    assert following is not None
    assert this.start <= on <= this.end
    assert (following.start - this.end).days == 1


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_on_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    found = shifted(day, months)

    assert found.day == day.day or found == month_of(found.year, found.month).end
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
