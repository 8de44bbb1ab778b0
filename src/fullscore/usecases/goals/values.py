"""What the doors of kept plans take and give: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals.plans.document import Document


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan as every door shows it: `fullscore/plan/1`; beside it what a drawing of it needs.

    `closed` are the days nobody works from `on` to the last day of the plan, `places` the sites' names.
    """

    content: Document
    closed: tuple[tuple[date, str], ...]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept plan as a list shows it. `people` is the change in heads, `need_by` its first day of need.

    `state` is draft, accepted or withdrawn; a dropped plan is out of the list until it is restored.
    """

    ref: str
    sentence: str
    on: date
    state: str
    priority: int
    kept_at: datetime
    kept_by: str
    accepted_at: datetime | None
    accepted_by: str | None
    dropped_at: datetime | None
    version: int
    team: str
    people: int
    need_by: date
    answer: str
    cost_once: Decimal
    cost_year: Decimal
    is_complete: bool


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order an accepted plan asks for: the plan's own part of it.

    `state` is "to order", "ordered" or "not needed"; `order` is the purchase order it was placed with.
    """

    id: int
    plan: str
    requirement: str
    register: str
    ref: str
    name: str
    kind: str
    quantity: Decimal
    unit: str | None
    place: str | None
    order_by: date
    need_by: date
    cost_once: Decimal | None
    cost_year: Decimal | None
    state: str
    order: str | None
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class PlanLinkShown:
    """A read-only link as members see it: never its secret."""

    id: int
    made_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewPlanLink:
    """A link just made. Its secret exists here and in the address, nowhere else."""

    id: int
    secret: str
    expires_at: datetime

    @property
    def path(self) -> str:
        return f"/plan/{self.secret}/"


@dataclass(frozen=True, slots=True)
class KeptWhole:
    """A kept plan with its document as it was kept, its orders and its links."""

    plan: Kept
    shown: PlanDocument
    lines: tuple[OrderLine, ...]
    links: tuple[PlanLinkShown, ...]


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """A kept plan as a link shows it: no traces, no rows of registers, no other plans, no persons."""

    organisation_name: str
    kept_at: datetime
    expires_at: datetime
    content: Document
    closed: tuple[tuple[date, str], ...]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sums:
    """What all orders of some goals cost together; not complete where a price is missing."""

    cost_once: Decimal
    cost_year: Decimal
    is_complete: bool
    orders: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A goal beside the accepted plans: its plan, and what everything costs without and with it."""

    shown: PlanDocument
    without: Sums
    with_it: Sums


@dataclass(frozen=True, slots=True)
class ToOrder:
    """What accepted plans still ask to be ordered, earliest first, and what cannot wait."""

    lines: tuple[OrderLine, ...]
    findings: tuple[Finding, ...]
