"""The order of Today: what cannot wait, what loses steadily, what loses nothing yet.

1. The last safe day lies inside the next 7 days, or has passed and it goes on losing (also when nobody
   knows how much): by cost of waiting. "Inside" means that waiting for a week misses it: before today + 7.
2. It is losing: by cost of waiting for each hour of work. Unpriced lines are here when they have no day but
   one field would price them. Last come those whose day has passed and for which waiting costs no more.
3. Nothing is lost yet, or nobody can say: by days of slack, those without a day last. Slack needs no price,
   so unpriced lines with a day stand among the others.

In 1 and 2 a line without a figure comes after those with one, by its date. Causes are counted as lines are
placed: the first line of a cause carries its loss, later ones refer to it and have no figure of their own.
"""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace
from fullscore.engine.today import costs
from fullscore.engine.today.grouping import grouped, least_sure
from fullscore.engine.today.weeks import Week, week

__all__ = ["USUAL_DAY", "Ranked", "Week", "ranked", "week"]

Key = tuple[str, str, str]
Place = tuple[int, int, Decimal, date, Key, Decimal]

CANNOT_WAIT, LOSING, NOT_YET = 1, 2, 3
USUAL_DAY = Decimal(8)
# Work that is said to take no time takes a minute: a loss for each hour of it stays a number.
_MINUTES = Decimal(60)
_PRICED, _UNPRICED, _OVER = range(3)
_NEVER = date.max
_NO_SLACK = Decimal(10**9)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line in its place. `cost` is what one more week costs, in cents, None when nobody knows.

    `slack` is how many days are left beside the work. `counted_in` names the line that carries this one's
    loss; `cost` is None then. `parts` stand in the same place as the line, each with its own cost.
    """

    action: Action
    group: int
    rank: int
    cost: Decimal | None
    cost_trace: Trace | None
    slack: int | None
    counted_in: Key | None = None
    parts: "tuple[Ranked, ...]" = ()

    @property
    def hours(self) -> Decimal:
        return self.action.hours

    @property
    def act_by(self) -> date | None:
        return self.action.finding.act_by

    @property
    def is_counted_elsewhere(self) -> bool:
        return self.counted_in is not None


# Of these there are thousands, and a named tuple is made in a third of the time.
class _Line(NamedTuple):
    """A line before it has its place; `atoms` are its parts, dearest first, with their exact costs."""

    action: Action
    key: Key
    atoms: tuple[tuple[Action, Decimal | None], ...]
    group: int
    is_over: bool
    slack: int | None


# Which line carries a cause, and which of its parts; "=" before a cause: a line that at least prices it.
_Carried = dict[str, tuple[Key, Key]]
_PRICES = "="


class _At(NamedTuple):
    """The place a line was given, and what its figures are opened with."""

    line: _Line
    rank: int
    carried: _Carried
    on: date
    calendar: Calendar


def ranked(
    actions: Iterable[Action], *, on: date, calendar: Calendar, hours_a_day: Decimal = USUAL_DAY
) -> tuple[Ranked, ...]:
    """Return all lines in order; `hours_a_day` is how long a working day lasts."""
    lines = [_line(action, on, calendar, hours_a_day) for action in grouped(actions)]
    carried: _Carried = {}
    placed = _placed(lines, carried)
    return tuple(_ranked(_At(line, rank, carried, on, calendar)) for rank, line in enumerate(placed, 1))


def _line(action: Action, on: date, calendar: Calendar, hours_a_day: Decimal) -> _Line:
    atoms = tuple((one, costs.waiting(one, on, calendar)) for one in action.parts or (action,))
    if action.parts:
        atoms = tuple(sorted(atoms, key=lambda one: (-(one[1] or 0), one[0].key)))
    known = [cost for _, cost in atoms if cost is not None]
    is_losing = any(known) or (len(known) < len(atoms) and action.missing is not None)
    day = action.finding.act_by
    is_over = day is not None and day < on and len(known) == len(atoms) and not any(known)
    slack = None if day is None else (day - on).days - math.ceil(action.hours / hours_a_day)
    return _Line(
        action,
        action.key,
        atoms,
        _group(day, on, known, is_losing=is_losing, is_over=is_over),
        is_over,
        slack,
    )


def _group(day: date | None, on: date, known: list[Decimal], *, is_losing: bool, is_over: bool) -> int:
    if is_over:
        return LOSING
    if day is not None and day < on + costs.WEEK:
        return CANNOT_WAIT
    # With its last safe day ahead and no price, a thing loses nothing yet.
    if any(known) or (day is None and is_losing):
        return LOSING
    return NOT_YET


def _placed(lines: Iterable[_Line], carried: _Carried) -> list[_Line]:
    """Return the lines in order. Counting a cause elsewhere only ever moves a line back."""
    heap = [(_place(line, carried), number, line) for number, line in enumerate(lines)]
    heapq.heapify(heap)
    placed = []
    while heap:
        before, number, line = heap[0]
        is_shared = any(atom.cause in carried for atom, _ in line.atoms)
        now = _place(line, carried) if is_shared else before
        if now != before:
            heapq.heapreplace(heap, (now, number, line))
            continue
        heapq.heappop(heap)
        placed.append(line)
        for atom, cost in line.atoms:
            if atom.cause and cost is not None:
                carried.setdefault(_PRICES + atom.cause, (line.key, atom.key))
            if atom.cause and cost:
                carried.setdefault(atom.cause, (line.key, atom.key))
    return placed


def _place(line: _Line, carried: _Carried) -> Place:
    action, day = line.action, line.action.finding.act_by
    cost, key = _exact(line, carried), (line.key, action.hours)
    if line.group == NOT_YET:
        slack = _NO_SLACK if line.slack is None else Decimal(line.slack)
        return line.group, _PRICED, slack, _NEVER, *key
    if line.is_over or cost is None:
        return line.group, _OVER if line.is_over else _UNPRICED, Decimal(0), day or _NEVER, *key
    if line.group == CANNOT_WAIT:
        return line.group, _PRICED, -cost, _NEVER, *key
    is_a_minute = action.hours * _MINUTES <= 1
    for_an_hour = cost * _MINUTES if is_a_minute else cost / action.hours
    return line.group, _PRICED, -for_an_hour, _NEVER, *key


def _exact(line: _Line, carried: _Carried) -> Decimal | None:
    """Return the sum of what the line's parts cost, as far as no line before it carries it."""
    if len(line.atoms) == 1:
        atom, only = line.atoms[0]
        return None if only and atom.cause and atom.cause in carried else only
    own: set[str] = set()
    total: Decimal | None = None
    for atom, cost in line.atoms:
        if cost is None or (cost and atom.cause and (atom.cause in own or atom.cause in carried)):
            continue
        total = (total or Decimal(0)) + cost
        own.add(atom.cause)
    return total


def _ranked(at: _At) -> Ranked:
    line = at.line
    if not line.action.parts:
        return _part(at, *line.atoms[0])
    parts = tuple(_part(at, *atom) for atom in line.atoms)
    told = tuple(part.cost_trace for part in parts if part.cost_trace is not None)
    trace = costs.together(told, "one more week") if told else None
    elsewhere = (part.counted_in for part in parts if part.counted_in is not None)
    return Ranked(
        _told(line.action, _amount(trace)), line.group, at.rank, _amount(trace), trace, line.slack,
        None if told else next(elsewhere, None), tuple(sorted(parts, key=lambda part: part.action.key)),
    )  # fmt: skip


def _part(at: _At, action: Action, exact: Decimal | None) -> Ranked:
    counted_in = _counted_in(at.line, action, exact, at.carried)
    trace = None
    if exact is not None and counted_in is None:
        trace = costs.opened(action, exact, at.on, at.calendar)
    cost = _amount(trace)
    return Ranked(_told(action, cost), at.line.group, at.rank, cost, trace, at.line.slack, counted_in)


def _counted_in(line: _Line, action: Action, exact: Decimal | None, carried: _Carried) -> Key | None:
    """Return where the loss of this action is counted; nothing lost this week is counted nowhere else."""
    if not action.cause or exact == 0:
        return None
    found = carried.get(action.cause) or (carried.get(_PRICES + action.cause) if exact is None else None)
    if found is None:
        return None
    carrier, atom = found
    if carrier != line.key:
        return carrier
    return None if atom == action.key else atom


def _amount(trace: Trace | None) -> Decimal | None:
    value = None if trace is None else trace.value
    assert value is None or isinstance(value, Decimal)
    return value


def _told(action: Action, cost: Decimal | None) -> Action:
    """Return the action whose finding says what waiting costs, and how sure that is."""
    told, loss = action.finding, action.loss
    basis = told.basis if loss is None else least_sure((told.basis, loss.basis))
    if (cost, basis) == (told.cost_of_waiting, told.basis):
        return action
    # Written out: `replace` takes three times as long, and there are thousands.
    finding = Finding(
        told.code, told.subject, told.values, told.act_by, told.at_stake, cost, basis, told.trace
    )
    return Action(finding, loss, action.hours, action.group, action.cause, action.missing, action.parts)
