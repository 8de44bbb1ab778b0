"""How fast a pool's use grows, how sure that is, and what it adds month by month."""

import itertools
import statistics
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import MeasurementFact
from fullscore.engine.findings.trace import Source, Trace
from fullscore.engine.goals.demands import kendall
from fullscore.engine.goals.demands.trend import MOST, Trend, steps, trend
from tests.engine.goals.mill import CLOSED, TODAY
from tests.engine.goals.recomputing import wrong_in

DAY = timedelta(days=1)
END = TODAY + DAY * 366
CALENDAR = Calendar("12345", CLOSED)


def measured(*values: tuple[int, object]) -> tuple[MeasurementFact, ...]:
    """Return one measurement for each (days before today, value)."""
    return tuple(
        MeasurementFact(f"m{number}", "link", TODAY - DAY * ago, Decimal(str(value)))
        for number, (ago, value) in enumerate(values)
    )


def known(*values: tuple[int, object]) -> Trend:
    found = trend(measured(*values), TODAY, {})
    assert found is not None
    return found


def test_the_slope_is_the_middle_of_all_slopes_and_one_odd_value_does_not_tilt_it() -> None:
    """Sixty days, one unit every ten days; a burst on one of them."""
    found = known((60, 100), (40, 102), (30, 160), (20, 104), (0, 106))

    assert found.slope.value == Fraction(1, 10)
    assert found.at(TODAY + DAY * 30).value == 109


def test_the_slopes_of_three_days_can_be_checked_by_hand() -> None:
    found = known((20, 10), (10, 14), (0, 15))

    # 0.4 and 0.1 a day between neighbours, 0.25 from the first to the last.
    assert [one.value for one in (found.low, found.slope, found.high)] == [
        Fraction("0.1"), Fraction("0.25"), Fraction("0.4"),
    ]  # fmt: skip
    assert found.at(TODAY).value == 15
    assert found.confidence == Fraction(2, 3)
    assert found.low.note == "with 67 % between the ends"


@pytest.mark.parametrize(
    ("count", "rank", "confidence"),
    # Upper tail of Kendall's S, as tabled: n = 4: P(S >= 6) = 0.042; n = 5: P(S >= 8) = 0.042, P(S >= 6) =
    # 0.117; n = 6: P(S >= 9) = 0.068; n = 7: P(S >= 11) = 0.068; n = 8: P(S >= 12) = 0.089; n = 9:
    # P(S >= 14) = 0.090; n = 10: P(S >= 17) = 0.078 (Kendall, Rank Correlation Methods, appendix table 1).
    [(3, 1, 0.667), (4, 1, 0.917), (5, 2, 0.917), (6, 4, 0.864), (7, 6, 0.864), (8, 9, 0.821), (9, 12, 0.82),
     (10, 15, 0.844)],
)  # fmt: skip
def test_the_interval_is_as_wide_as_kendalls_table_says(count: int, rank: int, confidence: float) -> None:
    kendall.rank.cache_clear()
    found = known(*((10 * (count - step), step * step) for step in range(count)))

    assert found.low.args[0].value == rank
    assert found.high.args[0].value == count * (count - 1) // 2 + 1 - rank
    assert float(found.confidence) == pytest.approx(confidence, abs=0.001)


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_interval_is_as_sure_as_counting_all_orders_says(count: int) -> None:
    """If measurements came in any order, zero would lie outside the interval just as often as said."""
    found = [
        known(*((count - day, value) for day, value in enumerate(order)))
        for order in itertools.permutations(range(count))
    ]
    clear = sum(one.is_clear for one in found)
    assert {one.confidence for one in found} == {1 - Fraction(clear, len(found))}


def test_use_that_goes_up_and_down_has_no_clear_trend() -> None:
    found = known((40, 10), (30, 16), (20, 9), (10, 15), (0, 14))

    assert found.slope.value == Fraction(1, 40)
    assert not found.is_clear
    assert steps(found, TODAY, END, CALENDAR) == ()


def test_use_that_stays_the_same_has_no_trend() -> None:
    assert not known((20, 10), (10, 10), (0, 10)).is_clear
    assert not known((30, 10), (20, 10), (10, 10), (0, 12)).is_clear


def test_use_that_falls_is_told_and_adds_nothing() -> None:
    found = known((20, 30), (10, 20), (0, 10))

    assert (found.slope.value, found.is_clear) == (-1, True)
    assert steps(found, TODAY, END, CALENDAR) == ()


@pytest.mark.parametrize(
    "values", [(), ((5, 1),), ((5, 1), (0, 2)), ((5, 1), (5, 2), (0, 3)), ((5, 1), (0, 2), (-1, 3))]
)
def test_fewer_than_three_days_until_today_are_no_trend(values: Sequence[tuple[int, int]]) -> None:
    assert trend(measured(*values), TODAY, {}) is None


def test_a_day_measured_twice_counts_as_measured_last() -> None:
    found = known((20, 10), (10, 99), (10, 11), (0, 12))

    assert [value for _, value in found.points] == [10, 11, 12]
    assert trend(measured((20, 10), (10, 99), (10, 11), (0, 12))[::-1], TODAY, {}) == found


def test_of_very_many_measurements_every_other_is_read_to_the_newest() -> None:
    found = known(*((ago, 1000 - ago) for ago in range(MOST + 10)))

    assert len(found.points) == (MOST + 10) // 2
    assert found.points[-1][0] == TODAY
    assert found.slope.value == 1
    assert len(known(*((ago, 1000 - ago) for ago in range(MOST))).points) == MOST


def test_growth_comes_in_whole_units_on_the_first_working_day_of_each_month() -> None:
    """A tenth of a unit a day: 0.8 by 1 December, 4.2 by 4 January (New Year is closed), 7 by 1 February."""
    found = steps(known((20, 10), (10, 11), (0, 12)), TODAY, date(2027, 2, 1), CALENDAR)

    assert [(one.on, one.total.value, one.more.value) for one in found] == [
        (date(2026, 12, 1), 1, 1), (date(2027, 1, 4), 5, 4), (date(2027, 2, 1), 7, 2),
    ]  # fmt: skip
    assert steps(known((20, 10), (10, 11), (0, 12)), TODAY, date(2027, 1, 31), CALENDAR) == found[:2]


def test_months_that_add_no_whole_unit_are_left_out() -> None:
    """One unit in a hundred days: the first on 1 December, the second once a hundred days have passed."""
    found = steps(known((200, 10), (100, 11), (0, 12)), TODAY, date(2027, 4, 1), CALENDAR)

    assert [(one.on, one.total.value) for one in found] == [(date(2026, 12, 1), 1), (date(2027, 4, 1), 2)]


def test_the_last_day_of_a_month_is_followed_by_the_next_month() -> None:
    on = date(2027, 1, 31)
    grown = tuple(MeasurementFact(f"m{ago}", "link", on - DAY * ago, Decimal(100 - ago)) for ago in range(5))
    found = trend(grown, on, {})
    assert found is not None

    assert [one.on for one in steps(found, on, date(2027, 4, 30), Calendar())] == [
        date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1),
    ]  # fmt: skip


def test_a_trend_opens_to_its_measurements() -> None:
    told = [
        MeasurementFact(one.ref, one.pool, one.measured_on, one.value, {"value": ["prtg", 7, 4, None]})
        for one in measured((20, 10), (10, 11), (0, 12))
    ]
    found = trend(told, TODAY, {7: "link.csv"})
    assert found is not None

    assert found.slope.args[3].row == Source("measurements", "m1", "value", "prtg", "link.csv", 4)
    assert found.slope.args[2].row == Source("measurements", "m1", "measured_on")
    assert wrong_in(Trace(Fraction(1), op="theil-sen", args=found.slope.args)) != []
    assert wrong_in(Trace(Fraction(1), op="trend-value", args=found.at(TODAY).args)) != []


values = st.lists(
    st.tuples(st.integers(-5, 400), st.decimals(0, 1000, places=2)), min_size=3, max_size=12
)  # fmt: skip


@given(values)
def test_every_trend_can_be_recomputed_and_lies_inside_its_interval(drawn: list[tuple[int, Decimal]]) -> None:
    found = trend(measured(*drawn), TODAY, {})

    if found is None:
        assert len({ago for ago, _ in drawn if ago >= 0}) < 3
        return
    low, slope, high = (Fraction(str(one.value)) for one in (found.low, found.slope, found.high))
    assert low <= slope <= high
    assert found.is_clear == (not low <= 0 <= high)
    made = steps(found, TODAY, END, CALENDAR)
    assert wrong_in(
        found.slope, found.low, found.high, found.at(END),
        *(trace for step in made for trace in (step.total, step.more)),
    ) == []  # fmt: skip


@given(values, st.randoms(use_true_random=False))
def test_the_slope_is_the_median_of_all_pairs(drawn: list[tuple[int, Decimal]], dice: object) -> None:
    days = {ago: value for ago, value in drawn if ago >= 0}
    found = trend(measured(*days.items()), TODAY, {})

    if found is not None:
        slopes = [
            Fraction(days[one] - days[other]) / (other - one)
            for one, other in itertools.combinations(days, 2)
        ]
        assert found.slope.value == statistics.median(slopes)


@given(values)
def test_steps_cover_the_growth_on_their_day_and_never_a_unit_more(drawn: list[tuple[int, Decimal]]) -> None:
    found = trend(measured(*drawn), TODAY, {})
    made = steps(found, TODAY, END, CALENDAR) if found else ()

    for one in made:
        assert found is not None
        grown = Fraction(str(found.slope.value)) * (one.on - TODAY).days
        assert 0 <= Fraction(str(one.total.value)) - grown < 1
        assert one.more.value != 0
        assert CALENDAR.is_workday(one.on)
        assert CALENDAR.workdays_before(one.on, 1).month != one.on.month
    assert sum(Decimal(str(one.more.value)) for one in made) == (made[-1].total.value if made else 0)
