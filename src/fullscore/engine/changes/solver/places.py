"""Where a change may start, cut into places within which nothing of what is counted in days differs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fullscore.engine.calendars.clock import local_day, midnight
from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.changes.effects import Effect, Profile
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.starts import Ranges, slot_down, slot_up
from fullscore.engine.changes.values import late
from fullscore.engine.changes.violations import placed_at

Slots = npt.NDArray[np.bool_]
# What follows from the day a change ends, by the days its end and its last moment lie in.
Known = dict[tuple[int, int], tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Starts [low, high). `day` counts from the first, `late` is its cost, `soak` the slot watching ends.

    `soak` is None where nothing is watched.
    """

    low: int
    high: int
    day: int
    late: int
    soak: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """All pieces of a change that count alike; what does not count now is nought."""

    ranges: Ranges
    day: int
    late: int
    soak: int | None

    def holds(self, slot: int) -> bool:
        return any(low <= slot < high for low, high in self.ranges)


@dataclass(frozen=True, slots=True)
class Days:
    """The slots at which local days begin, from the day of the problem's first moment on."""

    problem: Problem
    ups: tuple[int, ...]
    downs: tuple[int, ...]

    def of(self, slot: int) -> int:
        """Return the number of the day in which a slot begins."""
        return bisect_right(self.ups, slot) - 1

    def ending(self, slot: int) -> int:
        """Return the number of the day in which the last moment before a slot lies."""
        return bisect_left(self.downs, slot) - 1


def days(problem: Problem) -> Days:
    first = local_day(problem.begin, problem.zone)
    count = (local_day(problem.end, problem.zone) - first).days + 2
    begins = [midnight(first + number * DAY, problem.zone) for number in range(count)]
    return Days(
        problem,
        tuple(slot_up(problem, each) for each in begins),
        tuple(slot_down(problem, each) for each in begins),
    )


def places(pieces: Sequence[Piece], *, by_late: bool, by_day: bool) -> tuple[Place, ...]:
    """Return the pieces of a change put together by what counts."""
    found: dict[tuple[int, int, int | None], list[tuple[int, int]]] = {}
    for each in pieces:
        key = (each.day if by_day else 0, each.late if by_late else 0, each.soak)
        ranges = found.setdefault(key, [])
        if ranges and ranges[-1][1] == each.low:
            ranges[-1] = (ranges[-1][0], each.high)
        else:
            ranges.append((each.low, each.high))
    return tuple(Place(tuple(ranges), *key) for key, ranges in found.items())


def pieces_of(of: Days, effect: Effect, ranges: Ranges) -> tuple[Piece, ...]:
    """Return the pieces of a change within the starts its own rules allow."""
    length = effect.length
    cuts = sorted({*of.ups, *(up - length for up in of.ups), *(down - length + 1 for down in of.downs)})
    known: Known = {}
    return tuple(_piece(of, effect, low, high, known) for low, high in _cut(ranges, cuts))


def _cut(ranges: Ranges, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for low, high in ranges:
        inner = cuts[bisect_right(cuts, low) : bisect_left(cuts, high)]
        yield from pairwise((low, *inner, high))


def _piece(of: Days, effect: Effect, low: int, high: int, known: Known) -> Piece:
    end = low + effect.length
    last = (of.of(end), of.ending(end))
    if last not in known:
        known[last] = _ended(of.problem, effect, low)
    return Piece(low, high, of.of(low), *known[last])


def _ended(problem: Problem, effect: Effect, start: int) -> tuple[int, int | None]:
    """Return the cost of being late, and the slot at which others may touch the same again; None: at once."""
    there = placed_at(problem, effect, start)
    soak = slot_up(problem, there.soak_until) if effect.soak_days else None
    return int(late(effect.job, there, problem)), soak


def disturbances(problem: Problem, told: Profile, length: int) -> npt.NDArray[np.int64]:
    """Return for each start the person-seconds a change of this length disturbs."""
    at = np.arange(problem.slots + length + 1) * (60 * problem.step)
    marks, sums = [0.0], [0.0]
    for span, people in told:
        start, end = ((each - problem.begin) / timedelta(seconds=1) for each in (span.start, span.end))
        marks += [start, end]
        sums += [sums[-1], sums[-1] + people * (end - start)]
    if marks[1:] and marks[1] < 0:
        marks, sums = marks[1:], sums[1:]
    before = np.interp(at, marks, sums)
    found: npt.NDArray[np.int64] = np.rint(before[length:] - before[:-length]).astype(np.int64)
    return found


def slots_in(ranges: Ranges, count: int) -> Slots:
    """Return the ranges as one truth for each slot."""
    found = np.zeros(count, dtype=np.bool_)
    for low, high in ranges:
        found[max(0, low) : max(0, high)] = True
    return found


def ranges_of(slots: Slots) -> Ranges:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], slots.astype(np.int8), [0]))))
    return tuple((int(low), int(high)) for low, high in zip(edges[::2], edges[1::2], strict=True))
