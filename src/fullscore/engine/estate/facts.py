"""What the planning rooms know of the estate: one narrow frozen value for each row they read.

`provenance` is kept as the rows keep it, {field: (source, import, line, by)}, and is only opened when a
figure's trace asks for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar

Provenance = Mapping[str, Sequence[str | int | None]]
_NONE: Provenance = MappingProxyType({})


def untold() -> Provenance:
    """Return the provenance of a fact nobody has read from anywhere."""
    return _NONE


@dataclass(frozen=True, slots=True)
class SiteFact:
    REGISTER: ClassVar[str] = "sites"
    ref: str
    name: str
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class TeamFact:
    REGISTER: ClassVar[str] = "teams"
    ref: str
    name: str
    department: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PersonFact:
    REGISTER: ClassVar[str] = "people"
    ref: str
    team: str | None
    site: str | None
    title: str | None = None
    status: str = "active"
    starts_on: date | None = None
    ends_on: date | None = None
    working_pattern: str | None = None
    hours_week: Decimal | None = None
    sets_up: bool = False
    ticket_share: int | None = None
    name: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)

    @property
    def called(self) -> str:
        """What a sentence calls the person: the name, or the ref where none is known."""
        return self.name or self.ref

    def is_active(self, on: date) -> bool:
        """Return whether the person works here on that day; leave does not end it."""
        begun = self.starts_on is None or self.starts_on <= on
        return begun and self.status != "left" and (self.ends_on is None or self.ends_on >= on)


@dataclass(frozen=True, slots=True)
class ModelFact:
    REGISTER: ClassVar[str] = "models"
    ref: str
    name: str
    category: str
    unit_cost: Decimal | None = None
    lead_days: int | None = None
    lot_minimum: int = 1
    lot_step: int = 1
    safety_stock: int = 0
    deploy_hours: Decimal | None = None
    life_months: int | None = None
    refit_days: int | None = None
    successor: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ItemFact:
    REGISTER: ClassVar[str] = "items"
    ref: str
    model: str | None
    status: str
    holder: str | None = None
    site: str | None = None
    purchased_on: date | None = None
    replace_by: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PoolFact:
    REGISTER: ClassVar[str] = "pools"
    ref: str
    name: str
    kind: str = "licence"
    scope: str = "organisation"
    site: str | None = None
    unit: str | None = "seats"
    capacity: Decimal | None = None
    used: Decimal | None = None
    used_kind: str = "count"
    used_on: date | None = None
    planning_limit: int = 100
    safety: Decimal = Decimal(0)
    unit_cost: Decimal | None = None
    cost_period: str = "year"
    lot_type: str = "multiple"
    lot_minimum: int = 1
    lot_step: int = 1
    lead_days: int | None = None
    deploy_hours: Decimal | None = None
    per_head: Decimal | None = None
    is_trend_followed: bool = True
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class LevelFact:
    REGISTER: ClassVar[str] = "levels"
    ref: str
    pool: str
    capacity: Decimal
    cost_month: Decimal | None = None
    cost_once: Decimal | None = None
    term_months: int | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SeatFact:
    REGISTER: ClassVar[str] = "seats"
    ref: str
    pool: str
    person: str
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class OrderFact:
    REGISTER: ClassVar[str] = "orders"
    ref: str
    model: str | None
    pool: str | None
    quantity: Decimal
    ordered_on: date
    due_on: date | None = None
    received_on: date | None = None
    site: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class MeasurementFact:
    REGISTER: ClassVar[str] = "measurements"
    ref: str
    pool: str
    measured_on: date
    value: Decimal
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class OfferFact:
    """A price from a quantity on; `commitment` is None, "month" or "year"."""

    REGISTER: ClassVar[str] = "offers"
    ref: str
    model: str | None
    pool: str | None
    from_quantity: int
    unit_cost: Decimal
    cost_period: str = "once"
    commitment: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class LaneFact:
    """Stock at the origin may be given out at the target after so many working days."""

    REGISTER: ClassVar[str] = "lanes"
    ref: str
    origin: str
    target: str
    transfer_days: int
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    REGISTER: ClassVar[str] = "absences"
    ref: str
    person: str
    starts_on: date
    ends_on: date
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class KitFact:
    """A typed kit line. For people: `team` and `site` (None: all); for things: `for_model` or `for_pool`."""

    REGISTER: ClassVar[str] = "kits"
    ref: str
    team: str | None
    site: str | None
    for_model: str | None
    for_pool: str | None
    model: str | None
    pool: str | None
    quantity: Decimal
    per: str = "head"
    when: str = "used"
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)

    @property
    def is_part(self) -> bool:
        """Return whether the line is about what a thing needs, not what people need."""
        return self.for_model is not None or self.for_pool is not None


Fact = (
    SiteFact | TeamFact | PersonFact | ModelFact | ItemFact | PoolFact | LevelFact | SeatFact | OrderFact
    | MeasurementFact | OfferFact | LaneFact | AbsenceFact | KitFact
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Estate:
    """Everything one plan is computed from, read whole; each tuple in the order of refs."""

    people: tuple[PersonFact, ...] = ()
    teams: tuple[TeamFact, ...] = ()
    sites: tuple[SiteFact, ...] = ()
    models: tuple[ModelFact, ...] = ()
    items: tuple[ItemFact, ...] = ()
    pools: tuple[PoolFact, ...] = ()
    levels: tuple[LevelFact, ...] = ()
    seats: tuple[SeatFact, ...] = ()
    orders: tuple[OrderFact, ...] = ()
    measurements: tuple[MeasurementFact, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    lanes: tuple[LaneFact, ...] = ()
    absences: tuple[AbsenceFact, ...] = ()
    kits: tuple[KitFact, ...] = ()
    # The name of the file each import read, by the number provenance carries.
    files: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
