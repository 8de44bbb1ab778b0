"""What a year is made of: lines, planned amounts, and flows of money that belong somewhere in a month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar

from fullscore.engine.estate.facts import Provenance, untold
from fullscore.engine.findings.trace import Trace

# Where money belongs: a register and a ref, ("lines", "crm"); an empty ref is all that register's rest.
Home = tuple[str, str]

REST_OF_BILLS: Home = ("bills", "")
REST_OF_ORDERS: Home = ("orders", "")
REFRESH: Home = ("items", "")


@dataclass(frozen=True, slots=True)
class LineFact:
    """A budget line as written down; None or "" where nobody has said."""

    REGISTER: ClassVar[str] = "lines"
    ref: str
    name: str
    purpose: str = "run"
    treatment: str = "opex"
    category: str | None = None
    team: str | None = None
    service: str | None = None
    vendor: str | None = None
    contract: str | None = None
    comment: str | None = None
    assumption: str | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class AmountFact:
    """What is planned for a line in the month of a day."""

    REGISTER: ClassVar[str] = "amounts"
    ref: str
    line: str
    month: date
    amount: Decimal
    said_by: str | None = None
    said_on: date | None = None
    provenance: Provenance = field(default_factory=untold, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a row of the year is about. `line` is its budget line; None where no line covers it."""

    home: Home
    name: str
    purpose: str = "run"
    treatment: str = "opex"
    category: str | None = None
    team: str | None = None
    service: str | None = None
    vendor: str | None = None
    line: LineFact | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """An amount of one month (as `month_of` counts) that belongs to a home."""

    home: Home
    month: int
    amount: Decimal
    trace: Trace


@dataclass(frozen=True, slots=True)
class Asked:
    """All a year is worked out from.

    `first` is its first month and `now` the month in hand, as `month_of` counts. `committed` holds what
    contracts bill in every month, `expected` what is known of months from `now` on, `billed` what came.
    `homes` leads from a home to the line that covers it. `headings` name every home that has money.
    """

    first: int
    now: int
    lines: tuple[LineFact, ...] = ()
    planned: tuple[Flow, ...] = ()
    committed: tuple[Flow, ...] = ()
    expected: tuple[Flow, ...] = ()
    billed: tuple[Flow, ...] = ()
    homes: Mapping[Home, Home] = field(default_factory=lambda: MappingProxyType({}))
    headings: Mapping[Home, Heading] = field(default_factory=lambda: MappingProxyType({}))
