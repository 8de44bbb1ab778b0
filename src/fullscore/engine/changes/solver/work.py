"""The work on a schedule: level by level, with the best so far as a hint and what is proven of it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ortools.sat.python import cp_model

from fullscore.engine.changes.schedule import Level, LevelName, Placed
from fullscore.engine.changes.solver.board import Board, dear, least, loosened, tightened
from fullscore.engine.changes.solver.costs import SCALES, cost, values
from fullscore.engine.changes.solver.model import Model, model
from fullscore.engine.changes.solver.running import Clock, Ran, ran
from fullscore.engine.changes.starts import slot_down
from fullscore.engine.changes.violations import placed_at

# The share of the deterministic time left that one level may use up; the last one takes all of it.
SHARE = 0.7
# From so many changes on, a few at a time are moved first while all others stay; so many of them at once,
# in so many rounds, each with so much deterministic time.
MANY, TOGETHER, ROUNDS, BIT = 80, 24, 12, 0.5


class WrongScheduleError(AssertionError):
    """The solver's schedule breaks a rule of its problem, or costs what it did not say: never answered."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of what was found, and who says that it is enough."""

    progress: Callable[[str, str], None]
    stop: Callable[[], bool]


class Work:
    """The best schedule so far; `board` shrinks to what may still be part of one as good."""

    def __init__(
        self, board: Board, first: Sequence[Placed], clock: Clock, budget: float, told: Told
    ) -> None:
        self.board, self.best = board, tuple(first)
        self.clock, self.budget, self.told = clock, budget, told
        self.held: dict[LevelName, int] = {}
        self.bounds: dict[LevelName, int] = {}
        self.is_cut = False

    def level(self, name: LevelName) -> None:
        """Make one level small, and hold it there for those that follow."""
        floor = sum(self._least(name).values()) + self._fixed(name)
        if len(self.board.pieces) >= MANY:
            self._nudge(name, floor)
        self._tighten(name)
        bound = floor
        if self.value(name) > floor and not self.is_over():
            bound = max(floor, self._solved(name))
        self._tighten(name)
        self.held[name], self.bounds[name] = self.value(name), bound
        self.told.progress(name.value, str(told(name, self.value(name))))

    def value(self, name: LevelName) -> int:
        return values(self.best, self.board)[name]

    def levels(self) -> Iterator[Level]:
        now = values(self.best, self.board)
        for name, bound in self.bounds.items():
            yield Level(name, told(name, now[name]), told(name, bound), is_proven=now[name] <= bound)

    def is_over(self) -> bool:
        self.is_cut = self.is_cut or self.clock.struck.is_set() or self.told.stop()
        return self.is_cut

    def _fixed(self, name: LevelName) -> int:
        """What the fixed changes cost whatever the others do."""
        known = values(self.board.fixed, self.board)[name]
        if name is LevelName.UNPLACED:
            return 0
        if name is LevelName.MOVED:
            return known - len(least(self.board, name))
        return known

    def _least(self, name: LevelName) -> dict[str, int]:
        """The least each change costs; when some may be left out, nothing is certain of what they cost."""
        found = least(self.board, name)
        if name in {LevelName.UNPLACED, LevelName.MOVED} or not self.held[LevelName.UNPLACED]:
            return found
        return dict.fromkeys(found, 0)

    def _tighten(self, name: LevelName) -> None:
        """Leave out starts which alone would make the level worse than it is."""
        if name in {LevelName.UNPLACED, LevelName.MOVED}:
            return
        floor = self._least(name)
        room = self.value(name) - self._fixed(name) - sum(floor.values())
        self.board = tightened(self.board, name, {ref: cost + room for ref, cost in floor.items()})

    def _nudge(self, name: LevelName, floor: int) -> None:
        """Move what costs most and its neighbours, while all others stay, as long as that helps."""
        if name is LevelName.UNPLACED:
            return
        tried: set[str] = set()
        for _ in range(ROUNDS):
            worst = [ref for ref in _worst(self.board, name, self.best) if ref not in tried]
            if self.value(name) <= floor or not worst or self.is_over():
                return
            before = self.value(name)
            free = _around(self.board, worst[: TOGETHER // 4])
            tried.update(worst[: TOGETHER // 4])
            self._run(name, loosened(self.board, free, self.best), BIT)
            if self.value(name) < before:
                tried.clear()

    def _solved(self, name: LevelName) -> int:
        share = 1 if name is LevelName.EARLINESS else SHARE
        run = self._run(name, self.board, self.budget * share)
        self.is_cut = self.is_cut or run.is_cut
        return run.bound or 0

    def _run(self, name: LevelName, board: Board, budget: float) -> Ran:
        late = LevelName.LATENESS
        made = model(board, by_late=name is late or late in self.held, by_day=name is LevelName.EARLINESS)
        for each, value in self.held.items():
            made.cp.add(cost(each, made) <= value)
        whole = cost(name, made)
        made.cp.minimize(whole)
        hint(made, self.best)
        run = ran(made.cp, clock=self.clock, budget=budget, stop=self.told.stop)
        self.budget = max(self.budget - run.used, 0.01)
        if run.is_found:
            self._take(name, read(made, run.solver), round(run.solver.objective_value))
        return run

    def _take(self, name: LevelName, found: tuple[Placed, ...], said: int) -> None:
        now = values(found, self.board)
        if now[name] != said:
            raise WrongScheduleError(f"{name} is {now[name]} by the schedule, {said} by the model.")
        if now[name] < self.value(name):
            self.told.progress(name.value, str(told(name, said)))
        if now[name] <= self.value(name):
            self.best = found


def _worst(board: Board, name: LevelName, now: Sequence[Placed]) -> list[str]:
    """Return the changes that cost more than they must, the dearest first."""
    floor, over = least(board, name), {}
    for each in now:
        if each.ref not in board.pieces:
            continue
        slot = slot_down(board.problem, each.start)
        cost_of = dear(board, name, each.ref)
        piece = next((piece for piece in board.pieces[each.ref] if piece.low <= slot < piece.high), None)
        here = 0 if piece is None else cost_of(piece)
        if name is LevelName.DISTURBED and each.ref in board.disturbed:
            here = int(board.disturbed[each.ref][slot])
        if name is LevelName.MOVED:
            job = next(job for job in board.problem.jobs if job.ref == each.ref)
            here = int(job.is_announced and job.set_for != each.start)
        over[each.ref] = here - floor.get(each.ref, 0)
    return sorted((ref for ref, more in over.items() if more > 0), key=lambda ref: (-over[ref], ref))


def _around(board: Board, worst: Collection[str]) -> set[str]:
    """Return these changes with those that are kept apart from them or come before or after."""
    found = dict.fromkeys(worst)
    near: dict[str, list[str]] = {}
    for pair in board.apart.pairs:
        near.setdefault(pair.one, []).append(pair.other)
        near.setdefault(pair.other, []).append(pair.one)
    for job in board.problem.jobs:
        for first in job.after:
            near.setdefault(first, []).append(job.ref)
            near.setdefault(job.ref, []).append(first)
    for ref in list(found):
        found.update(dict.fromkeys(near.get(ref, ())))
    for ref in list(found):
        found.update(dict.fromkeys(near.get(ref, ()) if len(found) < TOGETHER else ()))
    return {ref for ref in list(found)[: 2 * TOGETHER] if ref in board.pieces}


def hint(made: Model, best: Sequence[Placed]) -> None:
    """Tell the model the best schedule so far, every literal of it."""
    slots = {each.ref: slot_down(made.board.problem, each.start) for each in best if each.ref in made.at}
    for ref, literals in made.at.items():
        slot = slots.get(ref, -1)
        made.cp.add_hint(made.placed[ref], ref in slots)
        if ref in slots:
            made.cp.add_hint(made.starts[ref], slot)
        for place, literal in zip(made.places[ref], literals, strict=True):
            made.cp.add_hint(literal, place.holds(slot))
    who = {each.ref: each.who for each in best}
    for (ref, _, person), seat in made.seats.items():
        made.cp.add_hint(seat, person in who.get(ref, ()))
    for number, (ref, ranges) in made.among.items():
        literal = made.cp.get_bool_var_from_proto_index(number)
        made.cp.add_hint(literal, any(low <= slots.get(ref, -1) < high for low, high in ranges))


def read(made: Model, solver: cp_model.CpSolver) -> tuple[Placed, ...]:
    """Return the schedule the solver found, what stayed fixed with it."""
    board, who = made.board, dict[str, list[str]]()
    for (ref, _, person), seat in made.seats.items():
        if solver.boolean_value(seat):
            who.setdefault(ref, []).append(person)
    found = (
        placed_at(board.problem, board.effects[ref], solver.value(made.starts[ref]), tuple(who.get(ref, ())))
        for ref in made.at
        if solver.boolean_value(made.placed[ref])
    )
    return (*board.fixed, *found)


def told(name: LevelName, value: int) -> Decimal:
    """Return a value in the level's own units."""
    return Decimal(value) / SCALES.get(name, 1)
