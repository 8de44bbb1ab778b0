"""What is made small, level by level, as a sum of literals of the model; fixed changes are part of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from ortools.sat.python import cp_model

from fullscore.engine.changes.schedule import LevelName, Placed
from fullscore.engine.changes.solver.board import Board, kept_at
from fullscore.engine.changes.solver.model import Literal, Model
from fullscore.engine.changes.solver.places import Place, ranges_of, slots_in
from fullscore.engine.changes.starts import Ranges
from fullscore.engine.changes.values import levels_of

# How many of the model's units are one of the level's: people's time is counted in seconds, not in hours.
SCALES: Mapping[LevelName, int] = {LevelName.DISTURBED: 3600}


def values(placed: Sequence[Placed], board: Board) -> dict[LevelName, int]:
    """Return the levels of a schedule in the model's units, counted without the model."""
    problem, told = board.problem, board.effects
    return {
        name: int((value * SCALES.get(name, 1)).to_integral_value())
        for name, value in levels_of(placed, problem, told, board.profiles).items()
    }


def cost(name: LevelName, made: Model) -> cp_model.LinearExprT:
    """Return a level as a sum over the model; two of them add literals of their own to it."""
    known = values(made.board.fixed, made.board)[name]
    if name is LevelName.UNPLACED:
        return sum(placed.negated() for placed in _loose(made))
    if name is LevelName.MOVED:
        return known - sum(stay for ref in made.at if (stay := _stays(made, ref)) is not None)
    if name is LevelName.DISTURBED:
        terms = [term for ref in made.board.disturbed if ref in made.at for term in _disturbed(made, ref)]
        return known + sum(count * literal for count, literal in terms)
    count: Callable[[Place], int] = {
        LevelName.LATENESS: lambda place: place.late,
        LevelName.EARLINESS: lambda place: place.day,
    }[name]
    return known + sum(
        count(place) * literal
        for ref, literals in made.at.items()
        for place, literal in zip(made.places[ref], literals, strict=True)
        if count(place)
    )


def _loose(made: Model) -> list[Literal]:
    return [made.placed[ref] for ref in made.at]


def _disturbed(made: Model, ref: str) -> Iterator[tuple[int, Literal]]:
    """A change's costs, with a literal for each cost its starts may have."""
    board = made.board
    own = slots_in(board.ranges(ref), board.problem.slots)
    told = board.disturbed[ref]
    costs = np.unique(told[own]).tolist()
    if len(costs) <= 1:
        yield from ((cost, made.placed[ref]) for cost in costs)
        return
    literals = [_among(made, ref, ranges_of((told == cost) & own)) for cost in costs]
    made.cp.add(sum(literals) == made.placed[ref])
    yield from zip(costs, literals, strict=True)


def _among(made: Model, ref: str, ranges: Ranges) -> Literal:
    """Return a literal that only holds when the change is placed and starts in these ranges."""
    literal = made.cp.new_bool_var(f"{ref} among {ranges[0][0]}")
    domain = cp_model.Domain.from_intervals([[low, high - 1] for low, high in ranges])
    made.cp.add_linear_expression_in_domain(made.starts[ref], domain).only_enforce_if(literal)
    made.cp.add_implication(literal, made.placed[ref])
    made.among[literal.index] = (ref, ranges)
    return literal


def _stays(made: Model, ref: str) -> Literal | None:
    """An announced change that keeps its date; one told for a time off the grid or its rules cannot."""
    job = next(job for job in made.board.problem.jobs if job.ref == ref)
    slot = kept_at(made.board.problem, ref) if job.is_announced else None
    if slot is None or not any(low <= slot < high for low, high in made.board.ranges(ref)):
        return None
    return _among(made, ref, ((slot, slot + 1),))
