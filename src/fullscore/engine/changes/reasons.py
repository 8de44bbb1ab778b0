"""Why a change lies where it does, and where else it could lie."""

from collections.abc import Mapping
from datetime import datetime

from fullscore.engine.changes.dragging import moved, next_starts
from fullscore.engine.changes.effects import Profile, profile
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import LevelName, Placed, Schedule, Why
from fullscore.engine.changes.starts import at_slot, slot_down
from fullscore.engine.changes.values import levels_of
from fullscore.engine.changes.violations import Rulebook


class NotPlacedError(LookupError):
    """Asked why a change lies where it does, and it has no date: ask `conflict` instead."""


def why(problem: Problem, schedule: Schedule, ref: str, *, book: Rulebook | None = None) -> Why:
    """Return the nearest earlier start that is not as good, the rule or level it breaks, and two more dates.

    Starts that are as good are passed over; where all earlier ones are, there is none to name.
    Raises `NotPlacedError` for a change without a date.
    """
    book, here = book or Rulebook(problem), _place(schedule, ref)
    others = tuple(each for each in schedule.placed if each.ref != ref)
    dates = next_starts(book, others, here)
    told = {ref: profile(problem, book.effects[ref])}
    for slot in range(slot_down(problem, here.start) - 1, -1, -1):
        there = moved(book, others, ref, slot)
        broken = book.of(ref, [*others, there])
        worse = None if broken else _worse(book, here, there, told)
        if broken or worse:
            return Why(ref, at_slot(problem, slot), broken[0] if broken else None, worse, dates)
    return Why(ref, None, None, None, dates)


def alternatives(
    problem: Problem, schedule: Schedule, ref: str, count: int = 2, *, book: Rulebook | None = None
) -> tuple[datetime, ...]:
    """Return the next starts on other days on which nothing breaks, every other change left where it is.

    Raises `NotPlacedError` for a change without a date.
    """
    others = tuple(each for each in schedule.placed if each.ref != ref)
    return next_starts(book or Rulebook(problem), others, _place(schedule, ref), count)


def _place(schedule: Schedule, ref: str) -> Placed:
    here = schedule.of(ref)
    if here is None:
        raise NotPlacedError(ref)
    return here


def _worse(book: Rulebook, here: Placed, there: Placed, told: Mapping[str, Profile]) -> LevelName | None:
    """Return the first level that differs, if it differs for the worse; the others stay what they are."""
    now, then = (levels_of([each], book.problem, book.effects, told) for each in (here, there))
    first = next((name for name in LevelName if now[name] != then[name]), None)
    return first if first is not None and then[first] > now[first] else None
