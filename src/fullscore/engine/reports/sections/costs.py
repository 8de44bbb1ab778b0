"""What costs money by fiscal year, and what each year comes to: by purpose, by kind, and in all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Said
from fullscore.engine.reports.voice import Voice, summed, value_of

PURPOSES = ("run", "grow", "secure")
# What the years to come are made of, as a forecast tells it.
KINDS = ("contract", "seats", "refresh", "plan", "project")
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Cost:
    """One thing that costs money, with its amount in each fiscal year; None where nothing falls due."""

    name: str
    purpose: str
    kind: str
    by_year: tuple[Trace | None, ...]
    ref: str = ""

    def in_year(self, place: int) -> Decimal:
        trace = self.by_year[place]
        return value_of(trace) if trace is not None else _NOTHING


@dataclass(frozen=True, slots=True)
class Against:
    """How the year in hand stands: what was planned, committed, billed …, each as its label and amount."""

    label: str
    amount: Trace


@dataclass(frozen=True, slots=True)
class Strayed:
    """A line that was billed far from its plan over the months that are over, and by how much."""

    name: str
    by: Trace
    is_over: bool


@dataclass(frozen=True, slots=True)
class Money:
    """Costs by fiscal year; `years` are their first days. `totals` are what each comes to.

    `purposes` are the same by purpose, or by kind; `unpriced` names what costs money nobody has told.
    `before` is what was billed for each purpose in the year before the first, of `before_from`; empty where
    its bills are not all there. `planned` is the plan of the year in hand, `against` what else it stands
    beside, `strayed` the lines far from their plan.
    """

    years: tuple[date, ...]
    costs: tuple[Cost, ...]
    planned: Trace | None = None
    against: tuple[Against, ...] = ()
    strayed: tuple[Strayed, ...] = ()
    unpriced: tuple[str, ...] = ()
    purposes: Mapping[str, tuple[Trace, ...]] = field(default_factory=lambda: MappingProxyType({}))
    totals: tuple[Trace, ...] = ()
    before: Mapping[str, Trace] = field(default_factory=lambda: MappingProxyType({}))
    before_from: date | None = None

    def of_purpose(self, place: int, purpose: str) -> Trace | None:
        """Return what a year comes to for one purpose, None where nothing is known of it."""
        found = self.purposes[purpose][place] if purpose in self.purposes else None
        return found if found is not None and found.args else None


def money(years: tuple[date, ...], costs: tuple[Cost, ...], groups: tuple[str, ...] = PURPOSES) -> Money:
    """Return costs with what each year comes to: by purpose (or by kind, where `groups` are), and in all."""
    places, way = range(len(years)), "purpose" if groups == PURPOSES else "kind"
    by = {one: tuple(each for each in costs if getattr(each, way) == one) for one in groups}
    sums = {one: tuple(_sum_of(mine, one, place) for place in places) for one, mine in by.items() if mine}
    totals = tuple(
        summed((each[place] for each in sums.values() if each[place].args), "all of it") for place in places
    )
    return Money(years, costs, purposes=MappingProxyType(sums), totals=totals)


def _sum_of(costs: tuple[Cost, ...], note: str, place: int) -> Trace:
    found = (each.by_year[place] for each in costs)
    return summed((trace for trace in found if trace is not None), note)


def total_of(found: Money, place: int, voice: Voice) -> Said:
    label = voice.year(found.years[place])
    return voice.money(found.totals[place], f"what IT costs in {label}")
