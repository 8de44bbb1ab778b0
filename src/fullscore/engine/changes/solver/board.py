"""What a model is made of: where each change may still start, who may work on it, what a start costs."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from fullscore.engine.changes.effects import Effect, Profile, freezes_of, profile
from fullscore.engine.changes.problem import Demand, Problem
from fullscore.engine.changes.schedule import LevelName, Placed
from fullscore.engine.changes.solver.apart import Apart, apart
from fullscore.engine.changes.solver.places import (
    Days,
    Piece,
    days,
    disturbances,
    pieces_of,
    ranges_of,
    slots_in,
)
from fullscore.engine.changes.starts import (
    Ranges,
    allowed,
    at_slot,
    both,
    person_starts,
    slot_down,
    slot_up,
    unary,
)


@dataclass(frozen=True, slots=True)
class Board:
    """Fixed changes with the slots they touch; all others with the pieces of time they may start in.

    `disturbed` holds what each start costs, for the changes of which some start costs anything.
    """

    problem: Problem
    days: Days
    effects: Mapping[str, Effect]
    profiles: Mapping[str, Profile]
    disturbed: Mapping[str, npt.NDArray[np.int64]]
    apart: Apart
    fixed: tuple[Placed, ...]
    taken: Mapping[str, tuple[int, int, int]]
    pieces: Mapping[str, tuple[Piece, ...]]
    people: Mapping[str, Mapping[str, Ranges]]

    def ranges(self, ref: str) -> Ranges:
        return tuple((piece.low, piece.high) for piece in self.pieces[ref])


def board(problem: Problem, told: Mapping[str, Effect], fixed: Sequence[Placed]) -> Board:
    """Return what may be placed where. Whoever works on a fixed change is not free meanwhile."""
    of, taken = days(problem), {each.ref: _taken(problem, each) for each in fixed}
    loose = [job for job in problem.jobs if job.ref not in taken]
    people = {
        job.ref: {
            person: _around(
                _free(problem, told[job.ref], person), told[job.ref].length, _busy(problem, fixed, person)
            )
            for person in sorted({person for demand in job.crew for person in demand.people})
        }
        for job in loose
    }
    ranges = {
        job.ref: _manned(
            problem, job.crew, people[job.ref],
            allowed(problem, told[job.ref], unary(problem, told[job.ref])),
        )
        for job in loose
    }  # fmt: skip
    _wait(problem, told, ranges)
    pieces = {ref: pieces_of(of, told[ref], each) for ref, each in ranges.items()}
    profiles = _profiles(problem, told)
    disturbed = {
        ref: disturbances(problem, profiles[ref], told[ref].length)[: problem.slots]
        for ref in ranges if profiles[ref]
    }  # fmt: skip
    return Board(
        problem, of, told, profiles, disturbed, apart(problem, told), tuple(fixed), taken, pieces, people
    )


def _profiles(problem: Problem, told: Mapping[str, Effect]) -> dict[str, Profile]:
    """Changes that affect the same services in the same freezes disturb the same people."""
    known: dict[tuple[frozenset[str], tuple[str, ...]], Profile] = {}
    found = {}
    for ref, effect in told.items():
        key = (effect.services, tuple(each.ref for each in freezes_of(problem, effect)))
        if key not in known:
            known[key] = profile(problem, effect)
        found[ref] = known[key]
    return found


def _taken(problem: Problem, fixed: Placed) -> tuple[int, int, int]:
    """Return the slots a fixed change touches: work, and until when it is watched."""
    return (
        slot_down(problem, fixed.start), slot_up(problem, fixed.end),
        slot_up(problem, max(fixed.end, fixed.soak_until)),
    )  # fmt: skip


def _busy(problem: Problem, fixed: Sequence[Placed], person: str) -> list[tuple[int, int]]:
    return sorted(_taken(problem, each)[:2] for each in fixed if person in each.who)


def _free(problem: Problem, effect: Effect, person: str) -> Ranges:
    found: Ranges = ((0, problem.slots),)
    for rule in person_starts(problem, effect, person):
        found = both(found, rule.ranges)
    return found


def _around(free: Ranges, length: int, busy: Sequence[tuple[int, int]]) -> Ranges:
    """Return the starts from which a change of this length meets no busy time."""
    for begins, ends in busy:
        sides = ((0, begins - length + 1), (max(ends, 0), free[-1][1] if free else 0))
        free = both(free, tuple((low, high) for low, high in sides if low < high))
    return free


def _manned(problem: Problem, crew: Sequence[Demand], free: Mapping[str, Ranges], own: Ranges) -> Ranges:
    """Return the starts at which each demand alone finds enough people."""
    slots = slots_in(own, problem.slots)
    for demand in crew:
        there = np.zeros(problem.slots, dtype=np.int16)
        for each in set(demand.people):
            there += slots_in(free[each], problem.slots)
        slots &= there >= demand.count
    return ranges_of(slots)


def _wait(problem: Problem, told: Mapping[str, Effect], ranges: dict[str, Ranges]) -> None:
    """Cut off starts before what comes before can be over; a circle is left to the solver."""
    for _ in problem.jobs:
        is_cut = False
        for job in problem.jobs:
            for first in job.after if job.ref in ranges else ():
                if first in ranges and f"order:{first}>{job.ref}" not in problem.dropped:
                    ready = ranges[first][0][0] + told[first].length if ranges[first] else problem.slots
                    if ranges[job.ref] and ranges[job.ref][0][0] < ready:
                        ranges[job.ref] = both(ranges[job.ref], ((ready, max(ready, problem.slots)),))
                        is_cut = True
        if not is_cut:
            return


def loosened(of: Board, free: Collection[str], now: Sequence[Placed]) -> Board:
    """Return a board on which only these may move, and all others stay where they are now."""
    stay = tuple(each for each in now if each.ref not in free)
    taken = {each.ref: _taken(of.problem, each) for each in stay}
    busy = {hand: _busy(of.problem, stay, hand) for hand in {person for each in stay for person in each.who}}
    pieces = {ref: pieces if ref in free else () for ref, pieces in of.pieces.items() if ref not in taken}
    people = {
        ref: {
            person: _around(ranges, of.effects[ref].length, busy.get(person, ()))
            for person, ranges in of.people[ref].items()
        }
        for ref in pieces
    }
    return replace(of, fixed=stay, taken=taken, pieces=pieces, people=people)


def dear(of: Board, name: LevelName, ref: str) -> Callable[[Piece], int]:
    """Return the least a change costs on a level within a piece."""
    if name is LevelName.LATENESS:
        return lambda piece: piece.late
    if name is LevelName.EARLINESS:
        return lambda piece: piece.day
    if name is LevelName.DISTURBED and ref in of.disturbed:
        costs = of.disturbed[ref]
        return lambda piece: int(costs[piece.low : piece.high].min())
    return lambda _: 0


def least(of: Board, name: LevelName) -> dict[str, int]:
    """Return the least each change costs where it is placed, as if it were alone; fixed ones left out."""
    if name is LevelName.UNPLACED:
        return {ref: int(not pieces) for ref, pieces in of.pieces.items()}
    if name is LevelName.MOVED:
        return {job.ref: int(not _may_stay(of, job.ref)) for job in of.problem.jobs
                if job.is_announced and job.set_for and job.ref in of.pieces}  # fmt: skip
    return {ref: min(map(dear(of, name, ref), pieces)) for ref, pieces in of.pieces.items() if pieces}


def _may_stay(of: Board, ref: str) -> bool:
    slot = kept_at(of.problem, ref)
    return slot is not None and any(low <= slot < high for low, high in of.ranges(ref))


def kept_at(problem: Problem, ref: str) -> int | None:
    """Return the slot at which a change was announced; None when no slot begins then."""
    told = next(job.set_for for job in problem.jobs if job.ref == ref)
    if told is None:
        return None
    slot = slot_down(problem, told)
    return slot if at_slot(problem, slot) == told else None


def tightened(of: Board, name: LevelName, most: Mapping[str, int]) -> Board:
    """Return the board without starts at which a change alone would cost more than that."""
    pieces = dict(of.pieces)
    for ref, limit in most.items():
        if name is LevelName.DISTURBED and ref in of.disturbed:
            slots = slots_in(of.ranges(ref), of.problem.slots) & (of.disturbed[ref] <= limit)
            pieces[ref] = pieces_of(of.days, of.effects[ref], ranges_of(slots))
        else:
            cost = dear(of, name, ref)
            pieces[ref] = tuple(piece for piece in of.pieces[ref] if cost(piece) <= limit)
    return replace(of, pieces=pieces)
