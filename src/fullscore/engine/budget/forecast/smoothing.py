"""Even cohorts: replacements pulled forward into earlier years until no single move makes years more even.

Nothing is replaced later than it is due, what is due within the year in hand or overdue stays, and the total
stays to the cent. So no year costs more than one replacement above another that it could be moved to. A thing
keeps its month; what replaces it is counted as due when it would have been.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.engine.budget.forecast.facts import Horizon
from fullscore.engine.budget.forecast.refresh import Unit

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Effect:
    """What even cohorts change: replacement by year before and after, and how many things come earlier."""

    before: tuple[Decimal, ...]
    after: tuple[Decimal, ...]
    moved: int

    @property
    def highest(self) -> tuple[int, int]:
        """Return the place of the dearest year before and after; of equals the first."""
        found = [places.index(max(places)) for places in (self.before, self.after)]
        return found[0], found[1]


def smoothed(units: Sequence[Unit], horizon: Horizon) -> tuple[tuple[Unit, ...], Effect]:
    """Return every replacement in its even year, in the order given, and what that changes."""
    before = by_year(units, horizon)
    places, after = _even(units, horizon, before)
    moved = tuple(_moved_to(one, places.get(at), horizon) for at, one in enumerate(units))
    changed = sum(one is not other for one, other in zip(units, moved, strict=True))
    return moved, Effect(before, after, changed)


def by_year(units: Iterable[Unit], horizon: Horizon) -> tuple[Decimal, ...]:
    """Return what replacements cost in each whole fiscal year."""
    found: Counter[int | None] = Counter()
    for one in units:
        found[horizon.year_of(one.month)] += one.cost  # type: ignore[assignment]  # amounts, not counts
    return tuple(Decimal(found[place]) for place in range(horizon.years))


def years_open(one: Unit, horizon: Horizon) -> range:
    """Return the years one may be replaced in, its own the last; none where it stays as it is."""
    own = horizon.year_of(one.month)
    if own is None or not one.cost:
        return range(0)
    earliest = max(one.first, horizon.year)
    return range(max(0, own - (one.month - earliest) // _YEAR), own + 1)


def _moved_to(one: Unit, year: int | None, horizon: Horizon) -> Unit:
    """Return it in the same month of another year; the same one where that is its own."""
    own = horizon.year_of(one.month)
    if year is None or own is None or own == year:
        return one
    return replace(one, month=one.month - (own - year) * _YEAR)


def _even(
    units: Sequence[Unit], horizon: Horizon, before: tuple[Decimal, ...]
) -> tuple[Mapping[int, int], tuple[Decimal, ...]]:
    """Return the year of each that may move, and what years come to then.

    Each begins where it is due, so that no move makes it worse.
    """
    loads = list(before)
    free = {at: found for at, one in enumerate(units) if (found := years_open(one, horizon))}
    places = {at: years[-1] for at, years in free.items()}
    while _moved(units, free, places, loads):
        pass
    return places, tuple(loads)


def _moved(
    units: Sequence[Unit], free: Mapping[int, range], places: dict[int, int], loads: list[Decimal]
) -> bool:
    """Move each to a year that is lower by more than its price, if there is one; say whether any was."""
    is_moved = False
    for at, years in free.items():
        cost, now = units[at].cost, places[at]
        # Of equals the latest: nothing is replaced earlier than it helps.
        least = min(reversed(years), key=loads.__getitem__)
        if loads[now] - cost > loads[least]:
            loads[now] -= cost
            loads[least] += cost
            places[at], is_moved = least, True
    return is_moved
