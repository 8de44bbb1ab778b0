"""What the vendors' room reads: one narrow frozen value for each row, and all of it on one day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import Provenance, TeamFact, untold
from fullscore.engine.estate.held import Held
from fullscore.engine.estate.services import ServiceFact, SupportFact


@dataclass(frozen=True, slots=True)
class VendorFact:
    REGISTER: ClassVar[str] = "vendors"
    ref: str
    name: str
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ContractFact:
    """A contract as written down; None or "" where nobody has said. Words are those of the register.

    `instalments`: in how many bills one price comes, where its bills have shown it.
    """

    REGISTER: ClassVar[str] = "contracts"
    ref: str
    name: str
    vendor: str | None = None
    kind: str = "subscription"
    owner: str | None = None
    intent: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    initial_months: int | None = None
    renewal: str | None = None
    renewal_months: int | None = None
    counting: str = "last day"
    notice: int | None = None
    notice_unit: str = "months"
    notice_to: str = "term"
    notice_form: str | None = None
    notice_said: date | None = None
    notice_given_on: date | None = None
    decide_days: int | None = None
    price: Decimal | None = None
    period: str = "year"
    currency: str | None = None
    increase_percent: Decimal | None = None
    increase_cap: Decimal | None = None
    increase_index: str | None = None
    payment_method: str | None = None
    invoice_to: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)
    instalments: int = 1


@dataclass(frozen=True, slots=True)
class ChargeFact:
    """One line of a contract: `kind` is "committed", "variable" or "one-off"."""

    REGISTER: ClassVar[str] = "charges"
    ref: str
    contract: str
    name: str
    kind: str = "committed"
    quantity: Decimal = Decimal(1)
    unit_price: Decimal | None = None
    period: str = "year"
    pool: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ShareFact:
    REGISTER: ClassVar[str] = "shares"
    ref: str
    contract: str
    team: str
    percent: Decimal
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CoverFact:
    """A contract pays for one service or one item."""

    REGISTER: ClassVar[str] = "covers"
    ref: str
    contract: str
    service: str | None = None
    item: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PriceChange:
    """The price of a contract was written down anew: `before` until the day `on`, `after` since."""

    contract: str
    on: date
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Need:
    """What a pool will be asked for beyond today's use: so many units from a day on, and for what.

    `text` says it in words: "for the sales goal". `ref` is the plan it comes from, such as "g-3".
    """

    pool: str
    on: date
    quantity: Decimal
    text: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """All the organisation is bound to, read whole; `held` is the estate beside it.

    `hours_a_day` is how long a working day of the organisation lasts.
    """

    held: Held = field(default_factory=Held)
    vendors: tuple[VendorFact, ...] = ()
    contracts: tuple[ContractFact, ...] = ()
    charges: tuple[ChargeFact, ...] = ()
    shares: tuple[ShareFact, ...] = ()
    covers: tuple[CoverFact, ...] = ()
    services: tuple[ServiceFact, ...] = ()
    supports: tuple[SupportFact, ...] = ()
    teams: tuple[TeamFact, ...] = ()
    price_changes: tuple[PriceChange, ...] = ()
    needs: tuple[Need, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    hours_a_day: Decimal = Decimal(8)

    @property
    def currency(self) -> str:
        return self.held.currency

    @property
    def files(self) -> Mapping[int, str]:
        """Return the names of the files by import, for where a figure stands."""
        return self.held.files
