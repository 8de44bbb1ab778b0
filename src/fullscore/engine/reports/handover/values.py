"""What a hand-over is written from: each thing as it stands in its register; "" or None where nobody said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Traced
from fullscore.engine.reports.sections.changes import Calendar
from fullscore.engine.vendors.renewals import Renewal


@dataclass(frozen=True, slots=True)
class Reach:
    """A person and how to reach them."""

    name: str
    phone: str = ""
    email: str = ""
    title: str = ""
    is_gone: bool = False

    @property
    def by(self) -> str:
        return ", ".join(each for each in (self.phone, self.email) if each)


@dataclass(frozen=True, slots=True)
class Answering:
    """A service with who answers for it; `rests_on` in words, `users` None where nobody said."""

    ref: str
    name: str
    owner: Reach | None = None
    hours: str = ""
    cost_hour: Trace | None = None
    rests_on: tuple[str, ...] = ()
    users: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Weak:
    """One thing that alone stops services, and how many people wait then."""

    name: str
    kind: str
    services: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Supplier:
    """A vendor and how to reach it; `services` rest on it or are paid for by its contracts."""

    ref: str
    name: str
    contact: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    account: str = ""
    notes: str = ""
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the way into one thing lies: the place, never the secret; "" where nobody wrote it down."""

    name: str
    kind: str
    vendor: str
    place: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Routine:
    """Something that comes again or is set: what, for what, when."""

    name: str
    kind: str
    about: str
    when: str


@dataclass(frozen=True, slots=True)
class Open:
    """One line of Today; `cost` is what a week of waiting costs, with the sum as JSON."""

    title: str
    sentence: str
    by: date | None
    hours: Decimal
    assigned: str = ""
    cost: tuple[str, Traced] | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """An order on its way, or one that is still to be placed by a day."""

    ref: str
    name: str
    quantity: Decimal
    vendor: str
    due: date | None
    cost: Trace | None = None
    placed_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Everything a hand-over is written from, on one day."""

    services: tuple[Answering, ...] = ()
    weak: tuple[Weak, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)  # contract numbers by contract
    kept: tuple[Kept, ...] = ()
    routines: tuple[Routine, ...] = ()
    backup: str = ""
    findings: tuple[Open, ...] = ()
    calendar: Calendar | None = None
    orders: tuple[Coming, ...] = ()
    ages: tuple[tuple[str, datetime], ...] = ()
