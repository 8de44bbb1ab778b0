"""How much a change can spoil: points for whom it hits, how it is taken back, how well it is known.

Up to two points are low, up to five medium, more is high. The points are few and plain on purpose: who reads
the sum must be able to disagree with a line of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.changes.problem import Risk
from fullscore.engine.findings.trace import Source, Trace, leaf

LOW_UP_TO, MEDIUM_UP_TO = 2, 5
_MANY_PEOPLE = 10
_ONE, _TWO = Decimal(1), Decimal(2)
# At worst so many times the likely length: nobody knows how long it takes.
_UNSURE = Decimal(2)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the class follows from: services it hits, people who use them, and what was written of it."""

    ref: str
    down: int = 0
    degraded: int = 0
    people: int = 0
    likely: Decimal | None = None
    longest: Decimal | None = None
    rollback: Decimal | None = None
    has_rollback: bool = False
    has_test: bool = False


@dataclass(frozen=True, slots=True)
class Rated:
    """The class, and its points as a sum."""

    risk: Risk
    trace: Trace


def rated(facts: Facts) -> Rated:
    """Return the risk class of a change with its sum; more harm never makes a lower class."""
    args = tuple(_points(facts))
    points = sum((Decimal(str(one.value)) for one in args), Decimal(0))
    risk = Risk.LOW if points <= LOW_UP_TO else Risk.MEDIUM if points <= MEDIUM_UP_TO else Risk.HIGH
    note = f"points: {risk.value}; up to {LOW_UP_TO} is low, up to {MEDIUM_UP_TO} medium"
    return Rated(risk, Trace(points, "points", op="sum", args=args, note=note))


def _points(facts: Facts) -> Iterator[Trace]:
    yield leaf(_of_services(facts), note=f"{facts.down} down and {facts.degraded} slower, of the services")
    yield leaf(_of_people(facts.people), note=f"{facts.people} people use them")
    yield _written(facts, "rollback", _of_rollback(facts), _about_rollback(facts))
    yield _written(facts, "test", Decimal(not facts.has_test), _about_test(facts))
    yield _written(facts, "longest_hours", _of_length(facts), _about_length(facts))


def _written(facts: Facts, field: str, points: Decimal, note: str) -> Trace:
    return leaf(points, Source("changes", facts.ref, field), note)


def _of_services(facts: Facts) -> Decimal:
    if facts.down > 1:
        return Decimal(3)
    if facts.down:
        return _TWO
    return _ONE if facts.degraded else Decimal(0)


def _of_people(people: int) -> Decimal:
    return _TWO if people >= _MANY_PEOPLE else _ONE if people else Decimal(0)


def _of_rollback(facts: Facts) -> Decimal:
    if not facts.has_rollback:
        return _TWO
    is_slow = facts.rollback is not None and facts.likely is not None and facts.rollback > facts.likely
    return _ONE if is_slow else Decimal(0)


def _about_rollback(facts: Facts) -> str:
    if not facts.has_rollback:
        return "nobody wrote how it is taken back"
    return "taking it back takes longer than doing it" if _of_rollback(facts) else "it can be taken back"


def _about_test(facts: Facts) -> str:
    return "how it is tested is written down" if facts.has_test else "nobody wrote how it is tested"


def _of_length(facts: Facts) -> Decimal:
    if facts.likely is None:
        return _ONE
    return Decimal(facts.longest is not None and facts.longest >= _UNSURE * facts.likely)


def _about_length(facts: Facts) -> str:
    if facts.likely is None:
        return "nobody said how long it takes"
    return "at worst it takes twice as long or more" if _of_length(facts) else "its length is known well"
