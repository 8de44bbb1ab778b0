"""Today as a document: what REST and `--json` answer, the same for both."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.money.amounts import plain
from fullscore.usecases.today.values import KeptLine, Today

Document = dict[str, object]


def today_document(found: Today) -> Document:
    """Return `fullscore/today/1`: open findings in order, then what was dealt with, without a rank."""
    return {
        "schema": "fullscore/today/1",
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "data_as_of": _moment(found.data_as_of),
        "computed_at": _moment(found.computed_at),
        "behind": found.is_behind,
        "error": found.error or None,
        "hours": _hours(found),
        "cost_of_waiting": _money(found.cost),
        "cost_trace": found.cost_trace,
        "unpriced": found.unpriced,
        "more_than_a_week": found.is_more_than_a_week,
        "to_drop": list(found.to_drop),
        "freshness": {
            "sources": {name: _moment(moment) for name, moment in found.ages.items()},
            "worker_seen_at": _moment(found.worker_seen_at),
            "backup_at": _moment(found.backup_at),
        },
        "findings": list(_findings(found)),
    }


def _hours(found: Today) -> Document:
    """Return the work of this week's lines, of all open lines, and the hours somebody has for it."""
    return {
        "needed": _number(found.hours),
        "all": _number(sum((line.hours for line in found.open), Decimal(0))),
        "free": None if found.free is None else _number(found.free),
        "trace": found.free_trace,
    }


def _findings(found: Today) -> Iterator[Document]:
    this_week = {(line.code, line.register, line.ref) for line in found.lines}
    for line in found.open:
        yield line_document(line) | {"this_week": (line.code, line.register, line.ref) in this_week}
    for line in (*found.snoozed, *found.done, *found.declined):
        yield line_document(line) | {"rank": None, "this_week": False}


def line_document(line: KeptLine) -> Document:
    """Return one finding as it was worked out, and what was said of it since."""
    return {
        **line.document,
        "id": line.id,
        "version": line.version,
        "rank": line.rank,
        "group": line.group,
        "state": line.state,
        "hours": _number(line.hours),
        "snoozed_until": _day(line.snoozed_until),
        "assigned_to": line.assigned_to,
        "assigned_name": line.assigned_name or None,
        "decline_reason": line.reason or None,
        "by": line.by_name or None,
        "acted_at": _moment(line.acted_at),
        "first_found_at": _moment(line.first_found_at),
        "gone_at": _moment(line.gone_at),
        "gone_why": line.gone_why or None,
    }


def _money(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
