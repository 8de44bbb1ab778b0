"""What one more week costs: loss(today + 7) - loss(today), opened to its steps."""

from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.calendars.workdays import DAY, Calendar
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.english.today import REASONS
from fullscore.engine.findings.losses import Counted, Loss, Step
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.goals import days
from fullscore.engine.money.amounts import cents

WEEK = timedelta(days=7)
FIGURE = "cost_of_waiting"
_NEAR = Decimal("1e-9")


def waiting(action: Action, on: date, calendar: Calendar) -> Decimal | None:
    """Return exactly what waiting from `on` for a week costs; None when nobody can say."""
    if action.loss is None:
        return None
    return action.loss.grows(on, on + WEEK, calendar)


def opened(action: Action, exact: Decimal, on: date, calendar: Calendar) -> Trace:
    """Return the cost of waiting in cents, with its steps, which are only written down when asked for."""
    loss = action.loss or Loss(())

    def summed() -> tuple[Trace, ...]:
        steps = tuple(_steps(loss, on, calendar))
        return steps if len(steps) == 1 else (Trace(exact, op="sum", args=steps, note="one more week"),)

    return Trace(cents(exact), op="cents", args=Later(summed), note="one more week", figure=FIGURE)


def together(parts: tuple[Trace, ...], note: str) -> Trace:
    """Return the sum of amounts that are shown, so that what is read adds up to the cent."""
    value = sum((Decimal(str(part.value)) for part in parts), Decimal(0))
    return Trace(value, op="sum", args=parts, note=note, figure=FIGURE)


def _steps(loss: Loss, on: date, calendar: Calendar) -> list[Trace]:
    return [trace for step in loss.steps if (trace := _step(step, on, calendar)) is not None]


def _step(step: Step, on: date, calendar: Calendar) -> Trace | None:
    """Return probability x (lump + a day's price x days) of one step; None when nothing of it is due."""
    parts = [part for part in (_lump(step, on), _slope(step, on, calendar)) if part is not None]
    if not parts:
        return None
    value = sum((Decimal(str(part.value)) for part in parts), Decimal(0))
    note = REASONS.get(step.reason, step.reason) or "one more week"
    inner = parts[0] if len(parts) == 1 else Trace(value, op="sum", args=tuple(parts), note=note)
    if step.probability == 1:
        return inner
    likely = leaf(step.probability, note="how likely it is")
    return Trace(step.probability * value, op="product", args=(likely, inner), note=note)


def _lump(step: Step, on: date) -> Trace | None:
    if not step.lump or not on < step.from_day <= on + WEEK:
        return None
    return _figure(step.lump, step)


def _slope(step: Step, on: date, calendar: Calendar) -> Trace | None:
    count = step.days_within(on, on + WEEK, calendar) if step.per_day else 0
    if not count:
        return None
    args = (_counted(step, on, calendar), _figure(step.per_day, step))
    note = REASONS.get(step.reason, step.reason) or "a day"
    return Trace(count * step.per_day, op="product", args=args, note=note)


def _figure(amount: Decimal, step: Step) -> Trace:
    """Return the step's own trace where it is this amount's, else the amount as it was given."""
    trace = step.trace
    known = trace.value if trace is not None else None
    if trace is not None and isinstance(known, Decimal | int) and abs(known - amount) <= _NEAR * amount:
        return trace
    return leaf(amount, note=REASONS.get(step.reason, step.reason) or None)


def _counted(step: Step, on: date, calendar: Calendar) -> Trace:
    """Return how many days of the week the slope counts: those of [start, end)."""
    start, end = max(on, step.from_day), on + WEEK
    if step.counts is Counted.DAYS:
        args = (leaf(start, note="from"), leaf(end, note="until"))
        return Trace((end - start).days, "days", "days-between", args, note="days of waiting")
    # Working days are counted after the first day, up to and including the last.
    first, last = leaf(start - DAY, note="the day before"), leaf(end - DAY, note="last day waited for")
    return days.between(calendar, first, last, "working days of waiting")
