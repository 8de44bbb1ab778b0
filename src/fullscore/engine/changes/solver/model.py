"""The problem as a model of CP-SAT: a start for each change, a literal for each place it may have.

Rules on one change alone are the domain of its start. Everything that is counted in days is constant within
a place, so the levels are sums of literals, which keeps their bounds tight.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from fullscore.engine.changes.solver.apart import Apart, Pair
from fullscore.engine.changes.solver.board import Board
from fullscore.engine.changes.solver.places import Place, places
from fullscore.engine.changes.starts import Ranges, both

Literal = cp_model.IntVar


@dataclass(frozen=True, slots=True)
class Model:
    """The variables of each change by its ref. `at` holds a literal for each of its places."""

    board: Board
    places: Mapping[str, tuple[Place, ...]]
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    starts: dict[str, cp_model.IntVar] = field(default_factory=dict)
    placed: dict[str, Literal] = field(default_factory=dict)
    at: dict[str, list[Literal]] = field(default_factory=dict)
    works: dict[str, cp_model.IntervalVar] = field(default_factory=dict)
    watches: dict[str, cp_model.IntervalVar] = field(default_factory=dict)
    wholes: dict[str, cp_model.IntervalVar] = field(default_factory=dict)
    untils: dict[str, cp_model.LinearExprT] = field(default_factory=dict)
    seats: dict[tuple[str, int, str], Literal] = field(default_factory=dict)
    # Literals that hold just when a change starts in these ranges, by their number in the model.
    among: dict[int, tuple[str, Ranges]] = field(default_factory=dict)


def model(of: Board, *, by_late: bool, by_day: bool) -> Model:
    """Return the model, without what is to be made small; places differ by what counts."""
    spots = {ref: places(each, by_late=by_late, by_day=by_day) for ref, each in of.pieces.items()}
    made = Model(of, spots)
    for job in of.problem.jobs:
        if job.ref in of.taken:
            _fixed(made, job.ref)
        else:
            _change(made, job.ref)
    for job in of.problem.jobs:
        for first in job.after:
            _order(made, first, job.ref)
    _people(made)
    _apart(made, of.apart)
    return made


def _fixed(made: Model, ref: str) -> None:
    start, end, until = made.board.taken[ref]
    cp = made.cp
    made.starts[ref] = cp.new_constant(start)
    made.placed[ref] = cp.new_constant(1)
    made.works[ref] = cp.new_fixed_size_interval_var(start, end - start, ref)
    made.wholes[ref] = cp.new_fixed_size_interval_var(start, until - start, ref)
    made.watches[ref] = cp.new_fixed_size_interval_var(end, until - end, ref)
    made.untils[ref] = until


def _change(made: Model, ref: str) -> None:
    """A start and a literal for each place; exactly one of them when the change is placed."""
    cp, spots = made.cp, made.places[ref]
    effect, ranges = made.board.effects[ref], made.board.ranges(ref) or ((0, 1),)
    domain = cp_model.Domain.from_intervals([[low, high - 1] for low, high in ranges])
    start = cp.new_int_var_from_domain(domain, f"start {ref}")
    placed = cp.new_bool_var(f"placed {ref}")
    at = [cp.new_bool_var(f"{ref} at {spot.ranges[0][0]}") for spot in spots]
    cp.add(sum(at) == placed)
    for spot, literal in zip(spots, at, strict=True):
        inside = cp_model.Domain.from_intervals([[low, high - 1] for low, high in spot.ranges])
        cp.add_linear_expression_in_domain(start, inside).only_enforce_if(literal)
    made.starts[ref], made.placed[ref], made.at[ref] = start, placed, at
    made.works[ref] = cp.new_optional_fixed_size_interval_var(start, effect.length, placed, f"work {ref}")
    _watch(made, ref)


def _watch(made: Model, ref: str) -> None:
    cp, spots, placed = made.cp, made.places[ref], made.placed[ref]
    end = made.starts[ref] + made.board.effects[ref].length
    if not spots or spots[0].soak is None:
        made.untils[ref], made.wholes[ref], made.watches[ref] = end, made.works[ref], made.works[ref]
        return
    ends = sorted({spot.soak or 0 for spot in spots})
    until = cp.new_int_var_from_domain(cp_model.Domain.from_values([0, *ends]), f"until {ref}")
    cp.add(until == sum((spot.soak or 0) * at for spot, at in zip(spots, made.at[ref], strict=True)))
    longest = made.board.problem.slots + ends[-1]
    watch, whole = (cp.new_int_var(0, longest, f"{word} {ref}") for word in ("watch", "whole"))
    made.untils[ref] = until
    made.watches[ref] = cp.new_optional_interval_var(end, watch, until, placed, f"watch {ref}")
    made.wholes[ref] = cp.new_optional_interval_var(made.starts[ref], whole, until, placed, f"whole {ref}")


def _order(made: Model, first: str, then: str) -> None:
    of = made.board
    if f"order:{first}>{then}" in of.problem.dropped or {first, then} <= set(of.taken):
        return
    over: cp_model.LinearExprT = made.starts[first] + of.effects[first].length
    if first in of.taken:
        over = of.taken[first][1]
    if then not in of.taken:
        made.cp.add_implication(made.placed[then], made.placed[first])
    made.cp.add(over <= made.starts[then]).only_enforce_if(made.placed[then], made.placed[first])


def _people(made: Model) -> None:
    """Each demand takes so many of its people; nobody is in two places, nor twice in one change."""
    busy: dict[str, list[cp_model.IntervalVar]] = {}
    for job in made.board.problem.jobs:
        for number, demand in enumerate(() if job.ref in made.board.taken else job.crew):
            seats = [_seat(made, job.ref, number, person, busy) for person in sorted(set(demand.people))]
            made.cp.add(sum(seats) == demand.count * made.placed[job.ref])
    for intervals in busy.values():
        made.cp.add_no_overlap(intervals)


def _seat(
    made: Model, ref: str, number: int, person: str, busy: dict[str, list[cp_model.IntervalVar]]
) -> Literal:
    cp, of = made.cp, made.board
    seat = cp.new_bool_var(f"{person} on {ref}")
    made.seats[ref, number, person] = seat
    own = of.ranges(ref)
    free = both(own, of.people[ref][person])
    if not free:
        cp.add(seat == 0)
    elif sum(high - low for low, high in free) < sum(high - low for low, high in own):
        domain = cp_model.Domain.from_intervals([[low, high - 1] for low, high in free])
        cp.add_linear_expression_in_domain(made.starts[ref], domain).only_enforce_if(seat)
    length = of.effects[ref].length
    interval = cp.new_optional_fixed_size_interval_var(made.starts[ref], length, seat, f"{person} {ref}")
    busy.setdefault(person, []).append(interval)
    return seat


def _apart(made: Model, told: Apart) -> None:
    for pair in told.pairs:
        if not {pair.one, pair.other} <= set(made.board.taken):
            _pair(made, pair)
    known: dict[tuple[str, str, bool], Literal] = {}
    for some, is_watched in told.crowds:
        loose = [(one, other) for at, one in enumerate(some) for other in some[at + 1 :]]
        made.cp.add_bool_or([_disjoint(made, one, other, is_watched, known) for one, other in loose])


def _pair(made: Model, pair: Pair) -> None:
    cp, one, other = made.cp, pair.one, pair.other
    if pair.wholes:
        cp.add_no_overlap([made.wholes[one], made.wholes[other]])
        return
    if pair.works:
        first = made.wholes[one] if pair.after_one else made.works[one]
        second = made.wholes[other] if pair.after_other else made.works[other]
        cp.add_no_overlap([first, second])
        return
    if pair.after_one:
        cp.add_no_overlap([made.watches[one], made.works[other]])
    if pair.after_other:
        cp.add_no_overlap([made.watches[other], made.works[one]])


def _disjoint(
    made: Model,
    one: str,
    other: str,
    is_watched: bool,  # noqa: FBT001
    known: dict[tuple[str, str, bool], Literal],
) -> Literal:
    """Return a literal that says the two do not meet; moments all share are shared by each two (Helly)."""
    key = (one, other, is_watched)
    if key not in known:
        known[key] = made.cp.new_bool_var(f"{one} and {other} apart")
        ways = [made.cp.new_bool_var(f"{a} before {b}") for a, b in ((one, other), (other, one))]
        for way, (a, b) in zip(ways, ((one, other), (other, one)), strict=True):
            over = made.untils[a] if is_watched else made.starts[a] + made.board.effects[a].length
            made.cp.add(over <= made.starts[b]).only_enforce_if(way)
        gone = [made.placed[each].negated() for each in (one, other)]
        made.cp.add_bool_or([*ways, *gone]).only_enforce_if(known[key])
    return known[key]
