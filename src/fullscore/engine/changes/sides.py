"""Both sides of a change in the figures they share: people, hours of their work, money."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.calendars.spans import Span, Spans
from fullscore.engine.estate.usage import Usage, lasts, spans_of, together
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.trace import Source, Trace, leaf

DAYS = 7


@dataclass(frozen=True, slots=True)
class Rate:
    """What an hour of one person costs: a day's figure, and how long a day is."""

    day: PersonDay
    hours: Decimal

    @property
    def trace(self) -> Trace:
        day = leaf(self.hours, Source("settings", "organisation", "hours_a_day"), "hours a day")
        value = Fraction(self.day.cost) / Fraction(self.hours)
        return Trace(value, op="quotient", args=(self.day.trace, day), note="an hour")


def kept_free(likely: Decimal, rollback: Decimal, ref: str) -> Trace:
    """Return how long the calendar is kept free: the work, and taking it back should it go wrong."""
    args = (
        leaf(likely, Source("changes", ref, "likely_hours"), "hours, likely"),
        leaf(rollback, Source("changes", ref, "rollback_hours"), "hours to take it back"),
    )
    return Trace(likely + rollback, "hours", op="sum", args=args, note="hours kept free")


def at_most(people: int, free: Trace) -> Trace:
    """Return the hours of work a change disturbs that has no date: those of everybody, all the while."""
    hours = Decimal(str(free.value))
    args = (leaf(Decimal(people), note="people who use what is affected"), free)
    return Trace(people * hours, "hours", op="product", args=args, note="hours at most")


def disturbed(using: Iterable[Usage], span: Span, closed: Container[date] = ()) -> Trace:
    """Return the hours of work disturbed in a span: each person's, in which they use anything affected.

    Whoever uses two of the services loses an hour once. People who use the same ones are one line.
    """
    rows = tuple(using)
    of_person: dict[str, tuple[int, ...]] = {}
    for at, one in enumerate(rows):
        for person in one.people:
            of_person[person] = (*of_person.get(person, ()), at)
    spans = [spans_of(one, span, closed) for one in rows]
    groups = Counter(of_person.values())
    lost = (_lost(count, together(spans[at] for at in key)) for key, count in sorted(groups.items()))
    args = tuple(one for one in lost if one.value)
    total = sum((Fraction(str(one.value)) for one in args), Fraction(0))
    return Trace(total, "hours", op="sum", args=args, note="hours of use at that time")


def amount(trace: Trace) -> Decimal:
    """Return the figure of a trace as a number one can write down."""
    exact = Fraction(str(trace.value if trace.value is not None else 0))
    return Decimal(exact.numerator) / exact.denominator


def _lost(people: int, spans: Spans) -> Trace:
    minutes = int(lasts(spans).total_seconds()) // 60
    told = leaf(minutes, note="minutes of their hours of use")
    each = Trace(Fraction(minutes, 60), op="quotient", args=(told, leaf(60, note="minutes an hour")))
    args = (leaf(people, note="people"), each)
    return Trace(people * Fraction(minutes, 60), "hours", op="product", args=args, note=f"{people} people")


def worth(people_hours: Trace, rate: Rate) -> Trace:
    """Return what hours of work come to in money."""
    exact = Fraction(str(people_hours.value)) * Fraction(str(rate.trace.value))
    return Trace(
        Decimal(int(exact * 100 + Fraction(1, 2))) / 100, op="cents",
        args=(Trace(exact, op="product", args=(people_hours, rate.trace), note=rate.day.whose),),
        note="once",
    )  # fmt: skip


def week(day_cost: Decimal, ref: str) -> Trace:
    """Return what a week of waiting costs."""
    args = (
        leaf(Decimal(DAYS), note="days"),
        leaf(day_cost, Source("changes", ref, "waiting_cost_day"), "a day later"),
    )
    return Trace(DAYS * day_cost, op="product", args=args, note="a week")


def work_of(money: Trace, rate: Rate) -> Trace:
    """Return how many hours of somebody's work an amount is: the figure the other side has."""
    hours = Fraction(str(money.value)) / Fraction(str(rate.trace.value))
    return Trace(hours, "hours", op="quotient", args=(money, rate.trace), note="hours of work for that money")
