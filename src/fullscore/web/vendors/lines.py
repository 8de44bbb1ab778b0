"""One contract as a line of the table: its days, seats and price, each opening to its sum."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.renewals import Renewal
from fullscore.engine.vendors.seats import Seats
from fullscore.usecases.vendors import Renewals
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors import reckoning, saying, sums
from fullscore.web.vendors.saying import Chip
from fullscore.web.vendors.sums import Sum

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """Seats in use of those paid for; `width` in hundredths, `is_hot` when some are too many."""

    words: str
    width: int
    is_hot: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What the table shows of one contract; a text that is "" is not known."""

    ref: str
    name: str
    vendor: str
    owner: str
    bar: Bar | None
    price: str
    renews: str
    notice: str
    distance: str
    chip: Chip
    sums: tuple[Sum, ...]


def line(one: Renewal, found: Renewals) -> Line:
    """Return a contract as the table shows it."""
    dates, ref = one.dates, one.ref
    made = (
        sums.of_money(f"p-{ref}", f"{one.contract.name}: a year", one.price_year, found.currency, "a year"),
        reckoning.of_day(f"n-{ref}", f"{one.contract.name}: last notice", figure(one, "notice_by")),
    )
    return Line(
        ref=ref,
        name=one.contract.name,
        vendor=one.vendor or "",
        owner=one.owner or "",
        bar=bar(one.seats) if one.seats else None,
        price=price(one.price_year, found.currency),
        renews=_renews(one),
        notice=saying.short(dates.notice_by, found.on),
        distance=saying.distance(dates.notice_by, found.on),
        chip=saying.chip(one),
        sums=tuple(each for each in made if each),
    )


def figure(one: Renewal, name: str) -> Trace | None:
    """Return how a figure of the contract's document came about."""
    return next((each for each in one.trace.args if each.figure == name), None)


def price(trace: Trace | None, currency: str) -> str:
    """Return an amount in its own currency; "" where it is not known."""
    return money(Decimal(str(trace.value)), trace.unit or currency) if trace else ""


def _renews(one: Renewal) -> str:
    """Return the day it renews; for one that does not, its last day."""
    if one.dates.renews_on:
        return saying.with_year(one.dates.renews_on)
    end = saying.with_year(one.dates.ends_on)
    return f"ends {end}" if end else ""


def bar(seats: Seats) -> Bar | None:
    """Return how many of the paid seats are in use; None where that is not known."""
    in_use = seats.active or seats.assigned
    if seats.paid is None or in_use is None:
        return None
    paid, used = Decimal(str(seats.paid.value)), Decimal(str(in_use.value))
    width = min(_WHOLE, int(_WHOLE * used / paid)) if paid else 0
    return Bar(f"{number(used)} of {number(paid)}", width, seats.is_too_many)
