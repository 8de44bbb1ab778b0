"""What is asked of a simulation: losses that may come, what causes and lessens them, who bears them.

Rates are times a year, amounts are money of the organisation for one event, hours are of the clock.
A range of two points is the nine-in-ten interval of a lognormal; of three it is a PERT with its least, most
likely and greatest value (Open FAIR, O-RT 2.0). Lower and upper equal: that value for certain.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Events(StrEnum):
    """How many come in a year: Poisson with the rate drawn for it, or one with that probability."""

    MANY = "any number a year"
    ONCE = "once a year at most"


class ActsOn(StrEnum):
    """What a control makes less: how often, what it costs each time (hours down too), what follows."""

    FREQUENCY = "frequency"
    LOSS = "loss"
    CONSEQUENCES = "consequences"


@dataclass(frozen=True, slots=True)
class Range:
    """A quantity nobody knows exactly; `likely` None: a lognormal, else a PERT."""

    low: float
    high: float
    likely: float | None = None


@dataclass(frozen=True, slots=True)
class Outage:
    """Hours a service is down each time, and what an hour of the clock costs on average of a week."""

    hours: Range
    an_hour: float


@dataclass(frozen=True, slots=True)
class Trigger:
    """A share in [0, 1] of a cause's events brings the loss."""

    cause: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cause:
    """What brings several losses at once; its events of a year are the same for all of them."""

    ref: str
    name: str
    rate: Range
    events: Events = Events.MANY


@dataclass(frozen=True, slots=True)
class Scenario:
    """One kind of loss: events of `rate` (None: only of its causes), each of loss + outage + consequences.

    `share` in [0, 1] of its events have consequences of `second`. `cap` bounds the sum of one year.
    """

    ref: str
    name: str
    rate: Range | None = None
    events: Events = Events.MANY
    loss: Range | None = None
    outage: Outage | None = None
    share: float = 0.0
    second: Range | None = None
    cap: float | None = None
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What one control takes off one scenario or cause: `less` in [0, 1)."""

    control: str
    target: str  # "scenarios:<ref>" or "causes:<ref>"; a cause is only made rarer
    acts_on: ActsOn
    less: float


@dataclass(frozen=True, slots=True)
class Insurance:
    """Pays `share` of what a year's losses exceed `deductible` by, at most `most`; None: all scenarios."""

    ref: str
    scenario: str | None = None
    deductible: float = 0.0
    share: float = 1.0
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The owners live with `amount` in one of `years` years."""

    ref: str
    years: int
    amount: float


@dataclass(frozen=True, slots=True)
class Risks:
    """All of it. A control that is in no option's hands yet changes nothing: ranges are as things are."""

    scenarios: tuple[Scenario, ...]
    causes: tuple[Cause, ...] = ()
    effects: tuple[Effect, ...] = ()
    insurances: tuple[Insurance, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A summand of the expected yearly loss: `amount` x the product of (1 - less) of the controls chosen.

    `source` is where its events come from: "scenarios:<ref>" for itself or "causes:<ref>".
    `controls` holds log(1 - less) by control.
    """

    scenario: str
    source: str
    what: str  # "loss", "outage" or "consequences"
    amount: float
    controls: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
