"""A requirement: one planned order, or one need that is covered; every figure with its sum."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.kit import KitLine
from fullscore.engine.goals.netting.figures import Figures
from fullscore.engine.goals.orders.costs import Cost
from fullscore.engine.goals.orders.leadtime import LeadTime
from fullscore.engine.goals.orders.offers import Option
from fullscore.engine.goals.orders.pegging import Peg


@dataclass(frozen=True, slots=True)
class Late:
    """An order that can no longer come in time: when at the earliest, and who waits how long."""

    earliest: Trace
    people: Trace
    working_days: Trace


@dataclass(frozen=True, slots=True)
class Timing:
    """The days of one order, counted back from the day of need."""

    need_by: Trace
    deploy_from: Trace
    arrive_by: Trace
    order_by: Trace
    order_by_likely: Trace
    lead: LeadTime
    late: Late | None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One need of one thing at one place on one day; a covered need has no `timing` or `cost`.

    `hours` is the work of setting it up; `months` for how long a temporary order runs; `moved` what comes
    from other places, as (site, units); `options` the prices that were compared.
    """

    register: str
    ref: str
    name: str
    unit: str | None
    place: str | None
    kind: str
    lot: dict[str, object]
    figures: Figures
    quantity: Trace
    need_by: date
    timing: Timing | None = None
    cost: Cost | None = None
    pegs: tuple[Peg, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    hours: Trace | None = None
    months: int | None = None
    moved: tuple[tuple[str, Decimal], ...] = ()
    options: tuple[Option, ...] = ()
    findings: tuple[Finding, ...] = ()
    kit: tuple[KitLine, ...] = ()
    # Every goal behind the need, also one that what is free covers.
    served: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return what a plan's document calls the requirement: thing, day, and the place things go to."""
        where = f"@{self.place}" if self.place and self.kind == "stock" else ""
        return f"{self.register}/{self.ref}@{self.need_by.isoformat()}{where}"

    def share(self, goal: str) -> Decimal:
        """Return the part of the order that one goal causes."""
        return sum((peg.quantity for peg in self.pegs if peg.goal == goal), Decimal(0))

    @property
    def is_order(self) -> bool:
        return self.timing is not None

    @property
    def ordered(self) -> Decimal:
        return Decimal(str(self.quantity.value))

    @property
    def is_late(self) -> bool:
        return self.timing is not None and self.timing.late is not None

    @property
    def order_by(self) -> date:
        """The last day to order with the safe lead time; a covered need sorts by the day of need."""
        value = self.timing.order_by.value if self.timing else self.need_by
        assert isinstance(value, date)
        return value
