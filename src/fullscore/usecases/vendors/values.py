"""Renewals as values: every contract with its dates and figures, and what all of them come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.facts import Bound, ChargeFact, CoverFact, PriceChange, ShareFact
from fullscore.engine.vendors.renewals import Renewal
from fullscore.engine.vendors.totals import Totals
from fullscore.usecases.registers.values import FileOnRow, Row


@dataclass(frozen=True, slots=True)
class Renewals:
    """All contracts by their notice day, unknown ones last.

    `year` is what those with a price cost a year, `unseen` those without a notice day that are not known
    to end. Amounts are None to those who may read no money. `names` are what rows are called, by register
    and ref.
    """

    organisation: str
    currency: str
    on: date
    renewals: tuple[Renewal, ...]
    totals: Totals | None
    year: Trace | None
    unseen: Trace | None
    ages: Mapping[str, datetime]
    names: Mapping[tuple[str, str], str]
    bound: Bound
    sees_money: bool

    @property
    def age(self) -> datetime | None:
        """Return when a contract was last changed or brought in."""
        return self.ages.get("contracts")

    def name(self, register: str, ref: str | None) -> str:
        """Return what a row is called; its ref where it is not there, "" for none."""
        return self.names.get((register, ref), ref) if ref else ""


@dataclass(frozen=True, slots=True)
class Case:
    """One contract with all that belongs to it: what somebody needs who decides about it."""

    all: Renewals
    renewal: Renewal
    row: Row
    charges: tuple[ChargeFact, ...]
    shares: tuple[ShareFact, ...]
    covers: tuple[CoverFact, ...]
    changes: tuple[PriceChange, ...]
    findings: tuple[Finding, ...]
    files: tuple[FileOnRow, ...]

    @property
    def rest(self) -> Decimal:
        """Return the percent that no team bears: it stays with IT."""
        return Decimal(100) - sum((share.percent for share in self.shares), Decimal(0))
