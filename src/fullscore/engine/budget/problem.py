"""What is asked of a choice: proposals with their options, what they share, and the losses they lessen.

One option of each proposal is taken; doing nothing is always one of them. Money is per fiscal year and hours
are per quarter, both from the first one chosen for. Value is what a year brings when all is done:
goal value + cost avoided - expected yearly loss. Money spent is a limit and no part of the value.

A rule is known by a key, so that it can be named when rules clash and let go on trial:

    budget:<year>       money of a year, counted from 0        hours:<quarter>   hours of people in IT
    floor:<purpose>     a share of what is spent, at least     ceiling:<purpose> at most
    mandatory:<ref>     a law or a contract asks for it        pin:<option>      somebody wants it, or never
    needs:<ref>         one only with another                  excludes:<ref>    one never with another
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from fullscore.engine.risk.scenario import Part


class Purpose(StrEnum):
    """What money is for."""

    RUN = "run"
    GROW = "grow"
    SECURE = "secure"


class Pin(StrEnum):
    """What a person decided beforehand of an option."""

    FREE = "free"
    PINNED = "pinned"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to do a proposal; `starts` counts quarters from the first, later ones are options of their own.

    `way` names the row it stands for: options of one way differ only in when they start. `spends` is money of
    each year, `hours` work of each quarter; missing ones at the end are 0. Values are of one full year.
    """

    ref: str
    name: str
    way: str = ""
    is_nothing: bool = False
    spends: tuple[Decimal, ...] = ()
    hours: tuple[Decimal, ...] = ()
    goal_value: Decimal = Decimal(0)
    cost_avoided: Decimal = Decimal(0)
    controls: frozenset[str] = frozenset()
    starts: int = 0
    pin: Pin = Pin.FREE


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be done; without an option that does nothing, one without cost or gain is meant."""

    ref: str
    name: str
    purpose: Purpose
    options: tuple[Option, ...]
    is_mandatory: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """`one` needs or excludes `other`: each the ref of a proposal (done in any way) or of a way of one."""

    ref: str
    one: str
    other: str
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """All of it. `floors` and `ceilings` are shares in [0, 1] of what the portfolio spends over all years."""

    proposals: tuple[Proposal, ...]
    budgets: tuple[Decimal | None, ...] = ()
    hours: tuple[Decimal | None, ...] = ()
    floors: Mapping[Purpose, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    ceilings: Mapping[Purpose, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    ties: tuple[Tie, ...] = ()
    parts: tuple[Part, ...] = ()
    dropped: frozenset[str] = frozenset()
