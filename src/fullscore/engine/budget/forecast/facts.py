"""What a forecast is made from beside contracts and the estate, and the parts it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.trace import Later, Trace
from fullscore.engine.vendors.facts import Bound

KINDS = ("contract", "seats", "refresh", "plan", "project")
PURPOSES = ("run", "grow", "secure")
NOTHING = Decimal(0)

Amounts = Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class Booked:
    """What a contract is for and how it is booked, where a budget line names the contract."""

    purpose: str = "run"
    treatment: str = "opex"


@dataclass(frozen=True, slots=True)
class AskedFact:
    """What an accepted plan asks for: paid once on the day it is needed, so much a year from then on.

    `came_on` is the day it came; from then on it stands among contracts and items.
    """

    REGISTER: ClassVar[str] = "requirements"
    ref: str
    plan: str
    register: str
    of: str
    name: str
    need_by: date
    once: Decimal | None = None
    year: Decimal | None = None
    team: str | None = None
    came_on: date | None = None


@dataclass(frozen=True, slots=True)
class OutlayFact:
    """What an option costs in one of its years, 1 being the first."""

    ref: str
    year: int
    amount: Decimal
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """An accepted proposal and the way it is done; `option` is None while nobody has chosen one."""

    ref: str
    name: str
    purpose: str
    starts_on: date
    option: str | None = None
    way: str = ""
    once: Decimal | None = None
    year: Decimal | None = None
    outlays: tuple[OutlayFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """All a forecast is made from.

    `ends` are the days support of items ends, `warranties` those their warranty does: it says when to
    replace what nothing else does. `booked` goes by contract.
    """

    bound: Bound = field(default_factory=Bound)
    estate: Estate = field(default_factory=Estate)
    ends: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    warranties: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    booked: Mapping[str, Booked] = field(default_factory=lambda: MappingProxyType({}))
    asked: tuple[AskedFact, ...] = ()
    projects: tuple[ProjectFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Horizon:
    """The months looked at, as `month_of` counts: from the one in hand to the last of the last year.

    `year` is the first month of the first whole fiscal year; months before it belong to the year in hand.
    """

    on: date
    now: int
    year: int
    years: int

    @property
    def last(self) -> int:
        return self.year + 12 * self.years - 1

    @property
    def months(self) -> range:
        return range(self.now, self.last + 1)

    def year_of(self, month: int) -> int | None:
        """Return the place of a month's fiscal year; None before the first whole one."""
        return (month - self.year) // 12 if month >= self.year else None


@dataclass(frozen=True, slots=True)
class Part:
    """One cause of cost: `amounts` holds its months, `opened` what makes up some of them.

    `team`, `service` and `vendor` are None where there is none, or where several share it.
    """

    kind: str
    register: str
    ref: str
    name: str
    purpose: str
    treatment: str
    amounts: Amounts
    opened: Callable[[int, int], tuple[Trace, ...]] = field(repr=False, compare=False)
    team: str | None = None
    service: str | None = None
    vendor: str | None = None

    def within(self, first: int, last: int) -> Trace:
        """Return what it costs from one month to another, both included."""
        value = sum((amount for month, amount in self.amounts.items() if first <= month <= last), NOTHING)
        return self.coming_to(value, first, last)

    def coming_to(self, value: Decimal, first: int, last: int) -> Trace:
        """Return the same where the amount is known already."""
        args = Later(partial(self.opened, first, last)) if value else ()
        return Trace(value, op="sum", args=args, note=self.name)

    @property
    def trace(self) -> Trace:
        """Return what it costs in all months."""
        return self.within(min(self.amounts), max(self.amounts))


@dataclass(frozen=True, slots=True)
class Unknown:
    """What costs money nobody has told; `why` is a word that `saying` has a sentence for."""

    kind: str
    register: str
    ref: str
    name: str
    why: str
    count: int = 1


Made = tuple[tuple[Part, ...], tuple[Unknown, ...]]
