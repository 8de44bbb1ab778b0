"""What a change would meet where it is dragged: the rules against it, dates that work, what it touches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.calendars.clock import local_day
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.asking import Question
from fullscore.engine.changes.crew import crew_for
from fullscore.engine.changes.effects import disturbed, profile
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import Placed, Violation
from fullscore.engine.changes.starts import at_slot, slot_down
from fullscore.engine.changes.violations import Rulebook, busy_hours, placed_at
from fullscore.engine.estate.graph import Node, State


@dataclass(frozen=True, slots=True)
class Dragged:
    """`at` is where it would lie, on the grid and with people who are free, if there are any.

    `violations` are those that have to do with it; none: it may be moved there. `alternatives` are the next
    starts on other days with all else left where it is. `disturbed` are people-hours.
    """

    at: Placed
    violations: tuple[Violation, ...]
    alternatives: tuple[datetime, ...]
    touches: Mapping[Node, State]
    disturbed: Decimal


def dragged(
    problem: Problem, placed: Iterable[Placed], ref: str, start: datetime, *, book: Rulebook | None = None
) -> Dragged:
    """Return what moving one change would meet, all others left where they are."""
    book = book or Rulebook(problem)
    others = [each for each in placed if each.ref != ref]
    here = moved(book, others, ref, slot_down(problem, start))
    effect = book.effects[ref]
    return Dragged(
        here, book.of(ref, [*others, here]), next_starts(book, others, here), effect.states,
        disturbed(profile(problem, effect), Span(here.start, here.end)),
    )  # fmt: skip


def moved(book: Rulebook, others: Iterable[Placed], ref: str, slot: int) -> Placed:
    """Return a change at a slot, worked on by people who are free then; nobody where too few are."""
    effect = book.effects[ref]
    here = placed_at(book.problem, effect, slot)
    busy = busy_hours(tuple(others), ref)
    who = crew_for(book.problem, effect.job, Span(here.start, here.end), busy)
    return placed_at(book.problem, effect, slot, who or ())


def next_starts(
    book: Rulebook, others: Iterable[Placed], here: Placed, count: int = 2
) -> tuple[datetime, ...]:
    """Return the first start that breaks nothing on each of the next days with one, others left alone."""
    others, problem = tuple(others), book.problem
    placed = {each.ref for each in others}
    before = (a for a in book.jobs[here.ref].after if f"order:{a}>{here.ref}" not in problem.dropped)
    found: list[datetime] = []
    if not placed.issuperset(before):
        return ()
    days = {local_day(here.start, problem.zone)}
    for slot in _slots(book, others, here):
        if len(found) == count:
            break
        day = _day(problem, slot)
        if day not in days and not book.of(here.ref, [*others, moved(book, others, here.ref, slot)]):
            days.add(day)
            found.append(at_slot(problem, slot))
    return tuple(found)


def _slots(book: Rulebook, others: tuple[Placed, ...], here: Placed) -> Iterator[int]:
    """Yield the starts after this one that the rules allow, earliest first."""
    first = slot_down(book.problem, here.start) + 1
    for low, high in Question(book, here.ref, others).ranges():
        yield from range(max(low, first), high)


def _day(problem: Problem, slot: int) -> date:
    return local_day(at_slot(problem, slot), problem.zone)
