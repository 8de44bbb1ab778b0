"""The forecast: its parts, the years they fall into, and every way of grouping them to the same total."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal, localcontext

from fullscore.engine.budget.forecast import asked, contracts, projects, refresh, replacing, seats
from fullscore.engine.budget.forecast.facts import NOTHING, PURPOSES, Horizon, Known, Part, Unknown
from fullscore.engine.budget.forecast.smoothing import Effect, smoothed
from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.vendors.ends import day_in, month_of
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.shares import by_service, by_team
from fullscore.engine.vendors.terms import ending, terms_of

WAYS = ("purpose", "treatment", "kind", "vendor", "service", "team")
YEARS = (1, 3, 5)
# As of contracts: increases on increases are rounded once only.
_EXACT = Context(prec=120)
_OF_CONTRACTS = frozenset({"contract", "seats"})
_MONTHS = 12

Cells = tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A fiscal year, or what is left of the one in hand (`is_whole` is False then); months as `month_of`."""

    first: int
    last: int
    is_whole: bool = True

    @property
    def begin(self) -> date:
        return first_of(self.first)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be paid. `spans` are the rest of the year in hand, if any, and then the whole years.

    `first` begins the fiscal year in hand, and `months` are counted from there; those before today have no
    amounts. `cells` hold, for each part, a trace for each span. `ends` are contracts that certainly end.
    `effect` is what even cohorts change, or would change where it is not `is_smoothed`.
    """

    on: date
    first: date
    months: int
    spans: tuple[Span, ...]
    parts: tuple[Part, ...]
    unknown: tuple[Unknown, ...]
    effect: Effect
    is_smoothed: bool
    ends: tuple[str, ...]
    bound: Bound = field(repr=False)
    cells: tuple[Cells, ...] = field(repr=False)

    @property
    def whole(self) -> range:
        """Return the places of the whole years among the spans."""
        return range(1 - self.spans[0].is_whole, len(self.spans))

    @property
    def years(self) -> Cells:
        """Return what each span costs."""
        return tuple(self._sum_of(place) for place in range(len(self.spans)))

    @property
    def total(self) -> Trace:
        """Return what all whole years cost."""
        years = self.years
        return named(added([years[place] for place in self.whole], "all years"), "total")

    @property
    def rest(self) -> Trace | None:
        """Return what is still to be paid in the year in hand; None where it begins just now."""
        return None if self.spans[0].is_whole else self.years[0]

    @property
    def is_empty(self) -> bool:
        return not self.parts and not self.unknown

    def month(self, number: int) -> Decimal:
        """Return what falls into one month."""
        return sum((part.amounts.get(number, NOTHING) for part in self.parts), NOTHING)

    def by(self, way: str) -> Mapping[str | None, Cells]:
        """Return what each group costs in each span, the dearest group first, what belongs to none last.

        What several services or teams share of a contract is divided as its totals are.
        """
        found: dict[str | None, list[list[Trace]]] = defaultdict(lambda: [[] for _ in self.spans])
        for key, place, trace in self._divided(way):
            found[key or None][place].append(trace)
        cells = {key: tuple(added(each, key) for each in spans) for key, spans in found.items()}
        return dict(sorted(cells.items(), key=lambda one: _order(way, *one)))

    def causes(self, place: int, purpose: str | None = None) -> list[tuple[Part, Trace]]:
        """Return the parts of one span, the dearest first."""
        found = [
            (part, cells[place])
            for part, cells in zip(self.parts, self.cells, strict=True)
            if amount_of(cells[place]) and purpose in {None, part.purpose}
        ]
        return sorted(found, key=lambda one: (-amount_of(one[1]), one[0].name, one[0].ref))

    def _sum_of(self, place: int) -> Trace:
        return added((cells[place] for cells in self.cells), None)

    def _divided(self, way: str) -> Iterator[tuple[str | None, int, Trace]]:
        divide = {"service": by_service, "team": by_team}.get(way)
        for part, cells in zip(self.parts, self.cells, strict=True):
            if divide is None or part.kind not in _OF_CONTRACTS:
                yield from ((getattr(part, way), place, trace) for place, trace in enumerate(cells))
        if divide is not None:
            yield from self._shared(divide)

    def _shared(
        self, divide: Callable[[Mapping[str, Trace], Bound], Iterable[tuple[str | None, Trace]]]
    ) -> Iterator[tuple[str | None, int, Trace]]:
        for place in range(len(self.spans)):
            for kind in sorted(_OF_CONTRACTS):
                amounts: dict[str, list[Trace]] = defaultdict(list)
                for part, cells in zip(self.parts, self.cells, strict=True):
                    if part.kind == kind and amount_of(cells[place]):
                        amounts[part.ref].append(cells[place])
                whole = {ref: found[0] if len(found) == 1 else added(found, ref)
                         for ref, found in amounts.items()}  # fmt: skip
                yield from ((key, place, trace) for key, trace in divide(whole, self.bound))


def forecast(known: Known, *, on: date, fiscal_start: int, years: int, is_smoothed: bool = False) -> Forecast:
    """Return what the rest of the fiscal year in hand and so many whole ones cost.

    On a day of a fiscal year's first month that year is the first whole one.
    """
    with localcontext(_EXACT):
        return _forecast(known, horizon_of(on, fiscal_start, years), is_smoothed=is_smoothed)


def horizon_of(on: date, fiscal_start: int, years: int) -> Horizon:
    """Return the months of a forecast."""
    now = month_of(on)
    return Horizon(on, now, now + (fiscal_start - on.month) % _MONTHS, years)


def _forecast(known: Known, horizon: Horizon, *, is_smoothed: bool) -> Forecast:
    units, not_replaced = refresh.units(known, horizon)
    even, effect = smoothed(units, horizon)
    units = even if is_smoothed else units
    made = [each.parts(known, horizon) for each in (contracts, seats, asked, projects)]
    parts = (*(part for found, _ in made for part in found), *replacing.parts(units, known))
    spans = spans_of(horizon)
    begun = horizon.now if horizon.now == horizon.year else horizon.year - _MONTHS
    return Forecast(
        horizon.on, first_of(begun), horizon.last + 1 - begun, spans, parts,
        (*(one for _, unknown in made for one in unknown), *not_replaced), effect, is_smoothed,
        _ends(known, horizon), known.bound, tuple(_cells(part, spans) for part in parts),
    )  # fmt: skip


def _cells(part: Part, spans: tuple[Span, ...]) -> Cells:
    """Return what a part costs in each span; every month is looked at once."""
    first, shift = spans[0].first, (spans[0].last + 1 - spans[0].first) % _MONTHS
    sums = [NOTHING] * len(spans)
    for month, amount in part.amounts.items():
        gone = month - first
        # The rest of a year is shorter than one: the first whole year begins after it.
        sums[gone // _MONTHS if not shift else 1 + (gone - shift) // _MONTHS] += amount
    return tuple(part.coming_to(each, one.first, one.last) for each, one in zip(sums, spans, strict=True))


def spans_of(horizon: Horizon) -> tuple[Span, ...]:
    rest = (Span(horizon.now, horizon.year - 1, is_whole=False),) if horizon.now < horizon.year else ()
    begins = (horizon.year + _MONTHS * place for place in range(horizon.years))
    return (*rest, *(Span(begin, begin + _MONTHS - 1) for begin in begins))


def _ends(known: Known, horizon: Horizon) -> tuple[str, ...]:
    """Return the contracts that certainly end in these months."""
    bound = known.bound
    days = ((one.ref, ending(terms_of(one), bound.calendar)) for one in bound.contracts)
    return tuple(
        ref for ref, end in days if end is not None and end >= horizon.on and month_of(end) <= horizon.last
    )


def added(parts: Iterable[Trace], note: str | None) -> Trace:
    """Return a sum; what comes to nothing is no part of it."""
    known = tuple(part for part in parts if amount_of(part))
    return Trace(sum(map(amount_of, known), NOTHING), op="sum", args=known, note=note)


def amount_of(trace: Trace) -> Decimal:
    """Return the amount a trace stands for."""
    assert isinstance(trace.value, Decimal)
    return trace.value


def first_of(month: int) -> date:
    found = day_in(month, 1)
    assert found is not None
    return found


def _order(way: str, key: str | None, cells: Cells) -> tuple[bool, int, Decimal, str]:
    place = PURPOSES.index(key) if way == "purpose" and key in PURPOSES else 0
    return key is None, place, -sum(map(amount_of, cells), NOTHING), key or ""
