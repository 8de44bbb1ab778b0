"""What the doors of the budget take and give: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.finding import Finding
from fullscore.usecases.risk.values import ALONE, Document, Run, Watch

__all__ = [
    "ALONE",
    "Board",
    "BoardLimit",
    "BoardOption",
    "BoardProposal",
    "Document",
    "Pinned",
    "Run",
    "Watch",
]


@dataclass(frozen=True, slots=True)
class BoardOption:
    """A way to do a proposal.

    `first_year` is what it costs in the first year chosen for,
    started at once; money that nobody wrote is None.
    """

    ref: str
    name: str
    version: int
    is_nothing: bool = False
    pin: str = "free"
    pinned_by: str = ""
    pinned_on: date | None = None
    first_year: Decimal | None = None
    once: Decimal | None = None
    yearly: Decimal | None = None
    hours: Decimal | None = None
    goal_value: Decimal | None = None
    cost_avoided: Decimal | None = None
    value_by: str = ""
    value_on: date | None = None
    must_be_true: tuple[str, ...] = ()
    controls: tuple[tuple[str, str], ...] = ()  # (ref, name)


@dataclass(frozen=True, slots=True)
class BoardProposal:
    """One proposal with its ways. Accepted ones are done, declined ones are left out of every choice."""

    ref: str
    name: str
    purpose: str
    state: str
    version: int
    why: str = ""
    owner: str = ""
    sponsor: str = ""
    serves: str = ""
    is_mandatory: bool = False
    mandatory_why: str = ""
    options: tuple[BoardOption, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardLimit:
    """What proposals share: kind is budget, hours, floor, ceiling or bad year."""

    ref: str
    name: str
    kind: str
    starts_on: date | None = None
    amount: Decimal | None = None
    hours: Decimal | None = None
    purpose: str = ""
    share: Decimal | None = None
    one_in_years: int | None = None
    said_by: str = ""
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the page of the budget shows.

    `years` and `quarters` are what the fiscal years and quarters chosen for are called, `budgets` and
    `most_hours` their limits. `run` is the newest choice asked for, `kept` the newest with a document; `cuts`
    (cut or more) and `frontier` are the newest of their kind with their documents. `findings` say what cannot
    be meant; a choice is refused by those of `refusals`.
    """

    organisation: str
    currency: str
    on: date
    now: datetime
    proposals: tuple[BoardProposal, ...]
    years: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    budgets: tuple[Decimal | None, ...] = ()
    most_hours: tuple[Decimal | None, ...] = ()
    limits: tuple[BoardLimit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Finding, ...] = ()
    run: Run | None = None
    kept: Run | None = None
    cut: Run | None = None
    frontier: Run | None = None
    newest: datetime | None = None
    may_edit: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.proposals

    @property
    def document(self) -> Mapping[str, object] | None:
        return None if self.kept is None else self.kept.document

    @property
    def is_old(self) -> bool:
        return self.kept is not None and self.kept.is_old

    def of(self, ref: str) -> BoardProposal | None:
        return next((each for each in self.proposals if each.ref == ref), None)


@dataclass(frozen=True, slots=True)
class Pinned:
    """An option somebody wants or forbids. `entry` takes it back; None where nothing differed."""

    ref: str
    name: str
    proposal: str
    pin: str
    version: int
    entry: int | None = None
