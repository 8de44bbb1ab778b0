"""What it costs to do a thing later: steps and slopes over days, and their sum on any day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.trace import Source, Trace, leaf

_ONE, _NONE = Decimal(1), Decimal(0)


class Counted(StrEnum):
    """Which days a slope counts."""

    DAYS = "days"
    WORKING_DAYS = "working days"


@dataclass(frozen=True, slots=True)
class Step:
    """Done on `from_day` or later, a thing costs `lump`; each day of waiting from then on `per_day` more.

    The day `from_day` itself is the first that is waited for: done on it, the slope has cost nothing yet.
    `probability` in [0, 1] weighs both. `reason` is the stable word for why ("renews", "idle", "unused");
    `trace` opens the lump or the price of a day. Raises `ValueError` for amounts below 0.
    """

    from_day: date
    lump: Decimal = _NONE
    per_day: Decimal = _NONE
    probability: Decimal = _ONE
    basis: Basis = Basis.CERTAIN
    counts: Counted = Counted.DAYS
    reason: str = ""
    trace: Trace | None = None

    def __post_init__(self) -> None:
        if self.lump < 0 or self.per_day < 0:
            raise ValueError("Waiting never earns: a loss is 0 or more.")
        if not 0 <= self.probability <= 1:
            raise ValueError(f"A probability lies between 0 and 1, not at {self.probability}.")

    def days(self, day: date, calendar: Calendar) -> int:
        """Return how many days of the slope pass when the thing is done on `day`."""
        return self.days_within(self.from_day, day, calendar)

    def days_within(self, start: date, end: date, calendar: Calendar) -> int:
        """Return how many days of the slope lie in [start, end)."""
        start = max(start, self.from_day)
        if end <= start:
            return 0
        if self.counts is Counted.DAYS:
            return (end - start).days
        # `between` counts (start, end], so both ends move to the other side.
        is_first, is_last = calendar.is_workday(start), calendar.is_workday(end)
        return calendar.between(start, end) + is_first - is_last

    def cost(self, day: date, calendar: Calendar) -> Decimal:
        """Return the expected extra cost of doing the thing on `day` rather than in time."""
        lump = self.lump if day >= self.from_day else _NONE
        return self.probability * (lump + self.per_day * self.days(day, calendar))

    def grows(self, on: date, until: date, calendar: Calendar) -> Decimal:
        """Return cost(until) - cost(on) without counting the years before `on`."""
        lump = self.lump if on < self.from_day <= until else _NONE
        return self.probability * (lump + self.per_day * self.days_within(on, until, calendar))


@dataclass(frozen=True, slots=True)
class Loss:
    """loss(day): the expected extra cost of doing a thing on that day, in the organisation's currency.

    `whose` names whose figure an assumed price is and since when; "" where nothing is assumed.
    """

    steps: tuple[Step, ...]
    whose: str = ""

    def on(self, day: date, calendar: Calendar) -> Decimal:
        """Return the sum of what every step has cost by `day`; it never falls from one day to the next."""
        return sum((step.cost(day, calendar) for step in self.steps), _NONE)

    def grows(self, on: date, until: date, calendar: Calendar) -> Decimal:
        """Return what doing it on `until` costs more than doing it on `on`."""
        return sum((step.grows(on, until, calendar) for step in self.steps), _NONE)

    @property
    def basis(self) -> Basis:
        """Return how sure the sum is: as sure as its least sure step."""
        if self.whose:
            return Basis.ASSUMED
        known = [step.basis for step in self.steps]
        if Basis.ASSUMED in known:
            return Basis.ASSUMED
        return Basis.EXPECTED if Basis.EXPECTED in known else Basis.CERTAIN


@dataclass(frozen=True, slots=True)
class PersonDay:
    """What a working day of one person costs: an assumption, of whom and since when."""

    cost: Decimal
    by: str = ""
    on: date | None = None

    @property
    def whose(self) -> str:
        """Return whose figure it is: Ruth Morrow, 3 September 2026."""
        since = f"{self.on.day} {self.on:%B %Y}" if self.on is not None else ""
        return ", ".join(part for part in (self.by or "settings", since) if part)

    @property
    def trace(self) -> Trace:
        """Return the figure with where it stands."""
        row = Source("settings", "organisation", "person_day_cost")
        return leaf(self.cost, row, f"a day of one person, {self.whose}")
