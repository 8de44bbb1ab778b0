"""Where a change may start, beside a slow walk over the minutes a clock on the wall shows, on odd days."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.clock import midnight
from fullscore.engine.calendars.hours import Week
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.effects import effects
from fullscore.engine.changes.problem import Away, Demand, Frozen, Hand, Job, Problem, Touch
from fullscore.engine.changes.starts import at_slot, due_rule, person_starts, soak_until, unary
from fullscore.engine.changes.violations import Rulebook, placed_at
from fullscore.engine.estate.graph import Graph
from tests.engine.calendars.test_hours import CLOCKS, PLACES, opens, wall

DAY = timedelta(days=1)
CRM = "services:crm"
WEEKS = st.tuples(
    st.sets(st.integers(1, 7), min_size=1), st.sampled_from(CLOCKS), st.sampled_from(CLOCKS)
)  # fmt: skip
Minutes = Callable[[datetime], bool]


@dataclass(frozen=True)
class Asked:
    """A problem of two days from a change of clocks, and its hours as people wrote them."""

    problem: Problem
    open: tuple[set[int], str, str]
    frozen: tuple[set[int], str, str]
    works: tuple[set[int], str, str]


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    zone, about = draw(st.sampled_from(PLACES))
    begin, end = about, about + DAY
    some = [draw(WEEKS) for _ in range(3)]
    windows, freezes, hours = (
        Week(((frozenset(days), start, stop),)).spans(begin, end, zone) for days, start, stop in some
    )
    day = st.none() | st.integers(0, 1).map(lambda number: about + number * DAY)
    job = Job(
        "job", "Job", 15 * draw(st.integers(1, 12)), touches=(Touch(CRM),), crew=(Demand(("ada",)),),
        earliest=draw(day), latest=draw(day), due=draw(day), notice_days=draw(st.integers(0, 2)),
        soak_days=draw(st.integers(0, 3)),
    )  # fmt: skip
    first = midnight(begin, zone) + timedelta(minutes=15 * draw(st.integers(0, 150)))
    return Asked(
        Problem(
            (job,), Graph({CRM: "CRM"}, ()), midnight(begin, zone), midnight(end + DAY, zone), begin, zone,
            windows={CRM: windows}, freezes=(Frozen("freeze", "Freeze", freezes),),
            hands=(Hand("ada", "Ada", hours),),
            absences=(Away("away", "ada", Span(first, first + timedelta(hours=5))),),
        ),
        *some,
    )  # fmt: skip


def _is_open(told: Asked, hours: tuple[set[int], str, str]) -> Minutes:
    days, start, stop = hours
    zone, first = told.problem.zone, told.problem.on
    named = [first + number * DAY for number in range(-1, 3)]

    def is_open(at: datetime) -> bool:
        return any(day.isoweekday() in days and opens(day, start, stop, zone, at) for day in named)

    return is_open


def _workday(first: date, count: int) -> date:
    while count:
        first += DAY
        count -= first.isoweekday() < 6
    return first


def _rules(told: Asked) -> dict[str, Minutes]:
    """Return for each rule of every minute whether it lets the change run in it."""
    problem, job = told.problem, told.problem.jobs[0]
    away = problem.absences[0].span
    is_open, is_frozen, works = (_is_open(told, hours) for hours in (told.open, told.frozen, told.works))
    found: dict[str, Minutes] = {
        f"window:{CRM}": is_open, "freeze:freeze": lambda at: not is_frozen(at), "hours:ada": works,
        "absence:away": lambda at: not away.start <= at < away.end,
    }  # fmt: skip
    days = {"earliest:job": job.earliest, "notice:job": None}
    if job.notice_days:
        days["notice:job"] = _workday(problem.on, job.notice_days)
    for key, day in days.items():
        if day is not None:
            found[key] = lambda at, day=day: wall(at, problem.zone).date() >= day  # type: ignore[misc]
    for key, day in (("latest:job", job.latest), ("due:job", job.due)):
        if day is not None:
            found[key] = lambda at, day=day: wall(at, problem.zone).date() <= day  # type: ignore[misc]
    return found


@given(asked())
def test_every_rule_allows_the_starts_that_the_minutes_allow(told: Asked) -> None:
    problem = told.problem
    effect = effects(problem)["job"]
    due = due_rule(problem, effect)
    rules = [*unary(problem, effect), *person_starts(problem, effect, "ada"), *([due] if due else [])]
    minutes = _rules(told)

    assert {rule.key for rule in rules} == minutes.keys()
    # No rule here changes but on a quarter of an hour; its first and its last minute stand for all.
    for rule in rules:
        is_good = [
            all(minutes[rule.key](at_slot(problem, slot) + timedelta(minutes=late)) for late in (0, 14))
            for slot in range(problem.slots)
        ]
        bad = [*(slot for slot in range(problem.slots) if not is_good[slot]), problem.slots]
        for slot in range(problem.slots - effect.length + 1):
            is_allowed = any(low <= slot < high for low, high in rule.ranges)
            next_bad = bad[bisect_left(bad, slot)]
            assert is_allowed == (next_bad >= slot + effect.length), (rule.key, slot)


@given(asked(), st.data())
def test_a_place_breaks_just_the_rules_that_do_not_allow_its_start(told: Asked, data: st.DataObject) -> None:
    problem, book = told.problem, Rulebook(told.problem)
    effect = book.effects["job"]
    rules = [*unary(problem, effect), *person_starts(problem, effect, "ada")]
    slot = data.draw(st.integers(0, problem.slots - effect.length))
    found = book.all([placed_at(problem, effect, slot, ("ada",))])

    assert {each.key for each in found} == {
        rule.key for rule in rules if not any(low <= slot < high for low, high in rule.ranges)
    }


@given(asked(), st.integers(0, 200), st.integers(1, 3))
def test_what_is_watched_is_free_when_the_clock_on_the_wall_shows_the_day_after(
    told: Asked, slot: int, days: int
) -> None:
    problem = told.problem
    end = at_slot(problem, slot)
    last = _workday(wall(end, problem.zone).date(), days)
    at = end
    while wall(at, problem.zone).date() <= last:
        at += timedelta(minutes=15)

    assert soak_until(problem, end, days) == at
    assert soak_until(problem, end, 0) == end
