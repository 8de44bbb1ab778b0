"""Setting up is counted back over the hours that are free, and what does not fit is said."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import AbsenceFact, Estate, PersonFact
from fullscore.engine.findings.finding import Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.hours.crew import Crew, crew_of
from fullscore.engine.goals.hours.jobs import Job, finish_trace, ready_trace, start_trace
from fullscore.engine.goals.hours.loading import Loading, load
from fullscore.engine.goals.hours.workload import Overload
from tests.engine.goals.mill import CLOSED, TODAY, house
from tests.engine.goals.recomputing import wrong_in

D = Decimal
DAY = timedelta(days=1)
CALENDAR = Calendar("12345", CLOSED)
# Two hours a working day.
TOMAS = PersonFact("Tomas Reyes", "ops", "dayton", sets_up=True, hours_week=D(20), ticket_share=50)
DEC_1, DEC_2, DEC_3, DEC_4, DEC_7, DEC_8 = (date(2026, 12, day) for day in (1, 2, 3, 4, 7, 8))


def crew(*absences: tuple[date, date], of: PersonFact = TOMAS) -> Crew:
    away = tuple(AbsenceFact(f"a{n}", of.ref, *span) for n, span in enumerate(absences))
    return crew_of(Estate(people=(of,), absences=away), house())


def job(
    key: str, hours: object, need_by: date, *, ready: date = TODAY, priority: int = 5, name: str = ""
) -> Job:
    return Job(key, Fraction(str(hours)), need_by, ready, priority, f"ref-{key}", name)


def loaded(*jobs: Job, of: Crew | None = None) -> Loading:
    return load(jobs, of or crew(), CALENDAR, TODAY)


def test_work_lies_as_late_as_it_can_on_the_days_before_the_need() -> None:
    placed = loaded(job("laptops", 5, DEC_4)).placed["laptops"]

    assert placed.by_day == {DEC_1: 1, DEC_2: 2, DEC_3: 2}
    assert (placed.start, placed.finish, placed.ready, placed.is_late) == (DEC_1, DEC_3, DEC_4, False)


def test_weekends_closed_days_and_absences_are_passed_over() -> None:
    placed = loaded(job("laptops", 6, date(2026, 11, 30)), of=crew((date(2026, 11, 24),) * 2)).placed[
        "laptops"
    ]

    # Thanksgiving, the Friday after and the Tuesday off leave Monday and Wednesday: four hours of six.
    assert placed.by_day == {TODAY: 2, date(2026, 11, 25): 2, date(2026, 11, 30): 2}
    assert (placed.is_late, placed.ready) == (True, DEC_1)


def test_the_job_needed_later_is_counted_back_first() -> None:
    placed = loaded(job("early", 2, DEC_3), job("late", 4, DEC_4)).placed

    assert placed["late"].by_day == {DEC_2: 2, DEC_3: 2}
    assert placed["early"].by_day == {DEC_1: 2}


def test_of_two_needed_on_one_day_the_first_in_priority_then_ref_is_begun_last() -> None:
    by_priority = loaded(job("b", 2, DEC_3, priority=1), job("a", 2, DEC_3, priority=2)).placed
    by_ref = loaded(job("b", 2, DEC_3), job("a", 2, DEC_3)).placed

    assert [by_priority[key].start for key in "ab"] == [DEC_1, DEC_2]
    assert [by_ref[key].start for key in "ab"] == [DEC_2, DEC_1]


def test_a_job_whose_things_come_later_gets_the_later_hours() -> None:
    """Counted back by need alone, "link" would take the Wednesday and "laptops" would be late."""
    placed = loaded(job("link", 4, DEC_4), job("laptops", 2, DEC_3, ready=DEC_2)).placed

    assert placed["laptops"].by_day == {DEC_2: 2}
    assert placed["link"].by_day == {DEC_1: 2, DEC_3: 2}


def test_when_hours_are_short_the_earlier_need_has_them() -> None:
    """Counted back by need alone, "second" would push "first" before today, and both would wait for it."""
    found = loaded(job("first", 4, date(2026, 11, 25)), job("second", 4, date(2026, 11, 30)))

    assert found.placed["first"].by_day == {TODAY: 2, date(2026, 11, 24): 2}
    assert found.placed["second"].by_day == {date(2026, 11, 25): 2, date(2026, 11, 30): 2}
    assert [found.placed[key].is_late for key in ("first", "second")] == [False, True]


def test_what_is_late_takes_only_hours_that_others_leave() -> None:
    late, other = job("late", 6, date(2026, 11, 25)), job("other", 2, DEC_1)

    placed = loaded(late, other).placed

    assert placed["other"].by_day == {date(2026, 11, 30): 2}
    assert placed["late"].by_day == {TODAY: 2, date(2026, 11, 24): 2, date(2026, 11, 25): 2}
    assert placed["late"].ready == date(2026, 11, 30)


def test_what_comes_in_too_late_is_set_up_from_then_on() -> None:
    found = loaded(job("link", 3, DEC_1, ready=DEC_3))

    assert found.placed["link"].by_day == {DEC_3: 2, DEC_4: 1}
    assert (found.placed["link"].ready, found.placed["link"].is_late) == (DEC_7, True)
    # Not for want of hours: nothing to say about the crew.
    assert (found.overload, found.findings) == ((), ())


def test_what_has_one_day_and_needs_more_is_for_want_of_hours() -> None:
    found = loaded(job("link", 3, DEC_4, ready=DEC_3))

    assert found.overload == (Overload(date(2026, 11, 30), Fraction(1)),)


def test_what_takes_no_time_is_done_the_working_day_before() -> None:
    placed = loaded(job("seats", 0, DEC_7)).placed["seats"]

    assert (placed.start, placed.finish, placed.ready, placed.is_late) == (DEC_4, DEC_4, DEC_7, False)
    assert placed.by_day == {}


def test_what_takes_no_time_and_comes_in_late_works_the_day_after() -> None:
    placed = loaded(job("seats", 0, DEC_3, ready=date(2026, 12, 5))).placed["seats"]
    today = loaded(job("seats", 0, TODAY)).placed["seats"]

    assert (placed.start, placed.ready, placed.is_late) == (DEC_7, DEC_8, True)
    assert (today.start, today.ready, today.is_late) == (TODAY, date(2026, 11, 24), True)


def test_what_does_not_fit_is_said_with_its_week_its_hours_and_the_day_all_is_ready() -> None:
    found = loaded(job("laptops", "9.5", date(2026, 11, 30)), job("phones", 3, DEC_1), job("link", 1, DEC_8))

    monday = date(2026, 11, 23)
    # Three days of two hours before Monday; two more hours on that Monday go to the phones.
    assert found.overload == (Overload(monday, Fraction("3.5")), Overload(date(2026, 11, 30), Fraction(1)))
    (finding,) = found.findings
    assert (finding.code, finding.subject) == ("workload-does-not-fit", Subject("goals", "workload"))
    # Five more hours: two on Tuesday, Wednesday, and the last of them on Thursday.
    assert finding.values == {"week": monday, "hours": 5, "ready_on": DEC_8, "people": "Tomas Reyes"}
    assert max(one.ready for key, one in found.placed.items() if key != "link") == DEC_4
    assert say(finding) == (
        "There is more to set up than time to do it: from the week of Monday 23 November 2026 on, 5 hours "
        "are missing (Tomas Reyes). All of it would be ready on Tuesday 8 December 2026. Let more people set "
        "things up, lower their share for tickets, or start later."
    )


def test_what_nobody_has_time_for_is_said_and_not_counted() -> None:
    found = loaded(
        job("laptops", "2.5", DEC_4), job("seats", 0, DEC_4), of=crew(of=replace(TOMAS, ticket_share=100))
    )

    (finding,) = found.findings
    assert finding.code == "workload-nobody-free"
    assert finding.values == {"hours": 3, "people": "Tomas Reyes"}
    assert say(finding) == (
        "3 hours of setting up are not counted: Tomas Reyes will have no time for them within three years. "
        "Tick who sets things up, and correct their hours and share for tickets."
    )
    laptops, seats = found.placed["laptops"], found.placed["seats"]
    assert (laptops.start, laptops.ready, laptops.is_late, laptops.is_counted) == (DEC_3, DEC_4, False, False)
    assert (seats.start, seats.is_counted) == (DEC_3, True)


def test_who_leaves_before_the_work_is_done_does_not_stop_what_still_fits() -> None:
    leaving = crew(of=replace(TOMAS, ends_on=DEC_1))

    found = loaded(job("many", 400, DEC_4), job("few", 2, DEC_7), of=leaving)

    assert not found.placed["many"].is_counted
    assert found.placed["few"].by_day == {DEC_1: 2}
    assert [one.values["hours"] for one in found.findings] == [400]


def test_no_more_is_left_out_than_must_be() -> None:
    """Ten hours until Tomas leaves: once "large" is left out, both others fit."""
    leaving = crew(of=replace(TOMAS, ends_on=DEC_1))
    jobs = job("small", 4, date(2026, 11, 25)), job("large", 10, DEC_2), job("other", 6, DEC_3)

    found = loaded(*jobs, of=leaving)

    assert {key: one.is_counted for key, one in found.placed.items()} == {
        "small": True, "large": False, "other": True,
    }  # fmt: skip


def test_three_years_are_counted_from_the_last_day_anything_is_needed_or_comes() -> None:
    later = TODAY + DAY * 2 * 366
    away = crew((TODAY, later + DAY * 2 * 366))

    assert loaded(job("a", 2, TODAY), job("b", 0, later), of=away).placed["a"].is_counted
    assert loaded(job("a", 2, TODAY), job("b", 0, TODAY, ready=later), of=away).placed["a"].is_counted
    assert not loaded(job("a", 2, TODAY), of=away).placed["a"].is_counted


def test_three_years_ahead_are_looked_at_and_no_more() -> None:
    after = TODAY + DAY * 3 * 366
    nearly, never = (crew((TODAY, after + DAY * step)) for step in (-8, 0))

    assert loaded(job("a", 2, TODAY), of=nearly).placed["a"].is_counted
    assert not loaded(job("a", 2, TODAY), of=never).placed["a"].is_counted


def test_nothing_to_do_needs_no_weeks() -> None:
    found = loaded()
    assert (found.placed, found.weeks, found.overload, found.findings) == ({}, (), (), ())


def test_weeks_hold_what_is_needed_and_what_is_free_from_today_on() -> None:
    found = load((job("laptops", 5, DEC_8, name="Laptop"),), crew(), CALENDAR, date(2026, 11, 25))

    assert [(week.monday, week.needed.value, week.free.value) for week in found.weeks] == [
        (date(2026, 11, 23), 0, 2), (date(2026, 11, 30), 3, 10), (DEC_7, 2, 10),
    ]  # fmt: skip
    assert [one.note for one in found.weeks[1].needed.args] == ["Laptop"]
    assert [one.figure for one in found.weeks[0].trace.args] == ["needed_hours", "free_hours"]
    assert wrong_in(*(week.trace for week in found.weeks)) == []


def test_weeks_go_on_until_the_last_late_job_is_done() -> None:
    weeks = loaded(job("laptops", 20, DEC_1)).weeks

    assert [week.needed.value for week in weeks] == [6, 10, 4]
    assert [week.needed.args[0].note for week in weeks] == ["ref-laptops"] * 3


def traces(found: Loading, one: Job) -> tuple[Trace, Trace, Trace]:
    placed, hours, need = found.placed[one.key], Trace(one.hours, "hours"), Trace(one.need_by)
    return (
        start_trace(placed, need_by=need, hours=hours, calendar=CALENDAR),
        finish_trace(placed, hours=hours),
        ready_trace(placed, need_by=need, hours=hours, calendar=CALENDAR),
    )


def test_the_first_day_of_work_can_be_counted_again() -> None:
    laptops, phones = job("laptops", 3, DEC_4), job("phones", 3, DEC_4)
    found = loaded(laptops, phones)

    start, _, ready = traces(found, phones)

    assert (start.value, start.op, ready.value) == (DEC_1, "hours-before", DEC_4)
    assert [one.value for one in start.args] == [DEC_4, 3, DEC_2, 1, DEC_1, 2]
    assert wrong_in(*traces(found, laptops), *traces(found, phones)) == []
    assert wrong_in(replace(start, value=DEC_2)) != []
    assert wrong_in(replace(start, args=(*start.args[:2], *start.args[4:], *start.args[2:4]))) != []


def test_what_takes_no_time_can_be_counted_again_too() -> None:
    in_time, last, late = job("a", 0, DEC_7), job("b", 0, DEC_7, ready=DEC_4), job("c", 0, DEC_3, ready=DEC_4)
    found = loaded(in_time, last, late)

    start, _, ready = traces(found, in_time)
    assert (start.value, start.op, start.args[1].value, ready.value) == (DEC_4, "workdays-before", 1, DEC_7)
    assert not found.placed["b"].is_late
    begun, finish, works = traces(found, late)
    assert [one.value for one in (begun, finish, works)] == [DEC_4, DEC_4, DEC_7]
    assert wrong_in(start, ready, begun, finish, works) == []


def test_a_late_job_is_counted_forward_over_the_hours_it_gets() -> None:
    late = job("laptops", 7, date(2026, 11, 25))

    start, finish, ready = traces(loaded(late), late)

    assert [one.value for one in (start, finish, ready)] == [TODAY, date(2026, 11, 30), DEC_1]
    assert finish.args[0].value == 7
    assert wrong_in(start, finish, ready) == []


jobs_drawn = st.lists(
    st.builds(
        Job,
        key=st.uuids().map(str),
        hours=st.integers(0, 40).map(lambda quarters: Fraction(quarters, 4)),
        need_by=st.integers(-3, 25).map(lambda step: TODAY + DAY * step),
        ready_from=st.integers(-3, 30).map(lambda step: TODAY + DAY * step),
        priority=st.integers(1, 3),
        ref=st.sampled_from("abc"),
    ),
    max_size=7,
)
crews = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 6)), max_size=3).map(
    lambda spans: crew(*((TODAY + DAY * first, TODAY + DAY * (first + more)) for first, more in spans))
)


@given(jobs_drawn, crews)
def test_no_day_is_given_out_twice_and_every_hour_lies_in_its_time(jobs: list[Job], of: Crew) -> None:
    found = loaded(*jobs, of=of)

    for day in {day for one in found.placed.values() for day in one.by_day}:
        assert sum(one.by_day.get(day, 0) for one in found.placed.values()) <= of.free(day)
    for one in jobs:
        placed = found.placed[one.key]
        assert placed.is_counted
        assert sum(placed.by_day.values()) == one.hours
        assert all(day >= max(TODAY, one.ready_from) and hours > 0 for day, hours in placed.by_day.items())
        assert placed.is_late == (placed.finish >= one.need_by)
        assert placed.ready == (CALENDAR.workdays_after(placed.finish, 1) if placed.is_late else one.need_by)
        if placed.by_day:
            assert (placed.start, placed.finish) == (min(placed.by_day), max(placed.by_day))


@given(jobs_drawn, crews)
def test_every_day_of_every_job_and_week_can_be_recomputed(jobs: list[Job], of: Crew) -> None:
    found = loaded(*jobs, of=of)

    for one in jobs:
        placed = found.placed[one.key]
        start, finish, ready = traces(found, one)
        assert (start.value, ready.value) == (placed.start, placed.ready)
        assert finish.value == placed.finish or not placed.is_late
        assert wrong_in(start, ready) == []
    assert wrong_in(*(week.trace for week in found.weeks)) == []
    assert sum(Fraction(str(week.needed.value)) for week in found.weeks) == sum(one.hours for one in jobs)


@given(jobs_drawn, crews, st.randoms(use_true_random=False))
def test_the_order_of_jobs_does_not_matter(jobs: list[Job], of: Crew, dice: random.Random) -> None:
    mixed = list(jobs)
    dice.shuffle(mixed)

    assert loaded(*mixed, of=of) == loaded(*jobs, of=of)


@given(jobs_drawn, crews)
def test_one_more_job_never_brings_a_late_one_into_time(jobs: list[Job], of: Crew) -> None:
    for more in jobs:
        fewer = [one for one in jobs if one is not more]
        before, after = loaded(*fewer, of=of).placed, loaded(*jobs, of=of).placed
        assert all(after[one.key].is_late for one in fewer if before[one.key].is_late)


@given(jobs_drawn.filter(bool), crews)
def test_one_job_alone_begins_as_late_as_it_can(jobs: list[Job], of: Crew) -> None:
    one = jobs[0]
    placed = loaded(one, of=of).placed[one.key]

    def enough(first: date) -> bool:
        return (
            sum((of.free(first + DAY * step) for step in range((one.need_by - first).days)), Fraction(0))
            >= one.hours
        )

    begin = max(TODAY, one.ready_from)
    if one.hours and begin < one.need_by and enough(begin):
        assert placed.start == max(day for day in span(begin, one.need_by) if enough(day))
        assert not placed.is_late
    elif one.hours:
        assert placed.is_late


def span(first: date, end: date) -> list[date]:
    return [first + DAY * step for step in range((end - first).days)]


@given(jobs_drawn, crews)
def test_all_is_in_time_whenever_every_span_of_days_has_hours_enough(jobs: list[Job], of: Crew) -> None:
    """Hall's condition, tried on every span there is: hours that must lie inside find room inside."""
    working = [one for one in jobs if one.hours]
    late = any(loaded(*working, of=of).placed[one.key].is_late for one in working)

    assert late != fits(working, of)


def fits(jobs: Sequence[Job], of: Crew) -> bool:
    for first, end in itertools.product(
        {max(TODAY, one.ready_from) for one in jobs}, {one.need_by for one in jobs}
    ):
        inside = [one for one in jobs if max(TODAY, one.ready_from) >= first and one.need_by <= end]
        free = sum((of.free(day) for day in span(first, end)), Fraction(0))
        if sum(one.hours for one in inside) > free:
            return False
    return True


@pytest.mark.parametrize("count", [2000])
def test_two_thousand_jobs_are_placed_while_nobody_waits(count: int) -> None:
    """A guard against days gone through again for each job: that would be minutes."""
    jobs = [
        job(f"{n:04}", "0.25", TODAY + DAY * (n % 300), ready=TODAY + DAY * (n % 40)) for n in range(count)
    ]

    found = loaded(*jobs)

    assert sum(sum(one.by_day.values()) for one in found.placed.values()) == Fraction(count, 4)
