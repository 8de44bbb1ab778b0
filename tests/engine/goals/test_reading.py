"""Each word of the lists means what it says, and each figure of a reading can be computed again."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fullscore.engine.estate.facts import SiteFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.periods import Edge, Period, Reckoning
from fullscore.engine.goals.sentences.numbers import in_words
from fullscore.engine.goals.sentences.phrases import find
from tests.engine.goals.mill import TODAY, house, mill, read


def only(words: str, on: date = TODAY, first: int = 1, order: str = "mdy") -> Period:
    (phrase,) = find(words, Reckoning(on, first, order))
    assert phrase.words == words
    assert phrase.period is not None
    return phrase.period


def span(words: str, on: date = TODAY, first: int = 1) -> tuple[str, str]:
    found = only(words, on, first)
    return found.start.isoformat(), found.end.isoformat()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("christmas", "2026-12-25"),
        ("christmas day", "2026-12-25"),
        ("xmas", "2026-12-25"),
        ("christmas eve", "2026-12-24"),
        ("boxing day", "2026-12-26"),
        ("new year's eve", "2026-12-31"),
        ("new years eve", "2026-12-31"),
        ("new year's day", "2027-01-01"),
        ("new year's", "2027-01-01"),
        ("new year", "2027-01-01"),
        ("the new year", "2027-01-01"),
        ("christmas 2028", "2028-12-25"),
        ("xmas, 2028", "2028-12-25"),
    ],
)
def test_a_feast_is_its_day(words: str, day: str) -> None:
    assert span(words) == (day, day)


@pytest.mark.parametrize("words", ["christmas", "boxing day"])
def test_a_feast_is_today_when_it_is_today(words: str) -> None:
    today = only(words).start

    assert only(words, today).start == today


@pytest.mark.parametrize(
    ("ordinal", "number"),
    [
        ("first", 1),
        ("1st", 1),
        ("second", 2),
        ("2nd", 2),
        ("third", 3),
        ("3rd", 3),
        ("fourth", 4),
        ("4th", 4),
    ],
)
def test_an_ordinal_is_its_number(ordinal: str, number: int) -> None:
    assert only(f"the {ordinal} quarter of 2028").start == date(2028, 3 * number - 2, 1)
    assert only(f"the {ordinal} week of March 2028").start == date(2028, 3, 7 * number - 6)
    assert only(f"the {ordinal} day of March 2028").start == date(2028, 3, number)
    # 1 March 2028 is a Wednesday.
    assert only(f"the {ordinal} Wednesday of March 2028").start == date(2028, 3, 7 * number - 6)


def test_the_last_of_something_is_its_end() -> None:
    assert span("the last quarter of 2028") == ("2028-10-01", "2028-12-31")
    assert span("the last half of 2028") == ("2028-07-01", "2028-12-31")
    assert span("the last week of February 2028") == ("2028-02-23", "2028-02-29")
    assert span("the last Tuesday of February 2028") == ("2028-02-29", "2028-02-29")
    assert only("the last day of February 2028").end == date(2028, 2, 29)


def test_a_month_with_four_fridays_has_no_fifth_and_a_year_no_week_54() -> None:
    for words in (
        "the fourth Friday of February 2027",
        "week 53 of 2026",
        "week 52 of 2027",
        "week 1 of 2027",
    ):
        assert find(words, Reckoning(TODAY))[0].period is not None
    for words in ("week 53 of 2027", "week 54", "week 0"):
        assert find(words, Reckoning(TODAY))[0].period is None


def test_a_week_is_this_years_until_it_is_over() -> None:
    assert span("week 48") == ("2026-11-23", "2026-11-29")
    assert span("week 48", date(2026, 11, 29)) == ("2026-11-23", "2026-11-29")
    assert span("week 48", date(2026, 11, 30)) == ("2027-11-29", "2027-12-05")
    assert span("week 53", date(2027, 1, 2)) == ("2026-12-28", "2027-01-03")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("early next week", "2026-11-30", "2026-12-01"),
        ("mid next week", "2026-12-02", "2026-12-03"),
        ("late next week", "2026-12-04", "2026-12-06"),
        ("middle of next week", "2026-12-03", "2026-12-03"),
        ("early Q1 2027", "2027-01-01", "2027-01-31"),
        ("mid Q1 2027", "2027-02-01", "2027-02-28"),
        ("late Q1 2027", "2027-03-01", "2027-03-31"),
        ("early H1 2027", "2027-01-01", "2027-02-28"),
        ("mid-H1 2027", "2027-03-01", "2027-04-30"),
        ("late H1 2027", "2027-05-01", "2027-06-30"),
        ("early 2027", "2027-01-01", "2027-04-30"),
        ("late 2027", "2027-09-01", "2027-12-31"),
        ("early March 2027", "2027-03-01", "2027-03-10"),
        ("mid-March 2027", "2027-03-11", "2027-03-20"),
        ("late March 2027", "2027-03-21", "2027-03-31"),
        ("middle of March 2027", "2027-03-15", "2027-03-15"),
        ("middle of Q1 2027", "2027-02-15", "2027-02-15"),
        ("middle of H1 2027", "2027-03-31", "2027-03-31"),
        ("middle of 2027", "2027-06-30", "2027-06-30"),
        ("mid-year", "2027-05-01", "2027-08-31"),
        ("mid-month", "2026-12-11", "2026-12-20"),
        ("the middle of the month", "2026-12-15", "2026-12-15"),
        ("the first half of March 2027", "2027-03-01", "2027-03-15"),
        ("the second half of March 2027", "2027-03-16", "2027-03-31"),
        ("the first half of next month", "2026-12-01", "2026-12-15"),
        ("the rest of the month", "2026-11-23", "2026-11-30"),
        ("the remainder of Q1 2027", "2026-11-23", "2027-03-31"),
        ("start of the week", "2026-11-23", "2026-11-23"),
        ("start of the month", "2026-12-01", "2026-12-01"),
        ("start of this month", "2026-11-01", "2026-11-01"),
    ],
)
def test_a_part_of_a_stretch(words: str, first: str, last: str) -> None:
    assert span(words) == (first, last)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two weeks after Christmas", "2027-01-08"),
        ("a month before Christmas", "2026-11-25"),
        ("ten days after 1 March", "2027-03-11"),
        ("the day before Christmas", "2026-12-24"),
        ("the day after Christmas", "2026-12-26"),
        ("a week after the end of March", "2027-04-07"),
        ("two weeks before the start of Q2", "2027-03-18"),
        ("half a year after 1 March", "2027-09-01"),
        ("a fortnight before 1 March", "2027-02-15"),
        ("a quarter after 1 January", "2027-04-01"),
    ],
)
def test_so_long_before_or_after_a_day(words: str, day: str) -> None:
    assert span(words) == (day, day)


def test_the_week_before_is_the_seven_days_before() -> None:
    assert span("the week before Christmas") == ("2026-12-18", "2026-12-24")


@pytest.mark.parametrize(
    ("words", "on", "first", "last"),
    [
        ("in summer", "2027-08-31", "2027-06-01", "2027-08-31"),
        ("in summer", "2027-09-01", "2028-06-01", "2028-08-31"),
        ("next summer", "2027-06-01", "2028-06-01", "2028-08-31"),
        ("next summer", "2027-05-31", "2027-06-01", "2027-08-31"),
        ("this summer", "2027-06-01", "2027-06-01", "2027-08-31"),
        ("last summer", "2027-05-31", "2026-06-01", "2026-08-31"),
        ("winter", "2027-02-28", "2026-12-01", "2027-02-28"),
        ("winter 2027", "2027-02-28", "2027-12-01", "2028-02-29"),
        ("in spring", "2026-11-23", "2027-03-01", "2027-05-31"),
        ("in autumn", "2026-11-23", "2026-09-01", "2026-11-30"),
        ("in fall", "2026-12-01", "2027-09-01", "2027-11-30"),
    ],
)
def test_a_season_is_three_whole_months(words: str, on: str, first: str, last: str) -> None:
    assert span(words, date.fromisoformat(on)) == (first, last)


def test_by_a_season_is_its_first_day_and_by_its_end_its_last() -> None:
    assert only("by summer", date(2027, 6, 1)).end == date(2027, 6, 1)
    assert only("by summer", date(2027, 6, 2)).end == date(2028, 6, 1)
    assert only("by this summer", date(2027, 5, 2)).end == date(2027, 6, 1)
    assert only("by the end of summer", date(2027, 6, 2)).end == date(2027, 8, 31)


@pytest.mark.parametrize(
    ("words", "first", "is_said"),
    [
        ("next quarter", 7, False),
        ("next quarter", 2, True),
        ("next half", 7, False),
        ("next half", 4, True),
        ("next fiscal half", 4, False),
        ("next calendar quarter", 2, False),
        ("next month", 2, False),
        ("next year", 2, False),
        ("Q1", 1, False),
        ("Q1", 7, True),
        ("fiscal Q1", 7, False),
        ("calendar Q1", 7, False),
        ("Q1 of next calendar year", 7, False),
        ("Q1 FY28", 7, False),
        ("Q1 next year", 7, True),
        ("the first quarter of the fiscal year", 7, False),
    ],
)
def test_a_calendar_that_is_not_the_houses_own_is_said(words: str, first: int, is_said: bool) -> None:  # noqa: FBT001
    assert bool(only(words, first=first).notes) == is_said


@pytest.mark.parametrize(
    ("words", "is_reached"),
    [
        ("1 January 1990", True),
        ("31 December 1989", True),
        ("1989-12-31", False),
        ("2150-12-31", True),
        ("2151-01-01", False),
        ("FY2150", True),
        ("FY2151", False),
        ("in 300 months", True),
        ("in 334 months", False),
        ("in 10000 days", True),
        ("in 10001 days", False),
        ("0000-01-01", False),
    ],
)
def test_days_nobody_plans_for_are_no_days(words: str, is_reached: bool) -> None:  # noqa: FBT001
    (phrase,) = find(words, Reckoning(TODAY))
    expected = is_reached and words != "31 December 1989"

    assert (phrase.period is not None) == expected


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("from 15 November to 24 December", "2026-11-15", "2026-12-24"),
        ("from 15 October to 24 December", "2027-10-15", "2027-12-24"),
        ("from 31 January to 28 February", "2027-01-31", "2027-02-28"),
        ("from October 2027 to March", "2027-10-01", "2028-03-31"),
        ("from 1 March to 30 June 2028", "2028-03-01", "2028-06-30"),
        ("from December to 15 January 2028", "2027-12-01", "2028-01-15"),
        ("from next month to March", "2026-12-01", "2027-03-31"),
        ("from today to 31 March", "2026-11-23", "2027-03-31"),
        ("from the end of March to June", "2027-03-31", "2027-06-30"),
    ],
)
def test_a_range_borrows_the_year_it_lacks(words: str, first: str, last: str) -> None:
    assert span(words) == (first, last)


@pytest.mark.parametrize(
    "words", ["from March 2028 to June 2027", "from March to January 2027", "from 30 to 1 March"]
)
def test_a_range_that_ends_before_it_begins_is_no_range(words: str) -> None:
    assert find(words, Reckoning(TODAY))[0].period is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("before mid-January", "2026-11-23", "2027-01-14"),
        ("before the end of March", "2026-11-23", "2027-03-31"),
        ("until mid-January", "2026-11-23", "2027-01-15"),
        ("until the end of March", "2026-11-23", "2027-03-31"),
        ("within the week", "", ""),
        ("in time for Christmas", "2026-11-23", "2026-12-25"),
        ("within next month", "2026-11-23", "2026-12-31"),
        ("after the end of March", "2027-04-01", "2027-04-01"),
        ("not later than 1 March", "2026-11-23", "2027-03-01"),
        ("as of 1 March", "2027-03-01", "2027-03-01"),
    ],
)
def test_a_preposition_places_its_noun(words: str, first: str, last: str) -> None:
    if not first:
        assert find(words, Reckoning(TODAY)) == ()
        return
    assert span(words) == (first, last)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last Friday", "2026-11-20"),
        ("last Monday", "2026-11-16"),
        ("this Friday", "2026-11-27"),
        ("next Monday", "2026-11-30"),
        ("Sunday", "2026-11-29"),
        ("this Monday", "2026-11-23"),
        ("on Wed", "2026-11-25"),
        ("this coming Friday", "2026-11-27"),
        ("the 23rd", "2026-11-23"),
        ("the 22nd", "2026-12-22"),
        ("the 31st", "2026-12-31"),
        ("15th of this month", "2026-11-15"),
    ],
)
def test_a_weekday_or_a_day_of_the_month_alone(words: str, day: str) -> None:
    assert span(words) == (day, day)


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("double", 2),
        ("doubling", 2),
        ("triple", 3),
        ("tripling", 3),
        ("quadruple", 4),
        ("halve", Fraction(1, 2)),
        ("halving", Fraction(1, 2)),
    ],
)
def test_a_factor_is_its_number(words: str, times: Fraction) -> None:
    goal = read(f"{words} packing in March").goal

    assert goal is not None
    assert goal.head_to == 10 * times


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("half", Fraction(1, 2)),
        ("a half", Fraction(1, 2)),
        ("one half", Fraction(1, 2)),
        ("a third", Fraction(1, 3)),
        ("one third", Fraction(1, 3)),
        ("two thirds", Fraction(2, 3)),
        ("a quarter", Fraction(1, 4)),
        ("one quarter", Fraction(1, 4)),
        ("three quarters", Fraction(3, 4)),
        ("a fifth", Fraction(1, 5)),
    ],
)
def test_a_part_is_its_share(words: str, part: Fraction) -> None:
    by = read(f"grow sales by {words} in March").goal
    steps = read(f"grow sales by 120 people: {words} in March and the rest in April").goal

    assert by is not None
    assert by.delta == math.ceil(24 * part)
    assert steps is not None
    assert [one.people for one in steps.arrivals] == [120 * part, 120 - 120 * part]


def test_small_numbers_are_words() -> None:
    assert [in_words(number) for number in (0, 1, 19, 20, 1200, -1)] == [
        "zero",
        "one",
        "nineteen",
        "20",
        "1,200",
        "-1",
    ]


def test_temporary_people_may_come_at_a_rate() -> None:
    stays = read("hire 4 temporary packers a month until March").goal
    joins = read("hire 4 packers a month until March").goal

    assert stays is not None
    assert (stays.until, len(stays.arrivals)) == (date(2027, 3, 31), 4)
    assert joins is not None
    assert (joins.until, len(joins.arrivals)) == (None, 4)


def test_one_person_a_day_comes_each_working_day() -> None:
    goal = read("hire 1 packer a day in the week of 7 December").goal

    assert goal is not None
    assert [one.on.day for one in goal.arrivals] == [7, 8, 9, 10, 11]
    assert [one.people for one in goal.arrivals] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "grow sales by 50% in March",
        "grow sales by 33% in March",
        "cut sales by 33% in March",
        "double packing in March",
        "halve packing in March",
        "hire 12 reps in March",
        "lay off 2 reps in March",
        "grow sales to 36 in March",
        "grow sales in Dayton by 10% in March",
        "grow sales in Dayton to 30 in March",
        "cut sales in Dayton by 3 in March",
        "open a shop in Erie with 4 people in March",
        "open a shop in Erie with 4 people for sales in March",
        "hire 4 reps a month in Q1",
    ],
)
def test_every_figure_of_a_reading_can_be_computed_again(sentence: str) -> None:
    estate = replace(mill(), sites=(SiteFact("dayton", "Dayton"),))
    reading = read(sentence, estate, house())

    assert reading.goal is not None
    assert reading.trace is not None
    shown = {one.figure: one.value for one in reading.trace.args}
    assert shown == {"from": reading.goal.head_from, "to": reading.goal.head_to, "delta": reading.goal.delta}
    for one in reading.trace.args:
        again(one)


def again(trace: Trace) -> Fraction:
    """Compute a trace from its leaves, as the script in docs does, and compare every step."""
    args = [again(one) for one in trace.args] if trace.op != "count" else []
    value = trace.value
    assert isinstance(value, int | Fraction)
    operations: dict[str | None, Callable[[], Fraction]] = {
        None: lambda: Fraction(value),
        "count": lambda: Fraction(len(trace.args)),
        "sum": lambda: sum(args, Fraction(0)),
        "difference": lambda: args[0] - args[1],
        "product": lambda: args[0] * args[1],
        "percent": lambda: args[0] * args[1] / 100,
        "ceil": lambda: Fraction(math.ceil(args[0])),
    }
    computed = operations[trace.op]()
    assert computed == value
    return computed


def test_a_stretch_that_touches_today_counts_as_a_deadline_or_not() -> None:
    assert only("by tomorrow").edge is Edge.END
    assert only("by today") == Period(TODAY, TODAY, Edge.END)
    assert only("today").edge is Edge.START
