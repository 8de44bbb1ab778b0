"""In which order the work for one day is done: the shortest last, unless another could then not be in time.

Tomas has 6.5 hours a day; everything is needed on Monday 14 December.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fullscore.engine.goals.hours.crew import crew_of
from fullscore.engine.goals.hours.jobs import Job
from fullscore.engine.goals.hours.sequence import load_in_order
from tests.engine.goals.mill import TODAY, house, mill

NEED = date(2026, 12, 14)
Work = tuple[str, Fraction | int, date]


def december(day: int) -> date:
    return date(2026, 12, day)


def spans(*work: Work) -> dict[str, tuple[int, int, bool]]:
    """Return the first and last day in December of each work, and whether it comes too late."""
    jobs = [Job(name, Fraction(hours), NEED, there, 5, name) for name, hours, there in work]
    made = load_in_order(jobs, crew_of(mill(), house()), house())
    return {name: (one.start.day, one.finish.day, one.is_late) for name, one in made.placed.items()}


def test_the_shortest_work_is_done_last() -> None:
    # One hour on Friday; 5.5 h of the other thirteen beside it, 6.5 on Thursday and the last on Wednesday.
    assert spans(("short", 1, TODAY), ("long", 13, TODAY)) == {
        "short": (11, 11, False),
        "long": (9, 11, False),
    }


def test_what_can_be_here_on_the_last_day_only_has_that_day() -> None:
    full = Fraction(13, 2)

    assert spans(("a", full, TODAY), ("z", full, december(11))) == {
        "a": (10, 10, False),
        "z": (11, 11, False),
    }


def test_what_just_fits_into_the_days_left_to_it_goes_last() -> None:
    # 7.5 h from Thursday on fit only if nothing else takes these two days.
    found = spans(("a", Fraction(13, 2), TODAY), ("z", Fraction(15, 2), december(10)))

    assert found == {"a": (9, 10, False), "z": (10, 11, False)}


@pytest.mark.parametrize(("short", "long"), ["az", "za"])
def test_what_fits_all_the_same_waits_for_the_shorter(short: str, long: str) -> None:
    # Five hours from Thursday on fit beside the four of Friday; ten hours fit beside one.
    for hours, more in ((4, 5), (1, 10)):
        found = spans((short, hours, TODAY), (long, more, december(10)))
        assert found == {short: (11, 11, False), long: (10, 11, False)}


@pytest.mark.parametrize(("short", "long"), ["az", "za"])
def test_what_comes_too_late_anyway_leaves_the_last_day_to_what_is_short(short: str, long: str) -> None:
    # Twenty hours do not fit into two days; the hour of the other is done in time.
    assert spans((short, 1, december(10)), (long, 20, december(10)))[short] == (11, 11, False)


def test_of_two_that_are_pressed_the_one_with_fewer_days_left_goes_last() -> None:
    full = Fraction(13, 2)
    found = spans(("a", full, TODAY), ("y", full, december(10)), ("z", full, december(11)))

    assert found == {"a": (9, 9, False), "y": (10, 10, False), "z": (11, 11, False)}


def test_of_two_for_which_there_is_one_day_only_one_has_it_and_the_short_one_goes_before_the_other() -> None:
    full = Fraction(13, 2)
    found = spans(("a", 1, TODAY), ("y", full, december(11)), ("z", full, december(11)))

    # What can no longer be in time does not take the day before from what can.
    assert found["y"] == (11, 11, False)
    assert found["a"] == (10, 10, False)


def test_who_is_away_on_the_last_day_does_the_work_before() -> None:
    jobs = [Job(name, Fraction(5), NEED, TODAY, 5, name) for name in ("a", "b")]
    crew = crew_of(mill(), house())
    away = replace(house().calendar, closed={**house().calendar.closed, december(11): "Closed"})
    made = load_in_order(jobs, replace(crew, calendar=away), replace(house(), calendar=away))

    assert not any(one.is_late for one in made.placed.values())
    assert {one.finish for one in made.placed.values()} == {december(10)}
