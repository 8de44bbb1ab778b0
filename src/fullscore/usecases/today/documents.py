"""Today as a document: what REST and `--json` answer, the same for both."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.trace import Trace, as_document, leaf
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
        "data_as_of": {name: _moment(moment) for name, moment in found.ages.items()},
        "computed_at": _moment(found.computed_at),
        "behind": found.is_behind,
        "error": found.error or None,
        "hours": _hours(found),
        "cost_of_waiting": _money(found.cost),
        "trace": _figures(found.cost_trace),
        "unpriced": found.unpriced,
        "more_than_a_week": found.is_more_than_a_week,
        "to_drop": list(found.to_drop),
        "worker_seen_at": _moment(found.worker_seen_at),
        "backup_at": _moment(found.backup_at),
        "findings": list(_findings(found)),
    }


def _hours(found: Today) -> Document:
    """Return the work of this week's lines, and the hours somebody has for it."""
    parts = tuple(leaf(line.hours, note=f"{line.code} {line.ref}") for line in found.lines)
    needed = Trace(found.hours, "hours", "sum", parts, note="work of this week", figure="needed")
    return {
        "needed": _number(found.hours),
        "free": None if found.free is None else _number(found.free),
        "trace": _figures(as_document(needed), found.free_trace),
    }


def _figures(*traces: Mapping[str, object] | None) -> Document | None:
    """Return what opens several figures of one part of the document; None where it shows none."""
    told = [trace for trace in traces if trace is not None]
    return {**as_document(Trace(None, op="figures")), "args": told} if told else None


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
        "first_found_at": _moment(line.first_found_at if line.id is not None else None),
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
