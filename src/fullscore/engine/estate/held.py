"""What is held, as far as somebody must see to it: dates that end, holders, owners, prices.

Narrower than what plans read of the same rows, and with the few fields no plan asks for.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar

from fullscore.engine.estate.facts import ModelFact, PersonFact, Provenance, SeatFact, untold

# What a person works with; other things belong to a place.
PERSONAL = frozenset({"laptop", "desktop", "tablet", "phone"})
COMPUTERS = frozenset({"laptop", "desktop"})
_GONE = frozenset({"retired", "lost"})
_A_YEAR: Mapping[str, int] = MappingProxyType({"month": 12, "year": 1})


@dataclass(frozen=True, slots=True)
class HeldItem:
    REGISTER: ClassVar[str] = "items"
    ref: str
    name: str | None = None
    model: str | None = None
    category: str | None = None
    status: str = "in use"
    holder: str | None = None
    site: str | None = None
    place: str | None = None
    purchased_on: date | None = None
    cost: Decimal | None = None
    warranty_ends_on: date | None = None
    replace_by: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)

    @property
    def is_live(self) -> bool:
        """Return whether the thing is still here: neither retired nor lost."""
        return self.status not in _GONE

    @property
    def called(self) -> str:
        """What a sentence calls it."""
        return self.name or self.ref


@dataclass(frozen=True, slots=True)
class HeldPool:
    REGISTER: ClassVar[str] = "pools"
    ref: str
    name: str
    kind: str = "licence"
    capacity: Decimal | None = None
    used: Decimal | None = None
    unit_cost: Decimal | None = None
    cost_period: str = "year"
    owner: str | None = None
    expires_on: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)

    @property
    def times_a_year(self) -> int | None:
        """Return how often its price is paid in a year; None when it is paid once."""
        return _A_YEAR.get(self.cost_period)


@dataclass(frozen=True, slots=True)
class Held:
    """All of it on one day, read whole.

    `priced_otherwise` names models and pools with a price in Prices; `strangers` are (import, line) of
    rows that name somebody who is not in People. `not_enrolled` are items no management tool knows,
    `not_seen` those a program's newest list leaves out, where that can be said.
    """

    people: tuple[PersonFact, ...] = ()
    models: tuple[ModelFact, ...] = ()
    items: tuple[HeldItem, ...] = ()
    pools: tuple[HeldPool, ...] = ()
    seats: tuple[SeatFact, ...] = ()
    priced_otherwise: frozenset[str] = frozenset()
    files: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    currency: str = "USD"
    strangers: frozenset[tuple[int, int]] = frozenset()
    not_enrolled: frozenset[str] = frozenset()
    not_seen: frozenset[str] = frozenset()

    @property
    def live(self) -> tuple[HeldItem, ...]:
        """Return the things that are still here."""
        return tuple(item for item in self.items if item.is_live)

    def names_a_stranger(self, item: HeldItem) -> bool:
        """Return whether a line the item was read from names somebody nobody knows here."""
        if not self.strangers:
            return False
        lines = (tuple(told[1:3]) for told in item.provenance.values() if len(told) > 2)  # noqa: PLR2004
        return any(line in self.strangers for line in lines)

    def due(self) -> Mapping[str, date]:
        """Return the day each thing is due to be replaced: as typed, else its age by its model's life."""
        lives = {model.ref: model.life_months for model in self.models}
        days = ((item.ref, _due(item, lives.get(item.model or ""))) for item in self.live)
        return {ref: day for ref, day in days if day is not None}

    def left(self, on: date) -> frozenset[str]:
        """Return who has left; who is still to come has not."""
        return frozenset(
            person.ref
            for person in self.people
            if person.status == "left" or (person.ends_on is not None and person.ends_on < on)
        )


def _due(item: HeldItem, months: int | None) -> date | None:
    if item.replace_by is not None or item.purchased_on is None or months is None:
        return item.replace_by
    return _later(item.purchased_on, months)


def _later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
