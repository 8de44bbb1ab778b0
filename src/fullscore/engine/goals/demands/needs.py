"""Needs: the demands for one thing that must work at one place on one day, and the work they make."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.estate.facts import PoolFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands.demand import REFRESH, TREND, Demand, thing_unit
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.hours import setup
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.goals.kits.kit import Thing

# What nobody asked for by name; its work gives way to the work of goals.
BACKGROUND = frozenset({REFRESH, TREND})


@dataclass(frozen=True, slots=True)
class Need:
    """Demands met by the same arrival, in the order in which they are served: priority, then ref."""

    thing: Thing
    place: str | None
    demands: tuple[Demand, ...]

    @property
    def key(self) -> str:
        return f"{self.thing.REGISTER}/{self.thing.ref}@{self.place or ''}@{self.day.isoformat()}"

    @property
    def day(self) -> date:
        return self.demands[0].day

    @property
    def need_by(self) -> Trace:
        return self.demands[0].need_by

    @property
    def gross(self) -> Decimal:
        return sum((demand.quantity for demand in self.demands), Decimal(0))

    @property
    def people(self) -> int:
        return sum(demand.people for demand in self.demands)

    @property
    def priority(self) -> int:
        return min(demand.priority for demand in self.demands)

    @property
    def pegs(self) -> frozenset[str]:
        return frozenset(demand.peg for demand in self.demands)

    @property
    def is_background(self) -> bool:
        return self.pegs <= BACKGROUND

    @property
    def until(self) -> date | None:
        """Return the last day of use when everybody behind it is here for a time only."""
        ends = [demand.until for demand in self.demands if demand.until is not None]
        return max(ends) if len(ends) == len(self.demands) else None

    def units(self) -> Trace:
        """Return the gross requirement with its sum."""
        if len(self.demands) == 1:
            return self.demands[0].units
        return Trace(self.gross, thing_unit(self.thing), "sum", tuple(one.units for one in self.demands))


@dataclass(frozen=True, slots=True)
class Work:
    """The hours a need takes to set up; a link or a switch is one change whatever its size."""

    hours: Fraction
    trace: Trace
    setup: setup.Setup


def grouped(demands: Iterable[Demand]) -> dict[tuple[str, str], tuple[Need, ...]]:
    """Return the needs of each thing, in the order of their days; the order of demands does not matter."""
    found: defaultdict[tuple[str, str], defaultdict[tuple[date, str], list[Demand]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for demand in sorted(demands, key=lambda one: (one.priority, one.peg, str(one.until), one.quantity)):
        found[demand.key][demand.day, demand.place or ""].append(demand)
    return {
        key: tuple(
            Need(together[0].thing, together[0].place, tuple(together))
            for _, together in sorted(by_day.items())
        )
        for key, by_day in sorted(found.items())
    }


def work_of(need: Need, holdings: Holdings, *, is_ordered: bool) -> Work:
    """Return the work of a need; capacity that is there already takes none."""
    thing, units = need.thing, need.units()
    if isinstance(thing, PoolFact) and thing.kind != "licence":
        units = Trace(int(is_ordered), note="one change, whatever its size" if is_ordered else "no change")
    made = setup.set_up(thing, units, holdings)
    return Work(Fraction(made.hours), made.trace, made)


def background_hours(needs: Sequence[Need], house: House) -> dict[date, Fraction]:
    """Return the hours that refresh and trend take, by the day of need: all things together."""
    hours: defaultdict[date, Fraction] = defaultdict(Fraction)
    for need in needs:
        is_change = isinstance(need.thing, PoolFact) and need.thing.kind != "licence"
        hours[max(need.day, house.on)] += setup.hours_of(need.thing) * (0 if is_change else int(need.gross))
    return {day: spent for day, spent in hours.items() if spent}
