"""What matching reads and answers: bills, what was agreed and ordered, which bill pays for what, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class BillFact:
    """A bill as written down; `contract`, `order` and `line` only where a person or a sheet says so.

    `currency` None: the organisation's own. A credit has an amount below nothing.
    """

    ref: str
    number: str
    vendor: str | None
    billed_on: date
    amount: Decimal
    currency: str | None = None
    about: str = ""
    covers_from: date | None = None
    covers_until: date | None = None
    contract: str | None = None
    order: str | None = None
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract by what people call it."""

    ref: str
    name: str
    vendor: str | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a contract asks for on one day; `charge` is its line, None for its own price.

    `months` from one such day to the next, None where it is paid once.
    """

    contract: str
    charge: str | None
    due: date
    amount: Decimal
    months: int | None = 1


@dataclass(frozen=True, slots=True)
class OrderFact:
    """What was ordered, a row for each thing; `amount` None where nobody has said the price."""

    ref: str
    number: str
    vendor: str | None
    ordered_on: date
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line of the budget that names a vendor and no contract."""

    ref: str
    name: str
    vendor: str


@dataclass(frozen=True, slots=True)
class Posed:
    """All that is known; `currency` is the organisation's."""

    bills: tuple[BillFact, ...]
    agreements: tuple[Agreement, ...] = ()
    expected: tuple[Expected, ...] = ()
    orders: tuple[OrderFact, ...] = ()
    currency: str = "USD"
    lines: tuple[PlannedLine, ...] = ()


class How(StrEnum):
    """Why a bill was matched, the surest first."""

    SAID = "said"
    SAME_AMOUNT = "same amount"
    NEARLY = "within 2 %"
    ABOUT = "within 10 %"
    NAMED = "named"
    REPEATED = "repeated"
    CREDIT = "credit"
    PLANNED = "planned for the vendor"


class Why(StrEnum):
    """Why a bill was not matched."""

    OTHER_CURRENCY = "other currency"
    NO_VENDOR = "no vendor"
    NOTHING_AGREED = "nothing agreed"
    SEVERAL = "several"
    PAID_ALREADY = "paid already"
    OTHER_AMOUNT = "other amount"


@dataclass(frozen=True, slots=True, order=True)
class What:
    """A row a bill may pay for: `register` is "contracts", "orders" or "lines"."""

    register: str
    ref: str


@dataclass(frozen=True, slots=True)
class Part:
    """What of a bill pays for one thing; `due` is the day of the payment it settles, None where none is.

    Of `instalments` the payment is one; 1: it is paid at once.
    """

    what: What
    amount: Decimal
    due: date | None = None
    charge: str | None = None
    expected: Decimal | None = None
    instalments: int = 1


@dataclass(frozen=True, slots=True)
class Match:
    """A bill and what it pays for: its parts come to its amount. `line` is the line of the budget it names.

    `is_named`: its number or text names what it pays for.
    """

    bill: BillFact
    how: How
    parts: tuple[Part, ...]
    line: str | None = None
    is_named: bool = False

    @property
    def contract(self) -> str | None:
        """Return the contract all of it is for; None where there is none, or are several."""
        return self._only("contracts")

    @property
    def order(self) -> str | None:
        """Return the order all of it is for; None where there is none, or are several."""
        return self._only("orders")

    @property
    def due(self) -> date | None:
        """Return the first day on which what it pays for was due."""
        return min((part.due for part in self.parts if part.due), default=None)

    def _only(self, register: str) -> str | None:
        whats = {part.what for part in self.parts}
        what = whats.pop() if len(whats) == 1 else None
        return what.ref if what and what.register == register else None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A bill that nothing is known to be paid by; `candidates` are what it may be for."""

    bill: BillFact
    why: Why
    candidates: tuple[What, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Every bill once, in the order of their days."""

    matched: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]

    @property
    def by_bill(self) -> Mapping[str, Match]:
        return {match.bill.ref: match for match in self.matched}

    @property
    def instalments(self) -> Mapping[str, int]:
        """Return in how many bills a price of each contract comes, as its latest bill shows."""
        return {
            part.what.ref: part.instalments
            for match in self.matched
            for part in match.parts
            if part.what.register == "contracts" and part.due is not None
        }
