"""Renewals as a sheet: the days and figures no register holds, a line for each contract."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.trace import Trace, plain_value
from fullscore.engine.money.amounts import plain
from fullscore.engine.vendors.renewals import Renewal
from fullscore.paper import tables
from fullscore.usecases.vendors.values import Renewals

_COLUMNS = (
    "contract", "name", "vendor", "owner", "kind", "decided", "ends_on", "renews_on", "notice_by",
    "decide_by", "next_exit", "paid", "assigned", "active", "needed", "renew", "state",
)  # fmt: skip
_MONEY = ("price_year", "saves_year", "currency")


def renewals_csv(found: Renewals, kept: Iterable[Renewal]) -> bytes:
    """Return the contracts as CSV; amounts only to those who may read them."""
    header = (*_COLUMNS, *_MONEY) if found.sees_money else _COLUMNS
    return tables.csv_bytes(header, (_cells(one, found) for one in kept))


def _cells(one: Renewal, found: Renewals) -> list[str]:
    contract, dates = one.contract, one.dates
    days = (dates.ends_on, dates.renews_on, dates.notice_by, dates.decide_by, dates.next_exit)
    counts = (getattr(one.seats, name, None) for name in ("paid", "assigned", "active", "needed"))
    cells = [
        one.ref, contract.name, one.vendor or "", one.owner or "", contract.kind, contract.intent or "",
        *(_day(day) for day in days), *(_count(each) for each in counts), one.renew, one.state.value,
    ]  # fmt: skip
    if not found.sees_money:
        return cells
    return [*cells, _amount(one.price_year), _amount(one.saves_year), contract.currency or found.currency]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _count(trace: Trace | None) -> str:
    return "" if trace is None else str(plain_value(trace.value))


def _amount(trace: Trace | None) -> str:
    return "" if trace is None else plain(Decimal(str(trace.value)))
