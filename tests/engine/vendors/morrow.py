"""Contracts of a metal works, for tests in its words; each test changes what it is about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import PersonFact, SeatFact
from fullscore.engine.estate.held import Held, HeldPool
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import SENTENCES
from fullscore.engine.vendors import noticing, renewals
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, Need, VendorFact
from fullscore.engine.vendors.renewals import Renewal

TODAY = date(2026, 11, 23)
OFFICE = Calendar("12345", {date(2026, 11, 26): "Thanksgiving", date(2026, 11, 27): "The day after"})

# A letter must arrive three months before the end of February.
COPIERS = ContractFact(
    "copiers", "Copiers, 4 devices", vendor="buckeye", kind="lease", owner="dana", intent="end",
    starts_on=date(2023, 3, 1), initial_months=12, renewal="tacit", renewal_months=12, notice=3,
    notice_form="letter", price=Decimal(820), period="month",
)  # fmt: skip
DRAWING = ContractFact(
    "drawing", "Drawing software", vendor="halden", owner="dana", intent="keep", starts_on=date(2025, 4, 2),
    initial_months=12, renewal="tacit", renewal_months=12, notice=30, notice_unit="days",
    price=Decimal(12000),
)  # fmt: skip
SEATS = ChargeFact(
    "drawing-seats", "drawing", "Seats", quantity=Decimal(50), unit_price=Decimal(240), pool="cad"
)
CAD = HeldPool("cad", "Drawing software", capacity=Decimal(50), used=Decimal(26))
SALES_GOAL = Need("cad", date(2027, 4, 5), Decimal(12), "for the sales goal", "g-1")
DANA = PersonFact("dana", None, None, name="Dana Whitfield")
VENDORS = (VendorFact("buckeye", "Buckeye Office"), VendorFact("halden", "Halden"))


def bound(*contracts: ContractFact, **more: object) -> Bound:
    """Return these contracts alone; with the drawing software's licence and the plan for it."""
    found = Bound(
        held=Held(people=(DANA,), pools=(CAD,)), vendors=VENDORS, contracts=contracts, calendar=OFFICE
    )
    return replace(found, **more)  # type: ignore[arg-type]  # the test's own words


def drawing(**more: object) -> Bound:
    """Return the drawing software with its 50 seats, 26 of them in use, and 12 wanted by a plan."""
    return bound(DRAWING, **{"charges": (SEATS,), "needs": (SALES_GOAL,), **more})


def people_with_seats(count: int, *, left: int = 0) -> Held:
    """Return a licence held by so many people by name, some of whom have left."""
    people = tuple(
        PersonFact(f"p-{number}", None, None, status="left" if number < left else "active")
        for number in range(count)
    )
    seats = tuple(SeatFact(f"s-{person.ref}", "cad", person.ref) for person in people)
    return Held(people=(DANA, *people), pools=(replace(CAD, used=None),), seats=seats)


def of(found: Bound, *, on: date = TODAY) -> Renewal:
    """Return the renewal of the only contract there is."""
    (one,) = renewals.renewals(found, on=on)
    return one


def todo(found: Bound, code: str, *, on: date = TODAY) -> Action | None:
    """Return what is to be done of one code; None where nothing is."""
    made = noticing.actions(found, renewals.renewals(found, on=on), on=on)
    return next((one for one in made if one.finding.code == code), None)


def codes(found: Bound, *, on: date = TODAY) -> set[str]:
    made = noticing.actions(found, renewals.renewals(found, on=on), on=on)
    return {one.finding.code for one in made}


def needed(action: Action | None) -> Action:
    assert action is not None
    return action


def said(finding: Finding) -> str:
    return SENTENCES[finding.code](finding.values)
