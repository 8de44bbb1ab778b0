"""The week's share of the lines: all that cannot wait, then the next ones while there are hours for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

_NONE = Decimal(0)
_FIRST, _LAST = 1, 3
# What loses nothing yet and may wait longer than this is no work of this week, however many hours are free.
SOON = timedelta(days=28)
# So many lines are shown where nobody knows how many hours are free.
SOME = 10


class Line(Protocol):
    """What a line must say to get its place in the week."""

    @property
    def group(self) -> int | None: ...
    @property
    def hours(self) -> Decimal: ...
    @property
    def cost(self) -> Decimal | None: ...
    @property
    def act_by(self) -> date | None: ...
    @property
    def is_counted_elsewhere(self) -> bool: ...


L = TypeVar("L", bound=Line)


@dataclass(frozen=True, slots=True)
class Week(Generic[L]):
    """Lines of this week and those beyond it; `to_drop`: what costs least to let go when it is too much."""

    lines: tuple[L, ...]
    rest: tuple[L, ...]
    hours: Decimal
    is_more_than_a_week: bool
    to_drop: tuple[L, ...]


def week(ranked: Sequence[L], *, on: date, free_hours: Decimal | None) -> Week[L]:
    """Return all of group 1 whatever it takes, then the next lines in order as long as they fit.

    The first that does not fit ends the week: the order is never broken for something small further down.
    Only when nothing of it fits, though hours are free, is the first one begun.
    """
    urgent = [line for line in ranked if line.group == _FIRST]
    others = [line for line in ranked if line.group != _FIRST and not _is_far(line, on)]
    if free_hours is None:
        count, over = max(SOME - len(urgent), 0), _NONE
    else:
        over = _hours(urgent) - free_hours
        count = _fitting(others, -over) or (over < 0 and not urgent and bool(others))
    lines = (*urgent, *others[:count])
    chosen = {id(line) for line in lines}
    rest = tuple(line for line in ranked if id(line) not in chosen)
    return Week(lines, rest, _hours(lines), over > 0, _cheapest(urgent, over) if over > 0 else ())


def _is_far(line: Line, on: date) -> bool:
    return line.group == _LAST and line.act_by is not None and line.act_by > on + SOON


def _hours(lines: Iterable[Line]) -> Decimal:
    return sum((line.hours for line in lines), _NONE)


def _fitting(lines: Sequence[Line], free: Decimal) -> int:
    for count, line in enumerate(lines):
        free -= line.hours
        if free < 0:
            return count
    return len(lines)


def _cheapest(urgent: Sequence[L], over: Decimal) -> tuple[L, ...]:
    """Return what to let go to free so many hours: what other lines carry, then the cheapest.

    Lines nobody can price go last of all. What was let go too early is taken up again, dearest first.
    """
    dropped: list[L] = []
    for _, line in sorted(enumerate(urgent), key=lambda one: (*_dear(one[1]), -one[0])):
        if _hours(dropped) >= over:
            break
        dropped.append(line)
    for line in reversed(tuple(dropped)):
        if _hours(dropped) - line.hours >= over:
            dropped.remove(line)
    return tuple(dropped)


def _dear(line: Line) -> tuple[int, Decimal]:
    if line.is_counted_elsewhere:
        return 0, _NONE
    return (2, _NONE) if line.cost is None else (1, line.cost)
