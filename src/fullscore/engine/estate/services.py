"""Services as other rooms read them: what an hour without one costs, and what it rests on."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

from fullscore.engine.estate.facts import Provenance, untold


@dataclass(frozen=True, slots=True)
class ServiceFact:
    """A service; `outage_cost_by` and `_on` say whose figure the cost of an hour is, and since when."""

    REGISTER: ClassVar[str] = "services"
    ref: str
    name: str
    owner: str | None = None
    outage_cost_hour: Decimal | None = None
    outage_cost_by: str | None = None
    outage_cost_on: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SupportFact:
    """A service rests on one thing: an item, a pool or another service."""

    REGISTER: ClassVar[str] = "supports"
    ref: str
    service: str
    item: str | None = None
    pool: str | None = None
    other: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)
