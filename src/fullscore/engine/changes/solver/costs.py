"""What is made small, level by level, as a sum of literals of the model; fixed changes are part of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import LevelName, Placed
from fullscore.engine.changes.solver.model import Literal, Model
from fullscore.engine.changes.solver.places import Place, disturbances, ranges_of, slots_in
from fullscore.engine.changes.starts import at_slot, slot_down
from fullscore.engine.changes.values import levels_of

# How many of the model's units are one of the level's: people's time is counted in seconds, not in hours.
SCALES: Mapping[LevelName, int] = {LevelName.DISTURBED: 3600}


@dataclass(frozen=True, slots=True)
class Cost:
    """A level: `whole` is what it comes to, `least` what no schedule that places everything is below."""

    whole: cp_model.LinearExprT
    least: int


def values(placed: Sequence[Placed], made: Model) -> dict[LevelName, int]:
    """Return the levels of a schedule in the model's units, counted without the model."""
    problem, told = made.board.problem, made.board.effects
    return {
        name: int((value * SCALES.get(name, 1)).to_integral_value())
        for name, value in levels_of(placed, problem, told, made.board.profiles).items()
    }


def cost(name: LevelName, made: Model, fixed: Sequence[Placed]) -> Cost:
    """Return a level as a sum over the model; the disturbed level may add literals to it."""
    known = values(fixed, made)[name]
    if name is LevelName.UNPLACED:
        loose = [made.placed[ref] for ref in made.at]
        return Cost(len(loose) - sum(loose), 0)
    if name is LevelName.MOVED:
        return _moved(made, known)
    if name is LevelName.DISTURBED:
        terms = [term for ref in made.at for term in _disturbed(made, ref)]
        return _sum(terms, known)
    count: Callable[[Place], int] = {
        LevelName.LATENESS: lambda place: place.late,
        LevelName.EARLINESS: lambda place: place.day,
    }[name]
    spots = made.board.places
    terms = [
        (ref, [(count(place), literal) for place, literal in zip(spots[ref], literals, strict=True)])
        for ref, literals in made.at.items()
    ]
    return _sum([each for each in terms if each[1]], known)


def _sum(terms: Sequence[tuple[str, list[tuple[int, Literal]]]], known: int) -> Cost:
    whole = sum((count * literal for _, each in terms for count, literal in each if count), start=0)
    return Cost(whole + known, known + sum(min(count for count, _ in each) for _, each in terms))


def _disturbed(made: Model, ref: str) -> Iterator[tuple[str, list[tuple[int, Literal]]]]:
    """A change's costs by its places, or by literals of its own where they differ within a place."""
    board = made.board
    if not board.profiles[ref] or not made.at[ref]:
        return
    problem, spots = board.problem, board.places[ref]
    told = disturbances(problem, board.profiles[ref], board.effects[ref].length)
    by_place = [told[spot.low : spot.high] for spot in spots]
    if all((each == each[0]).all() for each in by_place):
        yield ref, [(int(each[0]), literal) for each, literal in zip(by_place, made.at[ref], strict=True)]
        return
    own = slots_in(board.ranges(ref), problem.slots)
    told = told[: problem.slots]
    literals = []
    for value in np.unique(told[own]).tolist():
        literal = made.cp.new_bool_var(f"{ref} disturbs {value}")
        ranges = ranges_of((told == value) & own)
        domain = cp_model.Domain.from_intervals([[low, high - 1] for low, high in ranges])
        made.cp.add_linear_expression_in_domain(made.starts[ref], domain).only_enforce_if(literal)
        made.among[literal.index] = (ref, ranges)
        literals.append((value, literal))
    made.cp.add(sum(literal for _, literal in literals) == made.placed[ref])
    yield ref, literals


def _moved(made: Model, fixed: int) -> Cost:
    """Announced changes that do not stay; one told for a time off the grid, or outside its rules, cannot."""
    problem = made.board.problem
    announced = [job for job in problem.jobs if job.is_announced and job.set_for and job.ref in made.at]
    stays = [stay for job in announced if (stay := _stays(made, job)) is not None]
    moved_fixed = fixed - len(announced)
    return Cost(moved_fixed + len(announced) - sum(stays), moved_fixed + len(announced) - len(stays))


def _stays(made: Model, job: Job) -> Literal | None:
    slot = kept_at(made.board.problem, job)
    if slot is None or not any(low <= slot < high for low, high in made.board.ranges(job.ref)):
        return None
    literal = made.cp.new_bool_var(f"{job.ref} stays")
    made.cp.add_implication(literal, made.placed[job.ref])
    made.cp.add(made.starts[job.ref] == slot).only_enforce_if(literal)
    made.among[literal.index] = (job.ref, ((slot, slot + 1),))
    return literal


def kept_at(problem: Problem, job: Job) -> int | None:
    """Return the slot at which a change was announced; None when no slot begins then."""
    if job.set_for is None:
        return None
    slot = slot_down(problem, job.set_for)
    return slot if at_slot(problem, slot) == job.set_for else None
