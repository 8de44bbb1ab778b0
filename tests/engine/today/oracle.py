"""The order of Today once more, by the rules alone: look at all that is left, take the first, again."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Action

LATE = date.max


def order(lines: Sequence[Action], on: date, calendar: Calendar) -> list[tuple[Action, Decimal | None]]:
    """Return the lines in order with what a week costs, as far as no line before carries it."""
    left, counted, placed = list(lines), set[str](), []
    while left:
        first = min(left, key=lambda line: _place(line, on, calendar, counted))
        cost, causes = _cost(first, on, calendar, counted)
        placed.append((first, cost))
        counted |= causes
        left.remove(first)
    return placed


def _week(action: Action, on: date, calendar: Calendar) -> Decimal | None:
    later = on + timedelta(days=7)
    return None if action.loss is None else action.loss.on(later, calendar) - action.loss.on(on, calendar)


def _cost(line: Action, on: date, calendar: Calendar, counted: set[str]) -> tuple[Decimal | None, set[str]]:
    known = [(_week(part, on, calendar), part) for part in line.parts or (line,)]
    dearest: dict[str, Decimal] = {}
    total: Decimal | None = None
    for number, (cost, part) in enumerate(known):
        if cost is None or (cost and part.cause in counted):
            continue
        cause = part.cause if part.cause and cost else f"only {number}"
        dearest[cause] = max(cost, dearest.get(cause, Decimal(0)))
        total = sum(dearest.values(), Decimal(0))
    return total, {cause for cause in dearest if not cause.startswith("only ")}


def _place(line: Action, on: date, calendar: Calendar, counted: set[str]) -> tuple[object, ...]:
    own = [_week(part, on, calendar) for part in line.parts or (line,)]
    day, (cost, _) = line.finding.act_by, _cost(line, on, calendar, counted)
    is_known, is_losing = None not in own, any(own)
    tie = (line.key,)
    if day is not None and day < on and is_known and not is_losing:
        return (2, 2, day, *tie)
    if day is not None and day <= on + timedelta(days=6):
        return (1, 1, day, *tie) if cost is None else (1, 0, -cost, *tie)
    if is_losing or (day is None and not is_known and line.missing is not None):
        hours = max(Fraction(line.hours), Fraction(1, 60))
        return (2, 1, day or LATE, *tie) if cost is None else (2, 0, -Fraction(cost) / hours, *tie)
    return (3, (day - on).days - ceil(line.hours / 8) if day else 10**6, *tie)
