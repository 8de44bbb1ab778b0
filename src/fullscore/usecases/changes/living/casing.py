"""The case of a change as somebody sees it who is asked: plain words, both sides in the same figures."""

import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fullscore.engine.changes.sides import amount
from fullscore.engine.changes.words import length
from fullscore.engine.money.amounts import words
from fullscore.usecases.changes.living.values import Side, Whole

_KNOWN_AS = {"down": "is down", "degraded": "is slower or partly away", "up": "stays up"}


def text(found: Whole) -> str:
    """Return the case as lines of plain text, as an agreement keeps what was seen."""
    return "\n".join(_lines(found))


def mark(found: Whole) -> str:
    """Return a short word that is another one when the case is."""
    return hashlib.sha256(text(found).encode()).hexdigest()[:16]


def _lines(found: Whole) -> Iterator[str]:
    yield found.name
    if found.text("why"):
        yield found.text("why")
    yield when(found)
    yield from (f"{one.name} {_KNOWN_AS[one.state]}." for one in found.reached)
    if not found.reached:
        yield "Nobody notices it: everything stays up."
    yield f"It disturbs: {side(found.sides.doing, found.currency)}."
    yield f"A week without it costs: {side(found.sides.waiting, found.currency)}."
    yield f"Risk: {found.risk}."
    if found.text("rollback"):
        yield f"If it goes wrong: {found.text('rollback')}"
    if found.text("notice"):
        yield f"People are told: {found.text('notice')}"


def when(found: Whole) -> str:
    """Return when it is to be and how long it takes: On Saturday 19 December 2026 at 22:00, 2 h at most."""
    free = found.hours.value if found.hours else None
    lasts = f", {length(free)} with taking it back" if isinstance(free, Decimal) else ""
    if found.set_for is None:
        due = found.values.get("due")
        wanted = f", wanted by {_day(due)}" if isinstance(due, date) else ""
        return f"It has no date yet{wanted}{lasts}."
    return f"On {_day(found.set_for.date())} at {found.set_for:%H:%M}{lasts}."


def side(one: Side, currency: str) -> str:
    """Return one side in the shared figures: 14 people, 28 hours of their work, $1,200."""
    told = []
    if one.people is not None:
        told.append("1 person" if one.people == 1 else f"{one.people} people")
    if one.people_hours is not None:
        hours = amount(one.people_hours)
        told.append(f"{hours:,.1f}".rstrip("0").rstrip(".") + " hours of their work")
    told.append(_money(one, currency))
    return ", ".join(told)


def _money(one: Side, currency: str) -> str:
    return "money not known" if one.money is None else words(amount(one.money), currency)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
