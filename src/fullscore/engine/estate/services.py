"""Services as other rooms read them: what an hour without one costs, and what it rests on."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar

from fullscore.engine.estate.facts import Provenance

_NONE: Provenance = MappingProxyType({})


def _untold() -> Provenance:
    return _NONE


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
    provenance: Provenance = field(default_factory=_untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SupportFact:
    """A service rests on one thing: an item, a pool or another service."""

    REGISTER: ClassVar[str] = "supports"
    ref: str
    service: str
    item: str | None = None
    pool: str | None = None
    other: str | None = None
    provenance: Provenance = field(default_factory=_untold, repr=False, compare=False)
