"""One line of Today for the page: what, why now, by when, what a week costs, and its one button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.utils.safestring import SafeString

from fullscore.usecases.today import KeptLine, Today
from fullscore.web.goals import days, markup
from fullscore.web.templatetags.words import money
from fullscore.web.today import doors, saying, sums

Content = Mapping[str, Any]
_WHOLE = 100
NO_SUM = SafeString("")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things a line stands for."""

    title: str
    by: str
    cost: str
    address: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The one field that would price a line, and the form it is in."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do as the page shows it. `cost` is "" where nobody can say; `bar` is of a hundred."""

    key: str
    id: int | None
    version: int
    title: str
    minutes: str
    why: str
    by: str
    distance: str
    is_late: bool
    cost: str
    is_nothing_yet: bool
    reason: str
    bar: int
    address: str
    button: str
    leads_here: bool
    is_dearest: bool
    sum: SafeString
    whose: str
    missing: Missing | None
    counted_in: str
    parts: tuple[Part, ...]
    assigned: str
    state: str
    until: str
    told: str


def shown(found: Today, lines: Sequence[KeptLine]) -> tuple[Line, ...]:
    """Return lines in their order; the filled button stands on the dearest, else on the first."""
    most = max((line.cost or Decimal(0) for line in lines), default=Decimal(0))
    dearest = next((place for place, line in enumerate(lines) if most and line.cost == most), 0)
    names = {(one.code, one.register, one.ref): _title(one) for one in found.lines}
    return tuple(
        line(one, found.on, found.currency, most=most, is_dearest=place == dearest, names=names)
        for place, one in enumerate(lines)
    )


def line(
    kept: KeptLine,
    on: date,
    currency: str,
    *,
    most: Decimal = Decimal(0),
    is_dearest: bool = False,
    names: Mapping[tuple[str, str, str], str] | None = None,
) -> Line:
    """Return one line; `most` is what its bar is measured by, `names` are the lines it may refer to."""
    document = cast("Content", kept.document)
    by, distance, is_late = saying.by_day(kept, on)
    cost = None if kept.is_counted_elsewhere else kept.cost
    missing = document.get("missing")
    return Line(
        key=str(kept.id or kept.rank),
        id=kept.id,
        version=kept.version,
        title=_title(kept),
        minutes=saying.hours(kept.hours) if kept.hours else "",
        why=str(document.get("why") or document.get("sentence") or ""),
        by=by,
        distance=distance,
        is_late=is_late,
        cost=money(cost, currency) if cost else "",
        is_nothing_yet=cost is not None and not cost,
        reason=_reason(document, cost, currency),
        bar=int(cost * _WHOLE / most) if cost and most else 0,
        address=doors.door(document, kept.id) if document else "",
        button=str(document.get("button") or "See it"),
        leads_here=bool(document) and doors.door(document, kept.id).startswith("today/"),
        is_dearest=is_dearest,
        sum=_sum(document, currency) if cost else NO_SUM,
        whose=str(document.get("whose") or ""),
        missing=Missing(str(missing["label"]), doors.field(missing)) if missing else None,
        counted_in=_counted_in(document, names or {}) if kept.is_counted_elsewhere else "",
        parts=_parts(document, on, currency),
        assigned=kept.assigned_name,
        state=kept.state,
        until=_until(kept, on),
        told=_told(kept),
    )


def _title(kept: KeptLine) -> str:
    document = kept.document
    return str(document.get("title") or document.get("sentence") or f"{kept.register} {kept.ref}")


def _sum(document: Content, currency: str) -> SafeString:
    trace = document.get("cost_trace")
    return markup.lines(sums.lines(trace, currency, "one more week")) if trace else NO_SUM


def _reason(document: Content, cost: Decimal | None, currency: str) -> str:
    """Return why a week costs that; where it costs nothing yet, what is at stake later."""
    if cost:
        return saying.reason(document)
    at_stake = document.get("at_stake")
    return f"{money(Decimal(at_stake), currency)} later" if cost is not None and at_stake else ""


def _counted_in(document: Content, names: Mapping[tuple[str, str, str], str]) -> str:
    """Return the line that holds this one's loss, by its title where it is on the page."""
    other = document.get("counted_in")
    if not other:
        return "another line"
    key = (str(other["code"]), str(other["register"]), str(other["ref"]))
    return names.get(key) or str(other.get("title") or "another line")


def _parts(document: Content, on: date, currency: str) -> tuple[Part, ...]:
    return tuple(_part(one, on, currency) for one in document.get("parts") or ())


def _part(one: Content, on: date, currency: str) -> Part:
    by, cost = one.get("act_by"), one.get("cost_of_waiting")
    return Part(
        str(one.get("title") or one["sentence"]),
        days.of(date.fromisoformat(by), on) if by else "no date",
        money(Decimal(cost), currency) if cost is not None else "not priced",
        doors.door(one),
    )


def _until(kept: KeptLine, on: date) -> str:
    if kept.state != "snoozed":
        return ""
    return f"until {days.of(kept.snoozed_until, on)}" if kept.snoozed_until else "until something changes"


def _told(kept: KeptLine) -> str:
    """Return who dealt with a line and on which day, and why where that was said."""
    if kept.state == "open":
        return ""
    when = f" on {kept.acted_at.day} {kept.acted_at:%B}" if kept.acted_at else ""
    who = f" by {kept.by_name}" if kept.by_name else ""
    if kept.state == "declined":
        return f"Not doing it: {kept.reason or 'no reason given'} (said{who}{when})"
    return f"{kept.state.capitalize()}{who}{when}"
